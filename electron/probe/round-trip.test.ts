import { afterEach, expect, test } from 'vitest'
import { speak, type Dialect } from '../../e2e/fakes/mail-dialects.ts'
import { startScriptedServer, type Script, type ScriptedServer } from '../../e2e/fakes/scripted-server.ts'
import { Secret } from '../../shared/base/secret.ts'
import { roundTrip } from './round-trip.ts'

const servers: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

async function door(protocol: 'pop3' | 'imap' | 'smtp', dialect: Dialect | Script) {
  const server = await startScriptedServer(typeof dialect === 'function' ? dialect : speak(protocol, dialect))
  servers.push(server)
  const endpoint = { protocol, host: '127.0.0.1', port: server.port, security: 'none' } as const
  return { endpoint, userName: 'taro', password: new Secret('Canary-1') }
}

async function signInsOf(incoming: 'pop3' | 'imap', receives: Dialect, sends: Dialect | Script) {
  const order = { incoming: await door(incoming, receives), outgoing: await door('smtp', sends) }
  const report = await roundTrip({ ...order, address: 'taro@example.jp', patience: 50 })
  const tries = report.signIns.map(
    ({ endpoint, ok, sent }) => `${endpoint.protocol} ${ok ? 'ok' : 'no'} ${sent ? 'sent' : 'unsent'}`,
  )
  return { code: report.problem?.code ?? 'ok', tries }
}

/** A sending server that lets everybody in and takes the whole message. */
const takes: Script = async (peer) => {
  await peer.say('220 mx ESMTP\r\n')
  let inside = false
  for (let line = await peer.hear(); line !== null; line = await peer.hear()) {
    if (inside && line !== '.') continue
    inside = line === 'DATA'
    const answers: Readonly<Record<string, string>> = { EHLO: '250-mx\r\n250 AUTH PLAIN', AUTH: '235 in', DATA: '354 go' }
    await peer.say(`${answers[line.split(' ')[0] ?? ''] ?? '250 ok'}\r\n`)
  }
}

test('a sending server that refuses the password is the only one that has seen it', async () => {
  const { code, tries } = await signInsOf('pop3', {}, { signIn: '535 5.7.8 no' })
  expect([code, tries]).toEqual(['sign-in-refused', ['smtp no sent']])
})

test.each([
  ['pop3', '-ERR [AUTH] no'],
  ['imap', 'TAG NO [AUTHENTICATIONFAILED] no'],
] as const)('where the %s server alone refuses it, the sending one has taken it', async (protocol, signIn) => {
  const { code, tries } = await signInsOf(protocol, { signIn }, takes)
  expect([code, tries]).toEqual(['sign-in-refused', ['smtp ok sent', `${protocol} no sent`]])
})

test('a door where nothing was sent is told as one', async () => {
  const { tries } = await signInsOf('pop3', {}, { offers: [] })
  expect(tries).toEqual(['smtp no unsent'])
})

test('an inbox the server will not open is no line that broke', async () => {
  const inbox = (line: string): string | null => (/ (?:SELECT|EXAMINE) /.test(line) ? 'TAG NO [INUSE] inbox is locked' : null)
  const namespace = (line: string): string | null => (/ (?:NAMESPACE|LIST|ENABLE) /.test(`${line} `) ? 'TAG OK done' : null)
  const { code } = await signInsOf('imap', { answer: (line) => inbox(line) ?? namespace(line) }, takes)
  expect(code).toBe('temporary')
})
