import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'

// Linux only: who was started by whom, as the kernel tells it.

interface Seen {
  readonly pid: number
  readonly parent: number
  readonly words: string
}

function seen(pid: number): Seen | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Ended, and waiting for somebody to take note of it.
    if (state === 'Z' || state === 'X') return null
    return { pid, parent: Number(parent), words: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }
  } catch {
    // It ended while it was looked at.
    return null
  }
}

const childrenOf = (parent: number): readonly Seen[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => seen(Number(name)) ?? [])
    .filter((one) => one.parent === parent)

/** A visit as the system sees it: the process that makes it, and the browser that process has open. */
export interface VisitProcesses {
  readonly work: number
  readonly browser: number
}

/** The visit that goes on now on behalf of the main process `main`, or null. */
export function visitOf(main: number): VisitProcesses | null {
  const work = childrenOf(main).find(({ words }) => words.includes('work-process.js'))
  const browser = work && childrenOf(work.pid).find(({ words }) => words.includes('mail-migrate-browser-'))
  return work && browser ? { work: work.pid, browser: browser.pid } : null
}

/** Waits until a visit is on that is not `before`, with its browser. */
export async function nextVisit(main: number, before: VisitProcesses | null = null): Promise<VisitProcesses> {
  let found: VisitProcesses | null = null
  await expect
    .poll(
      () => {
        found = visitOf(main)
        return found !== null && found.work !== before?.work
      },
      { timeout: 60_000, interval: 10 },
    )
    .toBe(true)
  return found!
}

/** Waits until none of them is there any more. */
export async function allGone(pids: readonly number[], timeout = 15_000): Promise<void> {
  await expect.poll(() => pids.filter((pid) => seen(pid) !== null), { timeout, interval: 20 }).toEqual([])
}
