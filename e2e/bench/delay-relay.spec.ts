import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { startScriptedServer } from '../fakes/scripted-server.ts'
import { startRelay } from './delay-relay.ts'

describe('the delaying relay', () => {
  it('charges two round trips up to the greeting, one for each answer after it, and loses no byte', async () => {
    const answer = 'x'.repeat(300_000)
    const server = await startScriptedServer(async (peer) => {
      await peer.say('hello\r\n')
      await peer.hear()
      await peer.say(`${answer}\r\n`)
    })
    const relay = await startRelay(server.port, server.host, 60)
    const began = performance.now()
    const socket = net.connect(relay.port, '127.0.0.1')
    const read = (length: number): Promise<string> =>
      new Promise((resolve) => {
        let got = ''
        const take = (chunk: Buffer): void => {
          got += chunk.toString()
          if (got.length < length) return
          socket.off('data', take)
          resolve(got)
        }
        socket.on('data', take)
      })
    expect(await read(7)).toBe('hello\r\n')
    const greeted = performance.now()
    // Timers may be late on a busy machine, never early by more than their own grain.
    expect(greeted - began).toBeGreaterThan(116)
    socket.write('ask\r\n')
    expect(await read(300_002)).toBe(`${answer}\r\n`)
    expect(performance.now() - greeted).toBeGreaterThan(57)
    socket.destroy()
    await relay.stop()
    await server.stop()
  })
})
