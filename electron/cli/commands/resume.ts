import { runId, type RunId } from '../../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { foldRun } from '../../../shared/journal/fold-run.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { WrittenEntry } from '../../../shared/journal/entry.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import type { App, CommandContext } from '../app.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes, exitOfProblem } from '../exit-codes.ts'
import { readManner } from '../prepare-plan.ts'
import { readCa } from '../read-inputs.ts'
import { resultLine } from '../result-line.ts'
import { tellProblem } from '../tell-problem.ts'
import { endRun, runHooks, stopBefore } from './run.ts'

export interface KnownRun {
  readonly run: RunId
  readonly plan: Plan
  readonly entries: readonly WrittenEntry[]
}

/** The run a person names, with its journal. Refuses a name that is none, and a journal without a plan. */
export async function readNamedRun(app: App, args: Arguments): Promise<Result<KnownRun>> {
  const named = runId.safeParse(args.operands[0])
  if (args.operands.length !== 1) return fail('bad-usage', 'after-person', { said: `${args.command} RUN` })
  if (!named.success) return fail('run-unknown', 'after-person', { run: args.operands[0]!.slice(0, 60) })
  const entries = await app.readRun(named.data)
  if (!entries.ok) return entries
  const { plan } = foldRun(entries.value)
  return plan ? ok({ run: named.data, plan, entries: entries.value }) : fail('run-unknown', 'after-person', { run: named.data })
}

/** Takes a run up again where it was broken off. */
export async function resumeCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app } = context
  const known = await readNamedRun(app, args)
  if (!known.ok) return stopBefore(context, known.problem)
  const ca = await readCa(args.options)
  if (!ca.ok) return stopBefore(context, ca.problem)
  const ready = await app.vaultReady(known.value.plan)
  if (!ready.ok) return stopBefore(context, ready.problem)
  const anew = ca.value !== undefined || args.options.has('headed') || args.options.text('browser') !== undefined
  const said = anew
    ? { ...known.value.plan.manner, ...readManner(args.options, ca.value ?? known.value.plan.manner.ca ?? undefined) }
    : null
  const end = await app.resumeRun(
    known.value.plan,
    said,
    runHooks(context, () => known.value.plan),
  )
  if (!end.ok) return stopBefore(context, end.problem)
  return endRun(context, end.value, app.findProvider(known.value.plan.provider), args.options)
}

/** Puts the mail program's files back as they were before the run. */
export async function undoCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app, output } = context
  const known = await readNamedRun(app, args)
  if (!known.ok) return stopBefore(context, known.problem)
  const end = await app.undoRun(
    known.value.plan,
    runHooks(context, () => known.value.plan),
  )
  if (!end.ok) return stopBefore(context, end.problem)
  const { undone, problem, plan, entries } = end.value
  const result = resultLine(plan, entries, output.lang, problem ? [problem] : [])
  if (problem) tellProblem(output, problem)
  if (!problem && undone.length === 0) output.say(sayCli('nothingUndone', output.lang))
  const changed = result.mailboxes.some((mailbox) => mailbox.portal === 'changed')
  if (undone.length > 0 && changed) output.say(sayCli('undoneByHand', output.lang))
  output.line({ ...result, outcome: problem ? 'stopped' : 'done' })
  return problem ? exitOfProblem(problem.code) : exitCodes.done
}
