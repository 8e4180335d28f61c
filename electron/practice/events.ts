/** The doors a password opens here. */
export type Door = 'portal' | 'pop3' | 'imap' | 'smtp'

/**
 * Which password was shown, told without telling it: the one in force at that door, an earlier or not yet effective one,
 * something else.
 */
export type Shown = 'current' | 'earlier' | 'not-yet' | 'other' | 'unknown-user'

/** What a door answered. */
export type SignInOutcome = 'ok' | 'refused' | 'locked' | 'temporary' | 'slow-down' | 'needs-tls'

/** What was seen, for tests and for the trainer's screen. `at`: milliseconds of the clock. No event holds a password. */
export type PracticeEvent = { readonly at: number } & (
  | {
      readonly what: 'sign-in'
      readonly door: Door
      /** The user name when it is one of ours, `(unknown)` otherwise: people type passwords into the wrong field. */
      readonly user: string
      readonly outcome: SignInOutcome
      readonly shown: Shown
      readonly mechanism: string
      readonly tls: boolean
    }
  | { readonly what: 'page'; readonly page: string; readonly status: number }
  | { readonly what: 'post'; readonly page: string }
  /** A link or button was used. `decoy`: one that must never be touched. */
  | { readonly what: 'control'; readonly control: string; readonly decoy: boolean }
  | { readonly what: 'password-changed'; readonly user: string }
  | { readonly what: 'connection-cut'; readonly page: string }
  | { readonly what: 'delivered'; readonly to: string; readonly bytes: number }
)
type WithoutClock<T> = T extends unknown ? Omit<T, 'at'> : never
export type NewEvent = WithoutClock<PracticeEvent>

/** Everything that happened so far, oldest first; the last 10,000. */
export interface EventLog {
  readonly add: (event: NewEvent) => void
  readonly all: () => readonly PracticeEvent[]
  /** Calls back for each new event; the answer ends that. */
  readonly watch: (seen: (event: PracticeEvent) => void) => () => void
}

const most = 10_000

export function makeEventLog(now: () => number): EventLog {
  const events: PracticeEvent[] = []
  const watchers = new Set<(event: PracticeEvent) => void>()
  return {
    add(event) {
      const full = { at: now(), ...event } as PracticeEvent
      events.push(full)
      if (events.length > most) events.shift()
      for (const seen of watchers) seen(full)
    },
    all: () => [...events],
    watch(seen) {
      watchers.add(seen)
      return () => void watchers.delete(seen)
    },
  }
}
