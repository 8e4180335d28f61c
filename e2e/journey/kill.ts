import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { searchFolder } from '../canary/drop-folder.ts'
import { inData, tell, type Told, type World } from './journey.ts'
import { tellHere } from './tell-here.ts'

/** Where the process is to be killed (see killed-cli.ts). */
export interface KillPoint {
  /** After so many entries. */
  readonly after?: number
  /** Entries are counted from the first one about this mailbox on. */
  readonly from?: string
  /** At the entry of this name. */
  readonly at?: string
  /** Behind so many things done to the names of a folder: a file made, renamed or taken away. */
  readonly change?: number
  readonly below?: string
}

const script = path.join(import.meta.dirname, 'killed-cli.ts')

/**
 * Runs the command line until it is killed at this point, or to its end where it never gets there. What a killed process leaves lying
 * about (its browser's profile among it) is searched for passwords at once: the next one tidies up.
 */
export async function tellKilled(
  world: World,
  args: readonly string[],
  { after, from, at, change, below }: KillPoint,
): Promise<Told> {
  const temporary = path.join(world.folder, 'tmp')
  mkdirSync(temporary, { recursive: true })
  const told = await tell(args, {
    script,
    env: {
      TMPDIR: temporary,
      NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'killed-cli-compiled'),
      ...(after === undefined ? {} : { KILL_AFTER: String(after) }),
      ...(from === undefined ? {} : { KILL_FROM: from }),
      ...(at === undefined ? {} : { KILL_AT: at }),
      ...(change === undefined ? {} : { KILL_CHANGE: String(change), KILL_BELOW: below }),
    },
  })
  searchFolder(world.folder)
  return told
}

/** How often the one irreversible click arrived at the site. */
export const commits = (world: World): number =>
  world.practice.events().filter((event) => event.what === 'post' && event.page === 'commit').length

export const runOf = (told: Told): string => told.lines.find((line) => line['type'] === 'plan')?.['run'] as string
export const problemsOf = (told: Told): readonly string[] =>
  (told.result['problems'] ?? []).map((problem: { code: string }) => problem.code)

/** Every password that may be in force can be shown, whatever state the run is in. `addresses`: the mailboxes of the run. */
export async function passwordsAtHand(world: World, id: string, addresses: readonly string[]): Promise<void> {
  const told = await tellHere(['status', id, '--secrets', ...inData(world)])
  expect(told.code, told.stderr).toBe(0)
  const values = told.result['secrets'].map((secret: { value: string }) => secret.value)
  for (const { address, userName } of world.practice.accounts) {
    if (!addresses.includes(address)) continue
    const inForce = world.practice.currentPasswordOf(userName).reveal()
    // Before the first step has kept them nothing has been changed anywhere: the paper still tells.
    expect(values.includes(inForce) || world.practice.sheetText.includes(inForce), address).toBe(true)
  }
}

/** Takes the jobs two at a time: each is mostly waiting for a browser, and the machine has two processors. Ends at the first that says so. */
export async function inPairs<T>(jobs: Iterable<T>, work: (job: T) => Promise<'go on' | 'enough'>): Promise<void> {
  const queue = jobs[Symbol.iterator]()
  let over = false
  const worker = async (): Promise<void> => {
    while (!over) {
      const next = queue.next()
      if (next.done) return
      if ((await work(next.value)) === 'enough') over = true
    }
  }
  const ended = await Promise.allSettled([worker(), worker()])
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

/** 1, 2, 3, … */
export function* counting(): Generator<number> {
  for (let number = 1; ; number += 1) yield number
}
