import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { joinPath, type RegistryTree, type RegistryValue, treeOf } from '../../../shared/client/outlook/registry-tree.ts'
import type { Registry } from './registry.ts'

type Native = typeof import('native-reg')
type Key = NonNullable<ReturnType<Native['openKey']>>

interface ReadKey {
  readonly path: string
  readonly values: readonly RegistryValue[]
}

const hives = {
  HKEY_CURRENT_USER: 'CURRENT_USER',
  HKEY_LOCAL_MACHINE: 'LOCAL_MACHINE',
  HKEY_CLASSES_ROOT: 'CLASSES_ROOT',
} as const

/** The hive of a path and what is below it; a path of another hive is a bug of the caller's. */
function splitPath(native: Native, path: string): { readonly hive: Key; readonly below: string } {
  const [first = '', ...rest] = path.split('\\')
  const name = Object.entries(hives).find(([long]) => long === first.toUpperCase())?.[1]
  if (!name) throw new Error(`not a hive of this program: ${first}`)
  return { hive: native.HKEY[name], below: rest.join('\\') }
}

/** Opens a key, lets it be used, and closes it again; null where it does not exist. */
function within<T>(native: Native, hive: Key, below: string, access: number, use: (key: Key) => T): T | null {
  const key = native.openKey(hive, below, access)
  if (key === null) return null
  try {
    return use(key)
  } finally {
    native.closeKey(key)
  }
}

function valuesOf(native: Native, key: Key): readonly RegistryValue[] {
  return native.enumValueNames(key).flatMap((name) => {
    const value = native.queryValueRaw(key, name)
    // Gone since its name was read: as if it had been gone before.
    return value ? [{ name, type: value.type, bytes: Uint8Array.from(value) }] : []
  })
}

function readBelow(native: Native, hive: Key, below: string, path: string, deep: boolean): readonly ReadKey[] | null {
  return within(native, hive, below, native.Access.READ, (key) => {
    const own = [{ path, values: valuesOf(native, key) }]
    if (!deep) return own
    const children = native.enumKeyNames(key).flatMap((name) => readBelow(native, key, name, joinPath(path, name), deep) ?? [])
    return [...own, ...children]
  })
}

/** The number of an error of Windows's own (5: access denied), as native-reg throws it; null for any other. */
function win32Number(error: unknown): number | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'Win32Error' || !('errno' in error)) return null
  return Number(error.errno)
}

/** Windows's errors as problems; what is none of Windows's is a bug and is thrown on. */
async function guarded<T>(
  code: 'client-unreadable' | 'client-not-writable',
  file: string,
  act: (native: Native) => T,
): Promise<Result<T>> {
  if (process.platform !== 'win32') return fail(code, 'after-person', { file, reason: 'not-here' })
  // It holds a binary for Windows only, and looks for it as soon as it is loaded.
  const native = await import('native-reg')
  try {
    return ok(act(native))
  } catch (error) {
    const number = win32Number(error)
    if (number === null) throw error
    return fail(code, 'after-person', { file, number })
  }
}

async function read(path: string, deep: boolean): Promise<Result<RegistryTree | null>> {
  return guarded('client-unreadable', path, (native) => {
    const { hive, below } = splitPath(native, path)
    const keys = readBelow(native, hive, below, path, deep)
    return keys && treeOf(keys)
  })
}

async function write(path: string, name: string, change: (native: Native, key: Key) => void): Promise<Result<void>> {
  const file = joinPath(path, name)
  const done = await guarded('client-not-writable', file, (native) => {
    const { hive, below } = splitPath(native, path)
    // Opened, never created: a key too many in a mail profile makes Outlook die at start.
    return within(native, hive, below, native.Access.SET_VALUE, (key) => {
      change(native, key)
      return true
    })
  })
  if (!done.ok) return done
  return done.value ? ok() : fail('client-not-writable', 'after-person', { file })
}

/** The registry of Windows itself, for the user this process runs as. Everywhere else it refuses. */
export const nativeRegistry: Registry = {
  readTree: (path) => read(path, true),
  readKey: (path) => read(path, false),
  setValue: (path, { name, type, bytes }) =>
    write(path, name, (native, key) => native.setValueRaw(key, name, type, Buffer.from(bytes))),
  deleteValue: (path, name) => write(path, name, (native, key) => native.deleteValue(key, name)),
}
