import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** True while a process of this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Ends one process by its id: asks first, kills after `patience` ms. Never by name: others run the same programs. */
export async function endProcess(pid: number, patience = 10_000): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGTERM')
  for (const end = Date.now() + patience; Date.now() < end && isAlive(pid);) await sleep(30)
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}

/** The process id in a pid file, or null where there is none. */
export function pidIn(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8').trim(), 10)
    return pid > 0 ? pid : null
  } catch {
    return null
  }
}

const canListen = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })

/** A port nobody listens on, below the range from which the kernel lends ports to outgoing connections. */
export async function freePort(host: string, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = 10_000 + Math.floor(Math.random() * 22_000)
    if (!taken.has(port) && (await canListen(host, port))) return port
  }
  throw new Error(`no free port on ${host}`)
}

const opens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host)
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/** Waits until something listens; false when nothing did within `patience` ms. */
export async function portOpens(host: string, port: number, patience = 15_000): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) if (await opens(host, port)) return true
  return false
}
