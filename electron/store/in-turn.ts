import type { Result } from '../../shared/base/result.ts'

/** Takes the run lock; the value releases it. */
export type Take = () => Promise<Result<() => Promise<void>>>

/** The run lock as one process uses it. What another process, or a run of this one, has in hand is `run-busy` as ever. */
export interface Turns {
  /** For a run: waits for the short works that were begun before it. */
  readonly lock: Take
  /** Does a short work, in its turn, with a way to take the lock: nobody is told that the program is busy with itself. */
  readonly brief: <T>(work: (lock: Take) => Promise<T>) => Promise<T>
  /** Does a short work that holds the lock all the while. */
  readonly locked: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>
}

/** No short work is waiting at first. */
export function inTurn(take: Take): Turns {
  let short: Promise<unknown> = Promise.resolve()
  const brief: Turns['brief'] = (work) => {
    const turn = short.then(() => work(take))
    short = turn.catch(() => undefined)
    return turn
  }
  return {
    brief,
    lock: async () => {
      await short
      return take()
    },
    locked: (work) =>
      brief(async (lock) => {
        const held = await lock()
        if (!held.ok) return held
        try {
          return await work()
        } finally {
          await held.value()
        }
      }),
  }
}
