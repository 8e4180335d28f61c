import { type Realm, redact, Secret } from '../base/secret.ts'
import { type EndpointHint, hintUrl } from '../mail/endpoint.ts'
import { isSecretField, mayLeaveOut } from '../sheet/field-kinds.ts'
import type { Doubt, SheetAccounts, SheetField } from '../sheet/sheet-accounts.ts'
import type { Place } from '../sheet/sheet-text.ts'
import type { DoubtView, SheetFieldView, SheetView } from './sheet-calls.ts'

/** A sheet as the main process holds it: what was read, the lines it was read from, and whose the person said it is. */
export interface HeldSheet {
  readonly sheet: string
  readonly file: string
  readonly provider: string | null
  readonly lines: readonly string[]
  readonly accounts: SheetAccounts
  /** How it stood before each answer, oldest first. */
  readonly before: readonly SheetAccounts[]
}

type Value = string | Secret | EndpointHint

/** A field under the name doubts have for it. */
interface Named {
  readonly field: string
  readonly realms: readonly Realm[]
  readonly read: SheetField<Value> | null
}

/** Characters of the paper shown before and after a value. */
const around = 40
const mark = '●'

/** Everything that is on the paper, in its fields; halves of a pair that opens the member site stand once, as the pair they are. */
function namedFields(accounts: SheetAccounts): readonly Named[] {
  const own = (field: string, read: Named['read'], realms: readonly Realm[] = []): Named => ({ field, realms, read })
  return [
    own('customerName', accounts.customerName),
    own('memberNumber', accounts.memberNumber),
    ...accounts.mailboxes.flatMap(({ address, userName, password, realms, incoming, outgoing }, at) => [
      own(`mailboxes[${at}].address`, address),
      own(`mailboxes[${at}].userName`, userName),
      own(`mailboxes[${at}].password`, password, realms),
      own(`mailboxes[${at}].incoming`, incoming),
      own(`mailboxes[${at}].outgoing`, outgoing),
    ]),
    ...accounts.signIns.flatMap(({ userName, password, realms }, at) => [
      own(`signIns[${at}].userName`, userName, realms),
      own(`signIns[${at}].password`, password, realms),
    ]),
  ]
}

/** Every password the sheet holds, settled or possible: none of them may stand in the words around another value. */
function secretsOf({ mailboxes, signIns, doubts }: SheetAccounts): readonly Secret[] {
  const read = [...mailboxes, ...signIns].flatMap(({ password }) => (password ? [password.value] : []))
  const possible = doubts.flatMap(({ candidates }) => candidates.flatMap(({ value }) => (value instanceof Secret ? [value] : [])))
  return [...read, ...possible].filter((secret) => secret.reveal().trim() !== '')
}

/** A neighbour in the same line that nobody took for a field may be a password, too: what follows such a word is covered. */
const beside =
  /((?:パスワード|暗証番号|password|pass|pw)[^\s\u3000:：=＝|｜]*[\s\u3000:：=＝|｜]+)([^\s\u3000:：=＝|｜][^\s\u3000|｜]*)/giu

type Snippet = SheetFieldView['snippet']

/** The value as it stands in its line, with what is around it. A place nobody has read (typed by the person) has none. */
function snippetAt(
  { lines }: HeldSheet,
  { line, column, length }: Place,
  secret: boolean,
  hide: (text: string) => string,
): Snippet {
  const text = lines[line - 1]
  if (text === undefined || length === 0) return null
  const value = text.slice(column - 1, column - 1 + length)
  return {
    before: hide(text.slice(0, column - 1)).slice(-around),
    value: secret ? mark.repeat(Math.min(Array.from(value).length, 12)) : value,
    after: hide(text.slice(column - 1 + length)).slice(0, around),
  }
}

