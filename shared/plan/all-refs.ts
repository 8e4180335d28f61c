import type { SecretRef } from '../base/secret.ts'
import type { Plan } from './plan.ts'

/** Every secret a plan speaks of: the first step keeps exactly these. */
export const allRefs = (plan: Plan): readonly SecretRef[] =>
  plan.steps.flatMap((step) => (step.kind === 'keep-secrets' ? step.input.refs : []))
