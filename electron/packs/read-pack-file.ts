import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { type Pack, packLimit, readPack } from '../../shared/pack/pack.ts'

/** A file's bytes, `most` at most; null when there are more. Devices and pipes are refused: they may never end. */
function readBounded(file: string, most: number): Result<Buffer | null> {
  let opened: number | null = null
  try {
    opened = openSync(file, 'r')
    const stat = fstatSync(opened)
    if (!stat.isFile())
      return fail('file-unreadable', 'after-person', { file, reason: stat.isDirectory() ? 'folder' : 'not-a-file' })
    const buffer = Buffer.alloc(Math.min(stat.size, most) + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = readSync(opened, buffer, length, buffer.length - length, length)
    return ok(length > most ? null : buffer.subarray(0, length))
  } catch (error) {
    return errnoOf(error) === 'EISDIR'
      ? fail('file-unreadable', 'after-person', { file, reason: 'folder' })
      : fileProblem(error, file, 'reading')
  } finally {
    if (opened !== null) closeSync(opened)
  }
}

/** A text file as it stands: UTF-8, and a byte order mark is a part of it (in a pack: one too many). Too large or no text: `pack-unreadable`. */
export function readPackText(file: string): Result<string> {
  const bytes = readBounded(file, packLimit)
  if (!bytes.ok) return bytes
  if (bytes.value === null) return fail('pack-unreadable', 'after-person', { file, reason: 'too-large' })
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value))
  } catch {
    // The decoder throws for nothing but bytes that are no UTF-8.
    return fail('pack-unreadable', 'after-person', { file, reason: 'not-utf-8' })
  }
}

/** A pack file whose signature has not been looked at yet. */
export function readPackFile(file: string): Result<Pack> {
  const text = readPackText(file)
  return text.ok ? readPack(text.value, file) : text
}
