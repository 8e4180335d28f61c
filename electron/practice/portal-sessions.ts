import { randomBytes } from 'node:crypto'

const idle = 900_000
const most = 1000

/** Who is signed in at the member site, by the random value of a cookie. Ends after 15 minutes without a request; the oldest go first beyond 1,000. */
export interface Sessions {
  readonly userOf: (id: string | null) => string | null
  readonly open: (user: string) => string
  readonly close: (id: string | null) => void
}

export function makeSessions(now: () => number): Sessions {
  const sessions = new Map<string, { readonly user: string; seen: number }>()
  return {
    userOf(id) {
      const found = id === null ? undefined : sessions.get(id)
      if (!found || now() - found.seen > idle) return null
      found.seen = now()
      return found.user
    },
    open(user) {
      const id = randomBytes(16).toString('hex')
      sessions.set(id, { user, seen: now() })
      const oldest = sessions.keys().next().value
      if (sessions.size > most && oldest !== undefined) sessions.delete(oldest)
      return id
    },
    close: (id) => void (id !== null && sessions.delete(id)),
  }
}
