import { execFile } from 'node:child_process'
import { open, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { runningProcesses, type RunningProcess } from '../os/processes.ts'

const run = promisify(execFile)
const quiet = async <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null)

/** Does this process have that very file open? Null: it cannot be looked at (another user's, or already gone). */
async function holdsOpen(pid: number, file: { readonly dev: number; readonly ino: number }): Promise<boolean | null> {
  const handles = await quiet(readdir(`/proc/${pid}/fd`))
  if (!handles) return null
  const targets = await Promise.all(handles.map((handle) => quiet(stat(`/proc/${pid}/fd/${handle}`))))
  return targets.some((target) => target?.dev === file.dev && target.ino === file.ino)
}

/** Linux: Thunderbird keeps a POSIX write lock on `.parentlock`; the file itself and the symlink `lock` stay behind after a clean quit. */
async function lockedOnLinux(folder: string): Promise<boolean> {
  const file = await quiet(stat(path.join(folder, '.parentlock')))
  if (!file) return false
  // Not every container shows the locks; who has the file open is asked of the processes anyway.
  const lines = ((await quiet(readFile('/proc/locks', 'utf8'))) ?? '').split('\n')
  const holders = lines.flatMap((line) => {
    const [, pid, inode] =
      /^[0-9]+:\s+(?:->\s+)?POSIX\s+\S+\s+\S+\s+(-?[0-9]+)\s+[0-9a-f]+:[0-9a-f]+:([0-9]+)\s/i.exec(line) ?? []
    return Number(inode) === file.ino ? [Number(pid)] : []
  })
  // Inode numbers repeat across file systems: the holder itself tells, and where it cannot be asked it counts.
  for (const pid of holders) if (pid <= 0 || (await holdsOpen(pid, file)) !== false) return true
  return false
}

async function lockedOnMac(folder: string): Promise<boolean> {
  const lock = path.join(folder, '.parentlock')
  if (!(await quiet(stat(lock)))) return false
  // lsof exits 1 when nobody has the file open.
  const listed = await run('lsof', ['-t', '--', lock]).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 1) return { stdout: '' }
    throw error
  })
  return listed.stdout.trim() !== ''
}

/** Windows: the file is opened without sharing and never deleted, so that it exists says nothing. */
async function lockedOnWindows(folder: string): Promise<boolean> {
  try {
    const handle = await open(path.join(folder, 'parent.lock'), 'r+')
    await handle.close()
    return false
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
  }
}

function profileArgument(commandLine: readonly string[]): string | null {
  const at = commandLine.findIndex((word) => /^--?profile$/i.test(word))
  return at < 0 ? null : (commandLine[at + 1] ?? null)
}

/** Can this running Thunderbird be told to use another profile? One that was started a second ago may not have locked its own yet. */
export async function usesAnother({ pid, commandLine }: RunningProcess, folder: string): Promise<boolean> {
  // Child processes carry this word; their parent is on the list too, and decides.
  if (commandLine?.includes('-contentproc')) return true
  const named = commandLine && profileArgument(commandLine)
  const other = named ? await quiet(realpath(named)) : null
  if (other) return other !== folder
  // A folder that is gone is not the one that stands here; the program is on its way out.
  if (named && path.isAbsolute(named)) return true
  const handles = process.platform === 'linux' ? ((await quiet(readdir(`/proc/${pid}/fd`))) ?? []) : []
  const links = await Promise.all(handles.map((handle) => quiet(readlink(`/proc/${pid}/fd/${handle}`))))
  return links.some((link) => link !== null && path.basename(link) === '.parentlock' && path.dirname(link) !== folder)
}

const lockOf = { win32: lockedOnWindows, darwin: lockedOnMac } as const

/** The lock first; then every Thunderbird of this user, until one cannot be told to run on another profile. */
async function looksInUse(folder: string): Promise<Result<boolean>> {
  const locked = process.platform === 'win32' || process.platform === 'darwin' ? lockOf[process.platform] : lockedOnLinux
  try {
    if (await locked(folder)) return ok(true)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail('unexpected', 'after-person', { reference: 'profile-lock', errno: String(error.code) })
  }
  const programs = await runningProcesses(/^thunderbird/i)
  if (!programs.ok) return programs
  for (const program of programs.value) if (!(await usesAnother(program, folder))) return ok(true)
  return ok(false)
}

/** Looks before a program that is starting or ending counts, and the wait between two of them. */
const looks = 10
const shortWait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))

/**
 * Is a Thunderbird using this profile, or about to? The profile's own lock decides; after that any Thunderbird of this user counts that
 * cannot be told to run on another profile. `folder` is the real path. A problem where the system does not let us look.
 */
export async function isProfileInUse(folder: string, betweenLooks = shortWait): Promise<Result<boolean>> {
  for (let look = 1; ; look += 1) {
    const seen = await looksInUse(folder)
    // On Linux a process that starts another or ends has no words and no files for a moment (seen with Thunderbird 153, once in two
    // hundred looks): one on another profile is known again in the next.
    if (!seen.ok || !seen.value || process.platform !== 'linux' || look === looks) return seen
    await betweenLooks()
  }
}
