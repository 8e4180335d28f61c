import type { ChildProcess } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { inData, openWorld, roadTo, tell, type Told, type World } from './journey.ts'
import { commits, counting, inPairs, type KillPoint, passwordsAtHand, problemsOf, runOf, tellKilled } from './kill.ts'
import { tellHere } from './tell-here.ts'

const first = (world: World): string => world.stage.addresses[0]!
const portals = (told: Told): readonly string[] => told.result['mailboxes'].map((mailbox: { portal: string }) => mailbox.portal)

/** Kills the run at one point, takes it up again, and answers both ends. Null where the run was never killed: it has no such point. */
async function killAndResume(point: KillPoint) {
  const world = await openWorld()
  try {
    const boxes = [first(world)]
    const killed = await tellKilled(world, ['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', first(world))], point)
    if (killed.signal === null) {
      expect(killed.code, killed.stderr + killed.stdout.slice(-1500)).toBe(0)
      return null
    }
    expect(killed.signal).toBe('SIGKILL')
    const id = runOf(killed)
    await passwordsAtHand(world, id, boxes)
    const resumed = await tellHere(['resume', id, ...inData(world)])
    await passwordsAtHand(world, id, boxes)
    return { resumed, commits: commits(world) }
  } finally {
    await world.close()
  }
}

// `resume`, and two mailboxes, stand in killed-resume.spec.ts.
describe('killed after every entry', { timeout: 1_800_000 }, () => {
  test('one mailbox: the run is taken up again and ends right, with every password at hand', async () => {
    let most = 0
    await inPairs(counting(), async (after) => {
      const ended = await killAndResume({ after })
      if (!ended) return 'enough'
      most = Math.max(most, after)
      const { resumed } = ended
      const codes = problemsOf(resumed)
      // Killed before anything was kept, or with the click written down and not yet made: nothing was changed, and it says so.
      const safe = codes.includes('secret-missing') || codes.includes('portal-no-effect')
      const ending = [resumed.code, resumed.result['outcome'], ...portals(resumed), ended.commits]
      expect(ending, `after ${after}: ${resumed.stdout.slice(-2000)}`).toEqual(
        safe ? [3, 'stopped', 'unchanged', 0] : [0, 'done', 'changed', 1],
      )
      return 'go on'
    })
    expect(most).toBeGreaterThan(20)
  })
})

describe('killed between click and page', () => {
  test.each(['post', 'password-changed'] as const)('at the site’s %s: the live sign-in tells', async (what) => {
    const world = await openWorld()
    try {
      let child: ChildProcess | undefined
      let id = ''
      world.practice.watch((event) => {
        if (event.what === what && (event.what !== 'post' || event.page === 'commit')) child?.kill('SIGKILL')
      })
      const killed = await tell(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', first(world))], {
        onLine: (line, running) => {
          child = running
          id = line['type'] === 'plan' ? line['run'] : id
        },
      })
      expect(killed.signal).toBe('SIGKILL')
      await passwordsAtHand(world, id, [first(world)])
      const resumed = await tellHere(['resume', id, ...inData(world)])
      expect([resumed.code, ...portals(resumed)], resumed.stdout.slice(-1500)).toEqual([0, 'changed'])
      expect(commits(world)).toBe(1)
      await passwordsAtHand(world, id, [first(world)])
    } finally {
      await world.close()
    }
  })
})
