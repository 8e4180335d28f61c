import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { fail, type Result } from '../../shared/base/result.ts'
import type { StopSignal } from '../../shared/base/stop.ts'
import type { SheetReader, SheetText } from '../../shared/sheet/sheet-text.ts'

/** No reader takes more: a high-resolution scan has its place, a video has not. */
const mostBytes = 64 * 1024 * 1024
const headBytes = 4096

/**
 * Reads one sheet file with the first of `readers` that accepts it. Refuses folders, devices and pipes (which may never end), files beyond 64 MiB,
 * and kinds nobody reads. The file is only read, never changed.
 */
export async function loadSheet(file: string, readers: readonly SheetReader[], stop: StopSignal): Promise<Result<SheetText>> {
  let handle: FileHandle | null = null
  try {
    // Without O_NONBLOCK opening a pipe waits for a writer.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const about = await handle.stat()
    if (!about.isFile())
      return fail('file-unreadable', 'after-person', { file, reason: about.isDirectory() ? 'folder' : 'not-a-file' })
    if (about.size > mostBytes) return fail('sheet-too-large', 'after-person', { file, bytes: about.size, most: mostBytes })
    if (stop.aborted) return fail('cancelled', 'now', { file })
    const bytes = new Uint8Array(await handle.readFile())
    if (bytes.length === 0) return fail('sheet-empty', 'after-person', { file })
    const reader = readers.find((one) => one.accepts(file, bytes.subarray(0, headBytes)))
    return reader
      ? await reader.read(file, bytes, stop)
      : fail('sheet-kind-unknown', 'after-person', { file, reason: 'no-reader' })
  } catch (error) {
    return fromErrno(error, file)
  } finally {
    await handle?.close()
  }
}

function fromErrno(error: unknown, file: string): Result<SheetText> {
  const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (errno === 'ENOENT' || errno === 'ENOTDIR') return fail('file-missing', 'after-person', { file })
  // Anything but the system's refusal is a bug of ours.
  if (!/^E[A-Z0-9]+$/.test(errno)) throw error
  return fail('file-unreadable', 'after-person', { file, errno })
}
