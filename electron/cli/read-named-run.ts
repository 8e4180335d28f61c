import { runId, type RunId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import type { App } from '../road/app.ts'
import { type Arguments, badUsage } from './arguments.ts'
import type { Held } from './carry-out.ts'

export interface KnownRun extends Held {
  readonly run: RunId
}

function readName({ command, operands }: Arguments): Result<RunId> {
  const usage = `${command} RUN`
  if (operands.length === 0) return badUsage(command, 'operand-missing', { usage })
  if (operands.length > 1) return badUsage(command, 'too-many-operands', { usage })
  const named = runId.safeParse(operands[0])
  return named.success ? ok(named.data) : fail('run-unknown', 'after-person', { run: operands[0]!.slice(0, 60) })
}

/** The run a person names, with its journal. Refuses a name that is none, and a journal without a plan. */
export async function readNamedRun(app: App, args: Arguments): Promise<Result<KnownRun>> {
  const run = readName(args)
  if (!run.ok) return run
  const entries = await app.readRun(run.value)
  if (!entries.ok) return entries
  const { plan } = foldRun(entries.value)
  return plan ? ok({ run: run.value, plan, entries: entries.value }) : fail('run-unknown', 'after-person', { run: run.value })
}

/** What can still be read of a run whose journal is damaged: everything before the damage, or null where the plan itself is lost. */
export async function readSoundPart(app: App, args: Arguments): Promise<KnownRun | null> {
  const run = readName(args)
  const entries = run.ok ? await app.soundPart(run.value) : run
  if (!run.ok || !entries.ok) return null
  const { plan } = foldRun(entries.value)
  return plan ? { run: run.value, plan, entries: entries.value } : null
}
