import type { RunId } from '../base/ids.ts'
import type { SecretRef } from '../base/secret.ts'
import { nextRef } from '../plan/next-ref.ts'
import type { Plan } from '../plan/plan.ts'
import type { WrittenEntry } from './entry.ts'
import { type PasswordSeen, passwordSubjects, passwordsSeen, seenOf } from './passwords-seen.ts'

/**
 * A password of a run that another run has sent a change of since: whose, by which, and when (ISO). `next` names it as the first run names its new
 * one. `certain`: the other's new one was seen in force; else nothing has told yet what came of it.
 */
export interface ChangedSince {
  readonly for: string
  readonly next: SecretRef
  readonly run: RunId
  readonly at: string
  readonly certain: boolean
}

/**
 * What the `others` (what the journals of all other runs tell) have changed behind a run. A password this run has seen nothing of counts from when
 * the run was planned: what stood on its paper then may have been replaced all the same.
 */
export function changedSince(
  plan: Plan,
  entries: readonly WrittenEntry[],
  others: readonly PasswordSeen[],
): readonly ChangedSince[] {
  const own = passwordsSeen(entries)
  return passwordSubjects(plan).flatMap(({ lane, provider, current }) => {
    const seen = own.find((one) => one.lane === lane)?.at ?? Date.parse(plan.createdAt)
    const later = seenOf(others, { ref: current, provider }).filter(({ since }) => since > seen)
    const sure = later.findLast(({ inForce }) => inForce === 'new')
    const last = sure ?? later.findLast(({ inForce }) => inForce === 'either')
    if (!last) return []
    const told = { run: last.run, at: new Date(last.since).toISOString(), certain: sure !== undefined }
    return [{ for: current.for, next: nextRef(current), ...told }]
  })
}
