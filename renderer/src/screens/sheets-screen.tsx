import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../shared/base/problem.ts'
import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import type { InBoth } from '../../../shared/words/lang.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { startWords } from '../../../shared/words/window/start.ts'
import { readyForPlan, replaced } from '../flow.ts'
import { Button, ButtonRow } from '../parts/button.tsx'
import { DoubtCard } from '../parts/doubt-card.tsx'
import { ScreenHeading } from '../parts/heading.tsx'
import { useLeave } from '../parts/leave-question.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { SheetCard } from '../parts/sheet-card.tsx'
import { SheetIntake } from '../parts/sheet-intake.tsx'
import { TakeBack } from '../parts/take-back.tsx'
import type { SheetOrder } from '../read-sheets.ts'
import { useReading } from '../use-reading.ts'
import { useWindow } from '../window-state.ts'

interface SheetsScreenProps {
  readonly sheets: readonly SheetView[]
  readonly unread: readonly Problem[]
}

const doubtsOf = (sheets: readonly SheetView[]) => sheets.flatMap((sheet) => sheet.doubts.map((doubt) => ({ sheet, doubt })))

/** What is to be done here, in a sentence. */
function leadOf(sheets: readonly SheetView[]): InBoth {
  const [first] = doubtsOf(sheets)
  if (first) return first.doubt.reason === 'by-person' ? sheetsWords.leadCorrect : sheetsWords.leadDoubts
  return readyForPlan(sheets) ? sheetsWords.lead : sheetsWords.leadProblem
}

/** The way on once all is settled; until then, what has to be done first. */
function Onward({ sheets }: Pick<SheetsScreenProps, 'sheets'>) {
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

/** Takes the focus from the last question, which is gone, and says so. */
function AllSettled() {
  const { say } = useWindow()
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <p ref={box} tabIndex={-1} className="mt-6 rounded-8 border border-l-8 border-success-2 bg-green-50 px-5 py-4 font-bold">
      {say(sheetsWords.settledAll)}
    </p>
  )
}

interface FootProps {
  readonly sheets: readonly SheetView[]
  readonly onRead: (sheets: readonly SheetView[], problems: readonly Problem[]) => void
}

/** What can be pressed at the foot: on, another paper beside those that are here, or anew. */
function Foot({ sheets, onRead }: FootProps) {
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

type Papers = Pick<SheetsScreenProps, 'sheets' | 'unread'>

/** Changes what stands here, always from how it stands by then: a paper takes its time to be read, and meanwhile others are settled. */
function usePapers({ sheets, unread }: Papers): (next: (now: Papers) => Papers) => Papers {
  const { go } = useWindow()
  const now = useRef<Papers>({ sheets, unread })
  useEffect(() => {
    now.current = { sheets, unread }
  }, [sheets, unread])
  return (next) => {
    now.current = next(now.current)
    go(now.current.sheets.length === 0 ? { at: 'start' } : { at: 'sheets', ...now.current })
    return now.current
  }
}

/** Screen 2: what was read off each paper, doubts one at a time and first. Nothing proceeds with an unanswered one. */
export function SheetsScreen({ sheets, unread }: SheetsScreenProps) {
  const { say, announce } = useWindow()
  // The paper that was answered last; its question comes back first.
  const [last, setLast] = useState<string | null>(null)
  const doubts = doubtsOf(sheets)
  const [first] = doubts
  const back = sheets.find(({ sheet, mayGoBack }) => mayGoBack && sheet === last) ?? sheets.findLast(({ mayGoBack }) => mayGoBack)
  const change = usePapers({ sheets, unread })
  const replace = (sheet: SheetView): readonly SheetView[] =>
    change((now) => ({ ...now, sheets: replaced(now.sheets, sheet) })).sheets
  const settled = (sheet: SheetView): void => {
    const left = doubtsOf(replace(sheet)).length
    announce(left === 0 ? say(sheetsWords.settledAll) : say(sheetsWords.doubt, { left }))
    setLast(sheet.sheet)
  }
  return (
    <>
      <ScreenHeading lead={say(leadOf(sheets))}>{say(sheetsWords.heading)}</ScreenHeading>
      {unread.map((problem) => (
        <ProblemBox key={JSON.stringify(problem)} problem={problem} focus={false} />
      ))}
      {!first && last !== null && readyForPlan(sheets) && <AllSettled />}
      {first && (
        <DoubtCard key={`${first.sheet.sheet} ${first.doubt.field}`} {...first} left={doubts.length} onSettled={settled} />
      )}
      {back && <TakeBack sheet={back} onRead={settled} />}
      {sheets.map((sheet) => (
        <SheetCard
          key={sheet.sheet}
          sheet={sheet}
          alone={sheets.length === 1}
          onRead={(next) => {
            replace(next)
            setLast(next.sheet)
          }}
          onPutAway={() => change((now) => ({ ...now, sheets: now.sheets.filter((one) => one.sheet !== sheet.sheet) }))}
        />
      ))}
      <Foot
        sheets={sheets}
        onRead={(more, problems) => change((now) => ({ sheets: [...now.sheets, ...more], unread: problems }))}
      />
    </>
  )
}
