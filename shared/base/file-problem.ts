import { errnoOf } from './errno.ts'
import type { Again, ProblemCode } from './problem.ts'
import { fail } from './result.ts'

const classes: Readonly<Record<string, readonly [ProblemCode, Again]>> = {
  ENOENT: ['file-missing', 'after-person'],
  ENOTDIR: ['file-missing', 'after-person'],
  ELOOP: ['file-is-link', 'after-person'],
  EACCES: ['file-not-writable', 'after-person'],
  EPERM: ['file-not-writable', 'after-person'],
  EROFS: ['file-not-writable', 'after-person'],
  EISDIR: ['file-not-writable', 'after-person'],
  EEXIST: ['file-not-writable', 'after-person'],
  ENOSPC: ['disk-full', 'after-person'],
  EDQUOT: ['disk-full', 'after-person'],
  EFBIG: ['disk-full', 'after-person'],
  EBUSY: ['file-busy', 'now'],
  ETXTBSY: ['file-busy', 'now'],
  EMFILE: ['file-busy', 'later'],
}

/**
 * The one translator of file errors: names the file, and whether it could not be read or not written. An error that is none of the
 * system's (or a closed handle, which is our own mistake) is a bug and is thrown on.
 */
export function fileProblem(error: unknown, file: string, doing: 'reading' | 'writing'): ReturnType<typeof fail> {
  const errno = errnoOf(error)
  if (errno === null || errno === 'EBADF') throw error
  const [code, again] = classes[errno] ?? [doing === 'reading' ? 'file-unreadable' : 'file-not-writable', 'after-person']
  return fail(doing === 'reading' && code === 'file-not-writable' ? 'file-unreadable' : code, again, { file, errno })
}
