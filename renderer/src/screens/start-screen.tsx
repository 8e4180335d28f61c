import { useState } from 'react'
import type { Problem } from '../../../shared/base/problem.ts'
import { startWords } from '../../../shared/words/window/start.ts'
import { Box } from '../parts/box.tsx'
import { ScreenHeading } from '../parts/heading.tsx'
import { OpenRuns } from '../parts/open-runs.tsx'
import { PracticeOffer } from '../parts/practice-offer.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { SheetIntake } from '../parts/sheet-intake.tsx'
import type { SheetOrder } from '../read-sheets.ts'
import { useReading } from '../use-reading.ts'
import { useWindow } from '../window-state.ts'

function WhatItDoes() {
  const { say } = useWindow()
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(22rem,100%),1fr))] gap-x-8">
      <section>
        <h2 className="text-[1.125rem] font-bold">{say(startWords.does)}</h2>
        <ol className="mt-1 list-decimal pl-6">
          {[startWords.does1, startWords.does2, startWords.does3, startWords.does4].map((words) => (
            <li key={words.ja}>{say(words)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2 className="text-[1.125rem] font-bold">{say(startWords.doesNot)}</h2>
        <ul className="mt-1 list-disc pl-6">
          <li>{say(startWords.doesNot1)}</li>
          <li>{say(startWords.doesNot2)}</li>
        </ul>
      </section>
    </div>
  )
}

/** Screen 1: what this is, the sheet (dropped, chosen, typed), the rehearsal, and what was left unfinished. */
export function StartScreen() {
  const { say, go, vault, announce } = useWindow()
  const { busy, read } = useReading()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const take = async (orders: readonly SheetOrder[]): Promise<void> => {
    setProblems([])
    announce(say(startWords.reading))
    const found = await read(orders)
    if (found === null) return
    setProblems(found.problems)
    if (found.sheets.length > 0) go({ at: 'sheets', sheets: found.sheets, unread: found.problems })
  }
  return (
    <>
      <ScreenHeading lead={say(startWords.lead)}>{say(startWords.heading)}</ScreenHeading>
      <OpenRuns />
      <section className="mt-6">
        <h2 className="text-[1.375rem] leading-150 font-bold">{say(startWords.bring)}</h2>
        <SheetIntake busy={busy} onTake={(orders) => void take(orders)} />
        {problems.map((problem) => (
          <ProblemBox key={JSON.stringify(problem)} problem={problem} />
        ))}
      </section>
      <PracticeOffer busy={busy} onSheet={(file) => void take([{ source: { kind: 'file', file }, provider: null }])} />
      <Box>
        <WhatItDoes />
      </Box>
      {vault !== null && (
        <Box title={say(startWords.vaultTitle)}>
          <p className="mt-1">{say(startWords.vaultFile)}</p>
        </Box>
      )}
    </>
  )
}
