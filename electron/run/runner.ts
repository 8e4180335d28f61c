import type { Answer, Ask, Question } from '../../shared/base/ask.ts'
import type { StepId } from '../../shared/base/ids.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { Entry, Journal, WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun, mayHaveWritten, type RunState, stepState } from '../../shared/journal/fold-run.ts'
import { type Move, nextMove } from '../../shared/journal/next-move.ts'
import type { Evidence } from '../../shared/plan/evidence.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Step } from '../../shared/plan/step.ts'
import type { Performer, Performers, StepContext } from './performer.ts'

export interface RunnerNeeds {
  readonly journal: Journal
  readonly performers: Performers
  readonly folder: string
  readonly ask: Ask
  readonly report: (step: Step, what: string, facts?: Problem['facts']) => void
}

/** A typed secret or text never reaches the journal: only whether an answer came. */
const recorded = (question: Question, answer: Answer): boolean | string | null =>
  question.kind === 'yes-no' || question.kind === 'choice' ? answer : answer !== null

function journaledAsk(needs: RunnerNeeds, step: StepId | null): Ask {
  return async (question, withdrawn) => {
    await needs.journal.append({ kind: 'asked', step, question: question.name, facts: question.facts })
    const answer = await needs.ask(question, withdrawn)
    await needs.journal.append({ kind: 'answered', step, question: question.name, answer: recorded(question, answer) })
    return answer
  }
}

function contextOf(needs: RunnerNeeds, plan: Plan, step: Step, state: RunState, stop: AbortSignal): StepContext {
  return {
    run: plan.run,
    folder: needs.folder,
    stop,
    ask: journaledAsk(needs, step.id),
    note: async (act) => {
      if (stop.aborted) return fail('cancelled', 'later')
      await needs.journal.append({ kind: 'intended', step: step.id, act })
      return ok()
    },
    report: (what, facts) => needs.report(step, what, facts),
    state: stepState(state, step.id),
    runState: state,
  }
}

/** The performer of a step. This is the one place where the table's key and the step's kind meet, which the compiler cannot see. */
const performerOf = (performers: Performers, step: Step): Performer<Step['kind']> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  performers[step.kind] as unknown as Performer<Step['kind']>

async function perform(needs: RunnerNeeds, step: Step, context: StepContext): Promise<Entry> {
  await needs.journal.append({ kind: 'intended', step: step.id, act: { kind: 'step' } })
  const result = await performerOf(needs.performers, step).perform(step, context)
  if (result.ok) return { kind: 'done', step: step.id, evidence: result.evidence }
  return { kind: 'failed', step: step.id, problem: result.problem, evidence: result.evidence }
}

/** Sign-ins stand in the line of the look that sent them: written a second time they would count twice against the budget. */
function seenByLook({ state }: StepContext): Evidence {
  const { signIns: _, ...evidence } = state.evidence ?? {}
  return evidence
}

async function takeBack(needs: RunnerNeeds, step: Step, context: StepContext): Promise<Entry> {
  const result = (await performerOf(needs.performers, step).undo?.(step, context)) ?? ok()
  if (result.ok) return { kind: 'undone', step: step.id }
  return { kind: 'failed', step: step.id, problem: result.problem, evidence: context.state.evidence }
}

/** Passwords stand in this process alone until they are kept: a moment more, and a run that is stopped now can be taken up again. */
const isKeeping = (move: Move): boolean => 'step' in move && move.kind !== 'rest' && move.step.kind === 'keep-secrets'

/**
 * The loop: next move, do it, write it down. Holds no decision of its own. Ends when nothing more can be done without a person or
 * when `stop` is wished for, and leaves a `stopped` entry. The state returned is folded from what stands on disk.
 */
export async function runPlan(needs: RunnerNeeds, plan: Plan, stop: AbortSignal): Promise<RunState> {
  for (;;) {
    const state = foldRun(needs.journal.entries())
    const move = nextMove(plan, state)
    if (stop.aborted && !isKeeping(move)) {
      await needs.journal.append({ kind: 'stopped', why: 'person', problem: null })
      break
    }
    if (move.kind === 'finish' || move.kind === 'rest') {
      const problem = move.kind === 'rest' ? move.problem : null
      await needs.journal.append({ kind: 'stopped', why: move.kind === 'rest' ? 'resting' : 'finished', problem })
      break
    }
    const context = contextOf(needs, plan, move.step, state, stop)
    switch (move.kind) {
      case 'look': {
        const looked = await performerOf(needs.performers, move.step).look(move.step, context)
        await needs.journal.append({ kind: 'looked', step: move.step.id, ...looked })
        break
      }
      case 'perform':
        await needs.journal.append(await perform(needs, move.step, context))
        break
      case 'write-done':
        await needs.journal.append({ kind: 'done', step: move.step.id, evidence: seenByLook(context) })
        break
      case 'undo':
        await needs.journal.append(await takeBack(needs, move.step, context))
        break
    }
  }
  return foldRun(needs.journal.entries())
}

/** Steps by when they were last carried out, newest first: a mailbox settled later was written over the others, wherever the plan has it. */
function newestFirst(plan: Plan, entries: readonly WrittenEntry[]): readonly Step[] {
  const last = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'intended' && entry.act.kind !== 'undo' ? [[entry.step, entry.seq] as const] : [],
    ),
  )
  return plan.steps.toSorted((a, b) => (last.get(b.id) ?? 0) - (last.get(a.id) ?? 0))
}

/** Takes back, newest first, every step that can be and that may have written anything: the person asked for it. Stops at the first that refuses. */
export async function undoPlan(
  needs: RunnerNeeds,
  plan: Plan,
  stop: AbortSignal,
): Promise<{ readonly undone: readonly Step[]; readonly problem: Problem | null }> {
  const undone: Step[] = []
  for (const step of newestFirst(plan, needs.journal.entries())) {
    const state = foldRun(needs.journal.entries())
    if (step.undo !== 'automatic' || !mayHaveWritten(stepState(state, step.id))) continue
    const entry = await takeBack(needs, step, contextOf(needs, plan, step, state, stop))
    if (entry.kind === 'failed') {
      // What was done still stands as it was done: a put-back that was refused or declined takes nothing from it.
      await needs.journal.append({ kind: 'stopped', why: 'declined', problem: entry.problem })
      return { undone, problem: entry.problem }
    }
    await needs.journal.append(entry)
    undone.push(step)
  }
  await needs.journal.append({ kind: 'stopped', why: 'person', problem: null })
  return { undone, problem: null }
}
