import type { ProblemCode } from '../../shared/base/problem.ts'
import type { StopSignal } from '../../shared/base/stop.ts'

/** Keeps one list polite: as fast as allowed until a server asks for less, then gentler with that server alone. */
export interface HostPace {
  /** Waits for a place at the host; false when the person wished to stop meanwhile. */
  enter(host: string): Promise<boolean>
  /** Gives the place back and says how it went. */
  leave(host: string, problem: ProblemCode | null): void
}

interface Host {
  active: number
  /** How many at once; null until the server ever asked for less. */
  limit: number | null
  strikes: number
  openAt: number
  waiting: (() => void)[]
}

const asksForLess: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['slow-down', 'busy', 'temporary'])

/** `rest`: the first pause in ms after a server asks for less; it doubles up to sixteen times that. */
export function makeHostPace(rest = 1000, stop?: StopSignal): HostPace {
  const hosts = new Map<string, Host>()
  const at = (name: string): Host => {
    const known = hosts.get(name)
    if (known) return known
    const made: Host = { active: 0, limit: null, strikes: 0, openAt: 0, waiting: [] }
    hosts.set(name, made)
    return made
  }
  const wait = (host: Host, pause: number): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        if (timer) clearTimeout(timer)
        stop?.removeEventListener('abort', go)
        host.waiting = host.waiting.filter((other) => other !== go)
        resolve()
      }
      const timer = pause > 0 ? setTimeout(go, pause) : null
      if (timer === null) host.waiting.push(go)
      stop?.addEventListener('abort', go, { once: true })
    })
  const stopped = (): boolean => stop?.aborted ?? false
  return {
    async enter(name) {
      const host = at(name)
      while (!stopped()) {
        // One reading of the clock decides both whether to wait and for what: whoever waits for a place without a pause is
        // woken by the next who leaves, and there must be one.
        const pause = host.openAt - performance.now()
        if (pause <= 0 && (host.limit === null || host.active < Math.floor(host.limit))) break
        await wait(host, pause)
      }
      if (stopped()) return false
      host.active++
      return true
    },
    leave(name, problem) {
      const host = at(name)
      host.active--
      if (problem !== null && asksForLess.has(problem)) {
        host.limit = Math.max(1, Math.floor(Math.min(host.limit ?? Infinity, host.active + 1) / 2))
        host.openAt = Math.max(host.openAt, performance.now() + rest * 2 ** Math.min(host.strikes, 4))
        host.strikes++
      } else if (problem === null && host.limit !== null) {
        host.strikes = Math.max(0, host.strikes - 1)
        // one place more for each full round that went well
        host.limit += 1 / host.limit
      }
      host.waiting[0]?.()
    },
  }
}
