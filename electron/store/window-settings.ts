import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { z } from '../../shared/base/zod.ts'
import { replaceFile } from './durable-file.ts'

/** What the window remembers from one start to the next. No secret, and nothing of any customer. */
export const windowSettings = z.strictObject({ lang: z.enum(['ja', 'en']) })
export type WindowSettings = Readonly<z.infer<typeof windowSettings>>

const fileIn = (folder: string): string => path.join(folder, 'window.json')
const first: WindowSettings = { lang: 'ja' }

/** The settings kept in the data folder; the first ones where there are none, or none that can be read. */
export async function readWindowSettings(folder: string): Promise<WindowSettings> {
  try {
    const read = windowSettings.safeParse(JSON.parse(await readFile(fileIn(folder), 'utf8')))
    return read.success ? read.data : first
  } catch (error) {
    if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error
    return first
  }
}

/** Keeps them, wholly or not at all. */
export async function keepWindowSettings(folder: string, settings: WindowSettings): Promise<Result<void>> {
  const file = fileIn(folder)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await replaceFile(file, Buffer.from(`${JSON.stringify(settings)}\n`))
    return ok()
  } catch (error) {
    return fileProblem(error, file, 'writing')
  }
}
