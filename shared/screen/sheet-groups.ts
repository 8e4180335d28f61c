import type { SheetFieldView, SheetView } from '../ipc/sheet-calls.ts'

/** What of a sheet belongs together: the contract, one mailbox, or one sign-in that opens no mailbox. */
export interface SheetGroup {
  readonly key: string
  readonly kind: 'contract' | 'mailbox' | 'signIn'
  /** Which of its kind, counted from 1. */
  readonly number: number
  /** Whose it is, as far as it can be told: the address, the user name. */
  readonly whose: string | null
  readonly fields: readonly SheetFieldView[]
}

/** `mailboxes[1].password` taken apart; what belongs to no list is the contract's. */
export function fieldPart(field: string): {
  readonly list: 'mailboxes' | 'signIns' | null
  readonly index: number
  readonly part: string
} {
  const found = /^(mailboxes|signIns)\[(\d+)\]\.(.+)$/.exec(field)
  if (!found) return { list: null, index: 0, part: field }
  return { list: found[1] === 'mailboxes' ? 'mailboxes' : 'signIns', index: Number(found[2]), part: found[3]! }
}

/** Was the paper typed or pasted? It goes by the name of its sheet then, and is nowhere but here. */
export const isTyped = ({ file, sheet }: Pick<SheetView, 'file' | 'sheet'>): boolean => file === `${sheet}.txt`

const partOrder = ['customerName', 'memberNumber', 'address', 'userName', 'password', 'incoming', 'outgoing']
const rank = ({ field }: SheetFieldView): number => {
  const at = partOrder.indexOf(fieldPart(field).part)
  return at < 0 ? partOrder.length : at
}

const kinds = { mailboxes: 'mailbox', signIns: 'signIn' } as const

/** The value that says whose a list's item is. */
const whoseOf = (fields: readonly SheetFieldView[]): string | null => {
  const named = (part: string) => fields.find(({ field }) => fieldPart(field).part === part)?.value ?? null
  return named('address') ?? named('userName')
}

const order = (key: string): number => (key === 'contract' ? 0 : key.startsWith('mailboxes') ? 1 : 2)

/** A sheet's fields by what they belong to: the contract first, then mailbox by mailbox, then what else signs in somewhere. */
export function groupFields({ fields }: Pick<SheetView, 'fields'>): readonly SheetGroup[] {
  const groups = new Map<string, SheetFieldView[]>()
  for (const field of fields) {
    const { list, index } = fieldPart(field.field)
    const key = list === null ? 'contract' : `${list}[${index}]`
    groups.set(key, [...(groups.get(key) ?? []), field])
  }
  return [...groups]
    .map(([key, own]) => {
      const { list, index } = fieldPart(own[0]!.field)
      const kind = list === null ? ('contract' as const) : kinds[list]
      const sorted = [...own].sort((a, b) => rank(a) - rank(b))
      return { key, kind, number: index + 1, whose: list === null ? null : whoseOf(own), fields: sorted }
    })
    .sort((a, b) => order(a.key) - order(b.key) || a.number - b.number)
}

/** Whose field a doubt is about, in the values of the sheet; null where nothing names it. */
export const whoseField = (sheet: Pick<SheetView, 'fields'>, field: string): string | null => {
  const { list, index, part } = fieldPart(field)
  if (list === null || part === 'address') return null
  return groupFields(sheet).find(({ key }) => key === `${list}[${index}]`)?.whose ?? null
}
