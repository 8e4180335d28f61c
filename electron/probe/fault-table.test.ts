import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAuthority, makeCertificate, type TestAuthority, type TestCertificate } from '../../e2e/fakes/certificates.ts'
import { speak, type Dialect, type SignInReply } from '../../e2e/fakes/mail-dialects.ts'
import {
  closedPort,
  startScriptedServer,
  type Script,
  type ScriptedServer,
  type ServerOrder,
} from '../../e2e/fakes/scripted-server.ts'
import type { ProblemCode } from '../../shared/base/problem.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { Protocol, Security } from '../../shared/mail/endpoint.ts'
import type { ProbeReport, ProbeTimes } from '../../shared/probe/probe.ts'
import { probeDoor, reachDoor } from './probe.ts'

// Every row of the table of seen server behaviour, for each protocol. Nothing here waits for a default limit: where a server is
// silent on purpose, the limits are short.
const protocols = ['pop3', 'imap', 'smtp'] as const
const short: ProbeTimes = { connect: 300, greeting: 250, reply: 250, all: 3000 }
// Where something has to go well before the silence, only that silence is short: the machine may be busy.
const shortGreeting: ProbeTimes = { connect: 5000, greeting: 700, reply: 5000, all: 15_000 }
const shortReply: ProbeTimes = { connect: 5000, greeting: 5000, reply: 700, all: 15_000 }
const canary = 'Zk9-canary-pass'
const plainForm = Buffer.from(`\0taro\0${canary}`).toString('base64')

let authority: TestAuthority
let stranger: TestAuthority
let good: TestCertificate
let expired: TestCertificate
let otherHost: TestCertificate
let selfSigned: TestCertificate
const servers: ScriptedServer[] = []

