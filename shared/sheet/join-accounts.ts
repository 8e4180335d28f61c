import type { Problem } from '../base/problem.ts'
import { fail } from '../base/result.ts'
import type { SheetAccounts, SheetField, SheetLogin, SheetMailbox } from './sheet-accounts.ts'

const sure = <T>(field: SheetField<T> | null): field is SheetField<T> => field?.confidence === 'certain'

/**
 * Works out what follows from a sheet's fields: which pair opens the portal, each mailbox's login, and whether the sheet is complete. Done once
 * after reading and again after every answer.
 */
export function joinAccounts(accounts: SheetAccounts): SheetAccounts {
  const shared = siteSignIn(accounts)
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

/** The pair of no mailbox that opens the member site: one made for it, else the contract's own, where no mailbox's pair is the site's. */
const siteSignIn = ({ signIns, portalMailbox }: SheetAccounts): SheetAccounts['signIns'][number] | null =>
  signIns.find(({ realms }) => realms.includes('portal')) ??
  (portalMailbox === null ? signIns.find(({ realms }) => realms.includes('contract')) : undefined) ??
  null

function ownLogin({ realms, userName, password }: SheetMailbox): SheetLogin | null {
  if (!realms.includes('portal') || !sure(userName) || !sure(password)) return null
  return { name: userName.value, realms, secret: password.value }
}

/** Names what is missing: `missing` by kind of field (the words know those names), `fields` with their places. Never a value. */
function incomplete({ file, doubts, mailboxes }: SheetAccounts): Problem | null {
  const missing = doubts.filter(({ reason }) => reason === 'missing' || reason === 'instruction' || reason === 'masked')
  if (missing.length === 0 && mailboxes.length > 0) return null
  const names = [...new Set(missing.map(({ field }) => field.replace(/^.*\./, '')))].join(', ')
  const fields = missing.map(({ field }) => field).join(', ')
  return fail('sheet-incomplete', 'after-person', {
    file,
    missing: names || 'address, userName, password',
    fields: fields || 'mailboxes',
  }).problem
}
