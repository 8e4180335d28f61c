import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { parseReg } from '../../../shared/client/outlook/parse-reg.ts'
import { foldName, type RegistryKey, type RegistryTree, withAncestors } from '../../../shared/client/outlook/registry-tree.ts'
import { readPlainFile } from '../../files/safe-write.ts'
import { memoryRegistry } from '../registry/memory-registry.ts'
import type { Registry } from '../registry/registry.ts'

/** The hive of one user, as it is called when another exports it: `HKEY_USERS\S-1-5-21-…`. */
const userHive = /^HKEY_USERS\\(S-1-[0-9-]+)(?=\\|$)/i

/** Keys of the one user a file is about, by the name that user has for them. Several users: which one is meant cannot be told. */
function asOwn(tree: RegistryTree, file: string): Result<RegistryTree> {
  const own = new Map<string, RegistryKey>()
  const users = new Set<string>()
  for (const key of tree.values()) {
    const user = userHive.exec(key.path)
    if (user) users.add(user[1]!.toUpperCase())
    const path = key.path.replace(userHive, 'HKEY_CURRENT_USER')
    own.set(foldName(path), { path, values: key.values })
  }
  return users.size > 1 ? fail('file-unreadable', 'after-person', { file, reason: 'several-users' }) : ok(own)
}

/** An exported .reg file as a registry that can be read and refuses every write. */
export async function regFileRegistry(file: string): Promise<Result<Registry>> {
  const read = await readPlainFile(file)
  if (!read.ok) return read
  if (!read.value) return fail('file-missing', 'after-person', { file })
  const parsed = parseReg(read.value.bytes, file)
  if (!parsed.ok) return parsed
  const tree = asOwn(parsed.value, file)
  return tree.ok ? ok(memoryRegistry(withAncestors(tree.value), () => 'refuse')) : tree
}
