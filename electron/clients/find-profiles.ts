import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { FoundAccount, FoundProfile } from '../../shared/client/mail-client.ts'
import { readProfilesIni, type ListedProfile } from '../../shared/client/profiles-ini.ts'
import type { ThunderbirdAccount } from '../../shared/client/thunderbird-accounts.ts'
import { errnoOf } from '../../shared/base/errno.ts'
import { fsProblem } from '../files/fs-problems.ts'
import { whyNotChangeable } from './draft-rewrite.ts'
import { isProfileInUse } from './profile-lock.ts'
import { readProfile, type Profile } from './read-profile.ts'
import { endpointOf } from './read-stored-account.ts'
import type { Keyring } from './sdr-crypto.ts'
import { openProfile, passwordAt, placeOf, storedAt } from './stored-logins.ts'

function foundAccount(profile: Profile, account: ThunderbirdAccount, keys: Keyring | 'locked'): FoundAccount {
  const { logins } = profile
  const stored = (place: ReturnType<typeof placeOf>): boolean | 'locked' =>
    logins.ok ? storedAt(logins.value, keys, place) : false
  const { outgoing, addresses } = account
  const known = (place: ReturnType<typeof placeOf>): string | undefined =>
    logins.ok && keys !== 'locked' ? passwordAt(logins.value, keys, place)?.reveal() : undefined
  const [own, sending] = [known(placeOf(account.type, account.incoming)), outgoing ? known(placeOf('smtp', outgoing)) : undefined]
  const reason = whyNotChangeable(profile, account)
  const others = profile.accounts.filter((other) => other.key !== account.key && outgoing?.usedBy.includes(other.key))
  const sharedWith = others.map((other) => other.incoming.userName).filter((name) => name !== account.incoming.userName)
  return {
    key: account.key,
    address: addresses[0] ?? '',
    ...(addresses.length > 1 ? { otherAddresses: addresses.slice(1) } : {}),
    userName: account.incoming.userName,
    incoming: endpointOf(account.type, account.incoming),
    outgoing: outgoing && {
      key: outgoing.key,
      endpoint: endpointOf('smtp', outgoing),
      userName: outgoing.userName,
      signsIn: outgoing.authMethod !== 1,
      ...(own !== undefined && sending !== undefined ? { sharesPassword: own === sending } : {}),
      ...(sharedWith.length > 0 ? { sharedWith } : {}),
    },
    storedPassword: stored(placeOf(account.type, account.incoming)),
    storedOutgoingPassword: outgoing ? stored(placeOf('smtp', outgoing)) : false,
    changeable: reason === null,
    reason,
  }
}

/** Outgoing servers that mailboxes with different logins share: they cannot be changed for one of them alone. */
function sharedServers(accounts: readonly FoundAccount[]): readonly Problem[] {
  return accounts.flatMap(({ address, outgoing }): Problem[] => {
    const others = outgoing?.sharedWith?.join(', ')
    if (!outgoing || !others) return []
    return [
      fail('client-server-shared', 'never', {
        address,
        setting: 'outgoing',
        host: outgoing.endpoint.host,
        sharedWith: others,
      }).problem,
    ]
  })
}

type Named = Pick<ListedProfile, 'name' | 'inUse'>

const unreadable = ({ name, inUse }: Named, folder: string, problem: Problem): FoundProfile => ({
  client: 'thunderbird',
  name,
  folder,
  inUse,
  running: false,
  primaryPassword: false,
  programVersion: null,
  accounts: [],
  findings: [problem],
})

/** One profile as found. What cannot be read stands among the findings: the profile is listed, never left out. */
async function foundProfile(named: Named, folder: string): Promise<FoundProfile> {
  const read = await readProfile(folder)
  if (!read.ok) return unreadable(named, folder, read.problem)
  const profile = read.value
  const opened = profile.files.has('key4.db') ? await openProfile(profile, { primaryPassword: null }) : ok([])
  const locked = opened.ok && opened.value === 'wrong-password'
  const keys = !opened.ok || opened.value === 'wrong-password' ? (locked ? 'locked' : []) : opened.value
  const accounts = profile.accounts.map((account) => foundAccount(profile, account, keys))
  const inUse = await isProfileInUse(profile.folder)
  return {
    client: 'thunderbird',
    name: named.name,
    folder: profile.folder,
    inUse: named.inUse,
    // Cannot tell counts as running: nothing is written until it can be told.
    running: inUse.ok ? inUse.value : true,
    primaryPassword: locked,
    programVersion: profile.lastUse?.version ?? null,
    accounts,
    findings: [
      ...profile.findings,
      ...(opened.ok ? [] : [opened.problem]),
      ...(inUse.ok ? [] : [inUse.problem]),
      ...sharedServers(accounts),
    ],
  }
}

const textOf = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null
    throw error
  })

/**
 * All profiles that a root's `profiles.ini` lists. A root without one is null (Thunderbird is not installed there); an unreadable one is
 * a problem. The two INI files are never written.
 */
export async function findProfiles(root: string): Promise<Result<readonly FoundProfile[] | null>> {
  const file = path.join(root, 'profiles.ini')
  try {
    const text = await textOf(file)
    if (text === null) return ok(null)
    const listed = readProfilesIni(text, await textOf(path.join(root, 'installs.ini')))
    const found: FoundProfile[] = []
    for (const profile of listed) {
      const folder = profile.absolute ? path.normalize(profile.path) : path.join(root, ...profile.path.split('/'))
      found.push(await foundProfile(profile, folder))
    }
    return ok(found.filter(({ folder }, at) => found.findIndex((other) => other.folder === folder) === at))
  } catch (error) {
    return fsProblem(error, file, 'reading')
  }
}

/** A root whose `profiles.ini` cannot be read, shown as a profile without accounts: one damaged place must not hide the others. */
export const unreadableRoot = (root: string, problem: Problem): FoundProfile =>
  unreadable({ name: path.basename(root), inUse: false }, root, problem)
