import { ok, type Result } from '../../../shared/base/result.ts'
import { clientId } from '../../../shared/client/mail-client.ts'
import { type Endpoint, sameEndpoint } from '../../../shared/mail/endpoint.ts'
import { foldRun } from '../../../shared/journal/fold-run.ts'
import { type Plan, providersOf } from '../../../shared/plan/plan.ts'
import type { Provider } from '../../../shared/provider/provider.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import type { RunManner } from '../../road/app.ts'
import type { CommandContext } from '../command-context.ts'
import { mayResume } from '../../road/may-resume.ts'
import { type Arguments, badUsage, type Options } from '../arguments.ts'
import { carryOut, stopHeld } from '../carry-out.ts'
import { checkRecordPlace, settleRecordPlace } from '../check-record-place.ts'
import { exitCodes } from '../exit-codes.ts'
import { readCa } from '../read-inputs.ts'
import { readSaid } from '../read-said.ts'
import { readNamedRun } from '../read-named-run.ts'
import { mannerAnew } from '../manner-anew.ts'
import { resultLine, undoneAt } from '../result-line.ts'
import { stopBefore } from '../stop-before.ts'
import { stopUnread } from '../stop-unread.ts'
import { endRun } from './run.ts'

const refuse = (option: string) => badUsage(`resume --${option}`, 'settled-by-plan')

const plannedDoors = (plan: Plan): readonly Endpoint[] =>
  plan.steps.flatMap((step) => (step.kind === 'reach-servers' ? step.input.doors : []))

/** What the plan of a run has settled cannot be said anew: passing over it would let a person believe it was heeded. */
function settledAlready(plan: Plan, options: Options, providers: readonly Provider[]): Result<void> {
  const known = plan.mailboxes.map((mailbox) => mailbox.account.address.toLowerCase())
  const skipped = plan.mailboxes.length > 0 && plan.mailboxes.every((mailbox) => mailbox.portal === 'skipped')
  if (options.text('new-password-file') !== undefined) return refuse('new-password-file')
  if (options.has('skip-portal') && !skipped) return refuse('skip-portal')
  if ((options.text('change') ?? plan.realm) !== plan.realm) return refuse('change')
  const provider = options.text('provider')
  if (provider !== undefined && !providersOf(plan).includes(provider)) return refuse('provider')
  const kinds = new Set(plan.steps.map((step) => step.kind))
  if (options.has('guided') && !kinds.has('guide-change')) return refuse('guided')
  for (const proof of ['round-trip', 'prove-old-dead'] as const) if (options.has(proof) && !kinds.has(proof)) return refuse(proof)
  const rewritten = plan.steps.flatMap((step) => (step.kind === 'rewrite-client' ? [step.input.edit.client] : []))
  for (const id of clientId.options) if (options.has(`no-${id}`) && rewritten.includes(id)) return refuse(`no-${id}`)
  const said = readSaid(options, providers)
  if (!said.ok) return said
  for (const name of ['incoming', 'outgoing'] as const) {
    const known = (wanted: Endpoint): boolean => plannedDoors(plan).some((door) => sameEndpoint(door, wanted))
    if (!Object.values(said.value[name]).every(known)) return refuse(name)
  }
  const starts = plan.steps.flatMap((step) =>
    step.kind === 'change-portal' ? [step.input.startUrl] : step.kind === 'guide-change' ? [step.input.url] : [],
  )
  if (starts.length > 0 && !Object.values(said.value.portalUrl).every((url) => starts.includes(url))) return refuse('portal-url')
  if (options.list('mailbox').some((address) => !known.includes(address.toLowerCase()))) return refuse('mailbox')
  return ok()
}

async function readAnew(plan: Plan, options: Options, providers: readonly Provider[]): Promise<Result<RunManner | null>> {
  const settled = settledAlready(plan, options, providers)
  if (!settled.ok) return settled
  const ca = await readCa(options)
  if (!ca.ok) return ca
  const record = await checkRecordPlace(options)
  if (!record.ok) return record
  return ok(mannerAnew(plan.manner, options, ca.value))
}

/** Takes a run up again where it was broken off. */
export async function resumeCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app } = context
  const known = await readNamedRun(app, args)
  if (!known.ok) return stopUnread(context, args, known.problem)
  const { plan } = known.value
  const manner = await readAnew(plan, args.options, app.providers)
  if (!manner.ok) return stopBefore(context, manner.problem)
  const place = await settleRecordPlace(app, args.options, plan.run, context.ask)
  if (!place.ok) return stopHeld(context, known.value, place.problem)
  const held = await mayResume(app, known.value)
  if (held) return stopHeld(context, known.value, held)
  const done = await carryOut(context, known.value, (hooks) => app.resumeRun(plan, manner.value, hooks))
  return 'exit' in done ? done.exit : endRun(context, done.end, args.options)
}

/** Puts the mail program's files back as they were before the run. */
export async function undoCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app, output } = context
  const known = await readNamedRun(app, args)
  if (!known.ok) return stopUnread(context, args, known.problem)
  const done = await carryOut(context, known.value, (hooks) => app.undoRun(known.value.plan, hooks))
  if ('exit' in done) return done.exit
  const { undone, problem, plan, entries } = done.end
  if (problem) return stopHeld(context, { plan, entries }, problem)
  const result = resultLine(plan, entries, output.lang)
  if (undone.length === 0) output.say(sayCli('nothingUndone', output.lang))
  const state = foldRun(entries)
  const before = plan.steps.flatMap((step) => undoneAt(state, entries, step) ?? []).at(-1)
  if (undone.length === 0 && before) output.say(sayCli('undoneAt', output.lang, { at: before }))
  const { outcome } = result
  const changed = result.mailboxes.some((mailbox) => mailbox.portal === 'changed')
  if (undone.length > 0 && changed) output.say(sayCli('undoneByHand', output.lang))
  if (undone.length > 0) output.say(sayCli('settingsAgain', output.lang, { run: plan.run }))
  if (undone.length > 0 && outcome !== 'stopped') output.say(sayCli('showSecrets', output.lang, { run: plan.run }))
  output.line({ ...result, outcome: 'done' })
  return exitCodes.done
}
