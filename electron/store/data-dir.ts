import { mkdir, readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { runId, type RunId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { syncFolder } from './durable-file.ts'

/** What the place depends on, so that it can be asked for any system. */
export interface SystemPlace {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** This system, as Node sees it. */
export const thisSystem = (): SystemPlace => ({ platform: process.platform, env: process.env, home: homedir() })

const name = 'mail-migration-assistant'

/**
 * The system's place for this program's data, kept on this machine: not the roaming profile, not the temporary folder.
 * A relative `XDG_DATA_HOME` is ignored, as its specification says.
 */
export function systemDataDir({ platform, env, home }: SystemPlace): string {
  if (platform === 'win32') return path.win32.join(env['LOCALAPPDATA'] || path.win32.join(home, 'AppData', 'Local'), name)
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', name)
  const data = env['XDG_DATA_HOME'] ?? ''
  return path.posix.join(path.posix.isAbsolute(data) ? data : path.posix.join(home, '.local', 'share'), name)
}

/** Where everything of this program lies. All below one folder; run folders are named by their run. */
export interface DataDir {
  readonly folder: string
  readonly lock: string
  readonly vault: string
  readonly records: string
  journalOf(run: RunId): string
  evidenceOf(run: RunId): string
  backupsOf(run: RunId): string
}

const runFolder = (folder: string, run: RunId): string => path.join(folder, 'runs', run)

const placesIn = (folder: string): DataDir => ({
  folder,
  lock: path.join(folder, 'lock'),
  vault: path.join(folder, 'vault.json'),
  records: path.join(folder, 'records'),
  journalOf: (run) => path.join(runFolder(folder, run), 'journal.jsonl'),
  evidenceOf: (run) => path.join(runFolder(folder, run), 'evidence'),
  backupsOf: (run) => path.join(runFolder(folder, run), 'backups'),
})

// Only for this user: backups hold mail settings, evidence shows the member site.
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    const missing = errnoOf(error)
    if (missing === 'EEXIST' && (await stat(folder)).isDirectory()) return
    const above = path.dirname(folder)
    // Node's own `recursive` tries for ever where a system says ENOENT below a folder that is there (seen in /proc).
    if (missing !== 'ENOENT' || (await stat(above).catch(() => null)) !== null) throw error
    await makeFolder(above)
    await mkdir(folder, { mode: 0o700 })
  }
}

const unfit = (folder: string) => fail('file-unreadable', 'after-person', { file: folder, reason: 'no-data-folder' })

/** A data folder to read in. Makes nothing: where there is no such folder there are no runs. Refuses a file in its place. */
export async function findDataDir(folder: string): Promise<Result<DataDir>> {
  const places = placesIn(path.resolve(folder))
  try {
    return (await stat(places.folder)).isDirectory() ? ok(places) : unfit(places.folder)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return ok(places)
    return errnoOf(error) === 'ENOTDIR' ? unfit(places.folder) : fileProblem(error, places.folder, 'reading')
  }
}

/** Opens a data folder, making it and its rooms where they are missing. The folder may be a relative path of the command line. */
export async function openDataDir(folder: string): Promise<Result<DataDir>> {
  const places = placesIn(path.resolve(folder))
  try {
    for (const room of [places.folder, path.join(places.folder, 'runs'), places.records]) await makeFolder(room)
    await syncFolder(places.folder)
    return ok(places)
  } catch (error) {
    // A file in its place, or a place where no folder can be.
    const taken = ['EEXIST', 'ENOTDIR', 'ENOENT'].includes(errnoOf(error) ?? '')
    return taken ? unfit(places.folder) : fileProblem(error, places.folder, 'writing')
  }
}

/** Makes the folders of a new run, their names flushed: the journal that goes into them must not be lost with its folder. */
export async function makeRunFolders(places: DataDir, run: RunId): Promise<Result<void>> {
  const own = runFolder(places.folder, run)
  try {
    for (const room of [places.evidenceOf(run), places.backupsOf(run)]) await makeFolder(room)
    await syncFolder(own)
    await syncFolder(path.dirname(own))
    return ok()
  } catch (error) {
    return fileProblem(error, own, 'writing')
  }
}

/** All runs of a data folder, oldest first. A folder that is named otherwise is not ours and is left out. */
export async function listRuns(places: DataDir): Promise<Result<readonly RunId[]>> {
  const folder = path.join(places.folder, 'runs')
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const runs = entries.filter((entry) => entry.isDirectory()).map((entry) => runId.safeParse(entry.name))
    return ok(runs.flatMap((run) => (run.success ? [run.data] : [])).sort())
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : fileProblem(error, folder, 'reading')
  }
}
