import { useState } from 'react'
import { startWords } from '../../../shared/words/window/start.ts'
import type { SheetOrder } from '../read-sheets.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button, ButtonRow } from './button.tsx'
import { DropZone } from './drop-zone.tsx'
import { Field } from './field.tsx'
import { ProblemBox } from './problem-box.tsx'
import { ProviderSelect } from './provider-select.tsx'

interface SheetIntakeProps {
  readonly busy: boolean
  readonly onTake: (orders: readonly SheetOrder[]) => void
}

const fromFiles = (files: readonly string[]): readonly SheetOrder[] =>
  files.map((file) => ({ source: { kind: 'file', file }, provider: null }))

/** The paper by hand: typed or pasted. What was typed holds passwords and is let go of as soon as it is handed over. */
function TypedSheet({ busy, onTake }: SheetIntakeProps) {
  const { say } = useWindow()
  const [text, setText] = useState('')
  const [provider, setProvider] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <form
      className="mt-4 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return setMissing(true)
        onTake([{ source: { kind: 'text', text }, provider: provider === '' ? null : provider }])
      }}
    >
      <Field
        label={say(startWords.typeHeading)}
        description={`${say(startWords.typeHelp)}\n${say(startWords.typeExample)}`}
        error={missing && text.trim() === '' ? say(startWords.typeEmpty) : null}
        value={text}
        onChange={setText}
        rows={8}
        autoFocus
      />
      <ProviderSelect value={provider} onChange={setProvider} none={say(startWords.whoseUnsure)} />
      <div>
        <Button look="primary" type="submit" busy={busy}>
          {say(startWords.typeRead)}
        </Button>
      </div>
    </form>
  )
}

/** Three ways to hand over a paper: drop it, choose it, type it. */
export function SheetIntake({ busy, onTake }: SheetIntakeProps) {
  const { say } = useWindow()
  const choose = useCall('chooseSheets')
  const [typing, setTyping] = useState(false)
  const chooseFiles = async (): Promise<void> => {
    const chosen = await choose.run({})
    if (chosen && chosen.files.length > 0) onTake(fromFiles(chosen.files))
  }
  return (
    <>
      <DropZone
        onDrop={(dropped) =>
          onTake(
            dropped.kind === 'files'
              ? fromFiles(dropped.files)
              : [{ source: { kind: 'text', text: dropped.text }, provider: null }],
          )
        }
      >
        <p className="font-bold">{say(startWords.drop)}</p>
        <p className="text-solid-gray-700">{say(startWords.kinds)}</p>
        <ButtonRow>
          <Button look={typing ? 'secondary' : 'primary'} busy={busy || choose.busy} onPress={() => void chooseFiles()}>
            {say(startWords.choose)}
          </Button>
          <Button expanded={typing} onPress={() => setTyping(!typing)}>
            {say(startWords.type)}
          </Button>
        </ButtonRow>
      </DropZone>
      {choose.problem && <ProblemBox problem={choose.problem} />}
      {typing && <TypedSheet busy={busy} onTake={onTake} />}
    </>
  )
}
