import type { Ask } from '../../shared/base/ask.ts'
import type { RunId } from '../../shared/base/ids.ts'
import type { Problem } from '../../shared/base/problem.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Act, Verdict } from '../../shared/journal/entry.ts'
import type { RunState, StepState } from '../../shared/journal/fold-run.ts'
import type { Evidence } from '../../shared/plan/evidence.ts'
import type { StepKind, StepOf } from '../../shared/plan/step.ts'

/** What a performer gets for one step. `note` resolves when the journal's line is on disk: the hand moves only then. */
export interface StepContext {
  readonly run: RunId
  /** Folder of this run: evidence and backups go below it. */
  readonly folder: string
  readonly stop: AbortSignal
  readonly ask: Ask
  readonly note: (act: Act) => Promise<Result<void>>
  /** Says in passing what is being done, for the screen only: a key of shared/words and its facts. */
  readonly report: (what: string, facts?: Problem['facts']) => void
  readonly state: StepState
  readonly runState: RunState
}

export interface Looked {
  readonly verdict: Verdict
  readonly problem: Problem | null
  readonly evidence: Evidence | null
}
export type Performed =
  | { readonly ok: true; readonly evidence: Evidence }
  | { readonly ok: false; readonly problem: Problem; readonly evidence: Evidence | null }

/** Carries out one kind of step. `look` changes nothing, here or at the provider (it may sign in, within the budget); `perform` may be asked again after a crash and must then do no harm. */
export interface Performer<K extends StepKind> {
  look(step: StepOf<K>, context: StepContext): Promise<Looked>
  perform(step: StepOf<K>, context: StepContext): Promise<Performed>
  undo?(step: StepOf<K>, context: StepContext): Promise<Result<void>>
}

/** One performer per kind of step: a kind without one does not compile. */
export type Performers = { readonly [K in StepKind]: Performer<K> }

/** For steps whose only way to know is to do them. */
export const lookToDo = async (): Promise<Looked> => ({ verdict: 'to-do', problem: null, evidence: null })

export const failed = (problem: Problem, evidence: Evidence | null = null): Performed => ({ ok: false, problem, evidence })
export const performed = (evidence: Evidence = {}): Performed => ({ ok: true, evidence })
