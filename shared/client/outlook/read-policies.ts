import { keysBelow, type RegistryKey, type RegistryTree, regType, type RegistryValue, lastPart } from './registry-tree.ts'

/** Versions whose policies are looked up; the oldest that is rewritten first. */
export const policyVersions = ['14.0', '15.0', '16.0'] as const

/** Where an administrator's settings for Outlook stand, for this user and for this PC. */
export const policyPlaces: readonly string[] = ['HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE'].flatMap((hive) =>
  policyVersions.map((version) => `${hive}\\Software\\Policies\\Microsoft\\office\\${version}\\outlook`),
)

/** One setting of an administrator's: `options\general\hidenewoutlooktoggle`, and its value as far as it is a number or a short text. */
export interface OutlookPolicy {
  readonly version: string
  readonly name: string
  readonly value: string
}

function sayValue({ type, bytes }: RegistryValue): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === regType.dword && bytes.length === 4) return String(view.getUint32(0, true))
  if (type !== regType.text && type !== regType.expandText) return '…'
  const units = Array.from({ length: Math.min(Math.floor(bytes.length / 2), 40) }, (_, at) => view.getUint16(at * 2, true))
  return String.fromCharCode(...units).replace(/\0[\s\S]*$/, '')
}

function policiesBelow(tree: RegistryTree, version: string, key: RegistryKey, at: readonly string[]): readonly OutlookPolicy[] {
  const own = [...key.values.values()].map((value) => ({
    version,
    name: [...at, value.name].join('\\'),
    value: sayValue(value),
  }))
  return [
    ...own,
    ...keysBelow(tree, key.path).flatMap((below) => policiesBelow(tree, version, below, [...at, lastPart(below.path)])),
  ]
}

/** Every setting of an administrator's in trees read at `policyPlaces`, in a fixed order. One of them is enough for a managed PC. */
export function readPolicies(trees: readonly (RegistryTree | null)[]): readonly OutlookPolicy[] {
  const found = policyPlaces.flatMap((place, at) => {
    const tree = trees[at]
    const root = tree && [...tree.values()].find(({ path }) => path.toLowerCase() === place.toLowerCase())
    return tree && root ? policiesBelow(tree, policyVersions[at % policyVersions.length]!, root, []) : []
  })
  return found.toSorted((a, b) => `${a.version} ${a.name}`.localeCompare(`${b.version} ${b.name}`, 'en'))
}

/** An administrator does not let Outlook remember passwords: one that is written may be passed over or taken away (believed, not seen). */
export const forbidsPasswords = (policies: readonly OutlookPolicy[]): boolean =>
  policies.some(({ name, value }) => name.toLowerCase() === 'security\\enablerememberpwd' && value === '0')
