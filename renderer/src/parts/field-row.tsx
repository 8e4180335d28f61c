import type { SheetFieldView } from '../../../shared/ipc/sheet-calls.ts'
import { fieldPart } from '../../../shared/screen/sheet-groups.ts'
import { sayName, sayRealms } from '../../../shared/words/settings.ts'
import type { Lang } from '../../../shared/words/lang.ts'
import { tameText } from '../../../shared/words/tame-text.ts'
import { sayServer } from '../../../shared/words/window/say-server.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { ShownSecret } from './shown-secret.tsx'
import { Snippet } from './snippet.tsx'

/** What can be done with the fields of a sheet. */
export interface FieldHands {
  readonly reveal: (field: string) => Promise<string | null>
  /** The person says that it is not right. */
  readonly correct: (field: string) => void
}

/** What a field is to people: a password by what it opens, everything else by its plain name. */
function nameField({ field, secret, realms }: Pick<SheetFieldView, 'field' | 'secret' | 'realms'>, lang: Lang): string {
  const said = secret ? sayRealms(realms, lang) : ''
  return said === '' ? sayName(fieldPart(field).part, lang) : said
}

interface FieldRowProps {
  readonly field: SheetFieldView
  /** The mailbox or sign-in it belongs to, as far as it can be told. */
  readonly whose: string | null
  readonly hands: FieldHands
}

const NameOnPaper = ({ field }: Pick<FieldRowProps, 'field'>) => {
  const { say, lang } = useWindow()
  return (
    <dt>
      {nameField(field, lang)}
      {field.confidence === 'doubtful' && (
        <strong className="ml-2 rounded-4 border border-yellow-900 bg-yellow-50 px-1 text-[0.875rem]">
          {say(sheetsWords.toCheck)}
        </strong>
      )}
      {field.term !== null && (
        <span className="block text-[0.875rem] leading-150 text-solid-gray-700" lang="ja">
          {say(sheetsWords.term, { term: field.term })}
        </span>
      )}
    </dt>
  )
}

function Value({ field, name, reveal }: Pick<FieldRowProps, 'field'> & Pick<FieldHands, 'reveal'> & { readonly name: string }) {
  const { say, lang } = useWindow()
  if (!field.present) return <strong>{say(sheetsWords.notThere)}</strong>
  if (!field.secret) return <span className="font-bold break-all">{tameText(sayServer(field.value ?? '', lang))}</span>
  return <ShownSecret name={name} reveal={() => reveal(field.field)} />
}

/** One field: its name, what it was read as with the way to correct it, and below that its place on the paper (`Snippet`, all that is shown of the paper). */
export function FieldRow({ field, whose, hands }: FieldRowProps) {
  const { say, lang } = useWindow()
  const own = nameField(field, lang)
  const name = whose === null ? own : say(sheetsWords.secretOf, { whose, name: own })
  return (
    <div className="grid gap-x-6 gap-y-1 border-b border-solid-gray-200 py-3 md:grid-cols-[13rem_1fr]">
      <NameOnPaper field={field} />
      <dd className="min-w-0">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <Value field={field} name={name} reveal={hands.reveal} />
          {field.present && (
            <Button small look="quiet" label={say(sheetsWords.correctWhat, { name })} onPress={() => hands.correct(field.field)}>
              {say(sheetsWords.correct)}
            </Button>
          )}
        </div>
        <Snippet snippet={field.snippet} line={field.place?.line ?? null} />
      </dd>
    </div>
  )
}
