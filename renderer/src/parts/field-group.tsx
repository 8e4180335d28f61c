import type { SheetFieldView } from '../../../shared/ipc/sheet-calls.ts'
import { fieldPart, type SheetGroup } from '../../../shared/screen/sheet-groups.ts'
import { sayName, sayRealms } from '../../../shared/words/settings.ts'
import type { Lang } from '../../../shared/words/lang.ts'
import { tameText } from '../../../shared/words/tame-text.ts'
import { sayServer } from '../../../shared/words/window/say-server.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { useWindow } from '../window-state.ts'
import { ShownSecret } from './shown-secret.tsx'
import { Snippet } from './snippet.tsx'

/** What a field is to people: a password by what it opens, everything else by its plain name. */
export function nameField({ field, secret, realms }: Pick<SheetFieldView, 'field' | 'secret' | 'realms'>, lang: Lang): string {
  const said = secret ? sayRealms(realms, lang) : ''
  return said === '' ? sayName(fieldPart(field).part, lang) : said
}

interface FieldGroupProps {
  readonly group: SheetGroup
  /** One mailbox needs no number. */
  readonly alone: boolean
  readonly reveal: (field: string) => Promise<string | null>
}

function Value({
  field,
  whose,
  reveal,
}: { readonly field: SheetFieldView; readonly whose: string | null } & Pick<FieldGroupProps, 'reveal'>) {
  const { say, lang } = useWindow()
  if (!field.present) return <strong>{say(sheetsWords.notThere)}</strong>
  if (!field.secret) return <span className="font-bold break-all">{tameText(sayServer(field.value ?? '', lang))}</span>
  const name = nameField(field, lang)
  return (
    <ShownSecret name={whose === null ? name : say(sheetsWords.secretOf, { whose, name })} reveal={() => reveal(field.field)} />
  )
}

function Row({
  field,
  whose,
  reveal,
}: { readonly field: SheetFieldView; readonly whose: string | null } & Pick<FieldGroupProps, 'reveal'>) {
  const { say, lang } = useWindow()
  return (
    <div className="grid gap-x-6 gap-y-1 border-b border-solid-gray-200 py-3 md:grid-cols-[13rem_1fr]">
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
      <dd className="min-w-0">
        <Value field={field} whose={whose} reveal={reveal} />
        <Snippet snippet={field.snippet} line={field.place?.line ?? null} />
      </dd>
    </div>
  )
}

/** One mailbox (or the contract, or another sign-in) of a sheet: every field with its value and where it stands on the paper. */
export function FieldGroup({ group, alone, reveal }: FieldGroupProps) {
  const { say, lang } = useWindow()
  const { kind, number, whose, fields } = group
  const realms = fields.find(({ secret }) => secret)?.realms ?? []
  const title =
    kind === 'contract'
      ? say(sheetsWords.contract)
      : kind === 'mailbox'
        ? say(alone ? sheetsWords.mailbox : sheetsWords.mailboxNo, { n: number })
        : realms.length > 0
          ? say(sheetsWords.signInFor, { realms: sayRealms(realms, lang) })
          : say(sheetsWords.signIn)
  return (
    <section className="mt-5">
      <h3 className="font-bold text-blue-1000">
        {title}
        {whose !== null && kind === 'mailbox' && !alone && <> {whose}</>}
      </h3>
      <dl className="border-t border-solid-gray-420">
        {fields.map((field) => (
          <Row key={field.field} field={field} whose={whose} reveal={reveal} />
        ))}
      </dl>
    </section>
  )
}