/** What the paper calls the field: the words right before the value, without numbers and separators; null where they stand elsewhere. */
function termBefore(snippet: Snippet): string | null {
  const words = /([^\s\u3000:：=＝|｜]+(?: [^\s\u3000:：=＝|｜]+)?)[\s\u3000:：=＝|｜]*$/u.exec(snippet?.before ?? '')?.[1] ?? ''
  const term = words.replace(/^[0-9０-９]+[.．)）]?\s*/u, '')
  return term === '' || term.includes(mark) ? null : term
}

const textOf = (value: Value): string | null =>
  value instanceof Secret ? null : typeof value === 'string' ? value : hintUrl(value)

function viewField(held: HeldSheet, { field, realms, read }: Named, hide: (text: string) => string): SheetFieldView {
  const secret = isSecretField(field)
  const doubt = held.accounts.doubts.find((one) => one.field === field)
  const place = read?.place ?? doubt?.candidates[0]?.place ?? null
  const snippet = place && snippetAt(held, place, secret, hide)
  return {
    field,
    term: doubt?.term || termBefore(snippet),
    realms: [...realms],
    secret,
    present: read !== null,
    value: read && textOf(read.value),
    confidence: doubt || read?.confidence === 'doubtful' ? 'doubtful' : 'certain',
    place: snippet ? place : null,
    snippet,
  }
}

function viewDoubt(held: HeldSheet, doubt: Doubt, hide: (text: string) => string): DoubtView {
  const secret = isSecretField(doubt.field)
  const candidates = doubt.candidates.map(({ label, value, place }) => ({
    label,
    text: secret ? null : textOf(value),
    place,
    snippet: snippetAt(held, place, secret, hide),
  }))
  const { field, term, reason } = doubt
  return { field, term, reason, secret, candidates, mayLeaveOut: mayLeaveOut(doubt, held.accounts) }
}

/** Doubtful fields first, then as on the paper; what stands nowhere on it last. */
function inOrder(a: SheetFieldView, b: SheetFieldView): number {
  if (a.confidence !== b.confidence) return a.confidence === 'doubtful' ? -1 : 1
  if (!a.place || !b.place) return Number(a.place === null) - Number(b.place === null)
  return a.place.line - b.place.line || a.place.column - b.place.column
}

/**
 * What the window is told of a sheet: every field beside where it stands on the paper, and the open questions. No password is in it, neither as a value
 * nor in the words around another one.
 */
export function viewSheet(held: HeldSheet): SheetView {
  const { accounts } = held
  // A reading that was answered away is a possible password still.
  const secrets = [accounts, ...held.before].flatMap(secretsOf)
  const hide = (text: string): string =>
    redact(text, secrets)
      .replaceAll('‹•••›', mark.repeat(6))
      .replace(beside, `$1${mark.repeat(6)}`)
  const fields = namedFields(accounts)
    .map((named) => viewField(held, named, hide))
    .filter(({ present, confidence }) => present || confidence === 'doubtful')
  return {
    sheet: held.sheet,
    file: held.file,
    provider: held.provider ?? accounts.provider,
    why: accounts.why,
    customerName: accounts.customerName?.value ?? null,
    memberNumber: accounts.memberNumber?.value ?? null,
    fields: fields.sort(inOrder),
    doubts: accounts.doubts.map((doubt) => viewDoubt(held, doubt, hide)),
    addresses: accounts.mailboxes.flatMap(({ address }) => (address ? [address.value] : [])),
    problem: accounts.problem,
    mayGoBack: held.before.length > 0,
  }
}

/** The password a field (or one candidate of its doubt) holds; null where there is none of that name. */
export function secretOf(accounts: SheetAccounts, field: string, candidate: number | null): Secret | null {
  if (candidate !== null) {
    const value = accounts.doubts.find((doubt) => doubt.field === field)?.candidates[candidate]?.value
    return value instanceof Secret ? value : null
  }
  const value = namedFields(accounts).find((named) => named.field === field)?.read?.value
  return value instanceof Secret ? value : null
}
