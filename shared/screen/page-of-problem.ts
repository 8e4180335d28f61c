import type { Problem, ProblemCode } from '../base/problem.ts'
import type { GoalView, ProviderView } from '../ipc/provider-view.ts'

/** Problems whose sentence sends the person to the member site. */
const sendsToPage: readonly ProblemCode[] = [
  'portal-changed',
  'portal-ambiguous',
  'portal-differs',
  'portal-rule-refused',
  'guided-no-effect',
  'must-change-password',
]

/** The provider's page a problem sends the person to: that of the password it is about, else of the mailbox's. Null: none, or none is known. */
export function pageOfProblem({ code, facts }: Problem, provider: ProviderView | null): string | null {
  if (provider === null || !sendsToPage.includes(code)) return null
  const about: GoalView | undefined = provider.goals.find(({ realm }) => realm === facts['realm']) ?? provider.goals[0]
  return about?.url ?? null
}
