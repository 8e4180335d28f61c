import type { RunId } from '../../shared/base/ids.ts'
import { fail, type Result } from '../../shared/base/result.ts'

/** A run is carried out (`undo`: its settings are put back), a plan is being made, a list is being checked. */
export type Doing = { readonly what: 'run'; readonly run: RunId; readonly undo: boolean } | { readonly what: 'plan' | 'list' }

const runOf = (doing: Doing | null): RunId | null => (doing?.what === 'run' ? doing.run : null)

/** What the window has going on that takes its time: one thing at a time, and one button to stop it. */
export interface UnderWay {
  /**
   * Does it, with the wish to stop in hand. `over` is aborted when it has ended, however: what it asked and nobody waits for is taken back then.
   * `run-busy` while something else is going on, with what that is.
   */
  readonly during: <T>(doing: Doing, work: (stop: AbortSignal, over: AbortSignal) => Promise<Result<T>>) => Promise<Result<T>>
  /** The person's wish to stop whatever is going on. Resolves when that has ended; at once where nothing is. */
  readonly stop: () => Promise<void>
  /** The run being carried out here, if any. */
  readonly run: () => RunId | null
  /** Is it carried out to put settings back? */
  readonly undoing: () => boolean
}

/** Nothing is going on at first. `onStop` takes back what waits for the person, so that no open question holds the ending up. */
export function underWay(onStop: () => void): UnderWay {
  let now: { readonly doing: Doing; readonly wish: AbortController; readonly ended: Promise<unknown> } | null = null
  return {
    during: async (doing, work) => {
      if (now) return fail('run-busy', 'later', { here: true, doing: now.doing.what, run: runOf(now.doing) })
      const wish = new AbortController()
      const over = new AbortController()
      const working = work(wish.signal, over.signal)
      now = { doing, wish, ended: working.catch(() => undefined) }
      try {
        return await working
      } finally {
        now = null
        over.abort()
      }
    },
    stop: async () => {
      now?.wish.abort()
      onStop()
      await now?.ended
    },
    run: () => runOf(now?.doing ?? null),
    undoing: () => now?.doing.what === 'run' && now.doing.undo,
  }
}
