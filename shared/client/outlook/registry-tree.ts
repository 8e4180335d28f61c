/** One value as it stands: its name as stored, the type by Windows's number, and its bytes, undecoded. */
export interface RegistryValue {
  readonly name: string
  readonly type: number
  readonly bytes: Uint8Array
}

/** One key: its whole path as stored (`HKEY_CURRENT_USER\Software\…`) and its values by folded name. */
export interface RegistryKey {
  readonly path: string
  readonly values: ReadonlyMap<string, RegistryValue>
}

/**
 * Keys by folded path. Order means nothing (Windows gives creation order, Wine the alphabet), look-ups ignore case as the registry does,
 * and names keep the case they were written in.
 */
export type RegistryTree = ReadonlyMap<string, RegistryKey>

/** Windows's numbers of the value types this program reads or writes; any other is carried along untouched. */
export const regType = { none: 0, text: 1, expandText: 2, binary: 3, dword: 4, texts: 7, qword: 11 } as const

/**
 * One spelling for all cases of a key's or value's name: Windows compares registry names unit by unit after its simple upper-casing. A unit
 * whose upper case is longer (ß) keeps itself, as it does there.
 */
export const foldName = (name: string): string =>
  name.replace(/[^\0-\x7f]|[a-z]/g, (unit) => {
    const upper = unit.toUpperCase()
    return upper.length === 1 ? upper : unit
  })

/** A key's path from its parts. */
export const joinPath = (...parts: readonly string[]): string => parts.join('\\')

/** The last part of a path. */
export const lastPart = (path: string): string => path.slice(path.lastIndexOf('\\') + 1)

/** A tree from keys in any order. Of two spellings of one key, or of one value, the later wins. */
export function treeOf(keys: Iterable<{ readonly path: string; readonly values: Iterable<RegistryValue> }>): RegistryTree {
  const tree = new Map<string, RegistryKey>()
  for (const { path, values } of keys) {
    tree.set(foldName(path), { path, values: new Map([...values].map((value) => [foldName(value.name), value])) })
  }
  return tree
}

/** A key of a tree; null where there is none. */
export const keyIn = (tree: RegistryTree, path: string): RegistryKey | null => tree.get(foldName(path)) ?? null

/** A value of a key; null where there is none. The default value's name is empty. */
export const valueIn = (key: RegistryKey | null, name: string): RegistryValue | null => key?.values.get(foldName(name)) ?? null

/** The keys directly below a path, in the order of the tree. */
export function keysBelow(tree: RegistryTree, path: string): readonly RegistryKey[] {
  const start = `${foldName(path)}\\`
  return [...tree].flatMap(([folded, key]) => (folded.startsWith(start) && !folded.includes('\\', start.length) ? [key] : []))
}

/** A key and everything below it; empty where there is none. */
export function subtree(tree: RegistryTree, path: string): RegistryTree {
  const root = foldName(path)
  return new Map([...tree].filter(([folded]) => folded === root || folded.startsWith(`${root}\\`)))
}

/** The tree with every key above one of its own: an export names only keys from the exported one on, and a registry has them all. */
export function withAncestors(tree: RegistryTree): RegistryTree {
  const whole = new Map<string, RegistryKey>()
  for (const [folded, { path }] of tree) {
    for (let end = path.indexOf('\\'); end > 0; end = path.indexOf('\\', end + 1)) {
      const above = path.slice(0, end)
      if (!whole.has(foldName(above))) whole.set(foldName(above), { path: above, values: new Map() })
    }
    whole.set(folded, tree.get(folded)!)
  }
  return whole
}

/** Are two byte sequences the same? */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

/** The same type and the same bytes; null stands for a value that does not exist. */
export const sameValue = (one: RegistryValue | null, other: RegistryValue | null): boolean =>
  one === null || other === null ? one === other : one.type === other.type && sameBytes(one.bytes, other.bytes)
