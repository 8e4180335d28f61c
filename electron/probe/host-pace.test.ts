import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeHostPace } from './host-pace.ts'

afterEach(() => vi.restoreAllMocks())

describe('the pace of one host', () => {
  it('a pause that ends between two looks at the clock keeps nobody waiting for ever', async () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const pace = makeHostPace(1)
    await pace.enter('mail.example.jp')
    pace.leave('mail.example.jp', 'busy')
    // The pause of one millisecond ends between the first look and the second.
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 0.6))
    const entered = await Promise.race([
      pace.enter('mail.example.jp'),
      new Promise((resolve) => setTimeout(() => resolve('still waiting'), 200)),
    ])
    expect(entered).toBe(true)
  })

  it('nobody enters during a pause, and the stop ends it', async () => {
    const stop = new AbortController()
    const pace = makeHostPace(60_000, stop.signal)
    await pace.enter('mail.example.jp')
    pace.leave('mail.example.jp', 'slow-down')
    const entering = pace.enter('mail.example.jp')
    await expect(Promise.race([entering, new Promise((resolve) => setTimeout(() => resolve('waits'), 30))])).resolves.toBe('waits')
    stop.abort()
    await expect(entering).resolves.toBe(false)
  })
})
