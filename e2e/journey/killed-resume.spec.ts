import { describe, expect, test } from 'vitest'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { countedNames } from './entry-name.ts'
import { inData, openWorld, roadTo, type Told, type World } from './journey.ts'
import { commits, inPairs, passwordsAtHand, problemsOf, runOf, tellKilled } from './kill.ts'
import { tellHere } from './tell-here.ts'

// The first of two mailboxes is through when the run is killed: resume has all of the second to do, the same entries as of a mailbox alone.
const boxes = (world: World): readonly string[] => world.stage.addresses.slice(0, 2)

async function killedRun(): Promise<{ readonly world: World; readonly id: string }> {
  const world = await openWorld()
  const chosen = boxes(world).flatMap((address) => ['--mailbox', address])
  const killed = await tellKilled(world, ['run', world.stage.sheetFile, ...roadTo(world, ...chosen)], {
    after: 1,
    from: boxes(world)[1]!,
  })
  expect(killed.signal, killed.stderr).toBe('SIGKILL')
  return { world, id: runOf(killed) }
}

const ending = (told: Told, world: World): readonly unknown[] => [told.code, told.result['outcome'], commits(world)]

/** The names of all entries that `resume` writes when nothing stops it. */
async function namesOfResume(): Promise<readonly string[]> {
  const { world, id } = await killedRun()
  try {
    const told = await tellHere(['resume', id, ...inData(world)])
    expect(ending(told, world), told.stdout.slice(-1500)).toEqual([0, 'done', 2])
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
async function killInTurn(points: readonly string[]) {
  const { world, id } = await killedRun()
  const addresses = boxes(world)
  const met: string[] = []
  try {
    for (const at of points) {
      const killed = await tellKilled(world, ['resume', id, ...inData(world)], { at })
      expect(killed.signal, `${at}: ${killed.stderr}${killed.stdout.slice(-1500)}`).toBe('SIGKILL')
      met.push(at)
      expect(commits(world)).toBeLessThanOrEqual(2)
      await passwordsAtHand(world, id, addresses)
    }
    const last = await tellHere(['resume', id, ...inData(world)])
    await passwordsAtHand(world, id, addresses)
    return { met, ending: ending(last, world), problems: problemsOf(last), said: last.stdout.slice(-1500) }
  } finally {
    await world.close()
  }
}

const isSignIn = (point: string): boolean => point.includes(' sign-in')

/**
 * Deals the points out to rows that each go down the road. A sign-in that was cut off counts as refused, and two may be open at once:
 * a row with two such points would have spent the mailbox's tries, and rest until tomorrow. So each row has one, and where a step signs in
 * more than once its last is taken: killed.spec.ts has them all, in a run.
 */
function dealt(points: readonly string[]): readonly (readonly string[])[] {
  const lastOfStep = new Map(points.filter(isSignIn).map((point) => [point.replace(/ sign-in.*/, ''), point]))
  const signIns = [...lastOfStep.values()]
  const others = points.filter((point) => !isSignIn(point))
  return signIns.map((signIn, row) =>
    points.filter((point) => point === signIn || (!isSignIn(point) && others.indexOf(point) % signIns.length === row)),
  )
}

describe('resume, killed at every entry it writes and resumed again', { timeout: 1_800_000 }, () => {
  test('the run ends right, each commit arrives once, every password is at hand', async () => {
    const names = await namesOfResume()
    expect(names.length).toBeGreaterThan(20)
    expect(new Set(names).size).toBe(names.length)
    const commit = names.filter((name) => name.endsWith(' commit'))
    expect(commit).toHaveLength(1)
    const met: string[] = []
    const rest = names.filter((name) => !commit.includes(name))
    // With the click written down and not yet made nothing of the second was changed; the live sign-ins tell, and it is not made again.
    const rows = dealt(rest)
    // The change, the servers and the mail program each sign in.
    expect(rows).toHaveLength(3)
    await inPairs([commit, ...rows], async (points) => {
      const ended = await killInTurn(points)
      met.push(...ended.met)
      const expected = points === commit ? [[4, 'unfinished', 1], ['portal-no-effect']] : [[0, 'done', 2], []]
      expect([ended.ending, ended.problems], `${points.join(', ')}: ${ended.said}`).toEqual(expected)
      return 'go on'
    })
    expect(met.toSorted()).toEqual([...commit, ...rows.flat()].toSorted())
    expect(names.filter((name) => !isSignIn(name) && !met.includes(name))).toEqual([])
  })
})
