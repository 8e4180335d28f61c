import { useState } from 'react'
import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { groupFields, isTyped } from '../../../shared/screen/sheet-groups.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { useCall } from '../use-call.ts'
import { baseName, providerOf, useWindow } from '../window-state.ts'
import { Box } from './box.tsx'
import { Button } from './button.tsx'
import { FieldGroup } from './field-group.tsx'
import { ProblemBox } from './problem-box.tsx'
import { ProviderSelect } from './provider-select.tsx'

interface SheetCardProps {
  readonly sheet: SheetView
  /** It is the only one: put away by choosing anew. */
  readonly alone: boolean
  readonly onRead: (sheet: SheetView) => void
  readonly onPutAway: () => void
}

const recognised = {
  title: sheetsWords.byTitle,
  labels: sheetsWords.byLabels,
  domain: sheetsWords.byDomain,
  person: sheetsWords.byPerson,
} as const

function Whose({ sheet }: { readonly sheet: SheetView }) {
  const { say, about, lang } = useWindow()
  const known = providerOf(about, sheet.provider)
  return (
    <p className="mt-1">
      {say(sheetsWords.provider)}:{' '}
      <strong>{known ? known.name[lang] : (sheet.provider ?? say(sheetsWords.unknownProvider))}</strong>
      {sheet.why !== null && known && (
        <span className="text-solid-gray-700"> ({say(recognised[sheet.why.by], { words: sheet.why.words })})</span>
      )}
    </p>
  )
}

/** The way on where nobody knows whose the paper is: the person does. */
function NameProvider({ sheet, onRead }: Pick<SheetCardProps, 'sheet' | 'onRead'>) {
  const { say, about } = useWindow()
  const name = useCall('nameProvider')
  const [provider, setProvider] = useState(sheet.provider ?? about.providers.find(({ practice }) => !practice)?.id ?? '')
  const read = async (): Promise<void> => {
    const next = await name.run({ sheet: sheet.sheet, provider })
    if (next) onRead(next)
  }
  return (
    <div className="mt-4 flex flex-col gap-3">
      <ProviderSelect label={say(sheetsWords.chooseProvider)} value={provider} onChange={setProvider} />
      <div>
        <Button look="primary" busy={name.busy} onPress={() => void read()}>
          {say(sheetsWords.readAgain)}
        </Button>
      </div>
      {name.problem && <ProblemBox problem={name.problem} provider={provider} />}
    </div>
  )
}

/** One paper: whose it is, how that was told, and everything that was read off it. */
export function SheetCard({ sheet, alone, onRead, onPutAway }: SheetCardProps) {
  const { say } = useWindow()
  const reveal = useCall('revealField')
  const away = useCall('putSheetAway')
  const question = useCall('questionField')
  const groups = groupFields(sheet)
  const oneMailbox = groups.filter(({ kind }) => kind === 'mailbox').length === 1
  const show = async (field: string): Promise<string | null> =>
    (await reveal.run({ sheet: sheet.sheet, field, candidate: null }))?.value ?? null
  const correct = async (field: string): Promise<void> => {
    const next = await question.run({ sheet: sheet.sheet, field })
    if (next) onRead(next)
  }
  const hands = { reveal: show, correct: (field: string) => void correct(field) }
  const file = isTyped(sheet) ? say(sheetsWords.typed) : say(sheetsWords.file, { file: baseName(sheet.file) })
  // What a question above asks for is not missing yet: a red box beside it would only say that all is lost.
  const stuck = sheet.doubts.length === 0 ? sheet.problem : null
  const putAway = async (): Promise<void> => {
    await away.run({ sheet: sheet.sheet })
    onPutAway()
  }
  return (
    <Box title={file}>
      <Whose sheet={sheet} />
      {stuck && <ProblemBox problem={stuck} provider={sheet.provider} focus={false} />}
      {(stuck || sheet.provider === null) && <NameProvider sheet={sheet} onRead={onRead} />}
      {groups.map((group) => (
        <FieldGroup key={group.key} group={group} alone={oneMailbox} hands={hands} />
      ))}
      {sheet.fields.some(({ secret }) => secret) && <p className="mt-3 text-solid-gray-700">{say(sheetsWords.hiddenNote)}</p>}
      {reveal.problem && <ProblemBox problem={reveal.problem} />}
      {question.problem && <ProblemBox problem={question.problem} />}
      {!alone && (
        <div className="mt-4">
          <Button small busy={away.busy} onPress={() => void putAway()}>
            {say(sheetsWords.putAway)}
          </Button>
        </div>
      )}
    </Box>
  )
}
