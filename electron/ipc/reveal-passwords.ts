import type { RunId } from '../../shared/base/ids.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { foldRun, stepState } from '../../shared/journal/fold-run.ts'
import type { App } from '../road/app.ts'
import { readRun } from './view-run.ts'

/**
 * Every password that may be in force for a run. That they were shown is written down first; where it cannot be (a damaged journal, another process has
 * the run in hand) they are shown all the same: no promise stands before this one.
 */
export async function revealPasswords(app: App, run: RunId): Promise<Result<Output<'revealPasswords'>>> {
  const read = await readRun(app, run)
  if (!read.ok) return read
  const { plan, entries } = read.value
  const state = foldRun(entries)
  const kept = plan.steps.every((step) => step.kind !== 'keep-secrets' || stepState(state, step.id).at === 'done')
  const secrets = await app.secretsOf(plan, kept)
  if (!secrets.ok) return secrets
  await app.noteRevealed(run)
  const passwords = secrets.value.map(({ ref, value }) => ({
    for: ref.for,
    realms: [...ref.realms],
    which: ref.which,
    value: value.reveal(),
  }))
  return ok({ passwords })
}
