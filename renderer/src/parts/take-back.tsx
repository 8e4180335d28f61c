import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { ProblemBox } from './problem-box.tsx'

interface TakeBackProps {
  /** The one that was answered last. */
  readonly sheet: SheetView
  readonly onRead: (sheet: SheetView) => void
}

/** The way back to the question that was answered last, or out of one the person has raised. */
export function TakeBack({ sheet, onRead }: TakeBackProps) {
  const { say, announce } = useWindow()
  const back = useCall('takeAnswerBack')
  const take = async (): Promise<void> => {
    const next = await back.run({ sheet: sheet.sheet })
    if (next === null) return
    announce(say(sheetsWords.takenBack))
    onRead(next)
  }
  return (
    <div className="mt-5">
      <Button small busy={back.busy} onPress={() => void take()}>
        {say(sheetsWords.takeBack)}
      </Button>
      {back.problem && <ProblemBox problem={back.problem} provider={sheet.provider} />}
    </div>
  )
}
