import { type ReactNode, useState } from 'react'
import { frameWords } from '../../../shared/words/window/frame.ts'
import { losesWork } from '../flow.ts'
import { useWindow } from '../window-state.ts'
import { ConfirmDialog } from './dialog.tsx'

interface Leaving {
  /** Goes, or asks first where something would be lost by it. */
  readonly leave: (away: () => void) => void
  /** The question, where it stands; to be drawn beside what was pressed. */
  readonly question: ReactNode
}

/** Leaving the screen that stands: work half done is not thrown away without a word. */
export function useLeave(): Leaving {
  const { say, place } = useWindow()
  const [away, setAway] = useState<(() => void) | null>(null)
  const question = (
    <ConfirmDialog
      open={away !== null}
      title={say(frameWords.leaveTitle)}
      confirm={say(frameWords.leaveYes)}
      cancel={say(frameWords.leaveNo)}
      onCancel={() => setAway(null)}
      onConfirm={() => {
        setAway(null)
        away?.()
      }}
    >
      <p>{say(frameWords.leaveWhat)}</p>
    </ConfirmDialog>
  )
  return { leave: (next) => (losesWork(place) ? setAway(() => next) : next()), question }
}
