import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../shared/base/problem.ts'
import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import type { InBoth } from '../../../shared/words/lang.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { doubtsOf, readyForPlan, replaced } from '../flow.ts'
import { DoubtCard } from '../parts/doubt-card.tsx'
import { ScreenHeading } from '../parts/heading.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { SheetCard } from '../parts/sheet-card.tsx'
import { SheetsFoot } from '../parts/sheets-foot.tsx'
import { TakeBack } from '../parts/take-back.tsx'
import { useWindow } from '../window-state.ts'

interface SheetsScreenProps {
  readonly sheets: readonly SheetView[]
  readonly unread: readonly Problem[]
}

/** What is to be done here, in a sentence. */
function leadOf(sheets: readonly SheetView[]): InBoth {
  const [first] = doubtsOf(sheets)
  if (first) return first.doubt.reason === 'by-person' ? sheetsWords.leadCorrect : sheetsWords.leadDoubts
  return readyForPlan(sheets) ? sheetsWords.lead : sheetsWords.leadProblem
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
      <SheetsFoot
        sheets={sheets}
        onRead={(more, problems) => change((now) => ({ sheets: [...now.sheets, ...more], unread: problems }))}
      />
    </>
  )
}
