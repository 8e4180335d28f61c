import { useEffect, useId, useRef, useState } from 'react'
import type { DoubtView, SheetView } from '../../../shared/ipc/sheet-calls.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { fieldPart, whoseField } from '../../../shared/screen/sheet-groups.ts'
import { tameText } from '../../../shared/words/tame-text.ts'
import { sayName } from '../../../shared/words/settings.ts'
import { candidateWords } from '../../../shared/words/window/say-choice.ts'
import { sayServer } from '../../../shared/words/window/say-server.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { call } from '../api.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button, ButtonRow } from './button.tsx'
import { Choice, type ChoiceOption } from './choice.tsx'
import { Field } from './field.tsx'
import { ProblemBox } from './problem-box.tsx'
import { SecretField } from './secret-field.tsx'
import { ShownSecret } from './shown-secret.tsx'
import { Snippet } from './snippet.tsx'

type Settled = Input<'settleDoubt'>['settled']

interface DoubtCardProps {
  readonly sheet: SheetView
  readonly doubt: DoubtView
  /** How many doubts there are, this one with them. */
  readonly left: number
  readonly onSettled: (sheet: SheetView) => void
}

const typed = 'typed'
const leftOut = 'left-out'

/** What a choice comes to; null where there is nothing to send yet. */
function settledBy(choice: string | null, text: string): Settled | null {
  if (choice === null || (choice === typed && text === '')) return null
  if (choice === typed) return { how: 'typed', value: text }
  return choice === leftOut ? { how: 'left-out' } : { how: 'candidate', index: Number(choice) }
}

/** Readings of a doubt as they are offered: with where they stand, and passwords hidden until asked for. */
function useOptions(sheet: SheetView, doubt: DoubtView): readonly ChoiceOption[] {
  const { say, lang } = useWindow()
  const reveal = async (candidate: number): Promise<string | null> => {
    const shown = await call('revealField', { sheet: sheet.sheet, field: doubt.field, candidate })
    return shown.ok ? shown.value.value : null
  }
  const candidates = doubt.candidates.map(({ label, text, place, snippet }, index) => ({
    value: String(index),
    label: text === null ? candidateWords[label][lang] : tameText(sayServer(text, lang)),
    description: (
      <>
        {text !== null && <span className="block">{candidateWords[label][lang]}</span>}
        <Snippet snippet={snippet} line={place.line} />
      </>
    ),
    ...(doubt.secret
      ? { beside: <ShownSecret name={say(sheetsWords.candidateName, { n: index + 1 })} reveal={() => reveal(index)} /> }
      : {}),
  }))
  const none = { value: typed, label: say(candidates.length > 0 ? sheetsWords.doubtType : sheetsWords.doubtTypeOnly) }
  const without = doubt.mayLeaveOut ? [{ value: leftOut, label: say(sheetsWords.doubtLeaveOut) }] : []
  return [...candidates, none, ...without]
}

/** Choosing a reading or typing one. What was typed is let go of with the answer. */
function SettleForm({ sheet, doubt, onSettled }: Omit<DoubtCardProps, 'left'>) {
  const { say } = useWindow()
  const settle = useCall('settleDoubt')
  const options = useOptions(sheet, doubt)
  const only = options.length === 1
  const [choice, setChoice] = useState<string | null>(only || doubt.reason === 'by-person' ? typed : null)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const send = async (): Promise<void> => {
    const settled = settledBy(choice, text)
    if (settled === null) return setMissing(true)
    const next = await settle.run({ sheet: sheet.sheet, field: doubt.field, settled })
    setText('')
    if (next) onSettled(next)
  }
  const error = missing && text === '' ? say(sheetsWords.doubtEmpty) : null
  const field = { label: say(sheetsWords.doubtTypeHere), value: text, onChange: setText, error }
  return (
    <form
      className="mt-3 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {!only && (
        <Choice
          label={say(sheetsWords.doubtPick)}
          options={options}
          value={choice}
          onChange={setChoice}
          error={missing && choice === null ? say(sheetsWords.doubtMissing) : null}
        />
      )}
      {choice === typed && (doubt.secret ? <SecretField {...field} /> : <Field {...field} exact />)}
      <ButtonRow>
        <Button look="primary" type="submit" busy={settle.busy}>
          {say(sheetsWords.doubtSettle)}
        </Button>
      </ButtonRow>
      {settle.problem && <ProblemBox problem={settle.problem} provider={sheet.provider} />}
    </form>
  )
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
      <SettleForm sheet={sheet} doubt={doubt} onSettled={onSettled} />
    </section>
  )
}
