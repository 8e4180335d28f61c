import type { Problem } from '../../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Secret } from '../../../shared/base/secret.ts'
import type { AccountEdit, SettingChange, StoredAccount } from '../../../shared/client/mail-client.ts'
import { withValues } from '../../../shared/client/outlook/compare-trees.ts'
import { decideWrites } from '../../../shared/client/outlook/decide-writes.ts'
import type { OutlookAccount } from '../../../shared/client/outlook/outlook-account.ts'
import { readAccounts } from '../../../shared/client/outlook/read-accounts.ts'
import type { RegistryTree, RegistryValue } from '../../../shared/client/outlook/registry-tree.ts'
import { sameEndpoint } from '../../../shared/mail/endpoint.ts'
import type { PasswordBox } from '../password-box.ts'
import { outlookAccountOf, type OutlookProfile } from './read-outlook.ts'
import { isStored, openPassword, openPasswords, sealPassword, secretOf } from './stored-passwords.ts'

/** A rewrite in memory. */
export interface OutlookDraft {
  readonly account: OutlookAccount
  /** In the order they are to be written. */
  readonly values: readonly RegistryValue[]
  /** All profiles as they shall stand afterwards, to the last byte. */
  readonly planned: RegistryTree
  readonly changed: readonly SettingChange[]
  readonly notes: readonly Problem[]
  /** Reads a tree as Outlook would and holds it against the edit, passwords opened: the first difference, or null. */
  readonly differs: (tree: RegistryTree) => Promise<Problem | null>
}

/** What an account as read says, with its passwords opened. */
export async function storedAccount(box: PasswordBox | null, account: OutlookAccount): Promise<StoredAccount> {
  const passwords = await openPasswords(box, account)
  const { incoming, userName, outgoing } = account
  const sending = outgoing && { endpoint: outgoing.endpoint, userName: outgoing.userName, signsIn: outgoing.signsIn }
  return {
    incoming,
    userName,
    password: secretOf(passwords.incoming),
    outgoing: sending && { ...sending, password: secretOf(passwords.outgoing) },
  }
}

const differing = (setting: string): Problem => fail('client-read-back-differs', 'never', { setting }).problem

function settingsDiffer({ incoming, userName, outgoing }: OutlookAccount, edit: AccountEdit): Problem | null {
  if (!sameEndpoint(incoming, edit.incoming)) return differing('incoming')
  if (userName !== edit.userName) return differing('userName')
  if (!edit.outgoing) return null
  if (!outgoing || !sameEndpoint(outgoing.endpoint, edit.outgoing.endpoint)) return differing('outgoing')
  return outgoing.signsIn && outgoing.userName !== edit.outgoing.userName ? differing('outgoing.userName') : null
}

/** Every password that was written opens here, to the new one, under the name of its value. */
async function passwordsDiffer(
  box: PasswordBox,
  account: OutlookAccount,
  names: readonly string[],
  password: Secret,
): Promise<Problem | null> {
  for (const name of names) {
    const stored = await openPassword(box, account, name)
    const right = stored.state === 'known' && stored.password.reveal() === password.reveal() && stored.description === name
    if (!right) return differing('password')
  }
  return null
}

/** An outgoing login that is somebody else's, or nobody knows whose: left as it is, and said. */
const leftAlone = ({ outgoing }: OutlookAccount, edit: AccountEdit): readonly Problem[] =>
  outgoing?.signsIn && outgoing.login === 'own' && !edit.outgoing
    ? [{ code: 'client-setting-doubtful', again: 'never', facts: { setting: 'outgoing.userName', found: outgoing.userName } }]
    : []

/**
 * Computes a whole rewrite in memory and checks it there: what would stand in the registry is read anew, opened and compared with the edit.
 * Refuses what `decideWrites` refuses, an account that is gone, and (`client-no-key`) to write passwords where nothing can seal them.
 */
export async function draftOutlook(
  profile: OutlookProfile,
  edit: AccountEdit,
  box: PasswordBox | null,
  password: Secret,
): Promise<Result<OutlookDraft>> {
  const found = outlookAccountOf(profile, edit.key)
  if (!found.ok) return found
  if (!box) return fail('client-no-key', 'after-person', { reason: 'not-here' })
  const account = found.value
  const passwords = await openPasswords(box, account)
  const stored = { incoming: isStored(passwords.incoming), outgoing: isStored(passwords.outgoing) }
  const decided = decideWrites(account, edit, stored)
  if (!decided.ok) return decided
  const values: RegistryValue[] = []
  for (const write of decided.value.writes) {
    const value = write.kind === 'value' ? ok(write.value) : await sealPassword(box, write.name, password)
    if (!value.ok) return value
    values.push(value.value)
  }
  const names = decided.value.writes.flatMap((write) => (write.kind === 'password' ? [write.name] : []))
  const differs = async (tree: RegistryTree): Promise<Problem | null> => {
    const after = readAccounts(tree, profile.folder).accounts.find(({ key }) => key === account.key)
    if (!after) return differing('account')
    return settingsDiffer(after, edit) ?? passwordsDiffer(box, after, names, password)
  }
  const planned = withValues(profile.tree, account.stored.path, values)
  const difference = await differs(planned)
  if (difference) return { ok: false, problem: difference }
  return ok({ account, values, planned, changed: decided.value.changed, notes: leftAlone(account, edit), differs })
}
