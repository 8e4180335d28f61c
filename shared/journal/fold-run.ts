import type { Problem } from '../base/problem.ts'
import type { StepId } from '../base/ids.ts'
import type { Evidence } from '../plan/evidence.ts'
import type { Plan } from '../plan/plan.ts'
import type { Act, Verdict, WrittenEntry } from './entry.ts'

/** Where one step stands. `acts`: what was begun inside it and counts outside this machine, over all tries. */
export interface StepState {
  readonly at: 'untouched' | 'intended' | 'looked' | 'done' | 'failed' | 'undone'
  readonly verdict: Verdict | null
  readonly problem: Problem | null
  readonly evidence: Evidence | null
  readonly tries: number
  readonly acts: readonly Act[]
}

export interface RunState {
  readonly plan: Plan | null
  readonly steps: ReadonlyMap<StepId, StepState>
  /** Steps that failed or were taken back since the run was last taken up: not tried again until a person resumes. */
  readonly rested: ReadonlySet<StepId>
  readonly stopped: Extract<WrittenEntry, { kind: 'stopped' }> | null
}

const untouched: StepState = { at: 'untouched', verdict: null, problem: null, evidence: null, tries: 0, acts: [] }

/** The state of a step nobody has written about yet is `untouched`. */
export const stepState = (run: RunState, id: StepId): StepState => run.steps.get(id) ?? untouched

/** True once the one irreversible click of this step may have left the machine. */
export const commitSent = (state: StepState): boolean => state.acts.some((act) => act.kind === 'commit')

/** Was putting files back announced, and has no ending? Some may be as found and some as rewritten; taking back can be asked again. */
export const undoBegun = (state: StepState): boolean => state.at === 'intended' && state.acts.at(-1)?.kind === 'undo'

/**
 * May files of this step differ from what was found? From the moment their rewrite was announced until it was taken back, or failed and
 * put them back by itself. A copy among the evidence of a failure says that it could not.
 */
export function mayHaveWritten(state: StepState): boolean {
  if (state.at === 'done' || undoBegun(state)) return true
  if (state.at === 'untouched' || state.at === 'undone') return false
  if (state.at === 'intended' && state.acts.at(-1)?.kind === 'rewrite') return true
  return state.evidence?.backup !== undefined || (state.at === 'failed' && state.problem?.facts['restored'] === false)
}

function next(state: StepState, entry: WrittenEntry): StepState {
  switch (entry.kind) {
    case 'looked':
      return {
        ...state,
        at: 'looked',
        verdict: entry.verdict,
        problem: entry.problem,
        evidence: entry.evidence ?? state.evidence,
      }
    case 'intended':
      return {
        ...state,
        at: 'intended',
        verdict: null,
        problem: null,
        // What an earlier try came to says nothing about a change that leaves now.
        evidence: entry.act.kind === 'commit' || entry.act.kind === 'rewrite' ? null : state.evidence,
        tries: state.tries + (entry.act.kind === 'step' ? 1 : 0),
        acts: [...state.acts, entry.act],
      }
    case 'done':
      return { ...state, at: 'done', verdict: null, problem: null, evidence: entry.evidence }
    case 'failed':
      return { ...state, at: 'failed', problem: entry.problem, evidence: entry.evidence ?? state.evidence }
    case 'undone':
      return { ...state, at: 'undone', verdict: null, problem: null, evidence: null }
    default:
      return state
  }
}

/**
 * Steps whose proof this entry overtakes: settings that are taken back, or written anew, are no longer those that were signed in with from
 * disk, from the moment it is announced. A proof stands only for what is on disk now.
 */
function overtaken(plan: Plan | null, entry: WrittenEntry): readonly StepId[] {
  const writes = entry.kind === 'undone' || (entry.kind === 'intended' && ['rewrite', 'undo'].includes(entry.act.kind))
  const rewrite = writes ? plan?.steps.find((step) => step.id === entry.step) : undefined
  if (rewrite?.kind !== 'rewrite-client') return []
  const { client, folder } = rewrite.input.edit
  return (plan?.steps ?? []).flatMap((step) => {
    if (step.kind !== 'prove-client' || step.lane !== rewrite.lane) return []
    return step.input.edit.client === client && step.input.edit.folder === folder ? [step.id] : []
  })
}

/** Folds entries into the state of the run; everything shown, resumed or proved comes from here. Unknown steps are kept too. */
export function foldRun(entries: readonly WrittenEntry[]): RunState {
  let plan: Plan | null = null
  let stopped: RunState['stopped'] = null
  const steps = new Map<StepId, StepState>()
  let rested = new Set<StepId>()
  for (const entry of entries) {
    if (entry.kind === 'planned') plan = entry.plan
    // Somebody looked: the run stands where it stood.
    if (entry.kind === 'revealed') continue
    if (entry.kind === 'stopped') {
      stopped = entry
      rested = new Set()
      continue
    }
    stopped = null
    if (!('step' in entry) || entry.step === null) continue
    // Words alone move no step: an answer that comes behind its step's failure takes nothing up again.
    if (entry.kind === 'asked' || entry.kind === 'answered') continue
    steps.set(entry.step, next(steps.get(entry.step) ?? untouched, entry))
    for (const id of overtaken(plan, entry)) {
      const proved = steps.get(id)
      if (proved?.at === 'done') steps.set(id, { ...proved, at: 'untouched', verdict: null, problem: null, evidence: null })
    }
    const ended =
      entry.kind === 'failed' || entry.kind === 'undone' || (entry.kind === 'looked' && entry.verdict === 'cannot-tell')
    if (ended) rested.add(entry.step)
    else rested.delete(entry.step)
  }
  return { plan, steps, rested, stopped }
}
