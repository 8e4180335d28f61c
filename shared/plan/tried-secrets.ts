import type { SecretRef } from '../base/secret.ts'
import { type Plan, providerOf } from './plan.ts'
import { changesPassword, type Step } from './step.ts'

/** A password from a paper that a step signs in with or hands to the person. `skipped`: it is said to have been changed by hand already. */
export interface TriedSecret {
  readonly provider: string
  readonly ref: SecretRef
  readonly skipped: boolean
}

/** The old passwords that one step of a plan needs to be in force. A new one is not among them, nor one that shall be refused. */
export function triedSecrets(plan: Plan, step: Step): readonly TriedSecret[] {
  if (step.kind === 'prove-old' || step.kind === 'change-portal' || step.kind === 'guide-change') {
    const { provider, current, loginSecret } = step.input
    return [current, ...(loginSecret ? [loginSecret] : [])].map((ref) => ({ provider, ref, skipped: false }))
  }
  if (step.kind !== 'probe-servers' || plan.steps.some((other) => other.lane === step.lane && changesPassword(other))) return []
  const provider = providerOf(step.lane, plan)
  return provider === null ? [] : [{ provider, ref: { ...step.input.password, which: 'old' }, skipped: true }]
}
