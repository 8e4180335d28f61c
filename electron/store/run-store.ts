import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { RunId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { entry, type Entry, type WrittenEntry } from '../../shared/journal/entry.ts'
import { type DataDir, listRuns, makeRunFolders, openDataDir } from './data-dir.ts'
import { type JournalFile, openJournal, readJournal } from './journal-file.ts'
import { lineHash } from './journal-lines.ts'
import { takeRunLock } from './run-lock.ts'

/** Runs as they lie in one data folder, which is made when it is first needed. */
export interface RunStore {
  readonly folder: string
  readonly places: () => Promise<Result<DataDir>>
  /** Does something that needs the folder to be there. */
  readonly inFolder: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>
  readonly runs: () => Promise<Result<readonly RunId[]>>
  /** Oldest entry first; `run-unknown` where there is no such run. */
  readonly readRun: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  /** SHA-256 of the journal's last whole line, hex: what a paper is tied to. Null where there is none. */
  readonly lastHash: (run: RunId) => Promise<string | null>
  readonly openJournal: (run: RunId, isNew: boolean) => Promise<Result<JournalFile<Entry>>>
  readonly lock: () => Promise<Result<() => Promise<void>>>
  readonly folderOf: (run: RunId) => string
  readonly evidenceOf: (run: RunId) => string
}

/** The runs of a data folder. Nothing is made or read before the first call. */
export function runStore(folder: string, now: () => Date): RunStore {
  let opened: Promise<Result<DataDir>> | null = null
  const places = (): Promise<Result<DataDir>> => (opened ??= openDataDir(folder))
  const folderOf = (run: RunId): string => path.join(path.resolve(folder), 'runs', run)
  return {
    folder: path.resolve(folder),
    places,
    inFolder: async (work) => {
      const open = await places()
      return open.ok ? work() : open
    },
    folderOf,
    evidenceOf: (run) => path.join(folderOf(run), 'evidence'),
    runs: async () => {
      const open = await places()
      return open.ok ? listRuns(open.value) : open
    },
    readRun: async (run) => {
      const open = await places()
      if (!open.ok) return open
      const read = await readJournal(open.value.journalOf(run), entry)
      if (read.ok) return ok(read.value.entries)
      return read.problem.code === 'file-missing' ? fail('run-unknown', 'after-person', { run }) : read
    },
    lastHash: async (run) => {
      const text = await readFile(path.join(folderOf(run), 'journal.jsonl'), 'utf8').catch(() => '')
      const last = text.split('\n').at(-2)
      return last === undefined ? null : lineHash(last)
    },
    openJournal: async (run, isNew) => {
      const open = await places()
      if (!open.ok) return open
      const made = isNew ? await makeRunFolders(open.value, run) : ok()
      return made.ok ? openJournal(open.value.journalOf(run), entry, now) : made
    },
    lock: async () => {
      const open = await places()
      if (!open.ok) return open
      const lock = await takeRunLock(open.value.lock, now)
      return lock.ok ? ok(() => lock.value.release()) : lock
    },
  }
}
