import type { Problem } from '../base/problem.ts'
import type { WrittenEntry } from '../journal/entry.ts'
import { foldRun, mayHaveWritten, stepState } from '../journal/fold-run.ts'
import { everyLaneDone, openProblems, type RunOutcome, runOutcome } from '../journal/run-outcome.ts'
import { secretsKept } from '../journal/secrets-kept.ts'
import { type UndoStanding, undoStandingOf } from '../journal/undo-standing.ts'
import type { Plan } from '../plan/plan.ts'

/** What is left to a person with a run that is not being carried out. */
export interface WaysOn {
  /** Taking it up again does something. */
  readonly resume: boolean
  /** Settings of a mail program were written, or may have been, and can be put back. */
  readonly undo: boolean
  /** How far they were put back: what was begun is finished before anything else. */
  readonly undone: UndoStanding
  /** What stands on the paper was refused: with another paper or password it begins anew. */
  readonly anew: boolean
  /** The vault was given passwords, so there is something to show. */
  readonly passwords: boolean
}

/** Refusals of what stands on the paper: what the run holds stays what it is. */
const ofPaper: readonly string[] = ['portal-sign-in-refused', 'portal-old-password-refused', 'sign-in-refused']

/** Which ways on a run has, for window and command line alike. `more`: problems the command itself met. */
export function waysOn(plan: Plan, entries: readonly WrittenEntry[], more: readonly Pick<Problem, 'code'>[] = []): WaysOn {
  const run = foldRun(entries)
  const problems = [...openProblems(plan, run), ...more]
  const every = (codes: readonly string[]): boolean => problems.length > 0 && problems.every(({ code }) => codes.includes(code))
  return {
    // What another run has replaced stays replaced: it would stop at the same place at once.
    resume: !everyLaneDone(plan, run) && !every(['password-replaced']),
    undo: plan.steps.some((step) => step.undo === 'automatic' && mayHaveWritten(stepState(run, step.id))),
    undone: undoStandingOf(plan, run),
    anew: runOutcome(plan, run) === 'stopped' && every(ofPaper),
    passwords: secretsKept(plan, run),
  }
}

interface LeftOver {
  readonly open: boolean
  readonly undo: UndoStanding
  readonly outcome: RunOutcome
}

/** What a run in a list is for the person: `half`: putting settings back is to be finished first · `open`: it can be carried on · `over`: nothing is left that anyone has to be reminded of. */
export function leftOver({ open, undo, outcome }: LeftOver): 'half' | 'open' | 'over' {
  if (undo === 'cut' || undo === 'partly') return 'half'
  // Whoever has had everything put back is not asked to have it rewritten; which password holds is still to be found out.
  return open && (undo === 'none' || outcome === 'unknown') ? 'open' : 'over'
}
