import type { Problem } from '../base/problem.ts'
import { fail } from '../base/result.ts'
import type { SheetAccounts, SheetField, SheetLogin, SheetMailbox } from './sheet-accounts.ts'
import { isWhole } from './site-login.ts'

const sure = <T>(field: SheetField<T> | null): field is SheetField<T> => field?.confidence === 'certain'

/**
 * Works out what follows from a sheet's fields: which pair opens the portal, each mailbox's login, and whether the sheet is complete. Done once
 * after reading and again after every answer.
 */
export function joinAccounts(accounts: SheetAccounts): SheetAccounts {
  const shared = accounts.signIns[siteSignIn(accounts)] ?? null
  const own = accounts.portalMailbox === null ? null : (accounts.mailboxes[accounts.portalMailbox] ?? null)
  const portal = shared ?? own
  const login: SheetLogin | null =
    shared && sure(shared.userName) && sure(shared.password)
      ? { name: shared.userName.value, realms: shared.realms, secret: shared.password.value }
      : null
  return {
    ...accounts,
    portalUser: portal?.userName ?? null,
    portalPassword: portal?.password ?? null,
    mailboxes: accounts.mailboxes.map((mailbox) => ({ ...mailbox, login: ownLogin(mailbox) ?? login })),
    problem: accounts.problem && accounts.problem.code !== 'sheet-incomplete' ? accounts.problem : incomplete(accounts),
  }
}

/** Where the pair of no mailbox stands that opens the member site: one made for it, else the contract's own, where no mailbox's pair is the site's; -1. */
function siteSignIn({ signIns, portalMailbox }: Pick<SheetAccounts, 'signIns' | 'portalMailbox'>): number {
  const own = signIns.findIndex(({ realms }) => realms.includes('portal'))
  return own >= 0 || portalMailbox !== null ? own : signIns.findIndex(({ realms }) => realms.includes('contract'))
}

/** The name people and programs know a field by: halves of the site's own pair are `portalUser` and `portalPassword`. */
export function knownName(accounts: Pick<SheetAccounts, 'signIns' | 'portalMailbox'>, field: string): string {
  const [, index, half] = /^signIns\[([0-9]+)\]\.(userName|password)$/.exec(field) ?? []
  if (index === undefined || Number(index) !== siteSignIn(accounts)) return field
  return half === 'password' ? 'portalPassword' : 'portalUser'
}

function ownLogin({ realms, userName, password }: SheetMailbox): SheetLogin | null {
  if (!realms.includes('portal') || !sure(userName) || !sure(password)) return null
  return { name: userName.value, realms, secret: password.value }
}

const nothingThere = ['missing', 'instruction', 'masked']

/**
 * Names what is missing: `missing` by kind of field (the words know those names), `fields` with their places. Never a value. What a sign-in lacks
 * counts only where there is no mailbox: many a change needs none.
 */
function incomplete(accounts: SheetAccounts): Problem | null {
  const { file, doubts, mailboxes, signIns } = accounts
  // A paper that holds a pair for the member site, and no mailbox, is one to work with, too. The connection is never signed in to.
  const usable = signIns.some(({ realms }, at) => realms.some((realm) => realm !== 'connection') && isWhole(accounts, at))
  if (mailboxes.length === 0 && usable) return null
  const counted = doubts.filter(({ field }) => mailboxes.length === 0 || !field.startsWith('signIns['))
  const missing = counted.filter(({ reason }) => nothingThere.includes(reason)).map(({ field }) => knownName(accounts, field))
  if (missing.length === 0 && mailboxes.length > 0) return null
  return fail('sheet-incomplete', 'after-person', {
    file,
    missing: [...new Set(missing.map((field) => field.replace(/^.*\./, '')))].join(', ') || 'address, userName, password',
    fields: missing.join(', ') || 'mailboxes',
  }).problem
}
