import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { probeList, type ProbeListRow } from '../../electron/probe/probe-list.ts'
import { probeDoor, reachDoor, roundTrip } from '../../electron/probe/probe.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { Endpoint } from '../../shared/mail/endpoint.ts'
import { judgePassword, judgeProbes } from '../../shared/probe/judge-probes.ts'
import { makeAuthority } from '../fakes/certificates.ts'
import { mailServersMissing, startMailServers, type LogMark, type MailServers } from './mail-servers.ts'
import type { SignIn } from './sign-in-log.ts'

// Real Dovecot and Postfix: every protocol and security, and the certificates people really meet.
const userName = 'taro@example.jp'
const password = 'R1ght "pass" \\ 日'
const doors = [
  ['pop3', 'tls', 'pop3s'],
  ['pop3', 'starttls', 'pop3'],
  ['pop3', 'none', 'pop3'],
  ['imap', 'tls', 'imaps'],
  ['imap', 'starttls', 'imap'],
  ['imap', 'none', 'imap'],
  ['smtp', 'tls', 'submissions'],
  ['smtp', 'starttls', 'submission'],
  ['smtp', 'none', 'submission'],
] as const
const secured = doors.filter(([, security]) => security !== 'none')
type Door = readonly [Endpoint['protocol'], Endpoint['security'], keyof MailServers['ports']]

const endpointOf = (servers: MailServers, [protocol, security, port]: Door, host = 'localhost'): Endpoint => ({
  protocol,
  security,
  host,
  port: servers.ports[port],
})

interface Asked {
  readonly given?: string
  readonly ca?: string
  readonly host?: string
}
const probe = (servers: MailServers, door: Door, { given = password, ca = servers.caPem, host }: Asked = {}) =>
  probeDoor({ endpoint: endpointOf(servers, door, host), userName, password: new Secret(given), ca })

/** Servers write their log a moment after they answer: waits for as many sign-ins, and a little for one too many. */
async function logged(servers: MailServers, mark: LogMark, count: number, not?: string): Promise<readonly SignIn[]> {
  const found = (): readonly SignIn[] => servers.signIns(mark).filter(({ user }) => user !== not)
  await expect.poll(() => found().length, { timeout: 5000, interval: 50 }).toBeGreaterThanOrEqual(count)
  await new Promise((resolve) => setTimeout(resolve, 150))
  return found()
}

