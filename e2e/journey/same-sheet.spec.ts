import { afterEach, expect, test } from 'vitest'
import { inData, openWorld, roadTo, type World } from './journey.ts'
import { tellHere } from './tell-here.ts'

let world: World
afterEach(() => world.close())

test('the same sheet once more: what was changed by whom and when is said before anything is tried, and it can start from what is kept', async () => {
  world = await openWorld()
  const address = world.stage.addresses[0]!
  const again = ['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', address)]
  const first = await tellHere(again)
  expect(first.code, first.stdout.slice(-1500)).toBe(0)
  const seen = world.practice.events().length

  const second = await tellHere(again)
  expect([second.code, second.result['run'], second.result['problems'][0].code]).toEqual([3, null, 'password-replaced'])
  expect(second.result['problems'][0].facts).toMatchObject({ for: address, run: first.result['run'] })
  expect(second.stderr).toContain(`mail-migrate status ${first.result['run']} --secrets`)
  expect(second.lines.find((line) => line['type'] === 'asked')).toMatchObject({
    question: 'password-replaced',
    choices: ['kept', 'paper', 'stop'],
  })
  expect(world.practice.events()).toHaveLength(seen)

  const planned = await tellHere(['plan', ...again.slice(1)])
  expect(planned.lines.find((line) => line['type'] === 'plan')?.['changedBefore']).toMatchObject([
    { for: address, run: first.result['run'], resume: null },
  ])
  expect(world.practice.events()).toHaveLength(seen)

  const third = await tellHere(again, { answer: () => 'kept' })
  expect([third.code, third.result['outcome']], third.stdout.slice(-1500)).toEqual([0, 'done'])
  const { secrets } = (await tellHere(['status', third.result['run'], '--secrets', ...inData(world)])).result
  expect(secrets.map((one: { which: string; value: string }) => [one.which, one.value])).toContainEqual([
    'new',
    world.practice.currentPasswordOf(world.practice.accounts[0]!.userName).reveal(),
  ])
})
