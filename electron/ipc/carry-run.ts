import type { RunId } from '../../shared/base/ids.ts'
import type { Facts, Problem } from '../../shared/base/problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { openProblems, runOutcome } from '../../shared/journal/run-outcome.ts'
import type { RunEnd, RunHooks } from '../road/app.ts'
import { proveRun } from '../road/prove-run.ts'
import { reportBug } from './report-bug.ts'
import { readRun } from './view-run.ts'
import type { WindowNeeds } from './window-needs.ts'

type Ended = Output<'startRun'>
type Needs = Pick<WindowNeeds, 'app' | 'tell' | 'questions' | 'underWay' | 'lang' | 'report'>

/** How the end is told: what holds the run up now, beside what its journal says. */
type CarriedOut = RunEnd & { readonly problem?: Problem | null }

function pictureOf(run: RunId, step: string, { name, heading }: Facts): RoadEvent | null {
  if (typeof name !== 'string') return null
  return { type: 'picture', run, step, name, heading: typeof heading === 'string' ? heading : '' }
}

/** Hooks that tell the window everything as it happens. */
function hooksFor({ tell, questions }: Needs, run: RunId, stop: AbortSignal, over: AbortSignal): RunHooks {
  return {
    stop,
    // A question asked into a stop would stand for ever: nobody is there to answer it.
    ask: async (question, withdrawn) =>
      stop.aborted ? null : questions.ask(question, withdrawn ? AbortSignal.any([withdrawn, over]) : over),
    onEntry: (entry) => tell({ type: 'entry', run, entry }),
    onProgress: (step, what, facts = {}) => {
      const event =
        what === 'picture' ? pictureOf(run, step.id, facts) : { type: 'progress' as const, run, step: step.id, what, facts }
      if (event) tell(event)
    },
  }
}

/** A problem outside the steps: what the journal tells decides the outcome, so that nothing looks as if nothing had been changed. */
async function heldUp(needs: Needs, run: RunId, problem: Problem): Promise<Result<Ended>> {
  const read = problem.code === 'run-busy' ? null : await readRun(needs.app, run)
  if (!read?.ok) return { ok: false, problem }
  const outcome = runOutcome(read.value.plan, foldRun(read.value.entries))
  return ok({ run, outcome: outcome === 'done' ? 'stopped' : outcome, problem })
}

/** A bug in the middle of a run is no reason to say that it never began: what is on disk tells how it stands. */
async function orHeld<T>(needs: Needs, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    return reportBug(needs.report, error)
  }
}

/** Everything is proved and the paper is missing: then something is left to do, and it is said. */
async function keepRecord(needs: Needs, end: RunEnd, root: string | undefined): Promise<Problem | null> {
  const written = await orHeld(needs, async () =>
    needs.app.writeRecord(await proveRun(needs.app, end, root), null, needs.lang.now()),
  )
  return written.ok ? null : written.problem
}

/** The same for a wish that comes while it is drawn. */
const unlessStopped = <T>(stop: AbortSignal, work: Promise<T>): Promise<T | null> =>
  Promise.race([
    work,
    new Promise<null>((resolve) => {
      stop.addEventListener('abort', () => resolve(null), { once: true })
    }),
  ])

/**
 * Carries a run out (or on, or back) in front of the window and says how it ended. `record`: its paper goes into the data folder, whatever came of it;
 * `root`: where its mail programs are, if not where the system has them. Null: settings are put back, which leaves no paper of its own.
 */
export function carryRun(
  needs: Needs,
  run: RunId,
  work: (hooks: RunHooks) => Promise<Result<CarriedOut>>,
  record: { readonly root: string | undefined } | null,
): Promise<Result<Ended>> {
  return needs.underWay.during({ what: 'run', run, undo: record === null }, async (stop, over) => {
    const end = await orHeld(needs, () => work(hooksFor(needs, run, stop, over)))
    if (!end.ok) return heldUp(needs, run, end.problem)
    const { plan, state, problem = null } = end.value
    const outcome = runOutcome(plan, state)
    // Who stops a run is told at once how it stands, and waits for no paper; it is drawn when it is asked for.
    const wanted = stop.aborted ? null : record
    const paper = wanted && (await unlessStopped(stop, keepRecord(needs, end.value, wanted.root)))
    return ok({ run, outcome, problem: problem ?? openProblems(plan, state)[0] ?? paper })
  })
}
