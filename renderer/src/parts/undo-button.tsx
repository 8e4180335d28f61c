import { useState } from 'react'
import { doneWords } from '../../../shared/words/window/done.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { ConfirmDialog } from './dialog.tsx'

interface UndoButtonProps {
  /** The password at the provider is the new one: old settings will not work with it. */
  readonly changed: boolean
  /** It was begun and has not come to its end: then it is the first way on. */
  readonly begun?: boolean
  readonly onUndo: () => void
}

/** Puts the mail program's settings back, after saying what that leads to. */
export function UndoButton({ changed, begun = false, onUndo }: UndoButtonProps) {
  const { say } = useWindow()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button look={begun ? 'primary' : 'danger'} onPress={() => setAsking(true)}>
        {say(begun ? doneWords.undoFinish : doneWords.undo)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={say(doneWords.undoTitle)}
        confirm={say(doneWords.undoYes)}
        cancel={say(doneWords.undoNo)}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onUndo()
        }}
      >
        <p>{say(doneWords.undoPlain)}</p>
        {changed && <p className="mt-2">{say(doneWords.undoChanged)}</p>}
      </ConfirmDialog>
    </>
  )
}
