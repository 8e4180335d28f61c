import { describe, expect, test } from 'vitest'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { countedNames } from './entry-name.ts'
import { inData, openWorld, roadTo, tell, type Told, type World } from './journey.ts'
import { commits, inPairs, type KillPoint, passwordsAtHand, problemsOf, runOf, tellKilled } from './kill.ts'

/** What a killed run has left to `resume`. */
interface Left {
  readonly mailboxes: 1 | 2
  /** Where the run was killed. */
  readonly point: (world: World) => KillPoint
}

const addressesOf = (world: World, { mailboxes }: Left): readonly string[] => world.stage.addresses.slice(0, mailboxes)

async function killedRun(left: Left): Promise<{ readonly world: World; readonly id: string }> {
  const world = await openWorld()
  const chosen = addressesOf(world, left).flatMap((address) => ['--mailbox', address])
  const killed = await tellKilled(world, ['run', world.stage.sheetFile, ...roadTo(world, ...chosen)], left.point(world))
  expect(killed.signal, killed.stderr).toBe('SIGKILL')
  return { world, id: runOf(killed) }
}

const ending = (told: Told, world: World): readonly unknown[] => [told.code, told.result['outcome'], commits(world)]

/** The names of all entries that `resume` writes when nothing stops it. */
async function namesOfResume(left: Left): Promise<readonly string[]> {
  const { world, id } = await killedRun(left)
  try {
    const told = await tell(['resume', id, ...inData(world)])
    expect(ending(told, world), told.stdout.slice(-1500)).toEqual([0, 'done', left.mailboxes])
    const nameOf = countedNames()
    return told.lines.filter((line) => line['type'] === 'entry').map((line) => nameOf(line['entry'] as WrittenEntry))
  } finally {
    await world.close()
  }
}

/**
 * Kills one resume after the other, each at the next of these entries, and lets the last one come through. Answers how that ended and
 * which of the points were met.
 */
async function killInTurn(left: Left, points: readonly string[]) {
  const { world, id } = await killedRun(left)
  const addresses = addressesOf(world, left)
  const met: string[] = []
  try {
    for (const at of points) {
      const killed = await tellKilled(world, ['resume', id, ...inData(world)], { at })
      expect(killed.signal, `${at}: ${killed.stderr}${killed.stdout.slice(-1500)}`).toBe('SIGKILL')
      met.push(at)
      expect(commits(world)).toBeLessThanOrEqual(left.mailboxes)
      await passwordsAtHand(world, id, addresses)
    }
    const last = await tell(['resume', id, ...inData(world)])
    await passwordsAtHand(world, id, addresses)
    return { met, ending: ending(last, world), problems: problemsOf(last), said: last.stdout.slice(-1500) }
  } finally {
    await world.close()
  }
}

/**
 * Deals the points out to rows that each go down the road. A sign-in that was cut off counts as refused, and two may be open at once:
 * a row with two such points would have spent the mailbox's tries, and rest until tomorrow.
 */
function dealt(points: readonly string[], rows: number): readonly (readonly string[])[] {
  const signIns = points.filter((point) => point.includes(' sign-in'))
  const others = points.filter((point) => !signIns.includes(point))
  const rowOf = (point: string): number => (signIns.includes(point) ? signIns : others).indexOf(point) % rows
  return Array.from({ length: rows }, (_, row) => points.filter((point) => rowOf(point) === row))
}

const rows = 7
const lefts: readonly (readonly [string, Left])[] = [
  ['one mailbox, all but the vault', { mailboxes: 1, point: () => ({ at: 'done keep-secrets:all' }) }],
  ['two mailboxes, all of the second', { mailboxes: 2, point: (world) => ({ after: 1, from: world.stage.addresses[1]! }) }],
]

describe('resume, killed at every entry it writes and resumed again', { timeout: 1_800_000 }, () => {
  test.each(lefts)('%s: the run ends right, each commit arrives once, every password is at hand', async (_name, left) => {
    const names = await namesOfResume(left)
    expect(names.length).toBeGreaterThan(20)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name.includes(' sign-in')).length).toBeLessThanOrEqual(rows)
    const commit = names.filter((name) => name.endsWith(' commit'))
    expect(commit).toHaveLength(1)
    const met: string[] = []
    const rest = names.filter((name) => !commit.includes(name))
    // With the click written down and not yet made nothing was changed; the live sign-ins tell, and it is not made again.
    const held = left.mailboxes === 1 ? [3, 'stopped', 0] : [4, 'unfinished', 1]
    await inPairs([commit, ...dealt(rest, rows)], async (points) => {
      const ended = await killInTurn(left, points)
      met.push(...ended.met)
      const expected = points === commit ? [held, ['portal-no-effect']] : [[0, 'done', left.mailboxes], []]
      expect([ended.ending, ended.problems], `${points.join(', ')}: ${ended.said}`).toEqual(expected)
      return 'go on'
    })
    expect(met.toSorted()).toEqual(names.toSorted())
  })
})
