import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { discoverProfiles, type DiscoveredVersion, outlookVersions } from '../../../shared/client/outlook/discover-profiles.ts'
import {
  installKeys,
  installPlaces,
  profilesVersions,
  registeredVersion,
} from '../../../shared/client/outlook/installed-versions.ts'
import type { OutlookAccount } from '../../../shared/client/outlook/outlook-account.ts'
import { readAccounts } from '../../../shared/client/outlook/read-accounts.ts'
import { joinPath, keyIn, lastPart, type RegistryTree } from '../../../shared/client/outlook/registry-tree.ts'
import type { Registry } from '../registry/registry.ts'
import type { WindowsParts } from '../windows-parts.ts'

/** Several keys read into one tree; those that do not exist are not in it. */
async function readAll(reads: readonly (() => Promise<Result<RegistryTree | null>>)[]): Promise<Result<RegistryTree>> {
  const tree = new Map<string, RegistryTree extends ReadonlyMap<string, infer Key> ? Key : never>()
  for (const read of reads) {
    const part = await read()
    if (!part.ok) return part
    for (const [path, key] of part.value ?? []) tree.set(path, key)
  }
  return ok(tree)
}

const installed = (registry: Registry): Promise<Result<RegistryTree>> =>
  readAll(installKeys.map((path) => () => registry.readKey(path)))

const stored = (registry: Registry): Promise<Result<RegistryTree>> =>
  readAll(
    outlookVersions.flatMap(({ profiles, defaultIn }) => [
      () => registry.readKey(defaultIn),
      // Second, so that a key that is both has all that is below it.
      () => registry.readTree(profiles),
    ]),
  )

async function installedVersions({ registry, fileExists }: WindowsParts): Promise<Result<readonly string[]>> {
  const tree = await installed(registry)
  if (!tree.ok) return tree
  const found = new Set<string>()
  const registered = registeredVersion(tree.value)
  if (registered) found.add(registered)
  for (const { version, folder } of installPlaces(tree.value)) {
    if (await fileExists(joinPath(folder.replace(/\\+$/, ''), 'OUTLOOK.EXE'))) found.add(version)
  }
  return ok(profilesVersions(found))
}

/** Everything of Outlook that is stored for this user. */
export interface StoredOutlook {
  readonly tree: RegistryTree
  readonly versions: readonly DiscoveredVersion[]
}

/** Reads all places where an Outlook may keep profiles, and decides which are the living ones. Changes nothing. */
export async function readOutlook(parts: WindowsParts): Promise<Result<StoredOutlook>> {
  const there = await installedVersions(parts)
  if (!there.ok) return there
  const tree = await stored(parts.registry)
  return tree.ok ? ok({ tree: tree.value, versions: discoverProfiles(tree.value, there.value) }) : tree
}

/** One profile with all the profiles beside it: what a rewrite compares before and after. */
export interface OutlookProfile {
  readonly folder: string
  readonly tree: RegistryTree
  readonly accounts: readonly OutlookAccount[]
}

/** Reads the tree of profiles that one of them stands in. A profile that is gone is `client-account-missing`. */
export async function readOutlookProfile(registry: Registry, folder: string): Promise<Result<OutlookProfile>> {
  const tree = await registry.readTree(folder.slice(0, folder.lastIndexOf('\\')))
  if (!tree.ok) return tree
  if (!tree.value || !keyIn(tree.value, folder))
    return fail('client-account-missing', 'after-person', { profile: lastPart(folder), folder })
  return ok({ folder, tree: tree.value, accounts: readAccounts(tree.value, folder).accounts })
}

/** One account of a profile by its handle. */
export function outlookAccountOf(profile: OutlookProfile, key: string): Result<OutlookAccount> {
  const account = profile.accounts.find((candidate) => candidate.key.toUpperCase() === key.toUpperCase())
  return account ? ok(account) : fail('client-account-missing', 'after-person', { account: key, profile: profile.folder })
}
