import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail } from '../../shared/base/result.ts'

/**
 * A file error on a mail program's files. On Windows a virus scanner holding a file shows as EPERM or EACCES for a moment: writing
 * there is worth another try at once.
 */
export function fsProblem(error: unknown, file: string, doing: 'reading' | 'writing'): ReturnType<typeof fail> {
  const errno = errnoOf(error)
  const held = process.platform === 'win32' && doing === 'writing' && (errno === 'EPERM' || errno === 'EACCES')
  return held ? fail('file-busy', 'now', { file, errno }) : fileProblem(error, file, doing)
}
