import type { Problem } from '../base/problem.ts'
import type { PortalOutcome } from '../plan/evidence.ts'
import type { Plan } from '../plan/plan.ts'
import { changesPassword } from '../plan/step.ts'
import { type RunState, commitSent, mayHaveWritten, stepState } from './fold-run.ts'
import { firstUnfinished, lanesOf, restingLanes } from './next-move.ts'

/** How a run stands, for people and for exit codes (0, 3, 4, 5). */
export type RunOutcome = 'done' | 'stopped' | 'unfinished' | 'unknown'

/**
 * What is known of the provider's side for one lane (a mailbox, or a login that is none). `unchanged` is said when the commit never left or a live
 * sign-in showed the old password in force; `unknown` when it left and nothing has told yet.
 */
export function portalOutcomeOf(plan: Plan, run: RunState, lane: string): PortalOutcome {
  const step = plan.steps.find((candidate) => candidate.lane === lane && changesPassword(candidate))
  if (!step) return 'skipped'
  const state = stepState(run, step.id)
  if (state.evidence?.portal && state.at !== 'intended') return state.evidence.portal.outcome
  return commitSent(state) ? 'unknown' : 'unchanged'
}

/** True when a mail program's file of this lane differs, or may differ, from what was found. */
function rewritten(plan: Plan, run: RunState, lane: string): boolean {
  return plan.steps.some(
    (step) => step.lane === lane && step.kind === 'rewrite-client' && mayHaveWritten(stepState(run, step.id)),
  )
}

/** Is every step seen done? Then `resume` has nothing left to do, even where a paper was left out of the run. */
export const everyLaneDone = (plan: Plan, run: RunState): boolean =>
  lanesOf(plan).every((lane) => firstUnfinished(lane, run) === null)

/** done: every step seen done, no paper left out · unknown: a commit left and nothing tells · unfinished: something was changed and more is to do · stopped: nothing was changed. */
export function runOutcome(plan: Plan, run: RunState): RunOutcome {
  if (everyLaneDone(plan, run) && !plan.refused) return 'done'
  const lanes = [...new Set(plan.steps.map((step) => step.lane))]
  const outcomes = lanes.map((lane) => portalOutcomeOf(plan, run, lane))
  if (outcomes.includes('unknown')) return 'unknown'
  return outcomes.includes('changed') || lanes.some((lane) => rewritten(plan, run, lane)) ? 'unfinished' : 'stopped'
}

/** Every problem that holds up a lane, in the order of the plan, each once; then why papers were left out. */
export function openProblems(plan: Plan, run: RunState): readonly Problem[] {
  const resting = restingLanes(plan, run).flatMap((lane) => (lane.problem ? [lane.problem] : []))
  return [...resting, ...(plan.refused ?? []).map(({ problem }) => problem)]
}
