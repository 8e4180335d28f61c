import { describe, expect, it } from 'vitest'
import { startPatience } from './patience.ts'

const forever = (): (() => void) => () => undefined

describe('waiting', () => {
  it('ends by what was waited for, and stops listening once', async () => {
    let disarmed = 0
    const waited = await startPatience(5000).wait(5000, (wake) => {
      setTimeout(wake, 1)
      setTimeout(wake, 2)
      return () => disarmed++
    })
    expect(waited).toBe('woken')
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(disarmed).toBe(1)
  })

  it('ends at once when it had come already', async () => {
    let disarmed = 0
    const waited = await startPatience(5000).wait(5000, (wake) => {
      wake()
      return () => disarmed++
    })
    expect([waited, disarmed]).toEqual(['woken', 1])
  })

  it('ends by its own limit, and by the deadline of all', async () => {
    expect(await startPatience(60_000).wait(5, forever)).toBe('late')
    expect(await startPatience(5).wait(60_000, forever)).toBe('late')
    const spent = startPatience(1)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await spent.wait(60_000, forever)).toBe('late')
  })

  it('ends by the wish to stop, before and during', async () => {
    const stop = new AbortController()
    const patience = startPatience(60_000, stop.signal)
    setTimeout(() => stop.abort(), 2)
    expect(await patience.wait(60_000, forever)).toBe('stopped')
    let armed = false
    expect(
      await patience.wait(60_000, () => {
        armed = true
        return () => undefined
      }),
    ).toBe('stopped')
    expect(armed).toBe(false)
  })
})
