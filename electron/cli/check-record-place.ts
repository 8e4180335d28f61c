import { constants } from 'node:fs'
import { access, lstat, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Ask } from '../../shared/base/ask.ts'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import type { RunId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { z } from '../../shared/base/zod.ts'
import type { App } from '../road/app.ts'
import { badUsage, type Options } from './arguments.ts'
import { readSmallFile } from './read-inputs.ts'

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
  return ok()
}

/** The files among these that are there already. A link counts as itself; a folder can never be replaced by a paper. */
async function takenOf(files: readonly string[]): Promise<Result<readonly string[]>> {
  const taken: string[] = []
  for (const file of files) {
    try {
      if ((await lstat(file)).isDirectory()) return fail('file-not-writable', 'after-person', { file })
      taken.push(file)
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') return fileProblem(error, file, 'writing')
    }
  }
  return ok(taken)
}

const proofOfRun = z.looseObject({ run: z.string() })

/** Is this the JSON proof an earlier part of the same run has left? */
async function isProofOf(run: RunId, file: string): Promise<boolean> {
  const text = await readSmallFile(file)
  if (!text.ok) return false
  try {
    const proof = proofOfRun.safeParse(JSON.parse(text.value))
    return proof.success && proof.data.run === run
  } catch (error) {
    // Not JSON, so no proof.
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/**
 * A record may be the only paper of another customer's change: what is there already is replaced only where the person says so, or
 * where it is the record of this very run (`resume` writes it anew). Refuses with `file-exists` before anything is done.
 */
export async function settleRecordPlace(app: App, options: Options, run: RunId | null, ask: Ask): Promise<Result<void>> {
  const asked = options.text('record')
  if (asked === undefined) return ok()
  const { pdf, json } = app.recordPlaces(asked)
  const taken = await takenOf([pdf, json])
  if (!taken.ok) return taken
  if (taken.value.length === 0 || (run !== null && (await isProofOf(run, json)))) return ok()
  const file = taken.value.join(', ')
  const answer = await ask({ name: 'replace-record', kind: 'yes-no', facts: { file } })
  return answer === true ? ok() : fail('file-exists', 'after-person', { file })
}
