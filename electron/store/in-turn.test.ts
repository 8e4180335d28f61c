import { expect, test } from 'vitest'
import { fail, ok } from '../../shared/base/result.ts'
import { inTurn, type Take } from './in-turn.ts'

/** A lock that only one can hold, as the folder's. */
function oneLock(): Take {
  let held = false
  return async () => {
    await Promise.resolve()
    if (held) return fail('run-busy', 'later')
    held = true
    return ok(async () => void (held = false))
  }
}

test('short works of one process wait for each other, and a run for them; a run refuses them', async () => {
  const { lock, brief, locked } = inTurn(oneLock())
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(name)
    await new Promise((resolve) => setImmediate(resolve))
    order.push(name)
    return ok(name)
  }
  const short = [locked(work('a')), locked(work('b')), brief(async (take) => (await take()).ok)]
  expect(await Promise.all(short)).toEqual([ok('a'), ok('b'), true])
  expect(order).toEqual(['a', 'a', 'b', 'b'])
  // The third took it and kept it, as a run does.
  expect(await lock()).toMatchObject({ problem: { code: 'run-busy' } })
  expect(await locked(work('c'))).toMatchObject({ problem: { code: 'run-busy' } })
})

test('a run waits for what was begun before it; a work that throws holds up nobody', async () => {
  const { lock, locked } = inTurn(oneLock())
  const bug = locked(() => Promise.reject(new Error('bug')))
  const taken = lock()
  await expect(bug).rejects.toThrow('bug')
  expect((await taken).ok).toBe(true)
})
