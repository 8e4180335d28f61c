import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import {
  allowedAfterRefusal,
  type ChangeLimit,
  changesOfOne,
  nextAllowed,
  type PastChange,
} from '../../shared/plan/change-limit.ts'
import type { SiteInput } from './visit-site.ts'

export interface LimitNeeds {
  /** Changes of every run in this data folder, this one included. */
  readonly past: () => Promise<readonly PastChange[]>
  readonly now: () => number
}

const limitFacts = (limit: ChangeLimit | null): Problem['facts'] => (limit ? { most: limit.most, hours: limit.hours } : {})

/** Does the provider allow this change yet? Refuses with `portal-limit-reached` (later, with the moment), before anything is spent on it. */
export async function changeAllowed(
  needs: LimitNeeds,
  input: Pick<SiteInput, 'provider' | 'current' | 'login'>,
  limit: ChangeLimit | null,
): Promise<Result<void>> {
  const next = nextAllowed(changesOfOne(await needs.past(), input.provider, input.current), limit, needs.now())
  if (next === null) return ok()
  return fail('portal-limit-reached', 'later', { login: input.login, ...limitFacts(limit), at: new Date(next).toISOString() })
}

/** A refusal of the site itself as too early says when to come again; any other problem stays as it is. */
export function withNextTime(problem: Problem, limit: ChangeLimit | null, now: number): Problem {
  if (problem.code !== 'portal-limit-reached') return problem
  const at = new Date(allowedAfterRefusal(limit, now)).toISOString()
  return { ...problem, again: 'later', facts: { ...problem.facts, ...limitFacts(limit), at } }
}
