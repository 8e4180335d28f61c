import { decodeText } from './decode-value.ts'
import { containerOf } from './read-accounts.ts'
import { foldName, joinPath, keyIn, keysBelow, lastPart, type RegistryTree, valueIn } from './registry-tree.ts'

/** A generation of Outlook: where its profiles are, and where the name of the one it opens by itself stands. */
export interface OutlookVersion {
  /** As in the registry; 2019, 2021 and 365 all call themselves 16.0. `old`: 2010 and before. */
  readonly version: '16.0' | '15.0' | '14.0' | 'old'
  readonly profiles: string
  readonly defaultIn: string
}

const microsoft = 'HKEY_CURRENT_USER\\Software\\Microsoft'
const office = (version: '16.0' | '15.0' | '14.0'): OutlookVersion => ({
  version,
  profiles: joinPath(microsoft, 'Office', version, 'Outlook', 'Profiles'),
  defaultIn: joinPath(microsoft, 'Office', version, 'Outlook'),
})
const messaging = joinPath(microsoft, 'Windows NT', 'CurrentVersion', 'Windows Messaging Subsystem', 'Profiles')

/** Every place, newest first. 14.0 is looked into though its own author says that 2010 still uses the old place: expect nothing there. */
export const outlookVersions: readonly OutlookVersion[] = [
  office('16.0'),
  office('15.0'),
  office('14.0'),
  { version: 'old', profiles: messaging, defaultIn: messaging },
]

/** A profile: its key, its name, and whether Outlook opens it by itself. */
export interface ListedProfile {
  readonly path: string
  readonly name: string
  readonly inUse: boolean
}

export interface DiscoveredVersion {
  readonly at: OutlookVersion
  readonly profiles: readonly ListedProfile[]
  /** Profiles of other generations that were passed over, by generation. Empty where the installed generation is known. */
  readonly passedOver: readonly { readonly version: string; readonly profiles: number }[]
}

function profilesOf(tree: RegistryTree, at: OutlookVersion): readonly ListedProfile[] {
  // A profile without the container of accounts is a shell that another Office has left, or that was never finished.
  const found = keysBelow(tree, at.profiles).filter(({ path }) => keyIn(tree, containerOf(path)) !== null)
  const value = valueIn(keyIn(tree, at.defaultIn), 'DefaultProfile')
  const named = value && decodeText(value)
  return found.map(({ path }) => {
    const name = lastPart(path)
    return { path, name, inUse: named ? foldName(named) === foldName(name) : found.length === 1 }
  })
}

/**
 * The generation(s) whose profiles are the living ones. Not simply the newest: machines carry an empty 16.0 from another Office while the
 * real profiles are in 15.0, and an upgrade leaves the old ones behind. Those of an installed Outlook are taken; where no installed one has
 * any (or none is known), the generation with the most, of equals the newest. An empty list: no profile anywhere.
 */
export function discoverProfiles(tree: RegistryTree, installed: readonly string[]): readonly DiscoveredVersion[] {
  const all = outlookVersions.map((at) => ({ at, profiles: profilesOf(tree, at) })).filter(({ profiles }) => profiles.length > 0)
  const living = all.filter(({ at }) => installed.includes(at.version))
  if (living.length > 0) return living.map((one) => ({ ...one, passedOver: [] }))
  const [most] = all.toSorted((a, b) => b.profiles.length - a.profiles.length)
  if (!most) return []
  const others = all.filter((one) => one !== most).map(({ at, profiles }) => ({ version: at.version, profiles: profiles.length }))
  return [{ ...most, passedOver: others }]
}
