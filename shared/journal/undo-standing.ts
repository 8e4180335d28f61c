import { z } from '../base/zod.ts'
import type { Plan } from '../plan/plan.ts'
import { mayHaveWritten, type RunState, stepState, undoBegun } from './fold-run.ts'

/**
 * How far mail programs' settings were put back. `cut`: it was begun with one and has no ending, so its files may be half old and half new ·
 * `partly`: some are back, and some still stand as rewritten · `whole`: all that was written is back.
 */
export const undoStanding = z.enum(['none', 'cut', 'partly', 'whole'])
export type UndoStanding = z.infer<typeof undoStanding>

/** Read off plan and entries alone; settings that were rewritten once more after that count as rewritten. */
export function undoStandingOf(plan: Plan, run: RunState): UndoStanding {
  const states = plan.steps.flatMap((step) => (step.undo === 'automatic' ? [stepState(run, step.id)] : []))
  if (states.some(undoBegun)) return 'cut'
  if (!states.some(({ at }) => at === 'undone')) return 'none'
  return states.some(mayHaveWritten) ? 'partly' : 'whole'
}
