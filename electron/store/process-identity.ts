import { readFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { errnoOf } from '../../shared/base/errno.ts'
import { z } from '../../shared/base/zod.ts'
import { windowsProcessStart } from './windows-process-start.ts'

/**
 * Which process it is, beyond its number: numbers are given again. `started`: start time as the system writes it (Linux: clock ticks since
 * boot, Windows: its own clock), `boot` and `machine`: the ids Linux gives; all empty where the system does not tell.
 */
export const processIdentity = z.strictObject({
  pid: z.int().positive(),
  started: z.string(),
  boot: z.string(),
  machine: z.string(),
})
export type ProcessIdentity = Readonly<z.infer<typeof processIdentity>>

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => '',
  )

/** The same by what the system has to tell it; null where the process is gone, or the system does not tell. */
const startOf = (pid: number): ReturnType<typeof statOf> =>
  process.platform === 'win32' ? windowsProcessStart(pid) : statOf(pid)

/** Start time of a process of Linux and whether it is dead with all its threads, from `/proc/<pid>/stat`; the name in brackets may hold anything, brackets too. */
async function statOf(pid: number): Promise<{ readonly dead: boolean; readonly started: string } | null> {
  const text = await textOf(`/proc/${pid}/stat`)
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state = '', threads = '', started = ''] = [fields[0], fields[17], fields[19]]
  // A killed process whose parent has not yet looked stays as a zombie; as long as a thread of it is left, a write may still end.
  return text === '' ? null : { dead: 'ZX'.includes(state) && Number(threads) <= 1, started }
}

/** This very process. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const [stat, boot, machine] = await Promise.all([
    startOf(process.pid),
    textOf('/proc/sys/kernel/random/boot_id'),
    textOf('/etc/machine-id'),
  ])
  return { pid: process.pid, started: stat?.started ?? '', boot, machine }
}

/**
 * Does the process still run? `elsewhere`: it was seen on another machine that shares the folder, which cannot be told from here.
 * `since`: when it wrote this down; before the last start of the machine means that it is gone.
 */
export async function standingOf(identity: ProcessIdentity, since: Date, now: Date): Promise<'running' | 'gone' | 'elsewhere'> {
  const own = await ownIdentity()
  if (own.machine !== identity.machine) return 'elsewhere'
  if (own.boot !== identity.boot) return 'gone'
  // A minute's grace: clocks are set, and the uptime is counted from a moment that is not sharp.
  if (own.boot === '' && since.getTime() < now.getTime() - uptime() * 1000 - 60_000) return 'gone'
  try {
    process.kill(identity.pid, 0)
  } catch (error) {
    // EPERM: it runs, under another user.
    if (errnoOf(error) === 'ESRCH') return 'gone'
  }
  if (identity.started === '') return 'running'
  const stat = await startOf(identity.pid)
  // Another user's process on Windows: whether it is that one cannot be told, so it counts.
  if (stat?.started === '') return 'running'
  return stat === null || stat.started !== identity.started || stat.dead ? 'gone' : 'running'
}
