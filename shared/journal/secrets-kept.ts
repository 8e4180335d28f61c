import type { Plan } from '../plan/plan.ts'
import { type RunState, stepState } from './fold-run.ts'

/**
 * Does the journal say that the vault was given every password? Those that were never kept died with the process that had them: there is nothing to
 * show then, and nothing to take up again.
 */
export const secretsKept = (plan: Plan, run: RunState): boolean =>
  plan.steps.every((step) => step.kind !== 'keep-secrets' || stepState(run, step.id).at === 'done')
