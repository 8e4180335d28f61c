import type { Result } from '../../shared/base/result.ts'

type Take = () => Promise<Result<() => Promise<void>>>

/**
 * The run lock as one process uses it: short works wait for each other, and a run for them, so nobody is told that the program is busy with itself.
 * What another process (or a run of this one) has in hand is `run-busy` as ever.
 */
export function inTurn(take: Take): {
  readonly lock: Take
  readonly locked: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>
} {
  let short: Promise<unknown> = Promise.resolve()
  return {
    lock: async () => {
      await short
      return take()
    },
    locked: (work) => {
      const turn = short.then(async () => {
        const held = await take()
        if (!held.ok) return held
        try {
          return await work()
        } finally {
          await held.value()
        }
      })
      short = turn.catch(() => undefined)
      return turn
    },
  }
}
