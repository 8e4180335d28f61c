import type { SecretRef } from '../base/secret.ts'
import type { Change } from '../provider/provider.ts'

/**
 * A change of a password as the journals of all runs remember it. `at` (ms since 1970): when it left this machine; null for a refusal that
 * changed nothing. `until`: the provider said that it allows none before then.
 */
export interface PastChange {
  readonly provider: string
  readonly of: Pick<SecretRef, 'for' | 'realms'>
  readonly at: number | null
  readonly until: number | null
}

export type ChangeLimit = NonNullable<Change['limit']>

const hour = 3_600_000
/** Japan keeps no summer time: its day begins at 15:00 UTC. */
const japan = 9 * hour
const day = 24 * hour

const same = (a: PastChange['of'], b: PastChange['of']): boolean =>
  a.for === b.for && [...a.realms].sort().join() === [...b.realms].sort().join()

/** The changes of one password of one provider. */
export const changesOfOne = (past: readonly PastChange[], provider: string, of: PastChange['of']): readonly PastChange[] =>
  past.filter((change) => change.provider === provider && same(change.of, of))

/**
 * When this password may be changed next (ms since 1970), by what was changed within the limit's hours and by what the provider said; null:
 * now. `past`: the changes of this one password.
 */
export function nextAllowed(past: readonly PastChange[], limit: ChangeLimit | null, now: number): number | null {
  const said = past.flatMap(({ until }) => (until !== null && until > now ? [until] : []))
  const made = past.flatMap(({ at }) => (limit && at !== null && at > now - limit.hours * hour ? [at] : [])).sort((a, b) => a - b)
  const full = limit && made.length >= limit.most ? [made[made.length - limit.most]! + limit.hours * hour] : []
  const all = [...said, ...full]
  return all.length === 0 ? null : Math.max(...all)
}

/**
 * When to come again after the site itself has refused a change as too early. A limit by the day (and one nobody has stated) ends with the
 * day in Japan; a shorter one after its hours.
 */
export function allowedAfterRefusal(limit: ChangeLimit | null, now: number): number {
  if (limit && limit.hours < 24) return now + limit.hours * hour
  return (Math.floor((now + japan) / day) + 1) * day - japan
}
