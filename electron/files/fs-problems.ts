import type { Again, ProblemCode } from '../../shared/base/problem.ts'
import { fail, type Result } from '../../shared/base/result.ts'

const classes: Record<string, readonly [ProblemCode, Again]> = {
  ENOENT: ['file-missing', 'after-person'],
  ENOTDIR: ['file-missing', 'after-person'],
  ELOOP: ['file-is-link', 'never'],
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
  EMFILE: ['file-busy', 'now'],
}

/** Errno of a file error, or an empty text where the thing thrown is none: then it is a bug and is thrown on. */
export const errnoOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error ? error.code : ''

/**
 * The one translator of file errors. `reading`: a refused permission means the file cannot be read, not written. On Windows a virus
 * scanner holding a file shows as EPERM or EACCES for a moment: writing there is worth another try at once.
 */
export function fsProblem(error: unknown, file: string, doing: 'reading' | 'writing'): Extract<Result<never>, { ok: false }> {
  const errno = errnoOf(error)
  if (errno === '') throw error
  const [code, again] = classes[errno] ?? [doing === 'reading' ? 'file-unreadable' : 'file-not-writable', 'after-person']
  if (doing === 'reading' && code === 'file-not-writable') return fail('file-unreadable', again, { file, errno })
  if (process.platform === 'win32' && (errno === 'EPERM' || errno === 'EACCES')) return fail('file-busy', 'now', { file, errno })
  return fail(code, again, { file, errno })
}
