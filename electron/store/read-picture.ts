import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'

/** The names of pictures as journals have them: one folder of the run's evidence, one file. Nothing else below a run can be read by such a name. */
export const pictureName = /^evidence\/[\w-]+\/[\w-]+\.png$/

const mostBytes = 16 * 1024 * 1024
const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW

/** Reads one picture of a run. Refuses any other name, a link in its place, and a file of another size than pictures have. */
export async function readPicture(folder: string, name: string): Promise<Result<Uint8Array>> {
  if (!pictureName.test(name)) return fail('bad-usage', 'never', { reason: 'no-picture' })
  const file = path.join(folder, ...name.split('/'))
  try {
    const handle = await open(file, constants.O_RDONLY | noFollow)
    try {
      const about = await handle.stat()
      if (!about.isFile() || about.size > mostBytes) return fail('file-unreadable', 'never', { file: name })
      return ok(await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (errnoOf(error) === null) throw error
    return fail('file-missing', 'never', { file: name })
  }
}
