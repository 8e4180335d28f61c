import { useState } from 'react'
import type { RunId } from '../../../shared/base/ids.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { leftOver } from '../../../shared/screen/ways-on.ts'
import { sayProblemInWindow } from '../../../shared/words/window/say-in-window.ts'
import { supportWords } from '../../../shared/words/window/support.ts'
import { Box, Folded } from '../parts/box.tsx'
import { Button, ButtonRow } from '../parts/button.tsx'
import { CheckMany } from '../parts/check-many.tsx'
import { ScreenHeading } from '../parts/heading.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { RunTable } from '../parts/run-table.tsx'
import { sayWhen, sayWhose } from '../parts/say-run.ts'
import { useCall } from '../use-call.ts'
import { useRuns } from '../use-runs.ts'
import { useWindow } from '../window-state.ts'

const keys = [
  ['↑ ↓', supportWords.keyMove],
  ['Space', supportWords.keySelect],
  ['Ctrl + A', supportWords.keyAll],
  ['Enter', supportWords.keyOpen],
] as const

const Keys = () => {
  const { say } = useWindow()
  return (
    <Folded title={say(supportWords.keys)}>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4">
        {keys.map(([key, words]) => (
          <div key={key} className="contents">
            <dt className="font-mono">{key}</dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </Folded>
  )
}

function Runs({ rows }: { readonly rows: readonly RunRow[] }) {
  const { say, go, lang } = useWindow()
  const [selected, setSelected] = useState<readonly RunId[]>([])
  const exporting = useCall('exportProofs')
  const [told, setTold] = useState('')
  const [refused, setRefused] = useState<Output<'exportProofs'>['refused']>([])
  const one = selected.length === 1 ? rows.find(({ run }) => run === selected[0]) : undefined
  const exportProofs = async (): Promise<void> => {
    const result = await exporting.run({ runs: [...selected] })
    setRefused(result?.refused ?? [])
    if (result === null) return setTold('')
    const { folder, files } = result
    setTold(folder === null ? say(supportWords.exportNone) : say(supportWords.exported, { folder, count: files.length }))
  }
  return (
    <>
      <RunTable rows={rows} selected={selected} onSelect={setSelected} onOpen={(run) => go({ at: 'done', run })} />
      <p role="status" className="mt-2">
        {say(supportWords.selected, { count: selected.length })}
      </p>
      <ButtonRow>
        <Button disabled={selected.length === 0} busy={exporting.busy} onPress={() => void exportProofs()}>
          {say(supportWords.export)}
        </Button>
        {one && leftOver(one) === 'open' && !one.busy && (
          <Button onPress={() => go({ at: 'run', task: { how: 'resume', run: one.run } })}>{say(supportWords.resume)}</Button>
        )}
        {one && <Button onPress={() => go({ at: 'done', run: one.run })}>{say(supportWords.see)}</Button>}
      </ButtonRow>
      <p className="mt-2 text-[0.875rem] text-solid-gray-700">{say(supportWords.exportWhy)}</p>
      <p role="status" className="mt-2 font-bold break-all">
        {told}
      </p>
      {exporting.problem && <ProblemBox problem={exporting.problem} />}
      {refused.length > 0 && (
        <Box look="warning" title={say(supportWords.exportRefused, { count: refused.length })}>
          <ul className="list-disc pl-6">
            {refused.map(({ run, problem }) => {
              const row = rows.find((one) => one.run === run)
              return (
                <li key={run}>
                  {row ? `${sayWhose(row, lang)} ${sayWhen(row, lang)}` : run}: {sayProblemInWindow(problem, lang).text}
                </li>
              )
            })}
          </ul>
        </Box>
      )}
    </>
  )
}

/** For a visit to an office: many mailboxes one after the other, compact, by the keyboard alone; results taken along on a stick. */
export function SupportScreen() {
  const { say, go } = useWindow()
  const { runs, problem, reload } = useRuns()
  const rows = runs ?? []
  const done = rows.filter(({ outcome }) => outcome === 'done').length
  const open = rows.filter((row) => row.open).length
  return (
    <>
      <ScreenHeading lead={say(supportWords.lead)}>{say(supportWords.title)}</ScreenHeading>
      <ButtonRow>
        <Button look="primary" onPress={() => go({ at: 'start' })}>
          {say(supportWords.fresh)}
        </Button>
      </ButtonRow>
      <section className="mt-6">
        <h2 className="text-[1.25rem] font-bold">{say(supportWords.runs)}</h2>
        {problem && (
          <ProblemBox problem={problem}>
            <Button onPress={reload}>{say(kitWords.again)}</Button>
          </ProblemBox>
        )}
        {runs === null && problem === null && <p role="status">{say(kitWords.busy)}</p>}
        {runs !== null && <p className="mt-1">{say(supportWords.total, { all: rows.length, done, open })}</p>}
        {rows.length > 0 && <Runs rows={rows} />}
        <Keys />
      </section>
      <CheckMany />
    </>
  )
}
