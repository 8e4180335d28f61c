import { connect as connectTcp } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { providers } from '../../shared/provider/index.ts'
import { toAccounts } from '../../shared/sheet/to-account.ts'
import { textReader } from '../sheets/text-reader.ts'
import { startPractice, type Practice, type PracticeOptions } from './practice.ts'

const running: Practice[] = []
async function start(options: PracticeOptions = {}): Promise<Practice> {
  const started = await startPractice(options)
  if (!started.ok) throw new Error(JSON.stringify(started.problem))
  running.push(started.value)
  return started.value
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})

test('listens on loopback only, with an own authority, fresh passwords and a sheet that names them', async () => {
  const [one, two] = [await start(), await start()]
  expect(one.portalUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/member\/ryokinsei\/$/)
  expect(new Set(Object.values(one.ports)).size).toBe(7)
  expect(one.caPem).toContain('BEGIN CERTIFICATE')
  expect(one.caPem).not.toBe(two.caPem)
  for (const account of one.accounts) {
    const password = one.currentPasswordOf(account.userName).reveal()
    expect(one.sheetText).toContain(password)
    expect(one.sheetText).toContain(account.address)
    expect(two.sheetText).not.toContain(password)
  }
})

test('the sheet reads as two mailboxes without a doubt, blank slots and all', async () => {
  const practice = await start()
  const text = await textReader.read('sheet.txt', Buffer.from(practice.sheetText), new AbortController().signal)
  if (!text.ok) throw new Error(JSON.stringify(text.problem))
  const read = toAccounts(text.value, providers)
  expect([read.provider, read.doubts, read.problem]).toEqual(['practice', [], null])
  expect(read.mailboxes.map((one) => [one.address?.value, one.userName?.value, one.password?.value.reveal()])).toEqual(
    practice.accounts.map((one) => [one.address, one.userName, practice.currentPasswordOf(one.userName).reveal()]),
  )
})

test('stopping in the middle of a handshake on every port leaves nothing running and nothing crashed', async () => {
  const practice = await start()
  // The first bytes of a TLS hello that never goes on, and on the other ports a client that says nothing.
  const sockets = await Promise.all(
    Object.values(practice.ports).map(
      (port) =>
        new Promise<ReturnType<typeof connectTcp>>((resolve) => {
          const socket = connectTcp(port, '127.0.0.1', () => {
            socket.write(Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]))
            setTimeout(() => resolve(socket), 50)
          })
          socket.on('error', () => {})
        }),
    ),
  )
  await practice.stop()
  for (const port of Object.values(practice.ports)) {
    const refused = await new Promise((resolve) =>
      connectTcp(port, '127.0.0.1').on('error', (error: NodeJS.ErrnoException) => resolve(error.code)),
    )
    expect(refused).toBe('ECONNREFUSED')
  }
  sockets.forEach((socket) => socket.destroy())
})

test('a taken port is a clear refusal and nothing stays open', async () => {
  const first = await start()
  const second = await startPractice({ ports: { imaps: first.ports.imaps } })
  expect(second).toEqual({
    ok: false,
    problem: { code: 'bad-usage', again: 'after-person', facts: { port: first.ports.imaps, reason: 'EADDRINUSE' } },
  })
})

test('an unknown provider is refused, also when its name is a path', async () => {
  expect(await startPractice({ provider: 'nobody' })).toMatchObject({ ok: false, problem: { code: 'provider-unknown' } })
  expect(await startPractice({ provider: '../portal' })).toMatchObject({ ok: false, problem: { code: 'provider-unknown' } })
})
