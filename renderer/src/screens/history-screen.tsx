import { useEffect, useRef } from 'react'
import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { leftOver } from '../../../shared/screen/ways-on.ts'
import { historyWords } from '../../../shared/words/window/history.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { Button, ButtonRow } from '../parts/button.tsx'
import { DeleteRun } from '../parts/delete-run.tsx'
import { ScreenHeading } from '../parts/heading.tsx'
import { OutcomeTag } from '../parts/outcome-tag.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { sayWhen, sayWhose } from '../parts/say-run.ts'
import { useRuns } from '../use-runs.ts'
import { providerOf, useWindow } from '../window-state.ts'

function OneRun({ row, onDeleted }: { readonly row: RunRow; readonly onDeleted: () => void }) {
  const { say, lang, go, about } = useWindow()
  const name = `${sayWhose(row, lang)} ${sayWhen(row, lang)}`
  const left = leftOver(row)
  const providers = row.providers.map((id) => providerOf(about, id)?.name[lang] ?? id)
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-solid-gray-420 py-4">
      <div className="min-w-64 flex-1">
        <p className="font-bold">{sayWhose(row, lang)}</p>
        <p className="text-[0.875rem] text-solid-gray-700">
          {[sayWhen(row, lang), ...providers].join(lang === 'ja' ? '　' : ', ')}
        </p>
        <OutcomeTag row={row} />
      </div>
      <div className="flex flex-wrap gap-3">
        {row.busy ? (
          <Button small look="primary" onPress={() => go({ at: 'run', task: { how: 'watch', run: row.run } })}>
            {say(historyWords.watch)}
          </Button>
        ) : (
          left === 'open' && (
            <Button
              small
              look="primary"
              label={`${say(historyWords.resume)}: ${name}`}
              onPress={() => go({ at: 'run', task: { how: 'resume', run: row.run } })}
            >
              {say(historyWords.resume)}
            </Button>
          )
        )}
        <Button
          small
          look={left === 'half' && !row.busy ? 'primary' : 'secondary'}
          label={`${say(historyWords.see)}: ${name}`}
          onPress={() => go({ at: 'done', run: row.run })}
        >
          {say(historyWords.see)}
        </Button>
        {!row.busy && <DeleteRun row={row} name={name} onDeleted={onDeleted} />}
      </div>
    </li>
  )
}

interface RunsProps {
  readonly title: string
  readonly rows: readonly RunRow[]
  readonly onDeleted: () => void
}

function Runs({ title, rows, onDeleted }: RunsProps) {
  if (rows.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="text-[1.25rem] font-bold">{title}</h2>
      <ul className="mt-2 border-t border-solid-gray-420">
        {rows.map((row) => (
          <OneRun key={row.run} row={row} onDeleted={onDeleted} />
        ))}
      </ul>
    </section>
  )
}

const isOpen = (row: RunRow): boolean => row.busy !== false || leftOver(row) !== 'over'

/** The button that deleted a run goes with its row: the focus comes back to the content once the list stands without it. */
function useFocusAfter(runs: readonly RunRow[] | null): () => void {
  const waiting = useRef(false)
  const before = useRef(runs)
  useEffect(() => {
    const same = before.current === runs
    before.current = runs
    if (same || !waiting.current) return
    waiting.current = false
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [runs])
  return () => {
    waiting.current = true
  }
}

/** What was done on this PC: what is left open first, each run with every way on it has. */
export function HistoryScreen() {
  const { say, go } = useWindow()
  const { runs, problem, reload } = useRuns()
  const deleted = useFocusAfter(runs)
  const gone = (): void => {
    deleted()
    reload()
  }
  const open = (runs ?? []).filter(isOpen)
  const closed = (runs ?? []).filter((row) => !isOpen(row))
  return (
    <>
      <ScreenHeading lead={say(historyWords.lead)}>{say(historyWords.title)}</ScreenHeading>
      {problem && (
        <ProblemBox problem={problem}>
          <Button onPress={reload}>{say(historyWords.reload)}</Button>
          <Button onPress={() => go({ at: 'start' })}>{say(kitWords.toStart)}</Button>
        </ProblemBox>
      )}
      {runs === null && problem === null && <p role="status">{say(kitWords.busy)}</p>}
      {runs?.length === 0 && (
        <div className="mt-6">
          <p>{say(historyWords.none)}</p>
          <ButtonRow>
            <Button onPress={() => go({ at: 'start' })}>{say(kitWords.toStart)}</Button>
          </ButtonRow>
        </div>
      )}
      <Runs title={say(historyWords.open)} rows={open} onDeleted={gone} />
      <Runs title={say(historyWords.closed)} rows={closed} onDeleted={gone} />
    </>
  )
}