describe.skipIf(mailServersMissing() !== null)('real mail servers', () => {
  let servers: MailServers
  beforeAll(async () => {
    servers = await startMailServers({
      users: { [userName]: password, 'hanako@example.jp': 'plain-Pass-1', 'jiro@example.jp': 'plain-Pass-3' },
    })
  })
  afterAll(() => servers.stop())

  it.each(doors)('%s over %s: the right password, one sign-in in the log', async (...door) => {
    const mark = servers.mark()
    const report = await probe(servers, door)
    expect(report).toMatchObject({ ok: true, sent: true, problem: null })
    expect(await logged(servers, mark, 1)).toMatchObject([
      { ok: true, user: userName, protocol: door[0], given: password, tls: door[1] !== 'none' },
    ])
  })

  it.each(doors)('%s over %s: a wrong password, refused once and not tried again', async (...door) => {
    const mark = servers.mark()
    const report = await probe(servers, door, { given: 'wrong-Canary-77' })
    expect(report).toMatchObject({ ok: false, sent: true, problem: { code: 'sign-in-refused', again: 'after-person' } })
    expect(JSON.stringify(report)).not.toContain('wrong-Canary-77')
    expect(await logged(servers, mark, 1)).toMatchObject([{ ok: false, given: 'wrong-Canary-77' }])
  })

  it.each(doors)('%s over %s: reach costs no sign-in', async (...door) => {
    const mark = servers.mark()
    expect(await reachDoor({ endpoint: endpointOf(servers, door), ca: servers.caPem })).toMatchObject({ ok: true, sent: false })
    expect(servers.signIns(mark)).toEqual([])
  })

  it.each(secured)('%s over %s: a certificate of an authority nobody knows', async (...door) => {
    const mark = servers.mark()
    const { cert } = await makeAuthority()
    expect(await probe(servers, door, { ca: cert })).toMatchObject({ ok: false, sent: false, problem: { code: 'tls-untrusted' } })
    expect(servers.signIns(mark)).toEqual([])
  })

  it.each([
    ['pop3', 'tls', 'pop3'],
    ['imap', 'tls', 'imap'],
    ['smtp', 'tls', 'submission'],
    ['pop3', 'starttls', 'pop3s'],
    ['imap', 'starttls', 'imaps'],
    ['smtp', 'starttls', 'submissions'],
  ] as const)('%s over %s at the wrong port', async (protocol, security, port) => {
    const times = { connect: 1000, greeting: 1000, reply: 1000, all: 5000 }
    const report = await probeDoor({
      endpoint: { protocol, security, host: 'localhost', port: servers.ports[port] },
      userName,
      password: new Secret(password),
      ca: servers.caPem,
      times,
    })
    expect(report).toMatchObject({ ok: false, sent: false, problem: { code: 'wrong-port-or-security' } })
  })

  it('a changed password: new in, old out', async () => {
    await servers.setPassword('hanako@example.jp', 'n3w-Pass-2')
    const ask = (given: string) =>
      Promise.all(
        [doors[0], doors[7]].map((door) =>
          probeDoor({
            endpoint: endpointOf(servers, door),
            userName: 'hanako@example.jp',
            password: new Secret(given),
            ca: servers.caPem,
          }),
        ),
      )
    const [fresh, old] = [await ask('n3w-Pass-2'), await ask('plain-Pass-1')]
    expect(judgeProbes(fresh)).toEqual({ standing: 'ready', problem: null })
    expect(judgePassword(old)).toBe('refused')
  })

  it.each([doors[0], doors[3]])('round trip back over %s', async (...incoming) => {
    const before = servers.count(userName)
    const secret = new Secret(password)
    const report = await roundTrip({
      address: userName,
      incoming: { endpoint: endpointOf(servers, incoming), userName, password: secret },
      outgoing: { endpoint: endpointOf(servers, doors[7]), userName, password: secret },
      ca: servers.caPem,
      patience: 30_000,
      words: { subject: 'メールの確認', body: 'これは確認のためのメールです。' },
    })
    expect(report).toMatchObject({ ok: true, problem: null })
    // it stays where it is, and unread
    expect(servers.count(userName)).toBe(before + 1)
    expect(servers.messages(userName).filter((message) => message.includes(report.tag))).toHaveLength(1)
  })

  it('a message that does not come back is said to be missing', async () => {
    const secret = new Secret('n3w-Pass-2')
    const report = await roundTrip({
      address: userName,
      incoming: { endpoint: endpointOf(servers, doors[0]), userName: 'hanako@example.jp', password: secret },
      outgoing: { endpoint: endpointOf(servers, doors[7]), userName: 'hanako@example.jp', password: secret },
      ca: servers.caPem,
      patience: 1500,
    })
    expect(report).toMatchObject({ ok: false, problem: { code: 'message-not-arrived' } })
  })

  it('an address the server does not take', async () => {
    const secret = new Secret(password)
    const report = await roundTrip({
      address: 'nobody@elsewhere.example',
      incoming: { endpoint: endpointOf(servers, doors[0]), userName, password: secret },
      outgoing: { endpoint: endpointOf(servers, doors[6]), userName, password: secret },
      ca: servers.caPem,
      patience: 1000,
    })
    expect(report.ok).toBe(false)
    expect(report.problem?.code).toBe('message-refused')
  })

  it('a list: each mailbox once, duplicates not tried a second time', async () => {
    const row = (line: number, name: string, given: string): ProbeListRow => ({
      line,
      address: name,
      userName: name,
      password: new Secret(given),
      incoming: endpointOf(servers, doors[0]),
      outgoing: endpointOf(servers, doors[6]),
    })
    const mark = servers.mark()
    const jiro = 'jiro@example.jp'
    const rows = [row(2, jiro, 'plain-Pass-3'), row(3, 'nobody@example.jp', 'x'), row(4, jiro, 'other')]
    const results = []
    for await (const result of probeList(rows, { ca: servers.caPem, atOnce: 1 })) results.push(result)
    expect(results.map(({ line, reports }) => [line, ...reports.map((report) => report.problem?.code ?? 'ok')])).toEqual([
      [2, 'ok', 'ok'],
      [3, 'sign-in-refused', 'sign-in-refused'],
      [4, 'attempts-spent', 'attempts-spent'],
    ])
    // Names of this test's own: the log may still be writing down the sign-in of the one before.
    expect(await logged(servers, mark, 4, userName)).toHaveLength(4)
  })
})

