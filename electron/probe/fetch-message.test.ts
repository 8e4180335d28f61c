import { afterEach, describe, expect, it } from 'vitest'
import { speak, type Dialect } from '../../e2e/fakes/mail-dialects.ts'
import { startScriptedServer, type ScriptedServer } from '../../e2e/fakes/scripted-server.ts'
import { Secret } from '../../shared/base/secret.ts'
import { probeTimes, type DoorTry } from '../../shared/probe/probe.ts'
import { tagHeader } from './compose-message.ts'
import { fetchMessage } from './fetch-message.ts'
import type { Ways } from './open-socket.ts'
import { startPatience } from './patience.ts'

const servers: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

async function look(dialect: Dialect, looks: number) {
  const server = await startScriptedServer(speak('pop3', dialect))
  servers.push(server)
  const whom = {
    endpoint: { protocol: 'pop3', host: '127.0.0.1', port: server.port, security: 'none' },
    userName: 'taro',
    password: new Secret('p'),
  } as const
  const ways = (): Ways => ({ times: probeTimes, patience: startPatience(5000) })
  let rests = 0
  const tries: DoorTry[] = []
  const note = (tried: DoorTry): void => void tries.push(tried)
  const found = await fetchMessage(whom, ways, 'mm-1', async () => ++rests < looks, note)
  return { found, server, tries, signIns: server.heard.filter((line) => line.startsWith('AUTH')).length }
}
const mailbox =
  (headers: Readonly<Record<string, string>>, uidl = true) =>
  (line: string) => {
    const [command, number = ''] = line.split(' ')
    if (command === 'UIDL')
      return uidl
        ? `+OK\r\n${Object.keys(headers)
            .map((at) => `${at} id-${at}`)
            .join('\r\n')}\r\n.`
        : '-ERR what?'
    if (command === 'STAT') return `+OK ${Object.keys(headers).length} 1000`
    if (command === 'TOP') return `+OK\r\n${headers[number] ?? ''}\r\n\r\n.`
    return null
  }
const tagged = `Subject: x\r\n${tagHeader.toLowerCase()}: mm-1`

describe('looking for the tagged message over POP3', () => {
  it('finds it by its header alone, and marks or deletes nothing', async () => {
    const { found, server, signIns } = await look({ answer: mailbox({ 1: 'Subject: a', 2: tagged }) }, 3)
    expect(found).toEqual({ ok: true, value: true })
    expect(signIns).toBe(1)
    expect(server.heard.join('\n')).not.toMatch(/RETR|DELE|RSET/)
  })

  it('works without UIDL', async () => {
    expect((await look({ answer: mailbox({ 1: 'Subject: a', 2: tagged }, false) }, 1)).found).toEqual({ ok: true, value: true })
  })

  it('another tag is another message; what was looked at is not looked at again', async () => {
    const { found, server, signIns } = await look({ answer: mailbox({ 1: `${tagHeader}: mm-11`, 2: 'Subject: mm-1' }) }, 3)
    expect(found).toEqual({ ok: true, value: false })
    expect(signIns).toBe(3)
    expect(server.heard.filter((line) => line.startsWith('TOP'))).toEqual(['TOP 2 0', 'TOP 1 0'])
  })

  it('a refused sign-in ends it at once', async () => {
    const { found, signIns } = await look({ signIn: '-ERR [AUTH] no' }, 5)
    expect(found).toMatchObject({ ok: false, problem: { code: 'sign-in-refused' } })
    expect(signIns).toBe(1)
  })

  it('a mailbox in use is looked at again later', async () => {
    const { found, signIns } = await look({ signIn: '-ERR [IN-USE] locked' }, 3)
    expect(found).toMatchObject({ ok: false, problem: { code: 'in-use' } })
    expect(signIns).toBe(3)
  })

  it('a password that was sent and not answered is not sent again', async () => {
    const { found, signIns, tries } = await look({ signIn: 'hang-up' }, 5)
    expect(found).toMatchObject({ ok: false, problem: { code: 'dropped', facts: { signIn: 'unanswered' } } })
    expect([signIns, tries.length]).toEqual([1, 1])
    expect(tries).toMatchObject([{ ok: false, sent: true, problem: { code: 'dropped' } }])
  })

  it('each look is told as the sign-in it is', async () => {
    expect((await look({ answer: mailbox({ 1: 'Subject: a' }) }, 3)).tries.map((tried) => tried.ok)).toEqual([true, true, true])
  })
})
