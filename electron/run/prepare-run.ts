import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { RunId } from '../../shared/base/ids.ts'
import { type Realm, Secret, secretKey, type SecretRef } from '../../shared/base/secret.ts'
import type { Account } from '../../shared/mail/account.ts'
import { checkPassword } from '../../shared/mail/check-password.ts'
import { enoughBytes, makePassword } from '../../shared/mail/make-password.ts'
import { nextRef } from '../../shared/plan/make-plan.ts'
import { findChange } from '../../shared/provider/find-change.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import type { SheetAccounts, SheetField, SheetMailbox } from '../../shared/sheet/sheet-accounts.ts'

/** Accounts by reference, and the values the references stand for: in memory only, until `keep-secrets` has put them into the vault. */
export interface PreparedAccounts {
  readonly accounts: readonly Account[]
  readonly values: ReadonlyMap<string, Secret>
}

export interface NewPasswords {
  /** Taken from the person instead of made. */
  readonly given: Secret | null
  /** The password was changed by hand: without a given one the sheet's own is in force. */
  readonly skipPortal: boolean
  readonly randomBytes: (count: number) => Uint8Array
}

const controlCharacter = /[\u0000-\u001f\u007f-\u009f]/

function oldPassword(mailbox: SheetMailbox, missing: (what: string) => ReturnType<typeof fail>): Result<Secret> {
  const secret = mailbox.login?.secret ?? mailbox.password?.value
  if (!secret || secret.reveal() === '') return missing('password')
  if (controlCharacter.test(secret.reveal())) return fail('password-control-character', 'after-person', { what: 'sheet' })
  return ok(secret)
}

function newPassword(
  provider: Provider,
  realm: Realm,
  how: NewPasswords,
  known: { old: Secret; userName: string },
): Result<Secret> {
  const rule = findChange(provider, realm)?.rule
  const { given } = how
  if (how.skipPortal && !given) return ok(known.old)
  if (given?.reveal() === '') return fail('password-empty', 'after-person')
  if (given && controlCharacter.test(given.reveal())) return fail('password-control-character', 'after-person', { what: 'new' })
  // Changed by hand already: what is in force is in force, whatever the rule says.
  if (given && (how.skipPortal || !rule)) return ok(given)
  if (!rule) return ok(known.old)
  const context = { old: known.old, userName: known.userName, before: [] }
  if (!given) {
    const made = makePassword(rule, how.randomBytes(enoughBytes(rule)), context)
    if (!made) throw new Error('enough random bytes were not enough')
    return ok(made)
  }
  if (given.reveal() === known.old.reveal()) return fail('password-equals-old', 'after-person')
  const verdict = checkPassword(rule, given, context)
  return verdict.faults.length === 0
    ? ok(given)
    : fail('password-rule-broken', 'after-person', { reasons: verdict.faults.map((fault) => fault.code).join(', ') })
}

const valueOf = <T>(field: SheetField<T> | null): T | null => field?.value ?? null

const hints = (field: SheetMailbox['incoming']): Account['incoming'] => (field ? [field.value] : [])

interface PreparedOne {
  readonly account: Account
  readonly values: readonly (readonly [SecretRef, Secret])[]
}

function prepareOne(
  run: RunId,
  provider: Provider,
  realm: Realm,
  sheet: SheetAccounts,
  mailbox: SheetMailbox,
  how: NewPasswords,
): Result<PreparedOne> {
  const address = mailbox.address?.value
  const missing = (what: string) => fail('sheet-incomplete', 'after-person', { missing: what, address: address ?? null })
  if (!address) return missing('address')
  const userName = mailbox.userName?.value ?? mailbox.login?.name
  if (!userName) return missing('userName')
  const old = oldPassword(mailbox, missing)
  if (!old.ok) return old
  const fresh = newPassword(provider, realm, how, { old: old.value, userName })
  if (!fresh.ok) return fresh
  const realms = [...mailbox.realms]
  const ref: SecretRef = { run, for: address, realms, which: 'old' }
  const login = mailbox.login ? { name: mailbox.login.name, realms: [...mailbox.login.realms], secret: ref } : null
  return ok({
    account: {
      address,
      userName,
      password: ref,
      login,
      incoming: hints(mailbox.incoming),
      outgoing: hints(mailbox.outgoing),
      customerName: valueOf(sheet.customerName),
      memberNumber: valueOf(sheet.memberNumber),
    },
    values: [
      [ref, old.value],
      [nextRef(ref), fresh.value],
    ],
  })
}

/**
 * A sheet without open doubts → accounts by reference and the secrets behind them, new passwords made or judged by the provider's rule.
 * Refuses an incomplete mailbox, control characters in a password, a new password against the rule or equal to the old one.
 */
export function prepareAccounts(
  run: RunId,
  provider: Provider,
  realm: Realm,
  sheet: SheetAccounts,
  mailboxes: readonly SheetMailbox[],
  how: NewPasswords,
): Result<PreparedAccounts> {
  const values = new Map<string, Secret>()
  const accounts: Account[] = []
  for (const mailbox of mailboxes) {
    const one = prepareOne(run, provider, realm, sheet, mailbox, how)
    if (!one.ok) return one
    accounts.push(one.value.account)
    for (const [ref, value] of one.value.values) values.set(secretKey(ref), value)
  }
  return accounts.length === 0 ? fail('sheet-incomplete', 'after-person', { missing: 'mailboxes' }) : ok({ accounts, values })
}
