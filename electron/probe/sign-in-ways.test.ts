import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeAuthority, makeCertificate, type TestAuthority, type TestCertificate } from '../../e2e/fakes/certificates.ts'
import { speak, type Dialect } from '../../e2e/fakes/mail-dialects.ts'
import { startScriptedServer, type Script, type ScriptedServer } from '../../e2e/fakes/scripted-server.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { Protocol, Security } from '../../shared/mail/endpoint.ts'
import { probeDoor, reachDoor } from './probe.ts'

// How each protocol finds a way to sign in, and what it does not send where there is none.
let authority: TestAuthority
let good: TestCertificate
const servers: ScriptedServer[] = []
beforeAll(async () => {
  authority = await makeAuthority()
  good = await makeCertificate({ names: ['127.0.0.1'] }, authority)
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

async function start(script: Script): Promise<ScriptedServer> {
  const server = await startScriptedServer(script, { tls: good })
  servers.push(server)
  return server
}
const serve = (protocol: Protocol, dialect: Dialect): Promise<ScriptedServer> => start(speak(protocol, dialect))
const ask = (
  protocol: Protocol,
  server: ScriptedServer,
  {
    security = 'tls',
    password = 'Pa55-word',
    userName = 'taro',
  }: { security?: Security; password?: string; userName?: string } = {},
) =>
  probeDoor({
    endpoint: { protocol, host: '127.0.0.1', port: server.port, security },
    userName,
    password: new Secret(password),
    ca: authority.cert,
  })
const plainForm = Buffer.from('\0taro\0Pa55-word').toString('base64')

describe('POP3', () => {
  it('signs in by one line after the greeting', async () => {
    const server = await serve('pop3', {})
    expect(await ask('pop3', server)).toMatchObject({ ok: true, mechanism: 'AUTH PLAIN' })
    expect(server.heard[0]).toBe(`AUTH PLAIN ${plainForm}`)
  })

  it.each([
    ['with a CAPA list', '-ERR unknown command', ['USER', 'TOP']],
    ['with a CAPA list and strange words', '-ERR no', ['USER']],
    ['with a list that has nothing of sign-ins', '-ERR bad', ['TOP']],
  ])('a server without AUTH, %s: USER and PASS', async (_name, words, offers) => {
    const server = await serve('pop3', { offers, answer: (line) => (line.startsWith('AUTH') ? words : null) })
    expect(await ask('pop3', server)).toMatchObject({ ok: true, sent: true, mechanism: 'USER/PASS' })
    expect(server.heard.filter((line) => line.startsWith('PASS'))).toEqual(['PASS Pa55-word'])
  })

  it('an old server that knows neither AUTH nor CAPA', async () => {
    const server = await serve('pop3', { answer: (line) => (/^(?:AUTH|CAPA)/.test(line) ? '-ERR Unknown command.' : null) })
    expect(await ask('pop3', server)).toMatchObject({ ok: true, mechanism: 'USER/PASS' })
  })

  it.each([
    ['it lists PLAIN', '-ERR no', ['USER', 'SASL PLAIN']],
    ['it lists PLAIN, and says [AUTH]', '-ERR [AUTH] no', ['USER', 'SASL PLAIN']],
  ])('a refused password is never sent again: %s', async (_name, words, offers) => {
    const server = await serve('pop3', { offers, signIn: words })
    expect(await ask('pop3', server)).toMatchObject({ ok: false, sent: true, problem: { code: 'sign-in-refused' } })
    expect(server.heard.filter((line) => /^(?:AUTH|USER|PASS)/.test(line))).toHaveLength(1)
  })

  it('… nor where there is no list and the words speak of the password', async () => {
    const server = await serve('pop3', {
      answer: (line) => (line.startsWith('CAPA') ? '-ERR what?' : line.startsWith('AUTH') ? '-ERR password incorrect' : null),
    })
    expect(await ask('pop3', server)).toMatchObject({ ok: false, problem: { code: 'sign-in-refused' } })
    expect(server.heard.filter((line) => /^(?:USER|PASS)/.test(line))).toEqual([])
  })

  it('… nor where the server hangs up after refusing', async () => {
    const server = await start(async (peer) => {
      await peer.say('+OK\r\n')
      await peer.hear()
      await peer.say('-ERR password incorrect\r\n')
      peer.hangUp()
    })
    expect(await ask('pop3', server)).toMatchObject({ ok: false, sent: true, problem: { code: 'sign-in-refused' } })
  })

  it('a mechanism that is switched off is no wrong password', async () => {
    const server = await serve('pop3', {
      greeting: '+OK <1.2@mx>\r\n',
      offers: ['USER', 'SASL CRAM-MD5'],
      answer: (line) =>
        line.startsWith('AUTH PLAIN')
          ? '-ERR [AUTH] Unsupported authentication mechanism.'
          : line === 'AUTH CRAM-MD5'
            ? '+ PDEuMkBteD4='
            : /^[A-Za-z0-9+/=]{20,}$/.test(line)
              ? '+OK in'
              : null,
    })
    expect(await ask('pop3', server)).toMatchObject({ ok: true, mechanism: 'AUTH CRAM-MD5' })
  })

  it.each([
    [
      'by its list',
      {
        greeting: '+OK <1.2@mx>\r\n',
        offers: ['APOP'],
        answer: (line: string) => (line.startsWith('AUTH') ? '-ERR unknown' : null),
      },
    ],
    [
      'by its words',
      {
        answer: (line: string) =>
          line.startsWith('USER')
            ? '-ERR USER is not supported, use APOP'
            : /^(?:AUTH|CAPA)/.test(line)
              ? '-ERR unknown command'
              : null,
      },
    ],
  ])('APOP alone is recognised and named, %s', async (_name, dialect) => {
    const report = await ask('pop3', await serve('pop3', dialect))
    expect(report).toMatchObject({ ok: false, problem: { code: 'mechanism-unsupported', facts: { offered: 'APOP' } } })
  })

  it('in the clear, a server with a timestamp is asked what it can before anything is sent', async () => {
    const server = await startScriptedServer(speak('pop3', { greeting: '+OK <1.2@mx>\r\n', offers: ['APOP'] }))
    servers.push(server)
    expect(await ask('pop3', server, { security: 'none' })).toMatchObject({
      ok: false,
      sent: false,
      problem: { code: 'mechanism-unsupported' },
    })
    expect(server.heard.filter((line) => /^(?:AUTH|USER|PASS)/.test(line))).toEqual([])
  })

  it('a server that asks on although the answer came with the command', async () => {
    const server = await serve('pop3', {
      answer: (line) => (line.startsWith('AUTH') ? '+ ' : line === plainForm ? '+OK in' : null),
    })
    expect(await ask('pop3', server)).toMatchObject({ ok: true, sent: true })
  })

  it('an answer too long for one line waits to be asked for (RFC 5034)', async () => {
    const password = 'x'.repeat(300)
    const server = await serve('pop3', {
      answer: (line) =>
        line === 'AUTH PLAIN' ? '+ ' : line === Buffer.from(`\0taro\0${password}`).toString('base64') ? '+OK in' : null,
    })
    expect(await ask('pop3', server, { password })).toMatchObject({ ok: true, sent: true })
  })

  it('never says DELE, RETR or RSET', async () => {
    const server = await serve('pop3', {})
    await ask('pop3', server)
    expect(server.heard.join('\n')).not.toMatch(/DELE|RETR|RSET/)
  })

  it('an answer that is none', async () => {
    const server = await serve('pop3', { signIn: 'HTTP/1.1 400 Bad Request' })
    expect(await ask('pop3', server)).toMatchObject({ ok: false, sent: true, problem: { code: 'not-a-mail-server' } })
  })

  it('reach: nothing on offer, or nothing we speak', async () => {
    const at = (server: ScriptedServer) =>
      reachDoor({ endpoint: { protocol: 'pop3', host: '127.0.0.1', port: server.port, security: 'tls' }, ca: authority.cert })
    expect(await at(await serve('pop3', { offers: ['TOP'] }))).toMatchObject({ ok: false, problem: { code: 'auth-not-offered' } })
    expect(await at(await serve('pop3', { offers: ['SASL GSSAPI'] }))).toMatchObject({
      ok: false,
      problem: { code: 'mechanism-unsupported' },
    })
    expect(await at(await serve('pop3', { answer: (line) => (line === 'CAPA' ? '-ERR what?' : null) }))).toMatchObject({
      ok: true,
    })
  })
})

describe('IMAP', () => {
  it('asks neither for an ID nor anything after the sign-in', async () => {
    const server = await serve('imap', { offers: ['IMAP4rev1', 'ID', 'AUTH=PLAIN', 'NAMESPACE'] })
    expect(await ask('imap', server)).toMatchObject({ ok: true, mechanism: 'LOGIN' })
    expect(server.heard.filter((line) => / (?:ID|NAMESPACE|LIST|SELECT|EXAMINE)\b/.test(line))).toEqual([])
  })

  it('a password beyond ASCII goes by AUTHENTICATE PLAIN', async () => {
    const server = await serve('imap', {})
    expect(await ask('imap', server, { password: 'パス' })).toMatchObject({ ok: true, mechanism: 'AUTHENTICATE PLAIN' })
    expect(server.heard).toContain(Buffer.from('\0taro\0パス').toString('base64'))
  })

  it('LOGIN switched off, PLAIN offered', async () => {
    const server = await serve('imap', { offers: ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=PLAIN'] })
    expect(await ask('imap', server)).toMatchObject({ ok: true, mechanism: 'AUTHENTICATE PLAIN' })
  })

  it('LOGIN switched off and only a challenge offered: said so, nothing sent', async () => {
    const server = await serve('imap', { offers: ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=CRAM-MD5'] })
    expect(await ask('imap', server)).toMatchObject({
      ok: false,
      sent: false,
      problem: { code: 'mechanism-unsupported', facts: { offered: 'CRAM-MD5' } },
    })
    expect(
      await reachDoor({
        endpoint: { protocol: 'imap', host: '127.0.0.1', port: server.port, security: 'tls' },
        ca: authority.cert,
      }),
    ).toMatchObject({ ok: false, problem: { code: 'mechanism-unsupported' } })
  })

  it('LOGIN switched off in the clear asks for TLS', async () => {
    const server = await startScriptedServer(speak('imap', { offers: ['IMAP4rev1', 'STARTTLS', 'LOGINDISABLED'] }))
    servers.push(server)
    expect(await ask('imap', server, { security: 'none' })).toMatchObject({
      ok: false,
      sent: false,
      problem: { code: 'needs-tls' },
    })
  })

  it('PREAUTH is no success', async () => {
    const server = await serve('imap', { greeting: '* PREAUTH [CAPABILITY IMAP4rev1] welcome\r\n' })
    expect(await ask('imap', server)).toMatchObject({ ok: false, sent: false, problem: { code: 'auth-not-offered' } })
  })

  it('BYE in the middle of the sign-in is a hang-up', async () => {
    const server = await serve('imap', { signIn: '* BYE shutting down' })
    const report = await probeDoor({
      endpoint: { protocol: 'imap', host: '127.0.0.1', port: server.port, security: 'tls' },
      userName: 'taro',
      password: new Secret('x'),
      ca: authority.cert,
      times: { connect: 2000, greeting: 2000, reply: 500, all: 4000 },
    })
    expect(report.ok).toBe(false)
    expect(['dropped', 'server-silent']).toContain(report.problem?.code)
    expect(report.sent).toBe(true)
  })

  it('BAD is no wrong password', async () => {
    expect(await ask('imap', await serve('imap', { signIn: 'TAG BAD Invalid arguments' }))).toMatchObject({
      ok: false,
      problem: { code: 'mechanism-unsupported' },
    })
  })
})

describe('SMTP', () => {
  it('without AUTH nothing is sent, and it is no success', async () => {
    const server = await serve('smtp', { offers: ['SIZE 1000'] })
    expect(await ask('smtp', server)).toMatchObject({ ok: false, sent: false, problem: { code: 'auth-not-offered' } })
    expect(server.heard.some((line) => line.startsWith('AUTH'))).toBe(false)
  })

  it('with EHLO refused there is no list, so nothing is sent', async () => {
    const server = await serve('smtp', {
      answer: (line) => (line.startsWith('EHLO') ? '502 what?' : line.startsWith('HELO') ? '250 mx' : null),
    })
    expect(await ask('smtp', server)).toMatchObject({ ok: false, sent: false, problem: { code: 'auth-not-offered' } })
  })

  it.each([
    ['AUTH LOGIN', 'AUTH LOGIN'],
    ['AUTH=LOGIN', 'AUTH LOGIN'],
    ['AUTH CRAM-MD5', 'AUTH CRAM-MD5'],
    ['AUTH CRAM-MD5 LOGIN PLAIN', 'AUTH PLAIN'],
  ])('%s: %s', async (offer, mechanism) => {
    const server = await serve('smtp', { offers: [offer] })
    expect(await ask('smtp', server)).toMatchObject({ ok: true, sent: true, mechanism })
  })

  it('CRAM-MD5 proves the password by RFC 2195', async () => {
    const server = await serve('smtp', { offers: ['AUTH CRAM-MD5'] })
    await ask('smtp', server, { userName: 'tim', password: 'tanstaaftanstaaf' })
    // HMAC-MD5 of "<1.2@mx>" with that password, by openssl
    const answer = Buffer.from(server.heard.at(2) ?? '', 'base64').toString()
    expect(answer).toMatch(/^tim [0-9a-f]{32}$/)
    expect(answer.slice(4)).toBe('e754dec6cb79e9872982d7f66ce8062a')
  })

  it('a mechanism nobody speaks: said so, nothing sent', async () => {
    const server = await serve('smtp', { offers: ['AUTH XOAUTH2 GSSAPI'] })
    expect(await ask('smtp', server)).toMatchObject({
      ok: false,
      sent: false,
      problem: { code: 'mechanism-unsupported', facts: { offered: 'XOAUTH2 GSSAPI' } },
    })
  })

  it('refused at the name: the password was not sent', async () => {
    const server = await serve('smtp', {
      offers: ['AUTH LOGIN'],
      answer: (line) => (line === Buffer.from('taro').toString('base64') ? '535 5.7.8 no such user' : null),
    })
    expect(await ask('smtp', server)).toMatchObject({ ok: false, sent: false, problem: { code: 'sign-in-refused' } })
  })

  it('a refusal of several lines', async () => {
    const server = await serve('smtp', { signIn: '535-5.7.8 Username and Password not accepted.\r\n535 5.7.8 Learn more' })
    const report = await ask('smtp', server)
    expect(report.problem?.code).toBe('sign-in-refused')
    expect(report.problem?.facts['said']).toContain('Learn more')
  })

  it('a yes with another code is no yes', async () => {
    expect((await ask('smtp', await serve('smtp', { signIn: '250 fine' }))).ok).toBe(false)
    expect((await ask('smtp', await serve('smtp', { signIn: '220 235 2.7.0' }))).ok).toBe(false)
  })

  it('STARTTLS refused for now is temporary, refused for good means it was taken away', async () => {
    for (const [words, code] of [
      ['454 4.7.0 TLS not available', 'temporary'],
      ['502 5.5.1 what?', 'tls-stripped'],
    ] as const) {
      const server = await startScriptedServer(speak('smtp', { answer: (line) => (line === 'STARTTLS' ? words : null) }))
      servers.push(server)
      expect(await ask('smtp', server, { security: 'starttls' })).toMatchObject({ ok: false, sent: false, problem: { code } })
    }
  })

  it('does not tell the name of this machine', async () => {
    const server = await serve('smtp', {})
    await ask('smtp', server)
    expect(server.heard[0]).toBe('EHLO [127.0.0.1]')
  })
})
