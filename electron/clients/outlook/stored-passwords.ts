import type { Problem } from '../../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { Secret } from '../../../shared/base/secret.ts'
import { incomingValues, smtpValues } from '../../../shared/client/outlook/account-values.ts'
import type { OutlookAccount } from '../../../shared/client/outlook/outlook-account.ts'
import { joinPath, regType, type RegistryValue, valueIn } from '../../../shared/client/outlook/registry-tree.ts'
import { boxOf, passwordBytes, passwordText, sealedBytes } from '../../../shared/client/outlook/stored-password.ts'
import type { PasswordBox } from '../password-box.ts'

/**
 * A password value as found. `none`: there is no value, an empty one, or one that cannot be read here, so Outlook will ask for it too
 * (`problem` says so where a value stands). `unopened`: there is nothing to open it with, so only that it is there can be said.
 */
export type StoredPassword =
  | { readonly state: 'known'; readonly password: Secret; readonly description: string }
  | { readonly state: 'unopened' }
  | { readonly state: 'none'; readonly problem: Problem | null }

const nothing: StoredPassword = { state: 'none', problem: null }

/** Opens one password value of an account. */
export async function openPassword(box: PasswordBox | null, account: OutlookAccount, name: string): Promise<StoredPassword> {
  const value = valueIn(account.stored, name)
  if (!value) return nothing
  const file = joinPath(account.key, value.name)
  const unreadable = (reason: string): StoredPassword => ({
    state: 'none',
    problem: fail('client-no-key', 'after-person', { file, reason }).problem,
  })
  const sealed = value.type === regType.binary ? boxOf(value.bytes) : null
  if (!sealed) return value.bytes.length === 0 ? nothing : unreadable('other-kind')
  if (!box) return { state: 'unopened' }
  const opened = await box.unprotect(sealed)
  if (!opened.ok) return unreadable(String(opened.problem.facts['reason'] ?? 'other-user'))
  const text = passwordText(opened.value.bytes)
  if (text === null) return unreadable('other-kind')
  return text === '' ? nothing : { state: 'known', password: new Secret(text), description: opened.value.description }
}

/** Both passwords of an account. Without a login of its own the outgoing side has none, and uses the incoming one. */
export interface AccountPasswords {
  readonly incoming: StoredPassword
  readonly outgoing: StoredPassword
}

export async function openPasswords(box: PasswordBox | null, account: OutlookAccount): Promise<AccountPasswords> {
  const incoming = await openPassword(box, account, incomingValues(account.protocol).password)
  const own = account.outgoing?.login === 'own'
  return { incoming, outgoing: own ? await openPassword(box, account, smtpValues.password) : incoming }
}

export const isStored = ({ state }: StoredPassword): boolean => state !== 'none'

/** The password itself, where it is known. */
export const secretOf = (stored: StoredPassword): Secret | null => (stored.state === 'known' ? stored.password : null)

/** A password as Outlook keeps it, for the user who is logged in: described by the value's own name, marked as sealed. */
export async function sealPassword(box: PasswordBox, name: string, password: Secret): Promise<Result<RegistryValue>> {
  const sealed = await box.protect(passwordBytes(password.reveal()), name)
  return sealed.ok ? ok({ name, type: regType.binary, bytes: sealedBytes(sealed.value) }) : sealed
}
