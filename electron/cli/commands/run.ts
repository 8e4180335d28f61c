import type { Problem } from '../../../shared/base/problem.ts'
import { fail } from '../../../shared/base/result.ts'
import { foldRun } from '../../../shared/journal/fold-run.ts'
import { runOutcome } from '../../../shared/journal/run-outcome.ts'
import type { Provider } from '../../../shared/provider/provider.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import { sayProgress } from '../../../shared/words/progress.ts'
import type { CommandContext, RunEnd, RunHooks } from '../app.ts'
import type { Arguments, Options } from '../arguments.ts'
import { exitCodes, exitOfProblem, exitOfRun } from '../exit-codes.ts'
import { preparePlan } from '../prepare-plan.ts'
import { noRunLine, resultLine } from '../result-line.ts'
import { planText } from '../show-plan.ts'
import { endText, entryText } from '../show-run.ts'
import { warnAboutPasswords } from '../warn-password.ts'
import { tellProblem } from '../tell-problem.ts'
import type { Plan } from '../../../shared/plan/plan.ts'

/** Says a problem that stopped things before a run existed, as the last line, and gives its exit code. */
export function stopBefore(context: Pick<CommandContext, 'output' | 'stop'>, problem: Problem): number {
  tellProblem(context.output, problem)
  context.output.line(noRunLine(problem, context.output.lang))
  return context.stop.aborted ? exitCodes.interrupted : exitOfProblem(problem.code)
}

/** Hooks that show a run as it happens: `entry` lines for machines, sentences for people. */
export function runHooks(context: CommandContext, planOf: () => Plan | null): RunHooks {
  const { output } = context
  return {
    ask: context.ask,
    stop: context.stop,
    onProgress: (_step, what, facts) => {
      const text = sayProgress(what, facts ?? {}, output.lang)
      if (text) output.say(`   ${text}`)
    },
    onEntry: (entry) => {
      output.line({ type: 'entry', entry })
      const plan = entry.kind === 'planned' ? entry.plan : planOf()
      const text = plan ? entryText(plan, entry, output.lang) : null
      if (text) output.say(text)
    },
  }
}

async function record(context: CommandContext, end: RunEnd, options: Options): Promise<Problem[]> {
  const { app, output } = context
  const found = await app.findProfiles(options.text('thunderbird-root'))
  const proof = await app.proofOf(end.plan, end.entries, found.ok ? found.value : [])
  const written = await app.writeRecord(proof, options.text('record') ?? null, output.lang)
  if (!written.ok) {
    tellProblem(output, written.problem)
    return [written.problem]
  }
  output.say(sayCli('record', output.lang, { pdf: written.value.pdf }))
  return []
}

/** Record, words and result line of a run that has ended, and its exit code. */
export async function endRun(context: CommandContext, end: RunEnd, provider: Provider | null, options: Options): Promise<number> {
  const { output } = context
  const problems = await record(context, end, options)
  const result = resultLine(end.plan, end.entries, output.lang, problems)
  output.say(endText(end.plan, end.entries, result, provider, output.lang))
  if (context.stop.aborted) output.say(sayCli('interrupted', output.lang))
  output.line(result)
  return context.stop.aborted ? exitCodes.interrupted : exitOfRun(runOutcome(end.plan, foldRun(end.entries)))
}

/** The whole road for every mailbox on the sheet. */
export async function runCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app, output } = context
  const ready = await app.vaultReady(null)
  if (!ready.ok) return stopBefore(context, ready.problem)
  const planned = await preparePlan(app, args, context.ask, context.stop)
  if (!planned.ok) return stopBefore(context, planned.problem)
  const { prepared, provider } = planned.value
  output.line({ type: 'plan', ...prepared.plan })
  output.say(planText(prepared.plan, provider, output.lang))
  if (args.options.text('new-password-file') !== undefined) await warnAboutPasswords(context, planned.value)
  const facts = { mailboxes: prepared.plan.mailboxes.length, run: prepared.plan.run }
  if ((await context.ask({ name: 'confirm-plan', kind: 'yes-no', facts })) !== true) {
    return stopBefore(context, fail('plan-declined', 'after-person').problem)
  }
  const end = await app.startRun(
    prepared,
    runHooks(context, () => prepared.plan),
  )
  return end.ok ? endRun(context, end.value, provider, args.options) : stopBefore(context, end.problem)
}

/** What would be done. Touches nothing and contacts nothing but local files. */
export async function planCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { output } = context
  const planned = await preparePlan(context.app, args, context.ask, context.stop)
  if (!planned.ok) return stopBefore(context, planned.problem)
  const { plan } = planned.value.prepared
  output.line({ type: 'plan', ...plan })
  output.say(planText(plan, planned.value.provider, output.lang))
  const mailboxes = plan.mailboxes.map(({ account, clients }) => ({
    address: account.address,
    portal: 'unchanged' as const,
    receipt: null,
    probes: [],
    clients: clients.map(({ client, folder, profile, changes }) => ({
      client,
      profile: folder,
      name: profile,
      changed: changes,
    })),
  }))
  output.line({ type: 'result', outcome: 'done', run: null, mailboxes, logins: [], problems: [] })
  return exitCodes.done
}