beforeAll(async () => {
  ;[authority, stranger] = await Promise.all([makeAuthority(), makeAuthority()])
  ;[good, expired, otherHost, selfSigned] = await Promise.all([
    makeCertificate({ names: ['localhost', '127.0.0.1'] }, authority),
    makeCertificate({ names: ['localhost', '127.0.0.1'], days: -3 }, authority),
    makeCertificate({ names: ['mail.example.jp'] }, authority),
    makeCertificate({ names: ['localhost', '127.0.0.1'] }),
  ])
})
afterAll(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

async function start(script: Script, order: ServerOrder = {}): Promise<ScriptedServer> {
  const server = await startScriptedServer(script, order)
  servers.push(server)
  return server
}

interface Asked {
  readonly security?: Security
  readonly times?: ProbeTimes
  readonly password?: string
  readonly userName?: string
  readonly host?: string
}

const probe = (protocol: Protocol, port: number, asked: Asked = {}): Promise<ProbeReport> =>
  probeDoor({
    endpoint: { protocol, host: asked.host ?? '127.0.0.1', port, security: asked.security ?? 'tls' },
    userName: asked.userName ?? 'taro',
    password: new Secret(asked.password ?? canary),
    ca: authority.cert,
    ...(asked.times ? { times: asked.times } : {}),
  })

/** What a report says, as far as every row of the table asks for it. A leak or a missing door shows as a difference. */
function summary(report: ProbeReport) {
  const written = JSON.stringify(report)
  const { protocol, host, port } = report.endpoint
  const facts = report.problem?.facts ?? {}
  return {
    ok: report.ok,
    code: report.problem?.code,
    sent: report.sent,
    door: facts['protocol'] === protocol && facts['host'] === host && facts['port'] === port,
    leaks: [canary, Buffer.from(canary).toString('base64'), plainForm].some((form) => written.includes(form)),
  }
}
const refusal = (code: ProblemCode, sent: boolean) => ({ ok: false, code, sent, door: true, leaks: false })

const heardPassword = (server: ScriptedServer): boolean =>
  [canary, plainForm].some((form) => server.heard.join('\n').includes(form))

describe.concurrent.each(protocols)('%s', (protocol) => {
  const dialect = (more: Dialect = {}): Script => speak(protocol, more)

  it.each(['tls', 'starttls', 'none'] as const)('signs in over %s and says so', async (security) => {
    const server = await start(dialect({ startTls: good }), security === 'tls' ? { tls: good } : {})
    const report = await probe(protocol, server.port, { security })
    expect(report).toMatchObject({ ok: true, problem: null, sent: true })
    expect(report.mechanism).not.toBeNull()
    expect(server.connections()).toBe(1)
  })

  describe.each(['tls', 'starttls'] as const)('certificates over %s', (security) => {
    it.each([
      ['expired', () => expired, 'tls-expired'],
      ['for another host', () => otherHost, 'tls-wrong-host'],
      ['self-signed', () => selfSigned, 'tls-untrusted'],
    ] as const)('%s', async (_name, certificate, code) => {
      const server = await start(dialect({ startTls: certificate() }), security === 'tls' ? { tls: certificate() } : {})
      expect(summary(await probe(protocol, server.port, { security }))).toEqual(refusal(code, false))
      expect(heardPassword(server)).toBe(false)
      const reached = await reachDoor({
        endpoint: { protocol, host: '127.0.0.1', port: server.port, security },
        ca: authority.cert,
      })
      expect(summary(reached)).toEqual(refusal(code, false))
    })

    it('of an authority nobody knows', async () => {
      const unknown = await makeCertificate({ names: ['localhost', '127.0.0.1'] }, stranger)
      const server = await start(dialect({ startTls: unknown }), security === 'tls' ? { tls: unknown } : {})
      expect(summary(await probe(protocol, server.port, { security }))).toEqual(refusal('tls-untrusted', false))
    })
  })

  it('TLS 1.0 only', async () => {
    const server = await start(dialect(), { tls: good, oldTls: true })
    expect(summary(await probe(protocol, server.port))).toEqual(refusal('tls-too-old', false))
  })

  it('TLS spoken to a plain port', async () => {
    const server = await start(dialect())
    expect(summary(await probe(protocol, server.port))).toEqual(refusal('wrong-port-or-security', false))
  })

  it('plain spoken to a TLS port', async () => {
    const server = await start(dialect(), { tls: good })
    for (const security of ['starttls', 'none'] as const)
      expect(summary(await probe(protocol, server.port, { security, times: shortGreeting }))).toEqual(
        refusal('wrong-port-or-security', false),
      )
    expect(heardPassword(server)).toBe(false)
  })

  it('accepts TCP and never speaks', async () => {
    const server = await start(async () => undefined)
    for (const security of ['tls', 'starttls', 'none'] as const)
      expect(summary(await probe(protocol, server.port, { security, times: short }))).toEqual(refusal('server-silent', false))
  })

  it('silent inside TLS', async () => {
    const server = await start(async () => undefined, { tls: good })
    expect(summary(await probe(protocol, server.port, { times: short }))).toEqual(refusal('server-silent', false))
  })

  it('silent after the password: whether it counted is not known', async () => {
    const server = await start(dialect({ signIn: 'silence' }), { tls: good })
    const report = await probe(protocol, server.port, { times: shortReply })
    expect(summary(report)).toEqual(refusal('server-silent', true))
    expect(report.problem?.facts['signIn']).toBe('unanswered')
  })

  it('connection refused', async () => {
    expect(summary(await probe(protocol, await closedPort()))).toEqual(refusal('refused', false))
  })

  it('the name does not exist', async () => {
    expect(summary(await probe(protocol, 995, { host: 'no-such-host.invalid' }))).toEqual(refusal('dns', false))
  })

  it('closes at accept', async () => {
    const server = await start(async (peer) => peer.hangUp())
    for (const security of ['tls', 'none'] as const)
      expect(summary(await probe(protocol, server.port, { security }))).toEqual(refusal('dropped', false))
  })

  it('closes after the greeting', async () => {
    const server = await start(
      async (peer) => {
        await peer.say(protocol === 'pop3' ? '+OK hi\r\n' : protocol === 'imap' ? '* OK hi\r\n' : '220 hi\r\n')
        peer.hangUp()
      },
      { tls: good },
    )
    const report = await probe(protocol, server.port)
    expect(report.problem?.code).toBe('dropped')
  })

  it('closes at the password', async () => {
    const server = await start(dialect({ signIn: 'hang-up' }), { tls: good })
    const report = await probe(protocol, server.port)
    expect(summary(report)).toEqual(refusal('dropped', true))
    expect(report.problem).toMatchObject({ again: 'later', facts: { signIn: 'unanswered' } })
  })

  it('a reset in the middle', async () => {
    const server = await start(async (peer) => peer.hangUp(true))
    expect(summary(await probe(protocol, server.port, { security: 'none' }))).toEqual(refusal('dropped', false))
  })

  it.each([
    [
      'busy',
      { pop3: '-ERR [SYS/TEMP] try later\r\n', imap: '* BYE too many connections\r\n', smtp: '421 4.3.2 too busy\r\n' },
      'busy',
    ],
    [
      'HTTP',
      { pop3: 'HTTP/1.1 400 Bad Request\r\n', imap: 'HTTP/1.1 400 Bad Request\r\n', smtp: 'HTTP/1.1 400 Bad Request\r\n' },
      'not-a-mail-server',
    ],
    ['another protocol', { pop3: '* OK IMAP\r\n', imap: '+OK POP3\r\n', smtp: '+OK POP3\r\n' }, 'wrong-port-or-security'],
  ] as const)('greeting: %s', async (_name, greetings, code) => {
    const server = await start(dialect({ greeting: greetings[protocol] }), { tls: good })
    const report = await probe(protocol, server.port)
    expect(summary(report)).toEqual(refusal(code, false))
    expect(String(report.problem?.facts['said'])).not.toBe('')
  })

  it('an endless first line', async () => {
    const server = await start(
      async (peer) => {
        for (let count = 0; count < 40; count++) await peer.say('x'.repeat(32 * 1024))
      },
      { tls: good },
    )
    expect(summary(await probe(protocol, server.port, { times: { ...short, greeting: 3000, all: 6000 } }))).toEqual(
      refusal('not-a-mail-server', false),
    )
  })

  const replies: readonly (readonly [string, Record<Protocol, SignInReply>, ProblemCode])[] = [
    [
      'wrong password, with a code',
      {
        pop3: '-ERR [AUTH] Authentication failed.',
        imap: 'TAG NO [AUTHENTICATIONFAILED] Authentication failed.',
        smtp: '535 5.7.8 Error: authentication failed',
      },
      'sign-in-refused',
    ],
    [
      'wrong password, no code',
      { pop3: '-ERR password incorrect', imap: 'TAG NO login rejected', smtp: '535 no' },
      'sign-in-refused',
    ],
    [
      'temporary',
      { pop3: '-ERR [SYS/TEMP] later', imap: 'TAG NO [UNAVAILABLE] later', smtp: '454 4.7.0 Temporary authentication failure' },
      'temporary',
    ],
    [
      'suspended',
      { pop3: '-ERR [SYS/PERM] suspended', imap: 'TAG NO [CONTACTADMIN] suspended', smtp: '525 5.7.13 User account disabled' },
      'account-blocked',
    ],
    [
      'in use',
      { pop3: '-ERR [IN-USE] mailbox locked', imap: 'TAG NO [INUSE] mailbox locked', smtp: '454 4.7.0 mailbox in use' },
      'in-use',
    ],
    ['too often', { pop3: '-ERR [LOGIN-DELAY] wait', imap: 'TAG NO [LIMIT] too many', smtp: '421 4.7.0 too many' }, 'slow-down'],
    [
      'password expired',
      { pop3: '-ERR [AUTH] Password expired', imap: 'TAG NO [EXPIRED] change it', smtp: '534 5.7.9 Please change your password' },
      'must-change-password',
    ],
    [
      'no plain sign-in without TLS',
      {
        pop3: '-ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
        imap: 'TAG NO [PRIVACYREQUIRED] Plaintext disallowed',
        smtp: '538 5.7.11 Encryption required',
      },
      'needs-tls',
    ],
  ]
  it.each(replies)('%s', async (_name, said, code) => {
    const server = await start(dialect({ signIn: said[protocol] }))
    const report = await probe(protocol, server.port, { security: 'none' })
    expect(summary(report)).toEqual(refusal(code, true))
    expect(report.problem?.again).not.toBe('now')
    // one sign-in, whatever the answer was
    expect(server.heard.filter((line) => /AUTH PLAIN|PASS |LOGIN|AUTHENTICATE/.test(line))).toHaveLength(1)
  })

  it('STARTTLS taken away: the password stays here', async () => {
    const server = await start(dialect())
    expect(summary(await probe(protocol, server.port, { security: 'starttls' }))).toEqual(refusal('tls-stripped', false))
    expect(heardPassword(server)).toBe(false)
    expect(
      summary(
        await reachDoor({
          endpoint: { protocol, host: '127.0.0.1', port: server.port, security: 'starttls' },
          ca: authority.cert,
        }),
      ),
    ).toEqual(refusal('tls-stripped', false))
  })

  it('words slipped in before the TLS conversation', async () => {
    const ok = { pop3: '+OK go\r\n+OK in', imap: 'TAG OK go\r\n* OK injected', smtp: '220 go\r\n235 in' }[protocol]
    const server = await start(dialect({ startTls: good, answer: (line) => (/STLS|STARTTLS/i.test(line) ? ok : null) }))
    const report = await probe(protocol, server.port, { security: 'starttls', times: short })
    expect(report.ok).toBe(false)
    expect(report.sent).toBe(false)
    expect(heardPassword(server)).toBe(false)
  })

  it('a Shift_JIS answer is read as Japanese', async () => {
    // 「パスワードが違います」
    const words = Buffer.from('83708358838f815b836882aa88e182a282dc82b7', 'hex')
    const before = { pop3: '-ERR [AUTH] ', imap: 'TAG NO [AUTHENTICATIONFAILED] ', smtp: '535 ' }[protocol]
    const server = await start(dialect({ signIn: Buffer.concat([Buffer.from(before), words]) }), { tls: good })
    const report = await probe(protocol, server.port)
    expect(summary(report)).toEqual(refusal('sign-in-refused', true))
    expect(String(report.problem?.facts['said'])).toContain('パスワードが違います')
  })

  it('a server that says the password back', async () => {
    const before = { pop3: '-ERR [AUTH] bad ', imap: 'TAG NO [AUTHENTICATIONFAILED] bad ', smtp: '535 bad ' }[protocol]
    const server = await start(
      dialect({
        signIn: `${before}${canary} ${Buffer.from(`\0taro\0${canary}`).toString('base64')} ${Buffer.from(canary).toString('base64')}`,
      }),
      { tls: good },
    )
    const report = await probe(protocol, server.port)
    expect(summary(report)).toEqual(refusal('sign-in-refused', true))
    expect(String(report.problem?.facts['said'])).toContain('‹•••›')
  })

  it('an error line of 200,000 characters', async () => {
    const before = { pop3: '-ERR [AUTH] ', imap: 'TAG NO [AUTHENTICATIONFAILED] ', smtp: '535 5.7.8 ' }[protocol]
    const server = await start(dialect({ signIn: before + 'no '.repeat(66_000) }), { tls: good })
    const report = await probe(protocol, server.port)
    expect(summary(report)).toEqual(refusal('sign-in-refused', true))
    expect(JSON.stringify(report).length).toBeLessThan(2000)
  })

  it('an answer split over packets', async () => {
    const words = { pop3: '-ERR [SYS/TEMP] later\r\n', imap: 'NO [UNAVAILABLE] later\r\n', smtp: '454 later\r\n' }[protocol]
    const server = await start(
      async (peer) => {
        await peer.sayInPieces({ pop3: '+OK\r\n', imap: '* OK [CAPABILITY IMAP4rev1] hi\r\n', smtp: '220 hi\r\n' }[protocol], 2)
        for (let line = await peer.hear(); line !== null; line = await peer.hear()) {
          if (line.startsWith('EHLO')) await peer.sayInPieces('250-mx\r\n250 AUTH PLAIN\r\n', 3)
          else await peer.sayInPieces(protocol === 'imap' ? `${line.split(' ')[0]} ${words}` : words)
        }
      },
      { tls: good },
    )
    expect(summary(await probe(protocol, server.port))).toEqual(refusal('temporary', true))
  })

  it.each(['p"a\\s s,w=ö日', ' leading and trailing ', "o'neil;--", '=?UTF-8?B?', '{5}', '% * ( )'])(
    'the password %j arrives as it is',
    async (password) => {
      const server = await start(dialect(), { tls: good })
      const report = await probe(protocol, server.port, { password })
      expect(report).toMatchObject({ ok: true, sent: true })
      const quoted = `"${password.replace(/(["\\])/g, '\\$1')}"`
      const plain = Buffer.from(`\0taro\0${password}`).toString('base64')
      expect(
        server.heard.some((line) => line.includes(plain) || line.endsWith(` ${quoted}`) || line.endsWith(` ${password}`)),
      ).toBe(true)
    },
  )

  it.each([
    ['a', 'CR LF', { password: 'x\r\nDELE 1' }, 'password-control-character'],
    ['a', 'NUL', { password: 'x\0y' }, 'password-control-character'],
    ['a', 'CR LF in the name', { userName: 'x\r\nDELE 1' }, 'password-control-character'],
    ['no', 'password', { password: '' }, 'password-empty'],
    ['no', 'name', { userName: '' }, 'password-empty'],
  ] as const)('%s %s: refused before connecting', async (_a, _what, asked, code) => {
    const server = await start(dialect(), { tls: good })
    const report = await probe(protocol, server.port, asked)
    expect(report).toMatchObject({ ok: false, sent: false, problem: { code, again: 'after-person' } })
    expect(server.connections()).toBe(0)
  })

  it('stops when the person wishes', async () => {
    const server = await start(async () => undefined, { tls: good })
    const stop = new AbortController()
    const running = probeDoor({
      endpoint: { protocol, host: '127.0.0.1', port: server.port, security: 'tls' },
      userName: 'taro',
      password: new Secret(canary),
      ca: authority.cert,
      stop: stop.signal,
    })
    setTimeout(() => stop.abort(), 50)
    expect(await running).toMatchObject({ ok: false, sent: false, problem: { code: 'cancelled' } })
    const already = await probeDoor({
      endpoint: { protocol, host: '127.0.0.1', port: server.port, security: 'tls' },
      userName: 'taro',
      password: new Secret(canary),
      stop: stop.signal,
    })
    expect(already.problem?.code).toBe('cancelled')
  })

  it('a server that trickles is bound by the one deadline', async () => {
    const server = await start(
      async (peer) => {
        for (let count = 0; count < 200; count++) await peer.sayInPieces('x')
      },
      { tls: good },
    )
    const report = await probe(protocol, server.port, { times: { connect: 2000, greeting: 2000, reply: 2000, all: 500 } })
    expect(report.ok).toBe(false)
    expect(report.ms).toBeLessThan(3000)
  })

  it('reach finds an open door and costs no attempt', async () => {
    const server = await start(dialect({ startTls: good }))
    const report = await reachDoor({
      endpoint: { protocol, host: '127.0.0.1', port: server.port, security: 'starttls' },
      ca: authority.cert,
    })
    expect(report).toMatchObject({ ok: true, sent: false, mechanism: null, userName: '' })
    expect(server.heard.some((line) => /AUTH |USER|PASS|LOGIN/.test(line))).toBe(false)
  })
})
