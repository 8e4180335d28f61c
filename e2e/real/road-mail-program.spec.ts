import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Line, Told } from '../journey/journey.ts'
import { mailServersMissing, type MailServers } from './mail-servers.ts'
import { ending, openRoad, settings, startHouseholdServers, taro, type Road } from './road.ts'
import { thunderbirdMissing, visitThunderbird } from './thunderbird.ts'

const missing = [mailServersMissing(), thunderbirdMissing()].filter((reason) => reason !== null)
if (missing.length > 0) throw new Error(`the road cannot be walked on real programs here: ${missing.join('; ')}`)

let servers: MailServers
let road: Road
beforeAll(async () => {
  servers = await startHouseholdServers()
})
afterEach(() => road.close())
afterAll(() => servers.stop())

const explain = (told: Told): string => told.stdout.slice(-2500) + told.stderr.slice(-800)
const done = { code: 0, outcome: 'done', portal: ['changed'], problems: [] }
const stopped = (problem: string, portal: readonly string[] = ['unchanged']) => ({
  code: 3,
  outcome: 'stopped',
  portal,
  problems: [problem],
})
const inProfile = (name: string): string => path.join(road.profile, name)
const logins = (): readonly Line[] => JSON.parse(readFileSync(inProfile('logins.json'), 'utf8')).logins
const changesIn = (told: Told): readonly string[] =>
  told.result['mailboxes'][0].clients[0].changed.map((change: Line) => change['setting'])

describe('the mail program as it is found', () => {
  test.each([true, false])('no password stored: asked before one is added, and %o is what happens', async (answered) => {
    road = await openRoad({ servers: [servers], stored: false })
    const asked: Line[] = []
    const told = await road.run(undefined, { answer: (line) => (asked.push(line), answered) })
    expect(ending(told), explain(told)).toEqual(done)
    expect(asked.map(({ question, kind, facts }) => [question, kind, facts.address])).toEqual([
      ['store-password', 'yes-no', taro.address],
    ])
    expect(logins().map(({ hostname }) => hostname)).toEqual(answered ? ['mailbox://localhost', 'smtp://localhost'] : [])
    expect(changesIn(told).filter((setting) => setting.includes('password'))).toEqual(
      answered ? ['password', 'outgoing.password'] : [],
    )
    expect(changesIn(told)).toContain('incoming.security')
    if (!answered) return
    const since = servers.mark()
    const visit = await visitThunderbird(road.profile, {
      until: () => servers.signIns(since).some((one) => one.ok && one.protocol === 'pop3'),
      atMost: 60,
    })
    expect(visit).toMatchObject({ met: true, quit: 'clean' })
    // It may look twice as it starts.
    expect(new Set(road.seen(since))).toEqual(new Set([`pop3 ${taro.userName} new ok tls`]))
  })

  test('another account that signs in by OAuth is left as it is, to the byte', async () => {
    road = await openRoad({ servers: [servers] })
    const other = [
      'user_pref("mail.account.account9.server", "server9");',
      'user_pref("mail.account.account9.identities", "id9");',
      'user_pref("mail.identity.id9.useremail", "someone@oauth.example");',
      'user_pref("mail.server.server9.type", "imap");',
      'user_pref("mail.server.server9.hostname", "imap.oauth.example");',
      'user_pref("mail.server.server9.authMethod", 10);',
      `user_pref("mail.server.server9.userName", "${taro.userName}");`,
    ]
    const prefs = readFileSync(inProfile('prefs.js'), 'utf8')
    writeFileSync(
      inProfile('prefs.js'),
      `${prefs.replace(/(mail\.accountmanager\.accounts", ")/, '$1account9,')}${other.join('\n')}\n`,
    )
    const token = {
      ...logins()[0]!,
      id: 99,
      hostname: 'oauth://accounts.oauth.example',
      httpRealm: 'https://mail.oauth.example/',
      guid: '{00000000-0000-4000-8000-000000000099}',
    }
    const stored = JSON.parse(readFileSync(inProfile('logins.json'), 'utf8'))
    writeFileSync(inProfile('logins.json'), JSON.stringify({ ...stored, nextId: 100, logins: [...stored.logins, token] }))
    const told = await road.run()
    expect(ending(told), explain(told)).toEqual(done)
    const after = readFileSync(inProfile('prefs.js'), 'utf8')
    expect(other.filter((line) => !after.includes(`${line}\n`))).toEqual([])
    expect(logins().find(({ id }) => id === 99)).toEqual(token)
  })

  test('the mailbox itself signs in by OAuth: nothing is touched anywhere', async () => {
    road = await openRoad({ servers: [servers] })
    appendFileSync(inProfile('prefs.js'), 'user_pref("mail.server.server1.authMethod", 10);\n')
    const before = settings(road)
    const told = await road.run()
    expect(ending(told), explain(told)).toEqual(stopped('client-not-changeable', []))
    expect(road.practice.events()).toEqual([])
    expect(settings(road)).toEqual(before)
  })

  test('the real Thunderbird is open: "no" stops before the member site; "yes" after it was really closed goes on', async () => {
    road = await openRoad({ servers: [servers] })
    const since = servers.mark()
    let close = false
    const visit = visitThunderbird(road.profile, { until: () => close, atMost: 110 })
    const opened = (): boolean => servers.signIns(since).some((one) => one.ok)
    for (const end = Date.now() + 60_000; !opened() && Date.now() < end;) await sleep(200)
    expect(opened()).toBe(true)

    const asked: string[] = []
    const refused = await road.run(undefined, { answer: (line) => (asked.push(line['question']), false) })
    expect(ending(refused), explain(refused)).toEqual(stopped('client-running'))
    expect(road.practice.events()).toEqual([])

    // "Yes" without having closed it is not believed: the question comes again.
    const told = await road.run(undefined, {
      answer: async (line) => {
        asked.push(line['question'])
        if (asked.length < 3) return true
        close = true
        await visit
        return true
      },
    })
    expect(ending(told), explain(told)).toEqual(done)
    expect(asked).toEqual(['close-thunderbird', 'close-thunderbird', 'close-thunderbird'])
    expect((await visit).quit).toBe('clean')
    expect(road.commits()).toBe(1)

    const later = servers.mark()
    const again = await visitThunderbird(road.profile, {
      until: () => servers.signIns(later).some((one) => one.ok && one.protocol === 'pop3'),
      atMost: 60,
    })
    expect(again.met).toBe(true)
    expect(new Set(road.seen(later))).toEqual(new Set([`pop3 ${taro.userName} new ok tls`]))
  })
})
