import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { fileProblem } from '../../shared/base/file-problem.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { z } from '../../shared/base/zod.ts'
import { syncFolder, writeAll } from './durable-file.ts'
import { journalLine, lineHash, readLine, readLines, type Written } from './journal-lines.ts'

/** A journal as read, without changing it: safe while another process writes. `torn` bytes of an unfinished last line are left out. */
export interface JournalContent<E> {
  readonly entries: readonly Written<E>[]
  readonly torn: number
}

/** A journal open for writing. One writer at a time: the caller holds the run lock. */
export interface JournalFile<E> {
  /** Bytes of an unfinished last line found at opening; the first append cuts them off. */
  readonly torn: number
  /**
   * Writes one entry at the end and resolves once it is on the disk. Rejects with `JournalUnwritable` when that cannot be
   * promised: nothing may be done that was to be written down first.
   */
  append(entry: E): Promise<Written<E>>
  entries(): readonly Written<E>[]
  close(): Promise<void>
}

/** The journal cannot be written any more: the one failure nothing can be carried on after. `problem` says why. */
export class JournalUnwritable extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`journal unwritable: ${problem.code}`)
    this.name = 'JournalUnwritable'
    this.problem = problem
  }
}

// A link in place of a journal would let another file be overwritten. Windows has no such flag and needs rights to make links.
const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW

const damaged = (file: string, line: number, reason: string) => fail('journal-damaged', 'never', { file, line, reason })

// A device or a pipe in its place could be read for ever.
const notAFile = (file: string) => fail('file-unreadable', 'after-person', { file, errno: 'not-a-file' })

async function readWhole(file: string): Promise<Result<Buffer>> {
  try {
    const handle = await open(file, constants.O_RDONLY | noFollow)
    try {
      return (await handle.stat()).isFile() ? ok(await handle.readFile()) : notAFile(file)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return fileProblem(error, file, 'writing')
  }
}

/** Reads and checks a journal. Refuses a broken chain with `journal-damaged` and the number of the first bad line. */
export async function readJournal<E>(file: string, schema: z.ZodType<E>): Promise<Result<JournalContent<E>>> {
  const bytes = await readWhole(file)
  if (!bytes.ok) return bytes
  const read = readLines(bytes.value, schema)
  return 'damagedLine' in read ? damaged(file, read.damagedLine, read.reason) : ok({ entries: read.entries, torn: read.torn })
}

/** The entries of a journal before its first bad line: what a damaged one still tells for certain. */
export async function readSoundPart<E>(file: string, schema: z.ZodType<E>): Promise<Result<readonly Written<E>[]>> {
  const bytes = await readWhole(file)
  if (!bytes.ok) return bytes
  const read = readLines(bytes.value, schema)
  return ok('damagedLine' in read ? read.sound : read.entries)
}

/**
 * Opens a run's journal for writing, making it (mode 0600, its name flushed) when it is not there. A damaged journal is
 * refused and left as it is.
 */
export async function openJournal<E extends object>(
  file: string,
  schema: z.ZodType<E>,
  now: () => Date,
): Promise<Result<JournalFile<E>>> {
  let handle: FileHandle
  let bytes: Buffer
  try {
    handle = await open(file, constants.O_RDWR | constants.O_CREAT | noFollow, 0o600)
  } catch (error) {
    return fileProblem(error, file, 'writing')
  }
  try {
    if (!(await handle.stat()).isFile()) {
      await handle.close()
      return notAFile(file)
    }
    bytes = await handle.readFile()
    await syncFolder(path.dirname(file))
  } catch (error) {
    await handle.close()
    return fileProblem(error, file, 'writing')
  }
  const read = readLines(bytes, schema)
  if ('damagedLine' in read) {
    await handle.close()
    return damaged(file, read.damagedLine, read.reason)
  }
  return ok(journalOn(handle, file, schema, now, { ...read, entries: [...read.entries] }))
}

interface Standing<E> {
  readonly entries: Written<E>[]
  readonly torn: number
  length: number
  last: string
  open: boolean
}

function journalOn<E extends object>(
  handle: FileHandle,
  file: string,
  schema: z.ZodType<E>,
  now: () => Date,
  standing: Standing<E>,
): JournalFile<E> {
  const torn = standing.torn
  let cutFirst = torn > 0
  let broken: Problem | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const write = async (entry: E): Promise<Written<E>> => {
    if (broken !== null) throw new JournalUnwritable(broken)
    const checked = schema.parse(entry)
    const seq = standing.entries.length + 1
    const at = now().toISOString()
    const line = journalLine(checked, { seq, prev: standing.last, at })
    // An entry that cannot be read again would make the whole journal unreadable later: that is a bug, found before it is written.
    if (typeof readLine(Buffer.from(line), seq, standing.last, schema) === 'string')
      throw new Error(`entry ${seq} cannot be read back`)
    const bytes = Buffer.from(`${standing.open ? '\n' : ''}${line}\n`, 'utf8')
    try {
      if (cutFirst) await handle.truncate(standing.length)
      await writeAll(handle, bytes, standing.length)
      await handle.sync()
    } catch (error) {
      // After a failed flush the system may have thrown the data away and answer the next flush with success: never try again.
      const { problem } = fileProblem(error, file, 'writing')
      broken = problem
      throw new JournalUnwritable(problem)
    }
    cutFirst = false
    standing.length += bytes.length
    standing.last = lineHash(line)
    standing.open = false
    const written = { ...checked, seq, at }
    standing.entries.push(written)
    return written
  }

  return {
    torn,
    append: (entry) => {
      const turn = queue.then(() => write(entry))
      queue = turn.catch(() => undefined)
      return turn
    },
    entries: () => standing.entries,
    close: async () => {
      await queue
      await handle.close()
    },
  }
}
