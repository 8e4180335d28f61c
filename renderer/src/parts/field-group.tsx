import type { SheetGroup } from '../../../shared/screen/sheet-groups.ts'
import { sayRealms } from '../../../shared/words/settings.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { useWindow } from '../window-state.ts'
import { type FieldHands, FieldRow } from './field-row.tsx'

interface FieldGroupProps {
  readonly group: SheetGroup
  /** One mailbox needs no number. */
  readonly alone: boolean
  readonly hands: FieldHands
}

/** One mailbox (or the contract, or another sign-in) of a sheet: every field with its value and where it stands on the paper. */
export function FieldGroup({ group, alone, hands }: FieldGroupProps) {
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
          <FieldRow key={field.field} field={field} whose={whose} hands={hands} />
        ))}
      </dl>
    </section>
  )
}
