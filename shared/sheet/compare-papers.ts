import { type Realm, Secret } from '../base/secret.ts'
import { type EndpointHint, hintUrl } from '../mail/endpoint.ts'
import type { SheetAccounts, SheetField, SheetMailbox, SheetSignIn } from './sheet-accounts.ts'
import type { Place } from './sheet-text.ts'
import { loginsFor } from './site-login.ts'

/** One paper of a run, and what of it is meant: these mailboxes, and the sign-ins that open one of these realms. */
export interface MeantPaper {
  readonly provider: { readonly id: string }
  readonly sheet: SheetAccounts
  readonly mailboxes: readonly SheetMailbox[]
  readonly signIns: readonly Realm[]
}

const parts = ['password', 'userName', 'incoming', 'outgoing'] as const
type Part = (typeof parts)[number]
type Value = string | Secret | EndpointHint

/** What one paper says. `read` is null where it is a secret. */
export interface ClashSide {
  readonly file: string
  readonly place: Place
  readonly value: Value
  readonly read: string | null
}

/** What papers can speak of: a mailbox by its address, or a pair by its provider, what it opens, and its login (`whose`). */
interface Subject {
  readonly kind: 'mailbox' | 'pair'
  readonly key: string
  readonly whose: string
}

/** Papers that cannot all be right about one thing. Every reading once, in the papers' order. */
export interface Clash extends Subject {
  readonly field: Part | 'provider' | 'portalUser' | 'portalPassword'
  readonly sides: readonly [ClashSide, ClashSide, ...ClashSide[]]
}

/** One mailbox, or one pair, as one paper prints it. */
interface Print<T> {
  readonly paper: MeantPaper
  readonly of: T
}
type Prints<T> = readonly (readonly [string, readonly Print<T>[]])[]

/** What has the same key, together; what has none (null) is with nothing. `Map.groupBy` is not in every Node the program runs on. */
function together<T>(prints: readonly Print<T>[], keyOf: (print: Print<T>) => string | null): Prints<T> {
  const found = new Map<string, readonly Print<T>[]>()
  for (const print of prints) {
    const key = keyOf(print)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), print])
  }
  return [...found]
}

const plain = (value: Value): string =>
  value instanceof Secret ? value.reveal() : typeof value === 'string' ? value : hintUrl(value).toLowerCase()

function clashOf<T>(
  subject: Subject,
  field: Clash['field'],
  prints: readonly Print<T>[],
  read: (print: Print<T>) => Pick<SheetField<Value>, 'value' | 'place'> | null,
): Clash | null {
  const sides = new Map<string, ClashSide>()
  for (const print of prints) {
    const found = read(print)
    if (!found || sides.has(plain(found.value))) continue
    const { value, place } = found
    sides.set(plain(value), { file: print.paper.sheet.file, place, value, read: value instanceof Secret ? null : plain(value) })
  }
  const [one, other, ...more] = sides.values()
  return one && other ? { ...subject, field, sides: [one, other, ...more] } : null
}

const addressOf = ({ address }: SheetMailbox): string | null => address?.value.toLowerCase() ?? null

function mailboxPrints(papers: readonly MeantPaper[]): Prints<SheetMailbox> {
  const prints = papers.flatMap((paper) => paper.mailboxes.map((of) => ({ paper, of })))
  return together(prints, ({ of }) => addressOf(of))
}

const isMeant = ({ signIns }: MeantPaper, { realms }: SheetSignIn): boolean => realms.some((realm) => signIns.includes(realm))

/** Two papers that agree on this speak of the same sign-in. */
const pairKey = ({ provider }: MeantPaper, { realms, userName }: SheetSignIn): string =>
  JSON.stringify([provider.id, realms.toSorted(), userName?.value])

function pairPrints(papers: readonly MeantPaper[]): Prints<SheetSignIn> {
  const prints = papers.flatMap((paper) => paper.sheet.signIns.filter((of) => isMeant(paper, of)).map((of) => ({ paper, of })))
  return together(prints, ({ paper, of }) => pairKey(paper, of))
}

