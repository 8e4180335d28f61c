import { secretKey, type SecretRef } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import type { ChangedSince } from '../journal/changed-since.ts'
import type { WrittenEntry } from '../journal/entry.ts'
import { type PasswordSeen, passwordsSeen } from '../journal/passwords-seen.ts'
import { allRefs } from '../plan/all-refs.ts'
import { nextRef } from '../plan/next-ref.ts'
import type { Plan } from '../plan/plan.ts'
import { changesPassword } from '../plan/step.ts'

/**
 * How a kept password stands, by what the journals have seen and by nothing else. `in-force`: it was the last one seen to be · `before`: this run's
 * own change took its place · `replaced`: another run's change did, since · `not-yet`: made, and never taken over · `not-changed`: no change was
 * sent, and nobody has seen whether it is right · `not-ours`: this run only signs in with it · `unclear`: it may be the one or not.
 */
export const passwordStanding = z.enum(['in-force', 'before', 'replaced', 'not-yet', 'not-changed', 'not-ours', 'unclear'])
export type PasswordStanding = z.infer<typeof passwordStanding>

const sameNext = (one: SecretRef, other: SecretRef): boolean => secretKey(nextRef(one)) === secretKey(nextRef(other))

/** What the run's own journal says, before anything that came later. */
function ownStanding({ which }: SecretRef, own: PasswordSeen | undefined, changes: boolean): PasswordStanding {
  // Changed by the person, as he said: which of the two holds, nobody has seen.
  if (!own && !changes) return 'unclear'
  if (!own) return which === 'new' ? 'not-yet' : 'not-changed'
  if (own.inForce === 'either') return 'unclear'
  if (own.inForce === which) return 'in-force'
  return which === 'new' ? 'not-yet' : 'before'
}

function behind(standing: PasswordStanding, later: ChangedSince): PasswordStanding {
  // Never in force, or not any more: what came later takes nothing from that.
  if (standing === 'before' || standing === 'not-yet') return standing
  return later.certain ? 'replaced' : 'unclear'
}

/** What a run's passwords are told from. */
export interface PasswordsKnown {
  readonly plan: Plan
  readonly entries: readonly WrittenEntry[]
  /** Is this the whole journal? Behind damage a change may stand that was sent. */
  readonly whole: boolean
  readonly since: readonly ChangedSince[]
}

/** How each password of a run stands, by its reference; `since`: the run that has sent a change of it later. */
export function passwordStandings({ plan, entries, whole, since }: PasswordsKnown) {
  const seen = passwordsSeen(entries)
  const refs = allRefs(plan)
  return (ref: SecretRef): { readonly standing: PasswordStanding; readonly since: ChangedSince | null } => {
    const later = since.find(({ next }) => sameNext(next, ref)) ?? null
    if (!refs.some((one) => secretKey(one) === secretKey(nextRef(ref)))) {
      return { standing: later?.certain ? 'replaced' : 'not-ours', since: later }
    }
    const own = seen.find(({ next }) => sameNext(next, ref))
    if (!whole && own?.inForce !== 'new') return { standing: later?.certain ? 'replaced' : 'unclear', since: later }
    const changes = plan.steps.some((step) => changesPassword(step) && sameNext(step.input.current, ref))
    const standing = ownStanding(ref, own, changes)
    return { standing: later ? behind(standing, later) : standing, since: later }
  }
}
