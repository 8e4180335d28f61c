import { ok, type Result } from '../base/result.ts'
import { notBefore, type Subject } from './plan-change.ts'
import { siteSteps } from './plan-guide.ts'
import type { PlannedLogin } from './plan.ts'
import type { PlanWish, WishedLogin } from './plan-wish.ts'
import type { Step } from './step.ts'

/** The lane of a sign-in that is no mailbox: never the same as an address, though logins may look like one. */
export const loginLane = ({ provider, change, login }: Pick<WishedLogin, 'provider' | 'change' | 'login'>): string =>
  `login:${provider.id}/${change.realm}/${login}`

/** One login's part of the plan: its password is changed on the site, and the site itself tells what came of it. No mailbox is touched. */
export function planLogin(
  wish: PlanWish,
  wished: WishedLogin,
): Result<{ readonly login: PlannedLogin; readonly steps: readonly Step[] }> {
  const lane = loginLane(wished)
  const subject: Subject = { ...wished, lane, address: null, doors: null }
  const steps = siteSteps(wish, subject)
  if (!steps.ok) return steps
  const { provider, login, current } = wished
  return ok({
    login: { lane, provider: provider.id, login, realms: [...current.realms], notBefore: notBefore(wish, subject) },
    steps: steps.value,
  })
}
