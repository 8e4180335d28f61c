import type { StepId } from '../base/ids.ts'
import type { Problem } from '../base/problem.ts'
import type { WrittenEntry } from '../journal/entry.ts'
import { foldRun, type RunState, stepState } from '../journal/fold-run.ts'
import { lanesOf, nextMove } from '../journal/next-move.ts'
import type { Plan } from '../plan/plan.ts'
import type { Step } from '../plan/step.ts'
import { stepTimes } from './step-times.ts'

/** How a step stands on the screen. `unclear`: looked at, and it cannot be told; `asking`: it waits for the person's answer. */
export type RowState = 'waiting' | 'doing' | 'asking' | 'done' | 'failed' | 'unclear' | 'undone'

/** One line of the list of steps. `since` (ms since 1970): its present try began; `took`: what its try has lasted, where it has ended. */
export interface StepRow {
  readonly id: StepId
  readonly step: Step
  readonly state: RowState
  readonly since: number | null
  readonly took: number | null
  readonly problem: Problem | null
}

/** The steps of one mailbox or login; lane '' belongs to the whole run and comes first. */
export interface StepGroup {
  readonly lane: string
  readonly rows: readonly StepRow[]
}

/** The step under the hand now; null where the run stands still. */
function inHand(plan: Plan, run: RunState): StepId | null {
  const move = nextMove(plan, run)
  return 'step' in move && move.kind !== 'rest' ? move.step.id : null
}

const stands = {
  untouched: 'waiting',
  intended: 'waiting',
  looked: 'waiting',
  done: 'done',
  failed: 'failed',
  undone: 'undone',
} as const satisfies Readonly<Record<string, RowState>>

function rowState(run: RunState, step: Step, now: StepId | null, asking: boolean): RowState {
  if (step.id === now) return asking ? 'asking' : 'doing'
  const { at, verdict } = stepState(run, step.id)
  return at === 'looked' && verdict === 'cannot-tell' ? 'unclear' : stands[at]
}

/** Does the newest line of the journal wait for an answer? Passwords are shown while a question stands: it stands behind that, too. */
const isAsking = (entries: readonly WrittenEntry[]): boolean =>
  entries.findLast(({ kind }) => kind !== 'revealed')?.kind === 'asked'

/** Has the run been stopped since it was taken up? */
const isOver = ({ stopped }: RunState, since: number): boolean => stopped !== null && Date.parse(stopped.at) >= since

/**
 * Plan + entries → the list of steps. `since`: the run is being carried out, and was taken up then (ms since 1970); null: no step is under
 * the hand, whatever a crash has left begun.
 */
export function stepRows(plan: Plan, entries: readonly WrittenEntry[], since: number | null): readonly StepGroup[] {
  const run = foldRun(entries)
  const now = since !== null && !isOver(run, since) ? inHand(plan, run) : null
  const asking = isAsking(entries)
  const times = stepTimes(entries, since === null ? null : { step: now, since })
  return lanesOf(plan).map((lane) => ({
    lane: lane[0]!.lane,
    rows: lane.map((step) => {
      const { began, ended } = times.get(step.id) ?? { began: null, ended: null }
      const state = rowState(run, step, now, asking)
      const over = state !== 'doing' && state !== 'asking'
      return {
        id: step.id,
        step,
        state,
        since: over ? null : began,
        took: over && began !== null && ended !== null ? ended - began : null,
        problem: over ? stepState(run, step.id).problem : null,
      }
    }),
  }))
}

/** The row under the hand, where there is one. */
export const rowInHand = (groups: readonly StepGroup[]): StepRow | null =>
  groups.flatMap(({ rows }) => rows).find(({ state }) => state === 'doing' || state === 'asking') ?? null

/** How many steps are behind, and of how many: for a bar and for the ear. */
export function countSteps(groups: readonly StepGroup[]): { readonly done: number; readonly all: number } {
  const rows = groups.flatMap((group) => group.rows)
  return { done: rows.filter(({ state }) => state === 'done').length, all: rows.length }
}
