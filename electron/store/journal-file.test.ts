import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from '../../shared/base/zod.ts'
import { JournalUnwritable, openJournal, readJournal, type JournalFile } from './journal-file.ts'

const entry = z.strictObject({ kind: z.literal('noted'), note: z.string() })
type Entry = z.infer<typeof entry>
const noted = (note: string): Entry => ({ kind: 'noted', note })

let folder: string
let file: string
let ticks = 0
const now = () => new Date(Date.UTC(2026, 10, 20, 6, 0, 0, ticks++))

beforeEach(async () => {
  ticks = 0
  folder = await mkdtemp(path.join(tmpdir(), 'journal-'))
  file = path.join(folder, 'journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function opened(): Promise<JournalFile<Entry>> {
  const result = await openJournal(file, entry, now)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
async function withNotes(...notes: string[]): Promise<void> {
  const journal = await opened()
  for (const note of notes) await journal.append(noted(note))
  await journal.close()
}
async function notesRead(): Promise<unknown> {
  const read = await readJournal(file, entry)
  return read.ok ? read.value.entries.map((one) => one.note) : read.problem
}

describe('openJournal', () => {
  it('goes on where it was left, numbering and timing each entry', async () => {
    await withNotes('一', '二')
    const journal = await opened()
    expect(journal.entries()).toHaveLength(2)
    expect(await journal.append(noted('三'))).toEqual({ kind: 'noted', note: '三', seq: 3, at: '2026-11-20T06:00:00.002Z' })
    await journal.close()
    expect(await notesRead()).toEqual(['一', '二', '三'])
  })

  it('keeps the order of entries handed in at once', async () => {
    const journal = await opened()
    await Promise.all(Array.from({ length: 20 }, (_, index) => journal.append(noted(`n${index}`))))
    await journal.close()
    expect(await notesRead()).toEqual(Array.from({ length: 20 }, (_, index) => `n${index}`))
  })

  it('is readable by its user only', async () => {
    await withNotes('x')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('reading leaves a torn line alone, the next append cuts it off first', async () => {
    await withNotes('kept')
    const whole = await readFile(file, 'utf8')
    await appendFile(file, '{"seq":2,"prev":"12')
    expect(await readJournal(file, entry)).toMatchObject({ ok: true, value: { torn: 19, entries: [{ note: 'kept' }] } })
    const journal = await opened()
    expect(journal.torn).toBe(19)
    expect(await readFile(file, 'utf8')).toContain('"12')
    await journal.append(noted('next'))
    await journal.close()
    const after = await readFile(file, 'utf8')
    expect(after.startsWith(`${whole}{"seq":2,`)).toBe(true)
    expect(after.endsWith('"}\n')).toBe(true)
    expect(await notesRead()).toEqual(['kept', 'next'])
  })

  it('cut at every byte, can be written on, and then reads as a prefix and the new entry', async () => {
    await withNotes('first', 'second')
    const whole = await readFile(file)
    for (let cut = 0; cut <= whole.length; cut += 7) {
      await writeFile(file, whole)
      await truncate(file, cut)
      await withNotes('after')
      const notes = await notesRead()
      expect(['after', 'first,after', 'first,second,after']).toContain(String(notes))
    }
    await writeFile(file, whole.subarray(0, -1))
    await withNotes('after')
    expect(await notesRead()).toEqual(['first', 'second', 'after'])
  })

  it('refuses a damaged journal and leaves it as it is', async () => {
    await withNotes('one', 'two', 'three')
    const text = (await readFile(file, 'utf8')).replace('"two"', '"TWO"')
    await writeFile(file, text)
    const problem = { ok: false, problem: { code: 'journal-damaged', again: 'never', facts: { file, line: 2, reason: 'sum' } } }
    expect(await openJournal(file, entry, now)).toEqual(problem)
    expect(await readJournal(file, entry)).toEqual(problem)
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  it('follows no symbolic link', async () => {
    const other = path.join(folder, 'other.txt')
    await writeFile(other, 'untouched')
    await symlink(other, file)
    expect(await openJournal(file, entry, now)).toMatchObject({ ok: false, problem: { code: 'file-is-link' } })
    expect(await readFile(other, 'utf8')).toBe('untouched')
  })

  it('says what is missing', async () => {
    expect(await readJournal(file, entry)).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
    expect(await openJournal(path.join(folder, 'no', 'j'), entry, now)).toMatchObject({
      ok: false,
      problem: { code: 'file-missing' },
    })
  })
})

describe('append', () => {
  it('refuses an entry that is none, before anything is written', async () => {
    const journal = await opened()
    const other: unknown = { kind: 'other' }
    // @ts-expect-error: what the compiler refuses is refused at run time as well
    await expect(journal.append(other)).rejects.toThrow('Invalid')
    await journal.append(noted('fine'))
    await journal.close()
    expect(await notesRead()).toEqual(['fine'])
  })

  it.skipIf(process.platform === 'win32')(
    'on a full disk rejects, goes on rejecting, and leaves a journal that can be read',
    async () => {
      // A process that may write no file longer than 4 blocks, as the shell counts them, stands in for a full disk.
      const script = `
      const { openJournal } = await import(${JSON.stringify(new URL('./journal-file.ts', import.meta.url).href)})
      const { z } = await import(${JSON.stringify(new URL('../../shared/base/zod.ts', import.meta.url).href)})
      const schema = z.strictObject({ kind: z.literal('noted'), note: z.string() })
      const journal = (await openJournal(${JSON.stringify(file)}, schema, () => new Date())).value
      const seen = []
      for (let i = 0; i < 20; i++) await journal.append({ kind: 'noted', note: 'x'.repeat(500) }).catch((error) => seen.push(error.problem.code))
      console.log(JSON.stringify({ seen, kept: journal.entries().length }))`
      const { stdout } = await promisify(execFile)('bash', [
        '-c',
        'ulimit -f 4; trap "" XFSZ; exec "$0" --input-type=module -e "$1"',
        process.execPath,
        script,
      ])
      const { seen, kept } = z.object({ seen: z.array(z.string()), kept: z.int() }).parse(JSON.parse(stdout))
      expect(kept).toBeGreaterThan(1)
      expect(seen).toEqual(Array.from({ length: 20 - kept }, () => 'disk-full'))
      expect(await readJournal(file, entry)).toMatchObject({
        ok: true,
        value: { entries: Array.from({ length: kept }, () => ({})) },
      })
      await withNotes('after')
      expect(await notesRead()).toHaveLength(kept + 1)
    },
  )

  it('after closing rejects as a bug, not as a full disk', async () => {
    const journal = await opened()
    await journal.close()
    await expect(journal.append(noted('late'))).rejects.not.toBeInstanceOf(JournalUnwritable)
  })
})

it.skipIf(process.platform === 'win32')('a device in place of a journal is refused, not read for ever', async () => {
  expect(await readJournal('/dev/zero', entry)).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } })
  expect(await openJournal('/dev/zero', entry, now)).toMatchObject({ ok: false })
})
