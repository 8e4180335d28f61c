import { foldRun, mayHaveWritten, stepState } from '../journal/fold-run.ts'
import type { WrittenEntry } from '../journal/entry.ts'
import { nextMove } from '../journal/next-move.ts'
import { portalOutcomeOf } from '../journal/run-outcome.ts'
import type { Plan } from '../plan/plan.ts'
import { changesPassword } from '../plan/step.ts'

/**
 * What it means to stop now. `nothing-changed`: all is as it was · `about-to-send`: the member site is open, and the change has not left yet ·
 * `sent`: the change has left, and nothing has told yet what came of it · `changed`: the new password is in force, the rest is still to come ·
 * `partly-changed`: that holds for one mailbox, and another still has its old password, whether the site is open for it or not ·
 * `settings-touched`: a mail program's settings were written, no password was changed ·
 * `undoing`: settings are being put back, and no password is touched.
 */
export type StopMeaning =
  'undoing' | 'nothing-changed' | 'about-to-send' | 'sent' | 'changed' | 'partly-changed' | 'settings-touched'

const asides: readonly WrittenEntry['kind'][] = ['asked', 'answered', 'revealed']

/** Are settings being put back, as far as the journal tells? For whoever only looks on: before the first file of them it does not tell yet. */
export function isPuttingBack(entries: readonly WrittenEntry[]): boolean {
  const last = entries.findLast(({ kind }) => !asides.includes(kind))
  return last?.kind === 'undone' || (last?.kind === 'intended' && last.act.kind === 'undo')
}

/** Read off plan and entries, so that the sentence on the button holds at every instant. `undoing`: the run was taken up to put settings back. */
export function stopMeaning(plan: Plan, entries: readonly WrittenEntry[], undoing = false): StopMeaning {
  if (undoing) return 'undoing'
  const run = foldRun(entries)
  const outcomes = [...new Set(plan.steps.map(({ lane }) => lane))].map((lane) => portalOutcomeOf(plan, run, lane))
  if (outcomes.includes('unknown')) return 'sent'
  // What is said of the site's next press would be taken for the whole: one password is the new one already.
  if (outcomes.includes('changed') && outcomes.includes('unchanged')) return 'partly-changed'
  const move = nextMove(plan, run)
  if ('step' in move && move.kind !== 'rest' && changesPassword(move.step)) return 'about-to-send'
  if (outcomes.includes('changed')) return 'changed'
  const written = plan.steps.some((step) => step.kind === 'rewrite-client' && mayHaveWritten(stepState(run, step.id)))
  return written ? 'settings-touched' : 'nothing-changed'
}
