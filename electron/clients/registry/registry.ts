import type { Result } from '../../../shared/base/result.ts'
import type { RegistryTree, RegistryValue } from '../../../shared/client/outlook/registry-tree.ts'

/**
 * The Windows registry, as much of it as rewriting a mail program takes. Every path is whole and begins with the hive's long name
 * (`HKEY_CURRENT_USER\…`, `HKEY_LOCAL_MACHINE\…`, `HKEY_CLASSES_ROOT\…`); paths and names are compared without case.
 *
 * There is no way to create or delete a key on purpose: a mail profile with a key too many or too few makes Outlook die at start. An
 * export needs no verb of its own: `printReg` writes the tree that was read, so the copy is of the same moment as the comparison.
 *
 * Implementations: `native-registry` (Windows), `memory-registry` (everywhere, also for practice), `reg-file-registry` (reads an exported file).
 */
export interface Registry {
  /**
   * A key with everything below it, values raw; null where it does not exist. Reading goes wrong as `client-unreadable` with `file`: the
   * path. A key that may not be read is a problem, never an empty one.
   */
  readTree(path: string): Promise<Result<RegistryTree | null>>
  /** The same for one key without the keys below it: the tree that comes has this one key. For large places (`HKEY_LOCAL_MACHINE\…`). */
  readKey(path: string): Promise<Result<RegistryTree | null>>
  /**
   * Sets one value with exactly this type and these bytes. Refuses (`client-not-writable`, `file`: path and name) where the key does not
   * exist, may not be written, or nothing may be written at all.
   */
  setValue(path: string, value: RegistryValue): Promise<Result<void>>
  /** Takes a value away; ok where it does not exist. Refuses as `setValue` does. */
  deleteValue(path: string, name: string): Promise<Result<void>>
}
