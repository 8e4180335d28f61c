import type { RunId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { type Realm, type Secret, secretKey, type SecretRef } from '../../shared/base/secret.ts'
import type { Account } from '../../shared/mail/account.ts'
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
}

type Values = readonly (readonly [SecretRef, Secret])[]

const valueOf = <T>(field: SheetField<T> | null): T | null => field?.value ?? null
const hints = (field: SheetMailbox['incoming']): Account['incoming'] => (field ? [field.value] : [])

function sound(secret: Secret | null, missing: () => ReturnType<typeof fail>): Result<Secret> {
  if (!secret || secret.reveal() === '') return missing()
  return hasControls(secret) ? fail('password-control-character', 'after-person', { what: 'sheet' }) : ok(secret)
}

/** A pair of the sheet by reference: under the reference of the password it shares, or under its own. */
function openerOf(login: SheetLogin, own: { readonly ref: SecretRef; readonly secret: Secret }) {
  const realms = [...login.realms]
  const shared = login.secret === own.secret
  const secret: SecretRef = shared ? own.ref : { ...own.ref, for: login.name, realms }
  const values: Values = shared ? [] : [[secret, login.secret]]
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
  const old = sound(mailbox.password?.value ?? null, () => missing('password'))
  if (!old.ok) return old
  const opened = findChange(provider, realm, (way) => siteLogin(sheet, mailbox, way) !== null)
  // A person can sign in with what stands on no paper.
  const change = opened ?? (guided ? findChange(provider, realm) : null)
  const rule = change?.rule ?? (guided ? ruleByHand(provider, realm, how.given !== null) : null)
  const fresh = newPassword(rule, how, { old: old.value, userName })
  if (!fresh.ok) return fresh
  const ref: SecretRef = { run, provider: provider.id, for: address, realms: [...mailbox.realms], which: 'old' }
  const login = change && siteLogin(sheet, mailbox, change)
  const opens = login && openerOf(login, { ref, secret: old.value })
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
    values: [[ref, old.value], [nextRef(ref), fresh.value], ...(opens?.values ?? [])],
  })
}

function prepareLogin(order: PrepareOrder, { provider, sheet }: Paper, login: SheetLogin): Result<Prepared<WishedLogin>> {
  const { run, realm, how } = order
  const missing = () => fail('sheet-incomplete', 'after-person', { missing: 'portalUser, portalPassword', provider: provider.id })
  const old = sound(login.secret, missing)
  if (!old.ok) return old
  const opens = (way: SiteWay) => (login.realms.includes(way.signIn) ? login : siteLogin(sheet, null, way))
  const change = findChange(provider, realm, (way) => opens(way) !== null)
  const pair = change && opens(change)
  if (!pair) return missing()
  const fresh = newPassword(change.rule, how, { old: old.value, userName: login.name })
  if (!fresh.ok) return fresh
  const current: SecretRef = { run, provider: provider.id, for: login.name, realms: [...login.realms], which: 'old' }
  const { opener, values } = openerOf(pair, { ref: current, secret: old.value })
  const near = sheet.mailboxes.flatMap(({ address }) => (address ? [address.value] : []))
  return ok({
    wished: { provider, change, login: login.name, current, opener, near },
    values: [[current, old.value], [nextRef(current), fresh.value], ...values],
  })
}

/** The logins of a paper whose password is meant, where the asked realm opens no mailbox. */
function loginsOf({ provider, sheet }: Paper, realm: Realm): Result<readonly SheetLogin[]> {
  const meant = findChange(provider, realm)?.realm ?? realm
  const logins = loginsFor(sheet, meant)
  if (logins.length > 0) return ok(logins)
  return fail('sheet-incomplete', 'after-person', { missing: 'portalUser, portalPassword', provider: provider.id })
}

function preparePaper(order: PrepareOrder, paper: Paper): Result<PreparedPapers> {
  const values = new Map<string, Secret>()
  const mailboxes: WishedMailbox[] = []
  const logins: WishedLogin[] = []
  const keep = <T>(one: Prepared<T>, list: T[]): void => {
    list.push(one.wished)
    for (const [ref, value] of one.values) values.set(secretKey(ref), value)
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

/**
 * Sheets without open doubts → mailboxes and logins by reference and the secrets behind them, new passwords made or judged by each provider's
 * rule. Refuses an incomplete mailbox, control characters in a password, a new password against the rule or equal to the old one.
 */
export function preparePapers(order: PrepareOrder): Result<PreparedPapers> {
  const parts: PreparedPapers[] = []
  for (const paper of order.papers) {
    const part = preparePaper(order, paper)
    if (!part.ok) return part
    parts.push(part.value)
  }
  // The same mailbox on two sheets is one mailbox: the first paper stands.
  const mailboxes = new Map<string, WishedMailbox>()
  for (const one of parts.flatMap((part) => part.mailboxes)) {
    const key = one.account.address.toLowerCase()
    if (!mailboxes.has(key)) mailboxes.set(key, one)
  }
  const logins = parts.flatMap((part) => part.logins)
  if (mailboxes.size === 0 && logins.length === 0) return fail('sheet-incomplete', 'after-person', { missing: 'mailboxes' })
  return ok({
    mailboxes: [...mailboxes.values()],
    logins,
    untouched: parts.flatMap((part) => part.untouched),
    values: new Map(parts.toReversed().flatMap((part) => [...part.values])),
  })
}
