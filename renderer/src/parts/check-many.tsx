import { useState } from 'react'
import { supportWords } from '../../../shared/words/window/support.ts'
import { call } from '../api.ts'
import { checkList, useLiveCheck } from '../live-check.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Folded } from './box.tsx'
import { Button, ButtonRow } from './button.tsx'
import { CheckTable } from './check-table.tsx'
import { Tick } from './choice.tsx'
import { ProblemBox } from './problem-box.tsx'

/** The columns the list must have, and what stands in them. */
const listForm = [
  'address,userName,incoming,outgoing,password',
  'taro@example.jp,taro,pop3s://mail.example.jp:995,smtp://mail.example.jp:587,……',
].join('\n')

/** The whole result as a file: what is shown is what fits a screen. */
function SaveChecked() {
  const { say } = useWindow()
  const save = useCall('saveChecked')
  const [file, setFile] = useState<string | null>(null)
  const begin = async (): Promise<void> => {
    const saved = await save.run({})
    if (saved) setFile(saved.file)
  }
  return (
    <>
      <ButtonRow>
        <Button busy={save.busy} onPress={() => void begin()}>
          {say(supportWords.saveChecked)}
        </Button>
      </ButtonRow>
      <p role="status" className="mt-2 break-all">
        {file !== null && say(supportWords.savedChecked, { file })}
      </p>
      {save.problem && <ProblemBox problem={save.problem} />}
    </>
  )
}

/** Checks a whole list of mailboxes, changing nothing; what fails is in view first. */
export function CheckMany() {
  const { say } = useWindow()
  const live = useLiveCheck()
  const choose = useCall('chooseList')
  const [onlyFailed, setOnlyFailed] = useState(true)
  const busy = live !== null && live.counts === null && live.problem === null
  const begin = async (): Promise<void> => {
    const file = (await choose.run({}))?.file ?? null
    if (file !== null) await checkList(file)
  }
  const rows = (live?.rows ?? []).filter(({ ok }) => !ok || !onlyFailed)
  const done = live?.rows.length ?? 0
  return (
    <section className="mt-10">
      <h2 className="text-[1.25rem] font-bold">{say(supportWords.check)}</h2>
      <p className="mt-1">{say(supportWords.listWhat)}</p>
      <Folded title={say(supportWords.listForm)}>
        <p>{say(supportWords.listFormText)}</p>
        <pre className="mt-1 font-mono text-[0.875rem] break-all whitespace-pre-wrap">{listForm}</pre>
      </Folded>
      <ButtonRow>
        <Button busy={busy || choose.busy} onPress={() => void begin()}>
          {say(supportWords.choose)}
        </Button>
        {busy && <Button onPress={() => void call('stopRun', { run: null })}>{say(supportWords.stop)}</Button>}
      </ButtonRow>
      {choose.problem && <ProblemBox problem={choose.problem} />}
      {live?.problem && <ProblemBox problem={live.problem} />}
      {live !== null && (
        <>
          <p className="mt-4 break-all">{say(supportWords.chosen, { file: live.file })}</p>
          <p role="status" className="font-bold">
            {live.counts === null
              ? busy && say(supportWords.checking, { done })
              : say(supportWords.checked, { done: live.counts.ok + live.counts.failed, ...live.counts })}
          </p>
          <Tick selected={onlyFailed} onChange={setOnlyFailed}>
            {say(supportWords.onlyFailed)}
          </Tick>
          <CheckTable rows={rows} />
          {live.counts !== null && done > 0 && <SaveChecked />}
        </>
      )}
    </section>
  )
}
