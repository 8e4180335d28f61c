import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { inData, openWorld, roadTo, tell, type Told, type World } from './journey.ts'

const killed = path.join(import.meta.dirname, 'killed-cli.ts')
let world: World
afterEach(() => world.close())

const mailbox = (): string => world.stage.addresses[0]!
const userName = (): string => world.practice.accounts[0]!.userName
const run = (after: number): Promise<Told> =>
  tell(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', mailbox())], {
    script: killed,
    env: { KILL_AFTER: String(after) },
  })

/** Every password that may be in force can be shown, whatever state the run is in. */
async function passwordInForceIsKnown(id: string): Promise<void> {
  const secrets = await tell(['status', id, '--secrets', ...inData(world)])
  const values = secrets.result['secrets'].map((secret: { value: string }) => secret.value)
  const inForce = world.practice.currentPasswordOf(userName()).reveal()
  // Before the first step has kept them nothing has been changed anywhere: the paper still tells.
  const onPaper = world.stage.sheetFile && world.practice.sheetText.includes(inForce)
  expect(values.includes(inForce) || onPaper).toBe(true)
}

describe('killed after every entry', () => {
  test('the run is taken up again and ends right, with every password at hand', { timeout: 900_000 }, async () => {
    for (let after = 1; ; after += 1) {
      world = await openWorld()
      const first = await run(after)
      const id = first.lines.find((line) => line['type'] === 'plan')?.['run'] as string
      const survived = first.signal === null
      if (survived) {
        expect(first.code, first.stderr + first.stdout.slice(-1500)).toBe(0)
        expect(after).toBeGreaterThan(20)
        return
      }
      expect(first.signal).toBe('SIGKILL')
      await passwordInForceIsKnown(id)
      const second = await tell(['resume', id, ...inData(world)])
      const posts = world.practice.events().filter((event) => event.what === 'post' && event.page === 'commit').length
      expect(posts, `after ${after}: the commit is sent at most once`).toBeLessThanOrEqual(1)
      await passwordInForceIsKnown(id)
      const ended = [second.code, second.result['outcome'], posts]
      const codes = second.result['problems'].map((problem: { code: string }) => problem.code)
      // Killed before anything was kept, or with the click written down and not yet made: nothing was changed, and it says so.
      const expected = codes.includes('secret-missing') || codes.includes('portal-no-effect') ? [3, 'stopped', 0] : [0, 'done', 1]
      expect(ended, `after ${after}: ${second.stdout.slice(-2000)}`).toEqual(expected)
      await world.close()
    }
  })

  test.each(['post', 'password-changed'] as const)(
    'between click and page, at the site’s %s: the live sign-in tells',
    async (what) => {
      world = await openWorld()
      let child: ChildProcess | undefined
      let id = ''
      world.practice.watch((event) => {
        if (event.what === what && (event.what !== 'post' || event.page === 'commit')) child?.kill('SIGKILL')
      })
      const first = await tell(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', mailbox())], {
        onLine: (line, running) => {
          child = running
          id = line['type'] === 'plan' ? line['run'] : id
        },
      })
      expect(first.signal).toBe('SIGKILL')
      await passwordInForceIsKnown(id)
      const second = await tell(['resume', id, ...inData(world)])
      expect([second.code, second.result['mailboxes'][0].portal], second.stdout.slice(-1500)).toEqual([0, 'changed'])
      await passwordInForceIsKnown(id)
    },
  )
})
