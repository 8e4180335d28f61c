import { statfs } from 'node:fs/promises'
import { fail, ok, type Result } from '../../shared/base/result.ts'

/** A run writes about 2 MB (journal, pictures, record); backups come before anything is changed and are refused there if they do not fit. */
const enough = 16 * 1024 * 1024

/**
 * Is there room on the disk for a run? A disk that fills behind the one irreversible click would leave it untold whether the password
 * was changed. A system that does not tell its room is taken at its word when it writes.
 */
export async function checkRoom(folder: string): Promise<Result<void>> {
  const room = await statfs(folder).catch(() => null)
  const free = room === null || room.blocks === 0 ? enough : room.bavail * room.bsize
  return free < enough ? fail('disk-full', 'after-person', { file: folder, free, needed: enough }) : ok()
}
