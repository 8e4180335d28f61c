import type { StopSignal } from '../../shared/base/stop.ts'

/** How a wait ended: what was waited for came, the time was up, or the person wished to stop. */
export type Waited = 'woken' | 'late' | 'stopped'

/** The one deadline of a probe, and the wish to stop, for everything in it that waits. */
export interface Patience {
  /**
   * Waits until `arm`'s `wake` is called, at most `limit` ms and never past the deadline of the whole probe. `arm` hands
   * back how to stop listening; it is called exactly once, whatever ended the wait.
   */
  wait(limit: number, arm: (wake: () => void) => () => void): Promise<Waited>
  /** Milliseconds since it began. */
  spent(): number
}

/** Starts the clock of one probe: `all` ms from now for everything. */
export function startPatience(all: number, stop?: StopSignal): Patience {
  const began = performance.now()
  const spent = (): number => performance.now() - began
  return {
    spent,
    wait(limit, arm) {
      return new Promise((resolve) => {
        if (stop?.aborted) return resolve('stopped')
        let disarm: (() => void) | null = null
        let over = false
        const end = (how: Waited): void => {
          if (over) return
          over = true
          clearTimeout(timer)
          stop?.removeEventListener('abort', onStop)
          disarm?.()
          resolve(how)
        }
        const onStop = (): void => end('stopped')
        const timer = setTimeout(() => end('late'), Math.max(0, Math.min(limit, all - spent())))
        stop?.addEventListener('abort', onStop, { once: true })
        const undo = arm(() => end('woken'))
        if (over) undo()
        else disarm = undo
      })
    },
  }
}
