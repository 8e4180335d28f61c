import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, readdir, realpath, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { errnoOf } from '../../shared/base/errno.ts'
import { fsProblem } from './fs-problems.ts'
import { carryAttributes } from './windows-attributes.ts'

/** A file's bytes with what has to be carried over to its successor. */
export interface FileRead {
  readonly bytes: Buffer
  readonly mode: number
}

const largest = 64 * 1024 * 1024

/**
 * Reads a plain file; null where there is none. Refuses symbolic links (also one in the folder part below `within`), devices and pipes,
 * and files over 64 MiB: no profile file is that large.
 */
export async function readPlainFile(file: string, within = path.dirname(file)): Promise<Result<FileRead | null>> {
  let handle: FileHandle | null = null
  try {
    const stat = await lstat(file)
    if (stat.isSymbolicLink() || !(await keepsInside(file, within))) return fail('file-is-link', 'never', { file })
    if (!stat.isFile() || stat.size > largest) return fail('file-unreadable', 'after-person', { file })
    // O_NOFOLLOW does not exist on Windows; there the lstat above has to do.
    handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const bytes = await handle.readFile()
    return ok({ bytes, mode: stat.mode & 0o7777 })
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok(null) : fsProblem(error, file, 'reading')
  } finally {
    await handle?.close()
  }
}

/** True when no link leads the file's folder out of `within`. */
async function keepsInside(file: string, within: string): Promise<boolean> {
  const [folder, root] = [await realpath(path.dirname(file)), await realpath(within)]
  const expected = path.join(root, path.relative(within, path.dirname(file)))
  // Windows finds a folder in any case, and tells the one it is stored in.
  return process.platform === 'win32' ? folder.toUpperCase() === expected.toUpperCase() : folder === expected
}

async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; a rename is durable there once the file is flushed.
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeBeside(
  beside: string,
  bytes: Uint8Array,
  mode: number,
  owner: { uid: number; gid: number } | null,
): Promise<void> {
  const handle = await open(beside, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    // Support staff may run this as root on a customer's files: they must stay the customer's.
    if (owner && process.getuid?.() === 0) await handle.chown(owner.uid, owner.gid)
    if (process.platform !== 'win32') await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Windows: somebody has marked the file so. Elsewhere the folder's rights decide, and a mode without writing is carried over like any other. */
const isReadOnly = (mode: number): boolean => process.platform === 'win32' && (mode & 0o222) === 0

const heldPauses = [20, 50, 100, 200, 300, 400]

/** On Windows a scanner that has just seen the new file, or still looks at the old one, holds it for a moment and no rename goes through. */
async function renameOver(beside: string, file: string): Promise<void> {
  for (const pause of process.platform === 'win32' ? heldPauses : []) {
    try {
      return await rename(beside, file)
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '')) throw error
      await sleep(pause)
    }
  }
  await rename(beside, file)
}

/**
 * Replaces a file wholly or not at all: written beside, flushed, renamed, folder flushed. Mode and owner of the old file are kept; a new
 * one gets `mode` (default 0600). On Windows the attributes are carried over, a file marked read-only is refused, and a scanner's hold is waited
 * for about a second. Refuses symbolic links. After any failure the old file stands untouched and nothing lies beside it.
 */
export async function safeWrite(file: string, bytes: Uint8Array, mode?: number): Promise<Result<void>> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.new`)
  try {
    const old = await lstat(file).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return null
      throw error
    })
    if (old?.isSymbolicLink()) return fail('file-is-link', 'never', { file })
    if (old && (!old.isFile() || isReadOnly(old.mode))) return fail('file-not-writable', 'after-person', { file })
    await writeBeside(beside, bytes, mode ?? (old ? old.mode & 0o7777 : 0o600), old)
    if (old) await carryAttributes(file, beside)
    await renameOver(beside, file)
    await flushFolder(path.dirname(file))
    return ok()
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    return fsProblem(error, file, 'writing')
  }
}

/**
 * Removes what a `safeWrite` of this file left beside it when the power went: the half-written successor. Only for callers that know no
 * other write is under way.
 */
export async function removeLeftovers(file: string): Promise<void> {
  const start = `.${path.basename(file)}.`
  const names = await readdir(path.dirname(file)).catch(() => [])
  for (const name of names.filter((entry) => entry.startsWith(start) && /^[0-9a-f]{12}\.new$/.test(entry.slice(start.length)))) {
    await rm(path.join(path.dirname(file), name), { force: true }).catch(() => undefined)
  }
}

/** Removes a plain file; one that is not there is as wanted. A link is removed itself, never what it points to. */
export async function removeFile(file: string): Promise<Result<void>> {
  try {
    await rm(file, { force: true })
    await flushFolder(path.dirname(file))
    return ok()
  } catch (error) {
    return fsProblem(error, file, 'writing')
  }
}
