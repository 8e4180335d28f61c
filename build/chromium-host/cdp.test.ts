import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { speakCdp } from './cdp.ts'

function browser() {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const cdp = speakCdp(input, output)
  const asked = () =>
    String(input.read() ?? '')
      .split('\0')
      .filter(Boolean)
      .map((one) => JSON.parse(one) as { readonly id: number; readonly method: string; readonly sessionId?: string })
  return { cdp, output, asked }
}

describe('the pipe to the browser', () => {
  it('finds each answer its question, however the bytes are cut', async () => {
    const { cdp, output, asked } = browser()
    const first = cdp.send('Browser.getVersion')
    const second = cdp.send('Page.enable', {}, 'S1')
    expect(asked()).toMatchObject([
      { id: 1, method: 'Browser.getVersion' },
      { id: 2, method: 'Page.enable', sessionId: 'S1' },
    ])
    const bytes = Buffer.from('{"id":2,"error":{"message":"語"}}\0{"id":1,"result":{"product":"x"}}\0')
    for (const byte of bytes) output.write(Buffer.from([byte]))
    await expect(second).rejects.toThrow('語')
    expect(await first).toEqual({ product: 'x' })
  })

  it('tells events of one page to whoever listens to that page', async () => {
    const { cdp, output } = browser()
    const heard: number[] = []
    cdp.on('S1', 'Page.loadEventFired', ({ timestamp }) => heard.push(timestamp))
    for (const session of ['S2', 'S1'])
      output.write(`{"method":"Page.loadEventFired","sessionId":"${session}","params":{"timestamp":${session.slice(1)}}}\0`)
    await new Promise((resolve) => setImmediate(resolve))
    expect(heard).toEqual([1])
  })

  it('leaves nobody waiting when the browser is gone', async () => {
    const { cdp, output } = browser()
    const waiting = cdp.send('Browser.getVersion')
    output.destroy()
    await expect(waiting).rejects.toThrow('the browser is gone')
  })
})
