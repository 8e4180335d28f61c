import { useState } from 'react'
import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { historyWords } from '../../../shared/words/window/history.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { Tick } from './choice.tsx'
import { ConfirmDialog } from './dialog.tsx'
import { ProblemBox } from './problem-box.tsx'

interface DeleteRunProps {
  readonly row: RunRow
  /** What tells this button from those of the other runs. */
  readonly name: string
  readonly onDeleted: () => void
}

/** May a password be lost with this run? Only a run seen done, or one that changed nothing, leaves none behind that nobody knows. */
const losesPassword = ({ outcome, problem }: RunRow): boolean =>
  problem !== null || outcome === 'unfinished' || outcome === 'unknown'

/** Takes a run away with everything that belongs to it, after saying what that is. */
export function DeleteRun({ row, name, onDeleted }: DeleteRunProps) {
  const { say, announce } = useWindow()
  const remove = useCall('deleteRun')
  const [asking, setAsking] = useState(false)
  const [sure, setSure] = useState(false)
  const [missing, setMissing] = useState(false)
  const risky = losesPassword(row)
  const close = (): void => {
    setAsking(false)
    setSure(false)
    setMissing(false)
  }
  const confirm = async (): Promise<void> => {
    if (risky && !sure) return setMissing(true)
    close()
    if ((await remove.run({ run: row.run, sure })) === null) return
    announce(say(historyWords.removed))
    onDeleted()
  }
  return (
    <>
      <Button
        small
        look="danger"
        busy={remove.busy}
        label={say(historyWords.removeThis, { name })}
        onPress={() => setAsking(true)}
      >
        {say(historyWords.remove)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say(historyWords.removeTitle)}
        confirm={say(historyWords.removeYes)}
        cancel={say(historyWords.removeNo)}
        danger
        onCancel={close}
        onConfirm={() => void confirm()}
      >
        <p className="font-bold">{name}</p>
        <p className="mt-2">{say(historyWords.removeWhat)}</p>
        <p className="mt-2">{say(historyWords.removeUndo)}</p>
        {risky && (
          <>
            <p className="mt-2 font-bold text-error-2">{say(historyWords.removeUnproved)}</p>
            <Tick selected={sure} onChange={setSure}>
              {say(historyWords.removeSure)}
            </Tick>
            <p role="alert" className="font-bold text-error-2">
              {missing && !sure ? say(historyWords.removeTick) : ''}
            </p>
          </>
        )}
      </ConfirmDialog>
      {remove.problem && <ProblemBox problem={remove.problem} />}
    </>
  )
}
