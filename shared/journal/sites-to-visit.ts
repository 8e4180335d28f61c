import { type Plan, providerOf } from '../plan/plan.ts'
import { changesPassword } from '../plan/step.ts'
import { type RunState, commitSent, stepState } from './fold-run.ts'

/** Providers at whose member sites this run still has a password to change: nothing was sent there yet. */
export function sitesToVisit(plan: Plan, run: RunState): readonly string[] {
  const open = plan.steps.filter((step) => {
    const state = stepState(run, step.id)
    return changesPassword(step) && state.at !== 'done' && !commitSent(state)
  })
  return [...new Set(open.flatMap((step) => providerOf(step.lane, plan) ?? []))]
}
