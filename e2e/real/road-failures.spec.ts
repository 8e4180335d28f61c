import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Told } from '../journey/journey.ts'
import { mailServersMissing, type MailServerOrder, type MailServers } from './mail-servers.ts'
import { claimed, ending, openRoad, secretsOf, settings, startHouseholdServers, taro, withoutDoor, type Road } from './road.ts'

const missing = mailServersMissing()
if (missing) throw new Error(`the road cannot be walked on real servers here: ${missing}`)

let servers: MailServers
let road: Road
let more: MailServers[] = []
beforeAll(async () => {
  servers = await startHouseholdServers()
})
afterAll(() => servers.stop())
afterEach(async () => {
  await road.close()
  await Promise.all(more.map((one) => one.stop()))
  more = []
})

const explain = (told: Told): string => told.stdout.slice(-2500) + told.stderr.slice(-800)
const own = async (order: Partial<MailServerOrder>): Promise<MailServers> => {
  const started = await startHouseholdServers({ authority: servers.authority, ...order })
  more.push(started)
  return started
}
const { userName } = taro
const pop3 = (which: 'old' | 'new', outcome: 'ok' | 'refused'): string => `pop3 ${userName} ${which} ${outcome} tls`
const safeStop = (problem: string) => ({ code: 3, outcome: 'stopped', portal: ['unchanged'], problems: [problem] })
const done = { code: 0, outcome: 'done', portal: ['changed'], problems: [] }
/** A second between the click's arrival and its effect: time for a server to die in. */
const slowly = [{ name: 'slow', at: 'commit', seconds: 2 }] as const
const atTheClick = (act: () => void): void => {
  road.practice.watch((event) => event.what === 'post' && event.page === 'commit' && act())
}

describe('what can be seen beforehand stops the run before the member site hears of it', () => {
  test.each([
    ['a certificate for another host', { onlyHosts: true }, true, 'tls-wrong-host'],
    ['an expired certificate', { days: -1 }, true, 'tls-expired'],
    ['an authority nobody named', null, false, 'tls-untrusted'],
    ['no Postfix behind the port', { services: ['pop3', 'imap'] }, true, 'refused'],
  ] as const)('%s', async (_, order, trusted, problem) => {
    const asked = order ? await own(order) : servers
    road = await openRoad({ servers: [asked] })
    const before = settings(road)
    const since = asked.mark()
    const told = await road.run(trusted ? undefined : [])
    expect(ending(told), explain(told)).toEqual(safeStop(problem))
    expect(road.practice.events()).toEqual([])
    expect(road.seen(since)).toEqual([])
    expect(settings(road)).toEqual(before)
  })
})

