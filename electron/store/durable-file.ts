import { randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'

/** Writes all bytes at a place in an open file: a single `write` may take fewer than it was given. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** Makes names created in or moved into a folder survive a power cut. Windows keeps names safe by itself and opens no folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a new file, readable by this user only, and flushes it. Refuses (`EEXIST`) a name that is taken. */
export async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await writeAll(handle, bytes, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name beside a file that no other writer uses. */
export const nameBeside = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`)

/**
 * Replaces a file wholly or not at all: written beside, flushed, renamed, folder flushed. A crash leaves the old content or
 * the new, and at worst an unused file beside it. A symbolic link of that name is replaced, not followed.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const beside = nameBeside(file)
  try {
    await writeNew(beside, bytes)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(path.dirname(file))
}
