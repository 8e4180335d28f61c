import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { badUsage, type Options } from './arguments.ts'

const isFolder = async (place: string): Promise<boolean> => (await stat(place)).isDirectory()

/**
 * Can the record go where `--record` says? Asked before anything is done: a password that is changed and a paper that cannot be written
 * is a bad hour to find out. Wants a name ending in `.pdf` (the JSON proof stands beside it under the same name) in a folder that is there.
 */
export async function checkRecordPlace(options: Options): Promise<Result<void>> {
  const asked = options.text('record')
  if (asked === undefined) return ok()
  if (path.extname(asked).toLowerCase() !== '.pdf') return badUsage('--record', 'no-pdf')
  const file = path.resolve(asked)
  const folder = path.dirname(file)
  try {
    if (!(await isFolder(folder))) return fail('file-missing', 'after-person', { file: folder })
    await access(folder, constants.W_OK)
  } catch (error) {
    const missing = errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR'
    return fail(missing ? 'file-missing' : 'file-not-writable', 'after-person', { file: folder })
  }
  const taken = await isFolder(file).catch(() => false)
  return taken ? fail('file-not-writable', 'after-person', { file }) : ok()
}
