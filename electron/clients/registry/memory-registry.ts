import { fail, ok, type Result } from '../../../shared/base/result.ts'
import {
  foldName,
  joinPath,
  type RegistryKey,
  type RegistryTree,
  type RegistryValue,
  subtree,
} from '../../../shared/client/outlook/registry-tree.ts'
import type { Registry } from './registry.ts'

/** A registry that can be looked at from outside, and disturbed: what a write does is the test's to say. */
export interface MemoryRegistry extends Registry {
  /** All of it as it stands now. */
  readonly now: () => RegistryTree
  /** Sets or (bytes null) deletes behind the program's back; makes the key where there is none. */
  readonly meddle: (path: string, value: Pick<RegistryValue, 'name' | 'type'> & { readonly bytes: Uint8Array | null }) => void
}

/** What stands between the program and one write: `pass`, refused, or a stop as by a power cut (it throws). */
export type BeforeWrite = (path: string, name: string) => 'pass' | 'refuse'

const notWritable = (path: string, name: string): Result<void> =>
  fail('client-not-writable', 'after-person', { file: joinPath(path, name) })

const set =
  ({ name, type, bytes }: RegistryValue) =>
  (values: Map<string, RegistryValue>): void => {
    // A value that is there keeps the spelling of its name.
    const old = values.get(foldName(name))
    values.set(foldName(name), { name: old?.name ?? name, type, bytes: Uint8Array.from(bytes) })
  }

/**
 * A registry in memory that behaves as the real one does: names keep their case and are found without it, a write needs its key, values are
 * copied in and out. `beforeWrite` is asked before every write.
 */
export function memoryRegistry(first: RegistryTree, beforeWrite: BeforeWrite = () => 'pass'): MemoryRegistry {
  let tree: RegistryTree = first
  const put = (key: RegistryKey, change: (values: Map<string, RegistryValue>) => void): void => {
    const values = new Map(key.values)
    change(values)
    tree = new Map([...tree, [foldName(key.path), { path: key.path, values }]])
  }
  const write = (path: string, name: string, change: (values: Map<string, RegistryValue>) => void): Result<void> => {
    if (beforeWrite(path, name) === 'refuse') return notWritable(path, name)
    const key = tree.get(foldName(path))
    if (!key) return notWritable(path, name)
    put(key, change)
    return ok()
  }
  return {
    now: () => tree,
    meddle: (path, { bytes, ...value }) =>
      put(tree.get(foldName(path)) ?? { path, values: new Map() }, (values) =>
        bytes ? set({ ...value, bytes })(values) : values.delete(foldName(value.name)),
      ),
    readTree: async (path) => {
      const found = subtree(tree, path)
      return ok(found.has(foldName(path)) ? found : null)
    },
    readKey: async (path) => {
      const key = tree.get(foldName(path))
      return ok(key ? new Map([[foldName(path), key]]) : null)
    },
    setValue: async (path, value) => write(path, value.name, set(value)),
    deleteValue: async (path, name) => write(path, name, (values) => values.delete(foldName(name))),
  }
}
