import { afterEach, beforeEach, expect, test } from 'vitest'
import { atHome } from '../../electron/practice/portals/my-pikara/household.ts'
import { inData, type Line, openWorld, type World } from './journey.ts'
import { tellHere } from './tell-here.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ provider: 'my-pikara' })
})
afterEach(() => world.close())

const [taro, hana] = atHome.addresses as [string, string]
const road = (...more: readonly string[]): string[] => [
  ...['run', world.stage.sheetFile, '--portal-url', world.practice.portalUrl, '--ca', world.stage.caFile, ...inData(world)],
  ...['--incoming', world.stage.incoming, '--outgoing', world.stage.outgoing],
  ...['--thunderbird-root', world.stage.thunderbirdRoot, ...more],
]
const agree = (asked: Line): unknown => (asked['kind'] === 'yes-no' ? true : undefined)
const passwordOf = (user: string): string => world.practice.currentPasswordOf(user).reveal()
const decoys = (): readonly string[] =>
  world.practice.events().flatMap((event) => (event.what === 'control' && event.decoy ? [event.control] : []))

test('both mailboxes of the sheet: changed by the Myピカラ user name, proved, and in Thunderbird; the other two passwords stand', async () => {
  const before = [atHome.login, 'xab12345@opt.pikara.example'].map(passwordOf)
  const told = await tellHere(road(), { answer: agree })
  expect([told.code, told.result['outcome']], `${told.stderr}${JSON.stringify(told.result)}`).toEqual([0, 'done'])
  expect(told.result['mailboxes']).toMatchObject([taro, hana].map((address) => ({ address, portal: 'changed' })))
  // Written without having seen the pages: each press was asked about.
  const acts = told.lines.filter((line) => line['question'] === 'confirm-step').map((line) => line['facts'].act)
  expect(acts.filter((act) => act === 'commit')).toHaveLength(2)
  const secrets = await tellHere(['status', told.result['run'], '--secrets', ...inData(world)])
  const kept = secrets.result['secrets'].filter(({ which }: { which: string }) => which === 'new')
  const byAddress = Object.fromEntries(kept.map((one: { for: string; value: string }) => [one.for, one.value]))
  expect(byAddress).toEqual(Object.fromEntries([taro, hana].map((address) => [address, passwordOf(address)])))
  expect([atHome.login, 'xab12345@opt.pikara.example'].map(passwordOf)).toEqual(before)
  expect(decoys()).toEqual([])
})

test('--change portal: the Myピカラ password alone, proved by a sign-in at the site', async () => {
  const before = [taro, hana].map(passwordOf)
  const told = await tellHere(
    ['run', world.stage.sheetFile, '--change', 'portal', '--portal-url', world.practice.portalUrl, ...inData(world)],
    { answer: agree },
  )
  expect([told.code, told.result['outcome']], `${told.stderr}${JSON.stringify(told.result)}`).toEqual([0, 'done'])
  expect(told.result['logins']).toMatchObject([{ login: atHome.login, realms: ['portal'], portal: 'changed' }])
  expect([taro, hana].map(passwordOf)).toEqual(before)
  expect(decoys()).toEqual([])
})

test('a no to the first press: nothing is sent, nothing is changed', async () => {
  const told = await tellHere(road('--mailbox', hana), { answer: (asked) => asked['question'] === 'confirm-plan' })
  expect([told.code, told.result['problems'][0].code], told.stderr).toEqual([3, 'step-declined'])
  expect(world.practice.events().filter((event) => event.what === 'post')).toEqual([])
})
