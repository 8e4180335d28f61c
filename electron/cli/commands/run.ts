import type { Problem } from '../../../shared/base/problem.ts'
import { fail } from '../../../shared/base/result.ts'
import { noticesOf } from '../../../shared/plan/notices.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import { sayProblem } from '../../../shared/words/say-problem.ts'
import type { RunEnd } from '../../road/app.ts'
import type { CommandContext } from '../command-context.ts'
import type { Arguments, Options } from '../arguments.ts'
import { exitCodes, exitOfRun } from '../exit-codes.ts'
import { carryOut } from '../carry-out.ts'
import { settleRecordPlace } from '../check-record-place.ts'
import { preparePlan, type PlannedRun, unreadProfiles } from '../../road/prepare-plan.ts'
import { readWishes } from '../read-wishes.ts'
import { stopForPaper } from '../lost-paper.ts'
import { problemLine, resultLine } from '../result-line.ts'
import { stopBefore } from '../stop-before.ts'
import { checklistOf } from '../../../shared/plan/checklist.ts'
import { proveRun } from '../../road/prove-run.ts'
import { planText } from '../show-plan.ts'
import { endText } from '../show-run.ts'
import { warnAboutPasswords } from '../warn-password.ts'
import { tellProblem } from '../tell-problem.ts'

/**
 * Writes the record where it was asked for. Should that place fail now, the data folder gets it, so that no proof is lost; the problem
 * stands all the same, since the asked place has none.
 */
async function record(context: CommandContext, end: RunEnd, options: Options): Promise<Problem[]> {
  const { app, output } = context
  const proof = await proveRun(app, end, options.text('thunderbird-root'))
  const asked = options.text('record') ?? null
  const problems: Problem[] = []
  for (const place of asked === null ? [null] : [asked, null]) {
    const written = await app.writeRecord(proof, place, output.lang)
    if (written.ok) {
      output.say(sayCli('record', output.lang, { pdf: written.value.pdf }))
      break
    }
    tellProblem(output, written.problem)
    problems.push(written.problem)
  }
  return problems
}

/** Record, words and result line of a run that has ended, and its exit code. */
export async function endRun(context: CommandContext, end: RunEnd, options: Options): Promise<number> {
  const { output } = context
  const problems = await record(context, end, options)
  const told = resultLine(end.plan, end.entries, output.lang, problems)
  // Everything is proved and the paper is missing: `resume` writes it.
  const outcome = told.outcome === 'done' && problems.length > 0 ? 'unfinished' : told.outcome
  const result = { ...told, outcome }
  const interrupted = context.stop.aborted && outcome !== 'done'
  output.say(endText(end, result, context.app.findProvider, output.lang))
  if (interrupted) output.say(sayCli('interrupted', output.lang))
  output.line(result)
  return interrupted ? exitCodes.interrupted : exitOfRun(outcome)
}

/** The plan, and what in it may surprise: a profile that could not be read will not be rewritten. */
function tellPlan({ output, app }: CommandContext, { prepared, profiles, before }: PlannedRun): void {
  const unread = unreadProfiles(profiles)
  const findings = unread.map(({ profile, problem }) => ({ profile: profile.folder, ...problemLine(problem, output.lang) }))
  const changedBefore = before.map(({ ref, run, at, resume }) => ({ for: ref.for, run, at, resume }))
  const more = { checklist: checklistOf(prepared.plan), notices: noticesOf(prepared.plan, app.findProvider).before }
  output.line({
    type: 'plan',
    ...prepared.plan,
    ...more,
    ...(findings.length > 0 ? { findings } : {}),
    ...(before.length > 0 ? { changedBefore } : {}),
  })
  output.say(planText(prepared.plan, app.findProvider, output.lang))
  for (const { run, at, resume, for: owner } of changedBefore)
    output.say(sayCli(resume ? 'changeOpen' : 'changedBefore', output.lang, { for: owner, run: resume ?? run, at }))
  for (const { profile, problem } of unread)
    output.say(sayCli('notice', output.lang, { text: `${profile.name}: ${sayProblem(problem, output.lang).what}` }))
}

/** The whole road for every mailbox on the sheet. */
export async function runCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app } = context
  const said = await readWishes(app, args)
  if (!said.ok) return stopBefore(context, said.problem)
  const place = await settleRecordPlace(app, args.options, null, context.ask)
  if (!place.ok) return stopBefore(context, place.problem)
  const ready = await app.vaultReady(null)
  if (!ready.ok) return stopBefore(context, ready.problem)
  const room = await app.roomReady()
  if (!room.ok) return stopBefore(context, room.problem)
  const planned = await preparePlan(app, said.value, context.ask, context.stop, true)
  if (!planned.ok) return stopForPaper(context, planned.problem)
  const { prepared } = planned.value
  tellPlan(context, planned.value)
  if (args.options.text('new-password-file') !== undefined) await warnAboutPasswords(context, planned.value)
  const facts = { mailboxes: prepared.plan.mailboxes.length, logins: prepared.plan.logins.length, run: prepared.plan.run }
  if ((await context.ask({ name: 'confirm-plan', kind: 'yes-no', facts })) !== true) {
    return stopBefore(context, fail('plan-declined', 'after-person').problem)
  }
  const held = { plan: prepared.plan, entries: [] }
  const done = await carryOut(context, held, (hooks) => app.startRun(prepared, hooks))
  return 'exit' in done ? done.exit : endRun(context, done.end, args.options)
}

/** What would be done. Touches nothing and contacts nothing but local files. */
export async function planCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { output } = context
  const said = await readWishes(context.app, args)
  if (!said.ok) return stopBefore(context, said.problem)
  const planned = await preparePlan(context.app, said.value, context.ask, context.stop)
  if (!planned.ok) return stopForPaper(context, planned.problem)
  const { plan } = planned.value.prepared
  tellPlan(context, planned.value)
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
  const logins = plan.logins.map(({ login, provider, realms }) => ({
    login,
    provider,
    realms,
    portal: 'unchanged' as const,
    receipt: null,
  }))
  const problems = (plan.refused ?? []).map(({ problem }) => problemLine(problem, output.lang))
  output.line({ type: 'result', outcome: 'done', run: null, mailboxes, logins, problems })
  return exitCodes.done
}
