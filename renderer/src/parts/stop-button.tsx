import { useState } from 'react'
import type { StopMeaning } from '../../../shared/screen/stop-meaning.ts'
import { runWords, stopMeaningWords } from '../../../shared/words/window/run.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { ConfirmDialog } from './dialog.tsx'

interface StopButtonProps {
  /** What stopping means at this instant: the sentence follows it while the dialog is open. */
  readonly meaning: StopMeaning
  readonly stopping: boolean
  readonly onStop: () => void
}

/** Lets the person stop, and says before what that means now. */
export function StopButton({ meaning, stopping, onStop }: StopButtonProps) {
  const { say } = useWindow()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button look="danger" busy={stopping} onPress={() => setAsking(true)}>
        {say(runWords.stop)}
      </Button>
      <ConfirmDialog
        open={asking && !stopping}
        title={say(runWords.stopTitle)}
        confirm={say(runWords.stopYes)}
        cancel={say(runWords.stopNo)}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onStop()
        }}
      >
        <p aria-live="polite">{say(stopMeaningWords[meaning], { resume: say(wayNames.resume) })}</p>
      </ConfirmDialog>
    </>
  )
}
