import { useState } from 'react'
import type { Problem } from '../../../shared/base/problem.ts'
import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { historyWords } from '../../../shared/words/window/history.ts'
import { sayProblemInWindow } from '../../../shared/words/window/say-in-window.ts'
import { call } from '../api.ts'
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

/** Its plan, the journal's first line, cannot be read: nobody knows what was kept for it, so nothing of it can be shown or taken out of the store. */
const isUnreadable = ({ problem, addresses }: RunRow): boolean => problem !== null && addresses.length === 0

/** What stands against it, and what the person has said to that. */
interface Against {
  /** Why the run may still be needed, as the main process says once it is asked; null: it has not said so. */
  readonly needed: Problem | null
  readonly sure: boolean
  readonly missing: boolean
}
const nothing: Against = { needed: null, sure: false, missing: false }

interface WhatGoesProps {
  readonly row: RunRow
  readonly against: Against
  readonly onSure: (sure: boolean) => void
}

/** What is taken away, what may be lost with it, and the tick that this is known. */
function WhatGoes({ row, against: { needed, sure, missing }, onSure }: WhatGoesProps) {
  const { say, lang } = useWindow()
  const unreadable = isUnreadable(row)
  const unproved = losesPassword(row)
  return (
    <>
      <p className="mt-2">{say(unreadable ? historyWords.removeWhatLeft : historyWords.removeWhat)}</p>
      <p className="mt-2">{say(historyWords.removeUndo)}</p>
      <div aria-live="polite">
        {unproved && (
          <p className="mt-2 font-bold text-error-2">
            {say(unreadable ? historyWords.removeUnreadable : historyWords.removeUnproved)}
          </p>
        )}
        {needed && <p className="mt-2 font-bold text-error-2">{sayProblemInWindow(needed, lang).text}</p>}
      </div>
      {(unproved || needed) && (
        <>
          <Tick selected={sure} onChange={onSure}>
            {say(unreadable ? historyWords.removeSureLost : historyWords.removeSure)}
          </Tick>
          <p role="alert" className="font-bold text-error-2">
            {missing && !sure ? say(historyWords.removeTick) : ''}
          </p>
        </>
      )}
    </>
  )
}

/**
 * Takes a run away with everything that belongs to it, after saying what that is. Where it may still be needed the question stays, with the reason
 * and a tick to be made: at the end of a visit, a run of ten minutes ago is the one that is to be wiped.
 */
export function DeleteRun({ row, name, onDeleted }: DeleteRunProps) {
  const { say, announce } = useWindow()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [against, setAgainst] = useState<Against>(nothing)
  const { needed, sure } = against
  const unproved = losesPassword(row)
  const close = (): void => {
    setAsking(false)
    setAgainst(nothing)
  }
  const confirm = async (): Promise<void> => {
    if ((unproved || needed !== null) && !sure) return setAgainst({ ...against, missing: true })
    setBusy(true)
    setProblem(null)
    const gone = await call('deleteRun', { run: row.run, sure })
    setBusy(false)
    if (!gone.ok && gone.problem.code === 'run-needed' && !sure) return setAgainst({ ...nothing, needed: gone.problem })
    close()
    if (!gone.ok) return setProblem(gone.problem)
    announce(say(historyWords.removed))
    onDeleted()
  }
  return (
    <>
      <Button small look="danger" busy={busy} label={say(historyWords.removeThis, { name })} onPress={() => setAsking(true)}>
        {say(historyWords.remove)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say(historyWords.removeTitle)}
        confirm={say(historyWords.removeYes)}
        cancel={say(historyWords.removeNo)}
        danger
        busy={busy}
        onCancel={close}
        onConfirm={() => void confirm()}
      >
        <p className="font-bold">{name}</p>
        <WhatGoes row={row} against={against} onSure={(next) => setAgainst({ ...against, sure: next })} />
      </ConfirmDialog>
      {problem && <ProblemBox problem={problem} />}
    </>
  )
}
