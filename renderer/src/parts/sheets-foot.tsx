import { useState } from 'react'
import type { Problem } from '../../../shared/base/problem.ts'
import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { startWords } from '../../../shared/words/window/start.ts'
import { doubtsOf, readyForPlan } from '../flow.ts'
import type { SheetOrder } from '../read-sheets.ts'
import { useReading } from '../use-reading.ts'
import { useWindow } from '../window-state.ts'
import { Button, ButtonRow } from './button.tsx'
import { useLeave } from './leave-question.tsx'
import { SheetIntake } from './sheet-intake.tsx'

/** The way on once all is settled; until then, what has to be done first. */
function Onward({ sheets }: Pick<SheetsFootProps, 'sheets'>) {
  const { say, go } = useWindow()
  if (readyForPlan(sheets))
    return (
      <Button look="primary" onPress={() => go({ at: 'plan', sheets })}>
        {say(sheetsWords.go)}
      </Button>
    )
  const reason = doubtsOf(sheets).length > 0 ? sheetsWords.goBlocked : sheetsWords.goProblem
  return <p className="w-full font-bold">{say(reason)}</p>
}

interface SheetsFootProps {
  readonly sheets: readonly SheetView[]
  readonly onRead: (sheets: readonly SheetView[], problems: readonly Problem[]) => void
}

/** What can be pressed at the foot: on, another paper beside those that are here, or anew. */
export function SheetsFoot({ sheets, onRead }: SheetsFootProps) {
  const { say, go } = useWindow()
  const [adding, setAdding] = useState(false)
  const { busy, read } = useReading()
  const { leave, question } = useLeave()
  const add = async (orders: readonly SheetOrder[]): Promise<void> => {
    const found = await read(orders)
    if (found === null) return
    setAdding(false)
    onRead(found.sheets, found.problems)
  }
  return (
    <>
      <ButtonRow>
        <Onward sheets={sheets} />
        <Button expanded={adding} onPress={() => setAdding(!adding)}>
          {say(sheetsWords.another)}
        </Button>
        <Button look="quiet" onPress={() => leave(() => go({ at: 'start' }))}>
          {say(sheetsWords.restart)}
        </Button>
        {question}
      </ButtonRow>
      {adding && (
        <section aria-label={say(startWords.bring)}>
          <SheetIntake busy={busy} onTake={(orders) => void add(orders)} />
        </section>
      )}
    </>
  )
}
