import { useState } from 'react'
import type { DoubtView, SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button, ButtonRow } from './button.tsx'
import { Choice } from './choice.tsx'
import { settledBy, typed, useDoubtOptions } from './doubt-options.tsx'
import { Field } from './field.tsx'
import { ProblemBox } from './problem-box.tsx'
import { SecretField } from './secret-field.tsx'

interface SettleDoubtProps {
  readonly sheet: SheetView
  readonly doubt: DoubtView
  readonly onSettled: (sheet: SheetView) => void
}

/** Choosing a reading or typing one. What was typed is let go of with the answer. */
export function SettleDoubt({ sheet, doubt, onSettled }: SettleDoubtProps) {
  const { say } = useWindow()
  const settle = useCall('settleDoubt')
  const options = useDoubtOptions(sheet, doubt)
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
