import type { Again, ProblemCode } from '../../shared/base/problem.ts'
import { fail } from '../../shared/base/result.ts'

const meanings: Readonly<Record<string, readonly [ProblemCode, Again]>> = {
  ENOENT: ['file-missing', 'after-person'],
  ENOTDIR: ['file-missing', 'after-person'],
  EACCES: ['file-not-writable', 'after-person'],
  EPERM: ['file-not-writable', 'after-person'],
  EROFS: ['file-not-writable', 'after-person'],
  ENOSPC: ['disk-full', 'after-person'],
  EDQUOT: ['disk-full', 'after-person'],
  EFBIG: ['disk-full', 'after-person'],
  ELOOP: ['file-is-link', 'after-person'],
  EBUSY: ['file-busy', 'now'],
  EISDIR: ['file-unreadable', 'after-person'],
  EIO: ['file-unreadable', 'after-person'],
  EMFILE: ['file-busy', 'later'],
}

/** The system's name for what went wrong (`ENOSPC`), or null for an error that is none of the system's. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : null
}

/** A file error of the system as a problem, naming the file. Anything else is a bug and is thrown on. */
export function failFromFile(error: unknown, file: string): ReturnType<typeof fail> {
  const errno = errnoOf(error)
  // A closed handle is our own mistake, not the disk's.
  if (errno === null || errno === 'EBADF') throw error
  const [code, again] = meanings[errno] ?? ['file-unreadable', 'after-person']
  return fail(code, again, { file, errno })
}
