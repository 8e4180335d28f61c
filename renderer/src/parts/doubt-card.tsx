import { useEffect, useId, useRef } from 'react'
import type { DoubtView, SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { fieldPart, whoseField } from '../../../shared/screen/sheet-groups.ts'
import { sayName } from '../../../shared/words/settings.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { useWindow } from '../window-state.ts'
import { SettleDoubt } from './settle-doubt.tsx'

interface DoubtCardProps {
  readonly sheet: SheetView
  readonly doubt: DoubtView
  /** How many doubts there are, this one with them. */
  readonly left: number
  readonly onSettled: (sheet: SheetView) => void
}

/** One doubt, one decision: what is uncertain and why, the possible readings beside where they stand, or typing it anew. */
export function DoubtCard({ sheet, doubt, left, onSettled }: DoubtCardProps) {
  const { say, lang } = useWindow()
  const id = useId()
  const card = useRef<HTMLElement>(null)
  const { part } = fieldPart(doubt.field)
  const name = doubt.term === '' ? sayName(part, lang) : doubt.term
  const whose = whoseField(sheet, doubt.field)
  useEffect(() => card.current?.focus(), [])
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby={id}
      className="mt-6 rounded-8 border-2 border-yellow-900 bg-yellow-50 px-5 py-4"
    >
      <h2 id={id} className="text-[1.125rem] font-bold">
        {left === 1 ? say(sheetsWords.doubtLast) : say(sheetsWords.doubt, { left })}
      </h2>
      <p className="mt-1">
        {whose !== null && say(sheetsWords.doubtWhose, { whose })}
        {say(doubt.reason === 'by-person' ? sheetsWords.doubtCorrect : sheetsWords.doubtText, { name, reason: doubt.reason })}
        {doubt.secret && doubt.candidates.length > 0 && <> {say(sheetsWords.doubtSecret)}</>}
      </p>
      <SettleDoubt sheet={sheet} doubt={doubt} onSettled={onSettled} />
    </section>
  )
}
