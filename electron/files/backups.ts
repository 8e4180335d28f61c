import { createHash } from 'node:crypto'
import { chmod, mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { backupManifest, type BackupManifest, type Backups } from '../../shared/client/mail-client.ts'
import { fsProblem } from './fs-problems.ts'
import { readPlainFile, removeFile, removeLeftovers, safeWrite } from './safe-write.ts'

type FileEntry = BackupManifest['files'][number]
type TakeOrder = Parameters<Backups['take']>[0]
type PutBackOrder = Parameters<Backups['putBack']>[0]

/** SHA-256 as the manifest writes it. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const manifestFile = (folder: string): string => path.join(folder, 'manifest.json')
const copyOf = (folder: string, name: string): string => path.join(folder, 'files', ...name.split('/'))

/** A name from a manifest may only lead downwards: a manifest is a file, and files can be tampered with. */
const isBelow = (name: string): boolean =>
  name !== '' &&
  !name.includes('\\') &&
  !/^[A-Za-z]:/.test(name) &&
  name.split('/').every((part) => !['', '.', '..'].includes(part))

/** Makes a folder for this user alone, with those above it where they are missing. */
export async function makePrivateFolder(folder: string): Promise<Result<void>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (process.platform !== 'win32') await chmod(folder, 0o700)
    return ok()
  } catch (error) {
    return fsProblem(error, folder, 'writing')
  }
}

async function copyOne(order: TakeOrder, name: string): Promise<Result<FileEntry>> {
  if (!isBelow(name)) throw new Error(`not a name below the folder: ${name}`)
  const source = path.join(order.folder, ...name.split('/'))
  const read = await readPlainFile(source, order.folder)
  if (!read.ok) return read
  if (!read.value) return ok({ name, existed: false, size: 0, sha256: '', mode: 0 })
  const { bytes, mode } = read.value
  const target = copyOf(order.into, name)
  const made = await makePrivateFolder(path.dirname(target))
  if (!made.ok) return made
  const written = await safeWrite(target, bytes, 0o600)
  if (!written.ok) return written
  const copy = await readPlainFile(target)
  if (!copy.ok) return copy
  if (!copy.value || sha256(copy.value.bytes) !== sha256(bytes))
    return fail('file-unreadable', 'now', { file: target, reason: 'copy-differs' })
  return ok({ name, existed: true, size: bytes.length, sha256: sha256(bytes), mode })
}

async function hashNow(folder: string, name: string): Promise<Result<string | null>> {
  const read = await readPlainFile(path.join(folder, ...name.split('/')), folder)
  return read.ok ? ok(read.value ? sha256(read.value.bytes) : null) : read
}

async function take(order: TakeOrder, now: () => Date): Promise<Result<BackupManifest>> {
  const made = await makePrivateFolder(order.into)
  if (!made.ok) return made
  const files: FileEntry[] = []
  for (const name of order.names) {
    const entry = await copyOne(order, name)
    if (!entry.ok) return entry
    files.push(entry.value)
  }
  // A program that was still writing would leave a copy of files that never belonged together.
  for (const { name, existed, sha256: hash } of files) {
    const again = await hashNow(order.folder, name)
    if (!again.ok) return again
    if (again.value !== (existed ? hash : null)) return fail('file-changed-since', 'now', { file: name })
  }
  const manifest: BackupManifest = { version: 1, client: order.client, folder: order.folder, takenAt: now().toISOString(), files }
  const written = await safeWrite(manifestFile(order.into), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 0o600)
  return written.ok ? ok(manifest) : written
}

async function manifestOf(from: string): Promise<Result<BackupManifest>> {
  const file = manifestFile(from)
  const read = await readPlainFile(file)
  if (!read.ok) return read
  if (!read.value) return fail('file-missing', 'after-person', { file })
  try {
    const parsed = backupManifest.safeParse(JSON.parse(read.value.bytes.toString('utf8')))
    if (parsed.success && parsed.data.files.every(({ name }) => isBelow(name))) return ok(parsed.data)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return fail('file-unreadable', 'after-person', { file })
}

interface Restore {
  readonly entry: FileEntry
  readonly bytes: Buffer | null
}

/** What has to be written to put one file back: null when it stands as it was. Refuses a damaged copy and a file changed by someone else. */
async function restoreOf(order: PutBackOrder, folder: string, entry: FileEntry): Promise<Result<Restore | null>> {
  const current = await hashNow(folder, entry.name)
  if (!current.ok) return current
  const before = entry.existed ? entry.sha256 : null
  if (current.value === before) return ok(null)
  const ours = order.rewritten.some(({ name, sha256: hash }) => name === entry.name && hash === current.value)
  if (!ours && !order.anyway) return fail('file-changed-since', 'after-person', { file: entry.name })
  if (!entry.existed) return ok({ entry, bytes: null })
  const file = copyOf(order.from, entry.name)
  const copy = await readPlainFile(file, order.from)
  if (!copy.ok) return copy
  if (!copy.value) return fail('file-missing', 'after-person', { file })
  if (sha256(copy.value.bytes) !== entry.sha256) return fail('file-unreadable', 'after-person', { file, reason: 'copy-damaged' })
  return ok({ entry, bytes: copy.value.bytes })
}

async function putBack(order: PutBackOrder): Promise<Result<void>> {
  const manifest = await manifestOf(order.from)
  if (!manifest.ok) return manifest
  const { folder, files } = manifest.value
  const root = await realpath(folder).catch((error: unknown) => fsProblem(error, folder, 'reading'))
  if (typeof root !== 'string') return root
  const restores: Restore[] = []
  for (const entry of files) {
    const restore = await restoreOf(order, root, entry)
    if (!restore.ok) return restore
    if (restore.value) restores.push(restore.value)
  }
  const heard = restores.length > 0 ? await order.announce() : ok()
  if (!heard.ok) return heard
  for (const { entry, bytes } of restores) {
    const file = path.join(root, ...entry.name.split('/'))
    await removeLeftovers(file)
    const done = bytes ? await safeWrite(file, bytes, entry.mode) : await removeFile(file)
    if (!done.ok) return done
  }
  return ok()
}

/**
 * Copies of a mail program's files: in a folder of the user's own (0700, files 0600: they hold secrets), each verified by hash, with a
 * manifest written last. Putting back checks every file, and announces it, before it writes the first. Whether the program is closed is the caller's to ask.
 */
export const fileBackups = (now: () => Date): Backups => ({ take: (order) => take(order, now), manifestOf, putBack })
