import { foldName, joinPath, keyIn, type RegistryTree, type RegistryValue, sameValue, valueIn } from './registry-tree.ts'

/** One value that is not the same in two trees; null where it does not exist. */
export interface TreeDifference {
  readonly path: string
  readonly name: string
  readonly before: RegistryValue | null
  readonly after: RegistryValue | null
}

/** Every value in which two trees differ, and every key that is in one only (with an empty name and without values). Order and case mean nothing. */
export function compareTrees(before: RegistryTree, after: RegistryTree): readonly TreeDifference[] {
  const found: TreeDifference[] = []
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(path), after.get(path)]
    const place = (old ?? now)!.path
    if (!old || !now) found.push({ path: place, name: '', before: null, after: null })
    for (const name of new Set([...(old?.values.keys() ?? []), ...(now?.values.keys() ?? [])])) {
      const [one, other] = [old?.values.get(name) ?? null, now?.values.get(name) ?? null]
      if (!sameValue(one, other)) found.push({ path: place, name: (one ?? other)!.name, before: one, after: other })
    }
  }
  return found
}

/** One value of a tree, by its key's path; null where there is none. */
export const valueAt = (tree: RegistryTree, path: string, name: string): RegistryValue | null => valueIn(keyIn(tree, path), name)

/** A tree as it would be with these values set in one key that is there. The key stays away where it is not. */
export function withValues(tree: RegistryTree, path: string, values: readonly RegistryValue[]): RegistryTree {
  const changed = [...tree].map(([folded, key]) => {
    if (key !== keyIn(tree, path)) return [folded, key] as const
    const kept = new Map(key.values)
    for (const value of values) kept.set(foldName(value.name), value)
    return [folded, { path: key.path, values: kept }] as const
  })
  return new Map(changed)
}

/** How a value's place is named in words: the key's last part and the value's name. */
export const placeOf = ({ path, name }: Pick<TreeDifference, 'path' | 'name'>): string =>
  name === '' ? path : joinPath(path.slice(path.lastIndexOf('\\') + 1), name)
