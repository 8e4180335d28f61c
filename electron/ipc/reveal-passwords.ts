import type { RunId } from '../../shared/base/ids.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { secretsKept } from '../../shared/journal/secrets-kept.ts'
import { passwordStandings } from '../../shared/screen/password-standing.ts'
import type { App } from '../road/app.ts'
import { readRun } from './view-run.ts'

/**
 * Every password that may be in force for a run, and how it stands by all journals of the data folder. That they were shown is written down first;
 * where it cannot be (a damaged journal, another process has the run in hand) they are shown all the same: no promise stands before this one.
 */
export async function revealPasswords(app: App, run: RunId): Promise<Result<Output<'revealPasswords'>>> {
  const read = await readRun(app, run)
  if (!read.ok) return read
  const { plan, entries, problem } = read.value
  const secrets = await app.secretsOf(plan, secretsKept(plan, foldRun(entries)))
  if (!secrets.ok) return secrets
  await app.noteRevealed(run)
  const since = await app.changedSince(plan, entries)
  const standingOf = passwordStandings({ plan, entries, whole: problem === null, since })
  const passwords = secrets.value.map(({ ref, value }) => {
    const { standing, since: later } = standingOf(ref)
    const { for: whose, provider = null, realms, which } = ref
    const then = later && { run: later.run, at: later.at, certain: later.certain }
    return { for: whose, provider, realms: [...realms], which, value: value.reveal(), standing, since: then }
  })
  return ok({ passwords })
}
