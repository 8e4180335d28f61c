import { link, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { z } from '../../shared/base/zod.ts'
import { nameBeside, replaceFile, writeNew } from './durable-file.ts'
import { ownIdentity, processIdentity, standingOf } from './process-identity.ts'

/** The right to run in a data folder, until it is given back or the process ends, however it ends. */
export interface RunLock {
  release(): Promise<void>
}

const note = z.strictObject({ holder: processIdentity, since: z.iso.datetime(), released: z.boolean() })
type Note = Readonly<z.infer<typeof note>>

// A note that is not whole yet (no hard links here: a memory stick) gets this long before it counts as left behind.
const writingTime = 10_000

const numberOf = (name: string): number => (/^\d{8}\.json$/.test(name) ? Number.parseInt(name, 10) : 0)
const fileOf = (folder: string, number: number): string => path.join(folder, `${String(number).padStart(8, '0')}.json`)

async function numbersIn(folder: string): Promise<readonly number[]> {
  return (await readdir(folder)).map(numberOf).filter((number) => number > 0)
}

/** Makes the note `number`, whole from the first moment where the disk can link. Null: somebody else made it first. */
async function claim(folder: string, number: number, content: Note): Promise<string | null> {
  const file = fileOf(folder, number)
  const bytes = Buffer.from(JSON.stringify(content))
  const beside = nameBeside(file)
  try {
    await writeNew(beside, bytes)
    await link(beside, file)
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return null
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR', 'EINVAL'].includes(errnoOf(error) ?? '')) throw error
    return await writeNew(file, bytes).then(
      () => file,
      (second: unknown) => {
        if (errnoOf(second) === 'EEXIST') return null
        throw second
      },
    )
  } finally {
    await rm(beside, { force: true })
  }
  return file
}

interface Holder {
  readonly pid: number | null
  readonly since: string
  /** Seen on another machine that shares the folder: whether it still runs cannot be told from here. */
  readonly elsewhere: boolean
}

/** Who holds note `number` now, or null when nobody does: given back, or its process is gone. */
async function holderOf(folder: string, number: number, now: Date): Promise<Holder | null> {
  const file = fileOf(folder, number)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    // Cleared away because a higher note stands: the caller finds out when he tries to make his own.
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
  const found = readNote(text)
  if (found === null) {
    const changed = (await stat(file)).mtime
    return now.getTime() - changed.getTime() < writingTime ? { pid: null, since: changed.toISOString(), elsewhere: false } : null
  }
  if (found.released) return null
  const standing = await standingOf(found.holder, new Date(found.since), now)
  return standing === 'gone' ? null : { pid: found.holder.pid, since: found.since, elsewhere: standing === 'elsewhere' }
}

function readNote(text: string): Note | null {
  try {
    return note.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/**
 * Takes the run lock of a data folder, or answers `run-busy` with who has it and since when. A lock whose process was killed
 * is taken over.
 *
 * The lock is the highest-numbered note in its folder. A note is made once and never again under the same number: who finds
 * the highest one given back or left by a dead process makes the next, which only one of several takers can, and removes
 * lower ones only behind the one before its own. The highest note is never removed, so a taker who slept between looking
 * and making finds a higher one afterwards and steps back.
 */
export async function takeRunLock(folder: string, now: () => Date): Promise<Result<RunLock>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Whoever stepped back looks again: the one who was faster may have given it back already.
    for (let look = 0; look < 5; look++) {
      const top = Math.max(0, ...(await numbersIn(folder)))
      const held = top === 0 ? null : await holderOf(folder, top, now())
      if (held !== null) return fail('run-busy', 'later', { ...held, lock: folder })
      const lock = await takeAfter(folder, top, now())
      if (lock !== null) return ok(lock)
    }
    return fail('run-busy', 'later', { pid: null, since: now().toISOString(), lock: folder })
  } catch (error) {
    return fileProblem(error, folder, 'writing')
  }
}

/** Makes the note after `top` and looks whether it is the highest. Null: somebody else was faster. */
async function takeAfter(folder: string, top: number, since: Date): Promise<RunLock | null> {
  const content: Note = { holder: await ownIdentity(), since: since.toISOString(), released: false }
  const own = top + 1
  const file = await claim(folder, own, content)
  if (file === null) return null
  const numbers = await numbersIn(folder)
  if (numbers.some((number) => number > own)) {
    await rm(file, { force: true })
    return null
  }
  for (const number of numbers) if (number < own - 1) await rm(fileOf(folder, number), { force: true })
  return lockOn(file, content)
}

function lockOn(file: string, content: Note): RunLock {
  let released = false
  return {
    release: async () => {
      if (released) return
      released = true
      // Not removed: its number must not be given again. Should this fail, the lock falls with the process.
      await replaceFile(file, Buffer.from(JSON.stringify({ ...content, released: true }))).catch(() => undefined)
    },
  }
}

/** Does anybody hold the run lock of this data folder now? Changes nothing. */
export async function isLocked(folder: string, now: Date): Promise<boolean> {
  try {
    const top = Math.max(0, ...(await numbersIn(folder)))
    return top > 0 && (await holderOf(folder, top, now)) !== null
  } catch (error) {
    if (errnoOf(error) === null) throw error
    return false
  }
}
