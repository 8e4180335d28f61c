import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { mailServersMissing, type MailServers } from './mail-servers.ts'
import { claimed, ending, hanako, openRoad, settings, startHouseholdServers, taro, withoutDoor, type Road } from './road.ts'

const missing = mailServersMissing()
if (missing) throw new Error(`the road cannot be walked on real servers here: ${missing}`)

let servers: MailServers
let road: Road
beforeAll(async () => {
  servers = await startHouseholdServers()
})
afterEach(() => road.close())
afterAll(() => servers.stop())

const explain = (told: { readonly stdout: string; readonly stderr: string }): string =>
  told.stdout.slice(-2500) + told.stderr.slice(-800)

/** What one mailbox's road costs at the doors: the change judged, the plan's doors, the doors read back from disk. */
const pop3Road = (user: string): readonly string[] => [
  `pop3 ${user} new ok tls`,
  `pop3 ${user} new ok tls`,
  `smtp ${user} new ok tls`,
  `pop3 ${user} new ok tls`,
  `smtp ${user} new ok tls`,
]

describe('the road on real servers', () => {
  test('two mailboxes over POP3S and submission: what is claimed is what the servers saw', async () => {
    road = await openRoad({ servers: [servers], mailboxes: 2 })
    const before = settings(road)
    const since = servers.mark()
    const told = await road.run()
    expect(ending(told), explain(told)).toEqual({ code: 0, outcome: 'done', portal: ['changed', 'changed'], problems: [] })
    expect(road.commits()).toBe(2)
    expect(road.seen(since)).toEqual([...pop3Road(taro.userName), ...pop3Road(hanako.userName)])
    expect(claimed(told)).toEqual(withoutDoor(road.seen(since)))
    expect(settings(road)).not.toEqual(before)
  })
})
