import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { listOwnProcesses } from './toolhelp.ts'

/** A running program of this user. `commandLine` is null where the system does not tell. */
export interface RunningProcess {
  readonly pid: number
  readonly commandLine: readonly string[] | null
}

const run = promisify(execFile)
const quiet = async <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null)

async function onLinux(name: RegExp): Promise<readonly RunningProcess[]> {
  const own = process.getuid?.()
  const pids = (await readdir('/proc')).filter((entry) => /^[0-9]+$/.test(entry))
  const found = await Promise.all(
    pids.map(async (pid): Promise<RunningProcess | null> => {
      // A process may end between two looks, and others' are not readable: neither is ours to worry about.
      const owner = await quiet(stat(`/proc/${pid}`))
      const program = owner?.uid === own ? await quiet(readlink(`/proc/${pid}/exe`)) : null
      if (!program || !name.test(path.basename(program.replace(/ \(deleted\)$/, '')))) return null
      const commandLine = await quiet(readFile(`/proc/${pid}/cmdline`, 'utf8'))
      return { pid: Number(pid), commandLine: commandLine ? commandLine.replace(/\0$/, '').split('\0') : null }
    }),
  )
  return found.filter((one) => one !== null)
}

async function onMac(name: RegExp): Promise<readonly RunningProcess[]> {
  const listed = await run('ps', ['-x', '-o', 'pid=,comm='])
  return listed.stdout.split('\n').flatMap((line) => {
    const [, pid, program] = /^\s*([0-9]+)\s+(.*)$/.exec(line) ?? []
    return pid && program && name.test(path.posix.basename(program.trim())) ? [{ pid: Number(pid), commandLine: null }] : []
  })
}

/** By session, not by user: a program somebody else was started as on this screen has the same files open. */
async function onWindows(name: RegExp): Promise<readonly RunningProcess[]> {
  const listed = await listOwnProcesses()
  return listed.flatMap(({ pid, program }) => (name.test(program.replace(/\.exe$/i, '')) ? [{ pid, commandLine: null }] : []))
}

/**
 * The running programs of this user whose file name (without `.exe`) fits. A problem where the system's own list cannot be had:
 * "none is running" must not be said without having looked.
 */
export async function runningProcesses(name: RegExp): Promise<Result<readonly RunningProcess[]>> {
  const list = process.platform === 'win32' ? onWindows : process.platform === 'darwin' ? onMac : onLinux
  try {
    return ok(await list(name))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail('unexpected', 'after-person', { reference: 'process-list', errno: String(error.code) })
  }
}
