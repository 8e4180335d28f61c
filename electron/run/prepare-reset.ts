import { type Secret, secretKey, type SecretRef } from '../../shared/base/secret.ts'
import { enoughBytes, makePassword } from '../../shared/mail/make-password.ts'
import { nextRef } from '../../shared/plan/next-ref.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planReset, type ResetWish } from '../../shared/plan/plan-reset.ts'
import type { Recovery } from '../../shared/provider/provider.ts'
import { newRunId } from './new-run-id.ts'
import type { Surroundings } from './prepare-plan.ts'

export interface ResetOrder extends Omit<ResetWish, 'run' | 'createdAt' | 'program'> {
  readonly link: NonNullable<Recovery['link']>
}

/** Plan and new password for a reset; the password in memory only, until the run's first step keeps it. */
export function prepareReset(
  { link, ...wish }: ResetOrder,
  { now, program, randomBytes }: Surroundings,
): { readonly plan: Plan; readonly given: (ref: SecretRef) => Secret | null } {
  const at = now()
  const plan = planReset({ ...wish, run: newRunId(at, randomBytes(4)), createdAt: at.toISOString(), program })
  const made = makePassword(link.rule, randomBytes(enoughBytes(link.rule)))
  if (!made) throw new Error('enough random bytes were not enough')
  const keys = plan.steps.flatMap((step) => (step.kind === 'reset-portal' ? [secretKey(nextRef(step.input.current))] : []))
  return { plan, given: (ref) => (keys.includes(secretKey(ref)) ? made : null) }
}
