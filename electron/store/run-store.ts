import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import type { RunId } from '../../shared/base/ids.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { entry, type Entry, type WrittenEntry } from '../../shared/journal/entry.ts'
import { type DataDir, findDataDir, listRuns, makeRunFolders, openDataDir } from './data-dir.ts'
import { inTurn, type Turns } from './in-turn.ts'
import { type JournalFile, openJournal, readJournal, readSoundPart } from './journal-file.ts'
import { lineHash } from './journal-lines.ts'
import { readPicture } from './read-picture.ts'
import { isLocked, takeRunLock } from './run-lock.ts'

/** Runs as they lie in one data folder, which is made when something is first written: reading makes nothing. */
export interface RunStore {
  readonly folder: string
  readonly places: () => Promise<Result<DataDir>>
  /** Does something that writes in the folder, while no run is on: `run-busy` otherwise. */
  readonly locked: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>
  readonly runs: () => Promise<Result<readonly RunId[]>>
  /** Oldest entry first; `run-unknown` where there is no such run. */
  readonly readRun: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  /** SHA-256 of the journal's last whole line, hex: what a paper is tied to. Null where there is none. */
  readonly lastHash: (run: RunId) => Promise<string | null>
  /** Of a damaged journal: the entries before the damage. For showing only; nothing is ever continued from them. */
  readonly soundPart: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  readonly openJournal: (run: RunId, isNew: boolean) => Promise<Result<JournalFile<Entry>>>
  readonly lock: Turns['lock']
  /** Does a short work in its turn; it takes the lock by itself. */
  readonly brief: Turns['brief']
  /** Is a run on, here or in another process? Looks only; takes nothing. */
  readonly busy: () => Promise<boolean>
  readonly folderOf: (run: RunId) => string
  readonly evidenceOf: (run: RunId) => string
  /** A masked picture of the run by the name its journal has for it (`evidence/…/….png`), as PNG bytes. */
  readonly pictureOf: (run: RunId, name: string) => Promise<Result<Uint8Array>>
  /** Takes the run's folder and its papers in `records` away. The caller holds the lock and has dropped its passwords. */
  readonly remove: (run: RunId) => Promise<Result<void>>
}

/** A journal that cannot be read ties no paper to itself: the paper is written all the same. Any other throw is a bug. */
function unreadable(error: unknown): null {
  if (errnoOf(error) === null) throw error
  return null
}

/** The papers go last: while they stand, the run can still be told from one that never was. */
async function removeRun(folder: string, own: string, run: RunId): Promise<Result<void>> {
  const papers = ['pdf', 'json'].map((kind) => path.join(folder, 'records', `${run}.${kind}`))
  try {
    await rm(own, { recursive: true, force: true })
    for (const paper of papers) await rm(paper, { force: true })
    return ok()
  } catch (error) {
    return fileProblem(error, own, 'writing')
  }
}

/** The runs of a data folder. Nothing is made or read before the first call. */
export function runStore(folder: string, now: () => Date): RunStore {
  let opened: Promise<Result<DataDir>> | null = null
  const places = (): Promise<Result<DataDir>> => (opened ??= openDataDir(folder))
  const { lock, brief, locked } = inTurn(async () => {
    const open = await places()
    if (!open.ok) return open
    const taken = await takeRunLock(open.value.lock, now)
    return taken.ok ? ok(() => taken.value.release()) : taken
  })
  const folderOf = (run: RunId): string => path.join(path.resolve(folder), 'runs', run)
  return {
    folder: path.resolve(folder),
    places,
    brief,
    locked,
    folderOf,
    evidenceOf: (run) => path.join(folderOf(run), 'evidence'),
    runs: async () => {
      const open = await findDataDir(folder)
      return open.ok ? listRuns(open.value) : open
    },
    readRun: async (run) => {
      const open = await findDataDir(folder)
      if (!open.ok) return open
      const read = await readJournal(open.value.journalOf(run), entry)
      if (read.ok) return ok(read.value.entries)
      return read.problem.code === 'file-missing' ? fail('run-unknown', 'after-person', { run }) : read
    },
    lastHash: async (run) => {
      const text = await readFile(path.join(folderOf(run), 'journal.jsonl'), 'utf8').catch(unreadable)
      const last = text?.split('\n').at(-2)
      return last === undefined ? null : lineHash(last)
    },
    soundPart: async (run) => {
      const open = await findDataDir(folder)
      return open.ok ? readSoundPart(open.value.journalOf(run), entry) : open
    },
    openJournal: async (run, isNew) => {
      const open = await places()
      if (!open.ok) return open
      const made = isNew ? await makeRunFolders(open.value, run) : ok()
      return made.ok ? openJournal(open.value.journalOf(run), entry, now) : made
    },
    lock,
    busy: async () => {
      const open = await findDataDir(folder)
      return open.ok && isLocked(open.value.lock, now())
    },
    pictureOf: (run, name) => readPicture(folderOf(run), name),
    remove: (run) => removeRun(path.resolve(folder), folderOf(run), run),
  }
}
