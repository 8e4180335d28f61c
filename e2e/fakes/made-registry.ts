import { memoryRegistry } from '../../electron/clients/registry/memory-registry.ts'
import type { Registry } from '../../electron/clients/registry/registry.ts'
import { type RegistryValue, treeOf, withAncestors } from '../../shared/client/outlook/registry-tree.ts'

export interface MadeKey {
  readonly path: string
  readonly values: readonly RegistryValue[]
}

const roots = { HKEY_CURRENT_USER: 'HKCU', HKEY_LOCAL_MACHINE: 'HKLM' } as const

/**
 * A registry with these keys: in memory, or (on Windows) the real one, where every key of `own` is removed first with all below it. Only
 * where it is known to be Wine's, which is made for tests.
 */
export async function madeRegistry(keys: readonly MadeKey[], own: readonly string[]): Promise<Registry> {
  if (process.platform !== 'win32') return memoryRegistry(withAncestors(treeOf(keys)))
  const [{ nativeRegistry }, reg] = await Promise.all([
    import('../../electron/clients/registry/native-registry.ts'),
    import('native-reg'),
  ])
  const wine = await nativeRegistry.readKey('HKEY_CURRENT_USER\\Software\\Wine')
  if (!wine.ok || !wine.value) throw new Error('not in a registry of somebody’s own')
  const placed = (path: string) => {
    const [hive, below] = [path.slice(0, path.indexOf('\\')), path.slice(path.indexOf('\\') + 1)]
    const known = Object.entries(roots).find(([name]) => name === hive)
    if (!known) throw new Error(`no key to make: ${path}`)
    return { hive: reg[known[1]], below }
  }
  for (const path of own) {
    const { hive, below } = placed(path)
    const there = reg.openKey(hive, below, reg.Access.READ)
    reg.closeKey(there)
    if (there !== null) reg.deleteTree(hive, below)
  }
  for (const { path, values } of keys) {
    const { hive, below } = placed(path)
    const key = reg.createKey(hive, below, reg.Access.ALL_ACCESS)
    for (const { name, type, bytes } of values) reg.setValueRaw(key, name, type, Buffer.from(bytes))
    reg.closeKey(key)
  }
  return nativeRegistry
}
