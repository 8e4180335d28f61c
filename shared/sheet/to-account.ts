import { fail } from '../base/result.ts'
import type { Secret } from '../base/secret.ts'
import type { Problem } from '../base/problem.ts'
import { asDoubts, collectField, collectSecret, type Collected, needed, type Source } from './collect-field.ts'
import { collectEndpoint } from './collect-endpoint.ts'
import { joinAccounts } from './join-accounts.ts'
import { loginAfter } from './login-after.ts'
import { recogniseSheet } from './recognise-sheet.ts'
import type { Doubt, SheetAccounts, SheetField, SheetMailbox, SheetProvider } from './sheet-accounts.ts'
import type { SheetRecord } from './sheet-record.ts'
import type { SheetText } from './sheet-text.ts'
import { signInRecords, takeSignIn } from './take-sign-in.ts'

// A registration sheet is a page or two; more is another file given by mistake.
const mostLines = 20_000
const mostCharacters = 2_000_000

/** A sheet of which nothing could be taken, and why. */
export const noAccounts = (file: string, problem: Problem): SheetAccounts => ({
  file,
  provider: null,
  why: null,
  customerName: null,
  customerAddress: null,
  memberNumber: null,
  portalUser: null,
  portalPassword: null,
  mailboxes: [],
  portalMailbox: null,
  signIns: [],
  doubts: [],
  problem,
})

/**
 * Turns a sheet's text into accounts. Takes nothing for certain that could be read otherwise: contradictions, doubtful characters and missing
 * fields come back as `doubts`, missing ones also as `sheet-incomplete`. `chosen` is the provider the person named, null when none.
 * No value of the sheet ever stands in the problem.
 */
export function toAccounts(text: SheetText, providers: readonly SheetProvider[], chosen: string | null = null): SheetAccounts {
  const characters = text.lines.reduce((sum, line) => sum + line.length, 0)
  if (text.lines.length > mostLines || characters > mostCharacters) {
    return noAccounts(
      text.file,
      fail('sheet-too-large', 'never', { file: text.file, lines: text.lines.length, mostLines }).problem,
    )
  }
  if (text.lines.every((line) => line.trim() === ''))
    return noAccounts(text.file, fail('sheet-empty', 'after-person', { file: text.file }).problem)
  const recognised = recogniseSheet(text, providers, chosen)
  if (!recognised.ok) return noAccounts(text.file, recognised.problem)
  const { provider, why, reading } = recognised.value
  const source: Source = { origin: text.origin }
  const boxes = mailboxRecords(reading.records, source).map((records) => takeMailbox(records, source))
  const kept = boxes.filter(
    (box, at) =>
      box.used || (box.fixed && (box.titled || !boxes.some(({ used }) => used)) && boxes.findIndex((one) => one.fixed) === at),
  )
  const signIns = signInRecords(reading.records).map((records) => takeSignIn(records, source))
  const name = collectField(reading.records, ['customerName'], source)
  const number = collectField(reading.records, ['memberNumber'], source)
  const doubts: readonly Doubt[] = [
    ...asDoubts('customerName', name.doubt),
    ...asDoubts('memberNumber', number.doubt),
    ...kept.flatMap(({ doubts: own }, at) => own.map((doubt) => ({ ...doubt, field: `mailboxes[${at}].${doubt.field}` }))),
    ...signIns.flatMap(({ doubts: own }, at) => own.map((doubt) => ({ ...doubt, field: `signIns[${at}].${doubt.field}` }))),
  ]
  return joinAccounts({
    file: text.file,
    provider: provider.id,
    why,
    customerName: name.field,
    customerAddress: collectField(reading.records, ['customerAddress'], source).field,
    memberNumber: number.field,
    portalUser: null,
    portalPassword: null,
    mailboxes: kept.map(({ mailbox }) => mailbox),
    portalMailbox: onlyOne(kept.flatMap(({ fixed, mailbox }, at) => (fixed && mailbox.realms.includes('portal') ? [at] : []))),
    signIns: signIns.map(({ signIn }) => signIn),
    doubts,
    problem: null,
  })
}

const onlyOne = (indexes: readonly number[]): number | null => (indexes.length === 1 ? indexes[0]! : null)

