import type { Problem } from '../base/problem.ts'
import type { StepId } from '../base/ids.ts'
import type { Plan } from '../plan/plan.ts'
import { changesPassword, type Step } from '../plan/step.ts'
import { type RunState, type StepState, commitSent, stepState } from './fold-run.ts'

/** Tries of one step within one taking-up of the run when its failure says `again: now`. */
export const mostTries = 3

/**
 * look: see where the step stands, changing nothing · perform · write-done: it stands as wanted already · undo: put back,
 * because the road ends here · rest: this lane goes no further until a person resumes · finish: nothing is left.
 */
export type Move =
  | { readonly kind: 'look'; readonly step: Step }
  | { readonly kind: 'perform'; readonly step: Step }
  | { readonly kind: 'write-done'; readonly step: Step }
  | { readonly kind: 'undo'; readonly step: Step }
  | { readonly kind: 'rest'; readonly step: Step; readonly problem: Problem }
  | { readonly kind: 'finish' }

type Standing = 'go-on' | 'blocked' | Move

function failedMove(step: Step, state: StepState, rested: boolean): Standing {
  if (!rested) return { kind: 'look', step }
  if (state.problem?.again === 'now' && state.tries < mostTries) return { kind: 'look', step }
  return 'blocked'
}

function standingOf(step: Step, state: StepState, rested: boolean): Standing {
  switch (state.at) {
    case 'done':
      return 'go-on'
    case 'undone':
      return rested ? 'blocked' : { kind: 'look', step }
    case 'untouched':
    case 'intended':
      return { kind: 'look', step }
    case 'looked':
      if (state.verdict === 'to-do') return { kind: 'perform', step }
      if (state.verdict === 'done') return { kind: 'write-done', step }
      return rested ? 'blocked' : { kind: 'look', step }
    case 'failed':
      return failedMove(step, state, rested)
  }
}

/** Was the new password seen in force, or may it be? A sent commit counts unless a live sign-in has shown that nothing changed. */
function newPasswordInForce(step: Step, state: StepState): boolean {
  if (step.kind === 'probe-servers') return state.at === 'done'
  if (!changesPassword(step)) return false
  return state.at === 'done' || (commitSent(state) && state.evidence?.portal?.outcome !== 'unchanged')
}

/**
 * Steps to take back when a lane has failed for good: newest first, only back to the last step that cannot be undone. Behind a
 * changed password the way is forward, and old settings put back would no longer work.
 */
function toUndo(lane: readonly Step[], failed: number, run: RunState): Step | null {
  if (lane.some((step) => newPasswordInForce(step, stepState(run, step.id)))) return null
  for (const step of lane.slice(0, failed).reverse()) {
    const state = stepState(run, step.id)
    if (step.undo === 'automatic' && state.at === 'done') return step
  }
  return null
}

function laneMove(lane: readonly Step[], run: RunState): Move | null {
  const hopeless = lane.findIndex((step) => {
    const state = stepState(run, step.id)
    return state.at === 'failed' && state.problem?.again === 'never' && run.rested.has(step.id)
  })
  const back = hopeless >= 0 ? toUndo(lane, hopeless, run) : null
  if (back) return { kind: 'undo', step: back }
  for (const step of lane) {
    const standing = standingOf(step, stepState(run, step.id), run.rested.has(step.id))
    if (standing === 'blocked') return null
    if (standing !== 'go-on') return standing
  }
  return null
}

/** Lanes in the order in which they first appear: one mailbox after the other; '' (the whole run) comes first. */
export function lanesOf(plan: Plan): readonly (readonly Step[])[] {
  const lanes = new Map<string, Step[]>()
  for (const step of plan.steps) lanes.set(step.lane, [...(lanes.get(step.lane) ?? []), step])
  return [...lanes.values()]
}

/** The first step of a lane that is not done, or null when the lane is through. */
export const firstUnfinished = (lane: readonly Step[], run: RunState): Step | null =>
  lane.find((step) => stepState(run, step.id).at !== 'done') ?? null

/**
 * Decides the next move of a run from its plan and its journal, and from nothing else. Asked again after every entry, so a run
 * broken off by a power cut takes the same road as a fresh one. A lane that rests does not hold up the others, except the first
 * one, which belongs to the whole run.
 */
export function nextMove(plan: Plan, run: RunState): Move {
  for (const lane of lanesOf(plan)) {
    const move = laneMove(lane, run)
    if (move) return move
    if (lane[0]?.lane === '' && firstUnfinished(lane, run)) break
  }
  for (const lane of lanesOf(plan)) {
    const step = firstUnfinished(lane, run)
    const problem = step ? stepState(run, step.id).problem : null
    if (step && problem) return { kind: 'rest', step, problem }
  }
  return { kind: 'finish' }
}

/** The words a person needs to take a lane up again: the step it stands at, and why. */
export function restingLanes(
  plan: Plan,
  run: RunState,
): readonly { readonly lane: string; readonly step: StepId; readonly problem: Problem | null }[] {
  return lanesOf(plan).flatMap((lane) => {
    const step = firstUnfinished(lane, run)
    return step ? [{ lane: step.lane, step: step.id, problem: stepState(run, step.id).problem }] : []
  })
}