describe.skipIf(mailServersMissing() !== null).each([
  ['expired', { days: -10 }, 'tls-expired'],
  ['for another host', { hosts: ['pop.elsewhere.example'], onlyHosts: true }, 'tls-wrong-host'],
] as const)('a certificate %s', (_name, order, code) => {
  let servers: MailServers
  beforeAll(async () => {
    servers = await startMailServers({ users: { [userName]: password }, ...order })
  })
  afterAll(() => servers.stop())

  it.each(secured)('%s over %s', async (...door) => {
    expect(await probe(servers, door)).toMatchObject({ ok: false, sent: false, problem: { code } })
    expect(servers.signIns()).toEqual([])
  })
})

describe.skipIf(mailServersMissing() !== null)('servers that want TLS', () => {
  let servers: MailServers
  beforeAll(async () => {
    servers = await startMailServers({ users: { [userName]: password }, tls: 'required', hosts: ['127.0.0.2'] })
  })
  afterAll(() => servers.stop())

  it.each(doors)('%s over %s', async (...door) => {
    const report = await probe(servers, door, { host: '127.0.0.2' })
    if (door[1] === 'none') expect(['needs-tls', 'auth-not-offered']).toContain(report.problem?.code)
    else expect(report).toMatchObject({ ok: true, problem: null })
  })
})

describe.skipIf(mailServersMissing() !== null)('servers with challenges only', () => {
  let servers: MailServers
  beforeAll(async () => {
    servers = await startMailServers({ users: { [userName]: password }, mechs: 'cram-md5 apop' })
  })
  afterAll(() => servers.stop())

  it('POP3 and SMTP sign in by CRAM-MD5', async () => {
    for (const door of [doors[0], doors[6]] as const) {
      const report = await probe(servers, door)
      expect([report.endpoint.protocol, report.ok, report.mechanism]).toEqual([door[0], true, 'AUTH CRAM-MD5'])
    }
  })

  it('IMAP by CRAM-MD5 alone is not spoken, and said so', async () => {
    expect(await probe(servers, doors[3])).toMatchObject({ ok: false, problem: { code: 'mechanism-unsupported' } })
  })
})

describe.skipIf(mailServersMissing() !== null)('servers with APOP only', () => {
  let servers: MailServers
  beforeAll(async () => {
    servers = await startMailServers({ users: { [userName]: password }, mechs: 'apop', services: ['pop3'] })
  })
  afterAll(() => servers.stop())

  it.each(doors.filter(([protocol]) => protocol === 'pop3'))('%s over %s is recognised and named', async (...door) => {
    const report = await probe(servers, door)
    expect(report).toMatchObject({ ok: false, problem: { code: 'mechanism-unsupported' } })
    expect(JSON.stringify(report.problem)).toContain('APOP')
  })
})