/**
 * The records of each mailbox: the same address met again (a quoted copy, card and list) is the same mailbox, and so is the same login name
 * where only one of the papers prints its address (one page for the ID, another for the address taken with it).
 */
function mailboxRecords(records: readonly SheetRecord[], source: Source): readonly (readonly SheetRecord[])[] {
  interface Group {
    readonly address: string | null
    readonly userNames: readonly string[]
    readonly records: readonly SheetRecord[]
  }
  const join = (a: Group, b: Group): Group => ({
    address: a.address ?? b.address,
    userNames: [...a.userNames, ...b.userNames],
    records: [...a.records, ...b.records],
  })
  const isSame = (a: Group, b: Group): boolean =>
    a.address !== null && b.address !== null
      ? a.address === b.address
      : a.userNames.some((name) => b.userNames.includes(name)) && (a.address === null) !== (b.address === null)
  let groups: readonly Group[] = []
  for (const record of records.filter(({ section }) => section.mailbox)) {
    const userName = collectField([record], ['userName'], source).field?.value
    const address = collectField([record], ['address'], source).field?.value.toLowerCase() ?? null
    const next: Group = { address, userNames: userName === undefined ? [] : [userName], records: [record] }
    const at = groups.findIndex((group) => isSame(group, next))
    groups = at < 0 ? [...groups, next] : groups.map((group, n) => (n === at ? join(group, next) : group))
  }
  return groups.map((group) => group.records)
}

interface Box {
  readonly mailbox: SheetMailbox
  readonly doubts: readonly Doubt[]
  /** Something was filled in. A slot of a list that was never used is no mailbox. */
  readonly used: boolean
  /** It is the paper's one mailbox, not a slot. */
  readonly fixed: boolean
  readonly titled: boolean
}

function takeMailbox(records: readonly SheetRecord[], source: Source): Box {
  const { section, titled } = records[0]!
  const term = (name: string): string => section.fields.find(({ field }) => field === name)?.labels[0] ?? name
  const address = collectField(records, ['address'], source)
  const password = collectSecret(records, ['password'], source)
  const printed = collectField(records, ['userName'], source)
  const follows = section.userNameFrom !== 'field' && !isFilled(printed) ? section.userNameFrom : null
  const userName = follows ? { ...printed, field: fromAddress(address.field, follows) } : printed
  const [incoming, outgoing] = [
    collectEndpoint(records, 'incomingHost', source),
    collectEndpoint(records, 'outgoingHost', source),
  ]
  const used = [address, password, printed].some(isFilled) && !unusedSlot(records, address)
  return {
    mailbox: {
      address: address.field,
      userName: userName.field,
      ...(follows ? { userNameFrom: follows } : {}),
      password: password.field,
      realms: section.opens,
      login: null,
      incoming: incoming.field,
      outgoing: outgoing.field,
    },
    doubts: [
      ...needed('address', term('address'), address),
      ...(follows ? [] : needed('userName', term('userName'), userName)),
      ...needed('password', term('password'), password),
      ...asDoubts('incoming', incoming.doubt),
      ...asDoubts('outgoing', outgoing.doubt),
    ],
    used,
    fixed: !section.many,
    titled,
  }
}

/**
 * Does anything stand in this place? Words that send the reader elsewhere (別紙のとおり) tell of a mailbox, too. A slot whose every place is covered
 * (●●●) was taken out of the paper on purpose.
 */
const isFilled = ({ field, doubt, nothing }: Collected<Secret> | Collected<string>): boolean =>
  field !== null || doubt !== null || nothing === 'instruction'

/**
 * A slot whose address was left blank waits for an address to be taken: the list of the notice prints ID and password there all the same.
 * Without an address there is no mailbox, and no mail program that could hold one.
 */
const unusedSlot = (records: readonly SheetRecord[], { field, doubt, nothing, found }: Collected<string>): boolean =>
  records[0]!.section.many && !field && !doubt && nothing === 'missing' && found !== null

function fromAddress(address: SheetField<string> | null, how: 'address' | 'local-part'): SheetField<string> | null {
  if (!address) return null
  return { ...address, value: loginAfter(address.value, how) }
}
