import { fail } from '../../../shared/base/result.ts'
import { foldRun } from '../../../shared/journal/fold-run.ts'
import { runOutcome } from '../../../shared/journal/run-outcome.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import type { CommandContext } from '../command-context.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import { resultLine } from '../result-line.ts'
import { endText, headlineOf } from '../show-run.ts'
import { showSecrets } from '../show-secrets.ts'
import { readNamedRun, readSoundPart } from '../read-named-run.ts'
import { sayProblem } from '../../../shared/words/say-problem.ts'
import { stopUnread } from '../stop-unread.ts'
import { stopBefore } from '../stop-before.ts'

async function listRuns(context: CommandContext): Promise<number> {
  const { app, output } = context
  const runs = await app.runs()
  if (!runs.ok) return stopBefore(context, runs.problem)
  const listed: object[] = []
  for (const run of runs.value) {
    const entries = await app.readRun(run)
    const plan = entries.ok ? foldRun(entries.value).plan : null
    if (!entries.ok || !plan) {
      const problem = entries.ok ? fail('run-unknown', 'after-person', { run }).problem : entries.problem
      listed.push({ run, outcome: null, problem: problem.code })
      output.say(sayCli('run', output.lang, { run, outcome: sayProblem(problem, output.lang).what, addresses: '' }))
      continue
    }
    const outcome = runOutcome(plan, foldRun(entries.value))
    const addresses = [...plan.mailboxes.map(({ account }) => account.address), ...plan.logins.map(({ login }) => login)]
    listed.push({ run, outcome, addresses })
    output.say(
      sayCli('run', output.lang, { run, outcome: headlineOf(plan, outcome, output.lang), addresses: addresses.join(', ') }),
    )
  }
  if (runs.value.length === 0) output.say(sayCli('noRuns', output.lang, { folder: app.dataDir }))
  output.line({ type: 'result', runs: listed })
  return exitCodes.done
}

/** Where things stand: one run, or all of them. */
export async function statusCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app, output } = context
  if (args.operands.length === 0 && !args.options.has('secrets')) return listRuns(context)
  const known = await readNamedRun(app, args)
  if (args.options.has('secrets')) {
    // A damaged journal must not stand between a person and his passwords: the plan, its first line, names them all.
    const sound = known.ok || known.problem.code !== 'journal-damaged' ? null : await readSoundPart(app, args)
    if (sound) return showSecrets(context, sound, false)
    if (known.ok) return showSecrets(context, known.value, true)
  }
  if (!known.ok) return stopUnread(context, args, known.problem)
  const { plan, entries } = known.value
  const result = resultLine(plan, entries, output.lang)
  output.say(endText({ plan, entries }, result, app.findProvider, output.lang))
  output.line(result)
  return exitCodes.done
}
