import { isDeepStrictEqual } from 'node:util'
import type { RunId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { type Realm, type Secret, secretKey, type SecretRef } from '../../shared/base/secret.ts'
import type { Account } from '../../shared/mail/account.ts'
import { loginLane } from '../../shared/plan/plan-login.ts'
import { nextRef } from '../../shared/plan/next-ref.ts'
import type { SettledDifference } from '../../shared/plan/plan.ts'
import type { WishedLogin, WishedMailbox } from '../../shared/plan/plan-wish.ts'
import { ruleByHand } from '../../shared/guide/guide-lines.ts'
import { findChange, opensMailbox } from '../../shared/provider/find-change.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import type { SheetAccounts, SheetField, SheetLogin, SheetMailbox } from '../../shared/sheet/sheet-accounts.ts'
import { loginsFor, siteLogin, type SiteWay } from '../../shared/sheet/site-login.ts'
import { hasControls, type NewPasswords, newPassword } from './new-password.ts'

/** One sheet without open doubts, whose it is, and the mailboxes of it that are meant. */
export interface Paper {
  readonly provider: Provider
  readonly sheet: SheetAccounts
  readonly mailboxes: readonly SheetMailbox[]
}

/** What a plan is made from, by reference, and the values behind the references: in memory only, until `keep-secrets` has put them into the vault. */
export interface PreparedPapers {
  readonly mailboxes: readonly WishedMailbox[]
  readonly logins: readonly WishedLogin[]
  readonly untouched: readonly string[]
  readonly values: ReadonlyMap<string, Secret>
}

export interface PrepareOrder {
  readonly run: RunId
  readonly realm: Realm
  /** The person acts on the member site: where the program has no change of its own, too. */
  readonly guided: boolean
  readonly papers: readonly Paper[]
  readonly settled: readonly SettledDifference[]
  readonly how: NewPasswords
  /** The password in force, where it is known to be another than the paper's. */
  readonly kept: (ref: SecretRef) => Secret | null
}

type Values = readonly (readonly [SecretRef, Secret])[]

const valueOf = <T>(field: SheetField<T> | null): T | null => field?.value ?? null
const hints = (field: SheetMailbox['incoming']): Account['incoming'] => (field ? [field.value] : [])

function sound(secret: Secret | null, missing: () => ReturnType<typeof fail>): Result<Secret> {
  if (!secret || secret.reveal() === '') return missing()
  return hasControls(secret) ? fail('password-control-character', 'after-person', { what: 'sheet' }) : ok(secret)
}

/** A pair of the sheet by reference: under the reference of the password it shares, or under its own. */
function openerOf({ kept }: PrepareOrder, login: SheetLogin, own: { readonly ref: SecretRef; readonly secret: Secret }) {
  const realms = [...login.realms]
  const shared = login.secret === own.secret
  const secret: SecretRef = shared ? own.ref : { ...own.ref, for: login.name, realms }
  const values: Values = shared ? [] : [[secret, kept(secret) ?? login.secret]]
  return { opener: { name: login.name, realms, secret }, values }
}

interface Prepared<T> {
  readonly wished: T
  readonly values: Values
}

function prepareMailbox(order: PrepareOrder, paper: Paper, mailbox: SheetMailbox): Result<Prepared<WishedMailbox>> {
  const { provider, sheet } = paper
  const { run, realm, guided, how } = order
  const address = mailbox.address?.value
  const missing = (what: string) =>
    fail('sheet-incomplete', 'after-person', { missing: what, address: address ?? null, provider: provider.id })
  if (!address) return missing('address')
  const decided = order.settled.find((one) => one.address === address && one.what === 'userName')?.chosen
  const userName = decided ?? mailbox.userName?.value
  if (!userName) return missing('userName')
  const ref: SecretRef = { run, provider: provider.id, for: address, realms: [...mailbox.realms], which: 'old' }
  const onPaper = sound(mailbox.password?.value ?? null, () => missing('password'))
  if (!onPaper.ok) return onPaper
  const old = order.kept(ref) ?? onPaper.value
  const opened = findChange(provider, realm, (way) => siteLogin(sheet, mailbox, way) !== null)
  // A person can sign in with what stands on no paper.
  const change = opened ?? (guided ? findChange(provider, realm) : null)
  const rule = change?.rule ?? (guided ? ruleByHand(provider, realm, how.given !== null) : null)
  const fresh = newPassword(rule, how, { old, userName })
  if (!fresh.ok) return fresh
  const login = change && siteLogin(sheet, mailbox, change)
  const opens = login && openerOf(order, login, { ref, secret: onPaper.value })
  const account: Account = {
    address,
    userName,
    password: ref,
    login: opens?.opener ?? null,
    incoming: hints(mailbox.incoming),
    outgoing: hints(mailbox.outgoing),
    customerName: valueOf(sheet.customerName),
    memberNumber: valueOf(sheet.memberNumber),
  }
  return ok({
    wished: { provider, account, change },
    // What was changed by hand already is not signed in for: papers may disagree about it.
    values: [[ref, old], [nextRef(ref), fresh.value], ...((how.skipPortal ? null : opens?.values) ?? [])],
  })
}

function prepareLogin(order: PrepareOrder, { provider, sheet }: Paper, login: SheetLogin): Result<Prepared<WishedLogin>> {
  const { run, realm, how } = order
  const missing = () => fail('sheet-incomplete', 'after-person', { missing: 'portalUser, portalPassword', provider: provider.id })
  const onPaper = sound(login.secret, missing)
  if (!onPaper.ok) return onPaper
  const opens = (way: SiteWay) => (login.realms.includes(way.signIn) ? login : siteLogin(sheet, null, way))
  const change = findChange(provider, realm, (way) => opens(way) !== null)
  const pair = change && opens(change)
  if (!pair) return missing()
  const current: SecretRef = { run, provider: provider.id, for: login.name, realms: [...login.realms], which: 'old' }
  const old = order.kept(current) ?? onPaper.value
  const fresh = newPassword(change.rule, how, { old, userName: login.name })
  if (!fresh.ok) return fresh
  const { opener, values } = openerOf(order, pair, { ref: current, secret: onPaper.value })
  const near = sheet.mailboxes.flatMap(({ address }) => (address ? [address.value] : []))
  return ok({
    wished: { provider, change, login: login.name, current, opener, near },
    values: [[current, old], [nextRef(current), fresh.value], ...values],
  })
}

/** The logins of a paper whose password is meant, where the asked realm opens no mailbox. */
function loginsOf({ provider, sheet }: Paper, realm: Realm): Result<readonly SheetLogin[]> {
  const meant = findChange(provider, realm)?.realm ?? realm
  const logins = loginsFor(sheet, meant)
  if (logins.length > 0) return ok(logins)
  return fail('sheet-incomplete', 'after-person', { missing: 'portalUser, portalPassword', provider: provider.id })
}

/** One paper's part, with every value under its own reference. */
interface PreparedPaper extends Omit<PreparedPapers, 'values'> {
  readonly values: Values
}

function preparePaper(order: PrepareOrder, paper: Paper): Result<PreparedPaper> {
  const values: (readonly [SecretRef, Secret])[] = []
  const mailboxes: WishedMailbox[] = []
  const logins: WishedLogin[] = []
  const keep = <T>(one: Prepared<T>, list: T[]): void => {
    list.push(one.wished)
    values.push(...one.values)
  }
  if (opensMailbox(paper.provider, order.realm)) {
    for (const mailbox of paper.mailboxes) {
      const one = prepareMailbox(order, paper, mailbox)
      if (!one.ok) return one
      keep(one.value, mailboxes)
    }
    return ok({ mailboxes, logins, untouched: [], values })
  }
  const meant = loginsOf(paper, order.realm)
  if (!meant.ok) return meant
  for (const login of meant.value) {
    const one = prepareLogin(order, paper, login)
    if (!one.ok) return one
    keep(one.value, logins)
  }
  const untouched = paper.sheet.mailboxes.flatMap(({ address }) => (address ? [address.value] : []))
  return ok({ mailboxes, logins, untouched, values })
}

/** Two papers that still speak otherwise of one thing: which of them is right is no choice of the program's. */
const contradictory = (field: string, whose: string) =>
  fail('sheet-doubtful', 'after-person', { field, whose, reason: 'contradictory' })

/** Every value once. Refuses two old passwords for one reference; of new ones, made for each paper, the first stands. */
function joinValues(values: Values): Result<ReadonlyMap<string, Secret>> {
  const joined = new Map<string, Secret>()
  for (const [ref, secret] of values) {
    const before = joined.get(secretKey(ref))
    if (before && ref.which === 'old' && before.reveal() !== secret.reveal()) return contradictory('password', ref.for)
    if (!before) joined.set(secretKey(ref), secret)
  }
  return ok(joined)
}

/** In what two papers speak otherwise of one mailbox; null: in nothing. */
function differsIn(one: WishedMailbox, other: WishedMailbox): string | null {
  if (one.provider.id !== other.provider.id) return 'provider'
  if (one.account.login?.name !== other.account.login?.name) return 'portalUser'
  const parts = ['userName', 'incoming', 'outgoing'] as const
  return parts.find((part) => !isDeepStrictEqual(one.account[part], other.account[part])) ?? null
}

/** The same mailbox on two sheets is one mailbox, where they say the same of it. */
function joinMailboxes(all: readonly WishedMailbox[]): Result<readonly WishedMailbox[]> {
  const joined = new Map<string, WishedMailbox>()
  for (const one of all) {
    const { address } = one.account
    const before = joined.get(address.toLowerCase())
    const differs = before ? differsIn(before, one) : null
    if (differs) return contradictory(differs, address)
    if (!before) joined.set(address.toLowerCase(), one)
  }
  return ok([...joined.values()])
}

/**
 * Sheets without open doubts → mailboxes and logins by reference and the secrets behind them, new passwords made or judged by each provider's
 * rule; what stands on several sheets, once. Refuses an incomplete mailbox, sheets that contradict each other, control characters in a password,
 * a new password against the rule or equal to the old one.
 */
export function preparePapers(order: PrepareOrder): Result<PreparedPapers> {
  const parts: PreparedPaper[] = []
  for (const paper of order.papers) {
    const part = preparePaper(order, paper)
    if (!part.ok) return part
    parts.push(part.value)
  }
  const mailboxes = joinMailboxes(parts.flatMap((part) => part.mailboxes))
  if (!mailboxes.ok) return mailboxes
  const values = joinValues(parts.flatMap((part) => part.values))
  if (!values.ok) return values
  const lanes = new Map(parts.flatMap((part) => part.logins.map((login) => [loginLane(login), login])))
  if (mailboxes.value.length === 0 && lanes.size === 0) return fail('sheet-incomplete', 'after-person', { missing: 'mailboxes' })
  const untouched = [...new Set(parts.flatMap((part) => part.untouched))]
  return ok({ mailboxes: mailboxes.value, logins: [...lanes.values()], untouched, values: values.value })
}
