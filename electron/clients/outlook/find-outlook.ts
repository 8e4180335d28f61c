import type { Problem } from '../../../shared/base/problem.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import type { FoundAccount, FoundProfile } from '../../../shared/client/mail-client.ts'
import { canStarttls, outgoingKey } from '../../../shared/client/outlook/decide-writes.ts'
import type { DiscoveredVersion, ListedProfile } from '../../../shared/client/outlook/discover-profiles.ts'
import type { OutlookAccount } from '../../../shared/client/outlook/outlook-account.ts'
import { readAccounts } from '../../../shared/client/outlook/read-accounts.ts'
import type { RegistryTree } from '../../../shared/client/outlook/registry-tree.ts'
import type { WindowsParts } from '../windows-parts.ts'
import { findPolicies } from './find-policies.ts'
import { outlookRunning } from './outlook-running.ts'
import { readOutlook } from './read-outlook.ts'
import { type AccountPasswords, isStored, openPasswords, secretOf } from './stored-passwords.ts'

function outgoingOf({ outgoing }: OutlookAccount, { incoming, outgoing: sending }: AccountPasswords): FoundAccount['outgoing'] {
  if (!outgoing) return null
  const [own, other] = [secretOf(incoming), secretOf(sending)]
  const known = outgoing.login === 'incoming' ? true : own && other ? own.reveal() === other.reveal() : undefined
  const { endpoint, userName, signsIn } = outgoing
  return { key: outgoingKey, endpoint, userName, signsIn, ...(known === undefined ? {} : { sharesPassword: known }) }
}

function foundAccount(account: OutlookAccount, passwords: AccountPasswords): FoundAccount {
  const { key, address, userName, incoming, outgoing, reason } = account
  return {
    key,
    address,
    userName,
    incoming,
    outgoing: outgoingOf(account, passwords),
    ...(canStarttls(account, incoming) ? {} : { noStarttls: true as const }),
    storedPassword: isStored(passwords.incoming),
    storedOutgoingPassword: outgoing !== null && isStored(passwords.outgoing),
    changeable: reason === null,
    reason,
  }
}

const problemsOf = ({ incoming, outgoing }: AccountPasswords): readonly Problem[] =>
  [incoming, ...(outgoing === incoming ? [] : [outgoing])].flatMap((one) => (one.state === 'none' ? (one.problem ?? []) : []))

/** Addresses that stand in more than one account: a new password for one of them alone leaves the other knocking with the old one. */
function twice(accounts: readonly FoundAccount[], profile: string): readonly Problem[] {
  const addresses = accounts.map(({ address }) => address.toLowerCase())
  const double = new Set(addresses.filter((address, at) => address !== '' && addresses.indexOf(address) !== at))
  return [...double].map((address) => ({ code: 'client-account-ambiguous', again: 'never', facts: { address, profile } }))
}

async function foundProfile(
  parts: WindowsParts,
  tree: RegistryTree,
  { at, passedOver }: DiscoveredVersion,
  { path, name, inUse }: ListedProfile,
  running: boolean,
): Promise<FoundProfile> {
  const read = readAccounts(tree, path)
  const accounts: FoundAccount[] = []
  const sealed: Problem[] = []
  for (const account of read.accounts) {
    const passwords = await openPasswords(parts.passwordBox, account)
    accounts.push(foundAccount(account, passwords))
    sealed.push(...problemsOf(passwords))
  }
  // Which Outlook is in use could not be told: that others were passed over is for a person to know.
  const others = passedOver.map(({ version, profiles }): Problem => {
    return { code: 'client-setting-doubtful', again: 'never', facts: { setting: `Outlook ${version}`, found: `${profiles}` } }
  })
  const findings = [...read.findings, ...sealed, ...twice(accounts, name), ...others]
  const programVersion = at.version === 'old' ? null : at.version
  return { client: 'outlook', name, folder: path, inUse, running, primaryPassword: false, programVersion, accounts, findings }
}

/** All profiles of the living Outlook(s), whatever they hold. Nothing found is an empty list: Outlook was never set up for this user. */
export async function findOutlook(parts: WindowsParts): Promise<Result<readonly FoundProfile[]>> {
  const read = await readOutlook(parts)
  if (!read.ok) return read
  const running = await outlookRunning(parts.session)
  const policies = await findPolicies(parts.registry)
  const found: FoundProfile[] = []
  for (const version of read.value.versions) {
    for (const profile of version.profiles) {
      // Cannot tell counts as running: nothing is written until it can be told.
      const one = await foundProfile(parts, read.value.tree, version, profile, running.ok ? running.value : true)
      found.push({ ...one, findings: [...one.findings, ...(running.ok ? [] : [running.problem]), ...policies] })
    }
  }
  return ok(found)
}