describe('what only shows after the click', () => {
  test('the mail server has not heard of the change: new once, then the old one; resume ends it when the server has', async () => {
    road = await openRoad({ servers: [servers], follow: [] })
    const before = settings(road)
    const since = servers.mark()
    const told = await road.run()
    expect(ending(told), explain(told)).toEqual(safeStop('portal-no-effect'))
    const [first, ...rest] = road.seen(since)
    expect([first, new Set(rest)]).toEqual([pop3('new', 'refused'), new Set([pop3('old', 'ok')])])
    expect(claimed(told)).toEqual(withoutDoor(road.seen(since)))
    expect(settings(road)).toEqual(before)
    expect(await secretsOf(road, told)).toEqual({ old: road.oldOf(userName), new: road.currentOf(userName) })

    await servers.setPassword(userName, road.currentOf(userName))
    const resumed = await road.later('resume', told.result['run'])
    expect(ending(resumed), explain(resumed)).toEqual(done)
    expect(road.seen(since).filter((one) => one.endsWith('refused tls'))).toEqual([pop3('new', 'refused')])
    expect(road.commits()).toBe(1)
  })

  test('the mail server follows some seconds late: waited for, and the new password tried no more often than needed', async () => {
    road = await openRoad({ servers: [servers], follow: [] })
    const since = servers.mark()
    road.practice.watch((event) => {
      if (event.what !== 'password-changed') return
      setTimeout(() => void servers.setPassword(userName, road.currentOf(userName)), 4000)
    })
    const told = await road.run([...road.trusting, '--round-trip'])
    expect(ending(told), explain(told)).toEqual(done)
    const refused = road.seen(since).filter((one) => one.endsWith('refused tls'))
    expect(refused).toEqual([pop3('new', 'refused'), pop3('old', 'refused')])
  })

  test('a mailbox that takes neither: unknown, each tried once; what the provider endures is not spent by resuming', async () => {
    road = await openRoad({ servers: [servers], follow: [] })
    await servers.setPassword(userName, 'Neither-of-them-1')
    const since = servers.mark()
    const told = await road.run()
    const unknown = { code: 5, outcome: 'unknown', portal: ['unknown'], problems: ['portal-outcome-unknown'] }
    expect(ending(told), explain(told)).toEqual(unknown)
    expect(road.seen(since)).toEqual([pop3('new', 'refused'), pop3('old', 'refused')])
    expect(claimed(told)).toEqual(withoutDoor(road.seen(since)))
    for (let turn = 0; turn < 2; turn += 1) {
      const again = await road.later('resume', told.result['run'])
      expect(ending(again).code, explain(again)).toBe(5)
      expect(road.seen(since)).toEqual([pop3('new', 'refused'), pop3('old', 'refused'), pop3('new', 'refused')])
    }
    expect(await secretsOf(road, told)).toEqual({ old: road.oldOf(userName), new: road.currentOf(userName) })
  })

  test('both servers die at the click: unknown; resume settles it when they are back', async () => {
    const first = await own({})
    road = await openRoad({ servers: [first], faults: slowly })
    const before = settings(road)
    let dead: Promise<void> | undefined
    atTheClick(() => (dead = first.stop()))
    const told = await road.run()
    await dead
    expect(ending(told), explain(told)).toEqual({
      code: 5,
      outcome: 'unknown',
      portal: ['unknown'],
      problems: ['portal-outcome-unknown'],
    })
    expect(settings(road)).toEqual(before)
    const back = await own({ ports: first.ports, users: { [userName]: road.currentOf(userName) } })
    const resumed = await road.later('resume', told.result['run'])
    expect(ending(resumed), explain(resumed)).toEqual(done)
    // Both doors are asked at the same time: which of them writes its log first is nobody's promise.
    const asked = back.signIns().map(({ protocol, given, ok }) => `${protocol} ${given === road.currentOf(userName)} ${ok}`)
    expect(asked.toSorted()).toEqual(['pop3', 'pop3', 'pop3', 'smtp', 'smtp'].map((protocol) => `${protocol} true true`))
    expect(road.commits()).toBe(1)
  })

  test('only Postfix dies at the click: changed, unfinished, settings untouched; resume goes on from there', async () => {
    const postfix = await own({ services: ['smtp'] })
    road = await openRoad({ servers: [servers, postfix], faults: slowly })
    const before = settings(road)
    const since = servers.mark()
    let dead: Promise<void> | undefined
    atTheClick(() => (dead = postfix.stop()))
    const told = await road.run()
    await dead
    expect(ending(told), explain(told)).toEqual({ code: 4, outcome: 'unfinished', portal: ['changed'], problems: ['refused'] })
    expect(settings(road)).toEqual(before)
    expect(road.seen(since)).toEqual([pop3('new', 'ok'), pop3('new', 'ok')])
    const back = await own({
      services: ['smtp'],
      ports: postfix.ports,
      users: { [userName]: road.currentOf(userName) },
    })
    const resumed = await road.later('resume', told.result['run'])
    expect(ending(resumed), explain(resumed)).toEqual(done)
    expect(back.signIns().map(({ ok, protocol }) => [ok, protocol])).toEqual([
      [true, 'smtp'],
      [true, 'smtp'],
    ])
    expect(road.seen(since).filter((one) => one !== pop3('new', 'ok'))).toEqual([])
    expect(road.commits()).toBe(1)
    expect(settings(road)).not.toEqual(before)
  })
})
