import type { Problem } from '../../shared/base/problem.ts'
import type { Result } from '../../shared/base/result.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { runOutcome } from '../../shared/journal/run-outcome.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { sayCli } from '../../shared/words/cli.ts'
import { sayProgress } from '../../shared/words/progress.ts'
import type { RunHooks } from '../road/app.ts'
import type { CommandContext } from './command-context.ts'
import { exitCodes, exitOfProblem, exitOfRun } from './exit-codes.ts'
import { bugProblem, reportBug } from './report-bug.ts'
import { problemLine, resultLine } from './result-line.ts'
import { entryText } from './show-run.ts'
import { stopBefore } from './stop-before.ts'
import { tellProblem } from './tell-problem.ts'

/** Hooks that show a run as it happens: `entry` lines for machines, sentences for people. */
function runHooks(context: CommandContext, plan: Plan, keep: (entry: WrittenEntry) => void): RunHooks {
  const { output } = context
  return {
    ask: context.ask,
    stop: context.stop,
    onProgress: (_step, what, facts) => {
      const text = sayProgress(what, facts ?? {}, output.lang)
      if (text) output.say(`   ${text}`)
    },
    onEntry: (entry) => {
      keep(entry)
      output.line({ type: 'entry', entry })
      const text = entryText(entry.kind === 'planned' ? entry.plan : plan, entry, output.lang)
      if (text) output.say(text)
    },
  }
}

/** What is known of a run when a problem outside its steps holds it up. */
export interface Held {
  readonly plan: Plan
  readonly entries: readonly WrittenEntry[]
}

/**
 * Says a problem that holds up a run which has a journal. What the journal tells decides the outcome and the exit code: behind a
 * changed password no problem may look like "nothing was changed".
 */
export function stopHeld(context: CommandContext, held: Held, problem: Problem): number {
  const { output } = context
  // The other process has the run in hand: how it stands is told there.
  if (problem.code === 'run-busy') return stopBefore(context, problem)
  const outcome = runOutcome(held.plan, foldRun(held.entries))
  tellProblem(output, problem)
  if (outcome !== 'stopped') output.say(sayCli('showSecrets', output.lang, { run: held.plan.run }))
  const told = resultLine(held.plan, held.entries, output.lang)
  // What stops it now stands first; what held it up before is told after.
  const result = { ...told, problems: [problemLine(problem, output.lang), ...told.problems] }
  output.line(outcome === 'done' ? { ...result, outcome: 'stopped' } : result)
  if (context.stop.aborted) return exitCodes.interrupted
  if (problem.code === 'unexpected') return exitCodes.bug
  return outcome === 'unfinished' || outcome === 'unknown' ? exitOfRun(outcome) : exitOfProblem(problem.code)
}

/** Does the work of a run and follows it. Null when it was held up (then everything has been said) with the exit code beside it. */
export async function carryOut<T>(
  context: CommandContext,
  held: Held,
  work: (hooks: RunHooks) => Promise<Result<T>>,
): Promise<{ readonly end: T } | { readonly exit: number }> {
  const entries = [...held.entries]
  const hooks = runHooks(context, held.plan, (entry) => entries.push(entry))
  try {
    const end = await work(hooks)
    return end.ok ? { end: end.value } : { exit: stopHeld(context, { plan: held.plan, entries }, end.problem) }
  } catch (error) {
    reportBug(error)
    return { exit: stopHeld(context, { plan: held.plan, entries }, bugProblem(error)) }
  }
}