/** Who opens the site for this mailbox, where that is not its own pair. */
function siteUser({ paper, of }: Print<SheetMailbox>): SheetField<string> | null {
  const realm = paper.signIns.find((one) => !of.realms.includes(one))
  const name = realm && loginsFor(paper.sheet, realm)[0]?.name
  const pair = paper.sheet.signIns.find(({ userName }) => name !== undefined && userName?.value === name)
  return pair?.userName ?? null
}

function mailboxClash([address, prints]: Prints<SheetMailbox>[number]): Clash | null {
  const subject = { kind: 'mailbox' as const, key: address, whose: address }
  const owner = clashOf(subject, 'provider', prints, ({ paper, of }) => of.address && { ...of.address, value: paper.provider.id })
  const user = owner ?? clashOf(subject, 'portalUser', prints, siteUser)
  return parts.reduce((found, part) => found ?? clashOf(subject, part, prints, ({ of }) => of[part]), user)
}

function pairClash([key, prints]: Prints<SheetSignIn>[number]): Clash | null {
  const [first] = prints
  const whose = first?.of.userName?.value
  if (!first || whose === undefined) return null
  const field = first.of.realms.includes('portal') ? 'portalPassword' : 'password'
  return clashOf({ kind: 'pair', key, whose }, field, prints, ({ of }) => of.password)
}

/** The first thing about which the papers contradict each other; null: they agree. */
export const findClash = (papers: readonly MeantPaper[]): Clash | null =>
  [...mailboxPrints(papers).map((prints) => mailboxClash(prints)), ...pairPrints(papers).map((prints) => pairClash(prints))].find(
    (clash) => clash !== null,
  ) ?? null

function settleMailbox(paper: MeantPaper, mailbox: SheetMailbox, { field }: Clash, value: Value): readonly SheetMailbox[] {
  if (field === 'provider') return paper.provider.id === value ? [mailbox] : []
  if (field === 'portalUser') return [value, undefined].includes(siteUser({ paper, of: mailbox })?.value) ? [mailbox] : []
  const part = parts.find((one) => one === field)
  const printed = part && mailbox[part]
  return [part && printed ? { ...mailbox, [part]: { ...printed, value } } : mailbox]
}

function settlePair(paper: MeantPaper, pair: SheetSignIn, { key }: Clash, value: Value): SheetSignIn {
  if (pairKey(paper, pair) !== key || !pair.password || !(value instanceof Secret)) return pair
  return { ...pair, password: { ...pair.password, value } }
}

/** Puts what the person has decided for into every paper; where a whole paper was chosen, the mailbox is left on that one only. */
export function settleClash<P extends MeantPaper>(papers: readonly P[], clash: Clash, { value }: ClashSide): readonly P[] {
  return papers.map((paper) => {
    if (clash.kind === 'pair')
      return {
        ...paper,
        sheet: { ...paper.sheet, signIns: paper.sheet.signIns.map((pair) => settlePair(paper, pair, clash, value)) },
      }
    const settle = (mailbox: SheetMailbox): readonly SheetMailbox[] =>
      addressOf(mailbox) === clash.key ? settleMailbox(paper, mailbox, clash, value) : [mailbox]
    return { ...paper, mailboxes: paper.mailboxes.flatMap(settle) }
  })
}

/**
 * Papers that agree → each mailbox on one of them only: one that tells who opens the site, else the first. What that one does not print is taken
 * from the others.
 */
export function joinPapers<P extends MeantPaper>(papers: readonly P[]): readonly P[] {
  const whole = new Map<SheetMailbox, SheetMailbox>()
  for (const [, prints] of mailboxPrints(papers)) {
    const { of } = prints.find((print) => siteUser(print) !== null) ?? prints[0]!
    const printed = (part: Part) => of[part] ?? prints.find((print) => print.of[part] !== null)?.of[part] ?? null
    whole.set(of, { ...of, ...Object.fromEntries(parts.map((part) => [part, printed(part)])) })
  }
  return papers.map((paper) => ({
    ...paper,
    mailboxes: paper.mailboxes.flatMap((mailbox) => (mailbox.address ? (whole.get(mailbox) ?? []) : [mailbox])),
  }))
}
