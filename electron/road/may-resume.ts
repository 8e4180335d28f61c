import type { Problem } from '../../shared/base/problem.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { sitesToVisit } from '../../shared/journal/sites-to-visit.ts'
import type { App, RunEnd } from './app.ts'

/** What stands against taking a run up again, before anything is done: its vault, or damaged data of a provider it still has to visit. */
export async function mayResume(
  app: Pick<App, 'vaultReady' | 'catalogue'>,
  { plan, entries }: Pick<RunEnd, 'plan' | 'entries'>,
): Promise<Problem | null> {
  const ready = await app.vaultReady(plan)
  if (!ready.ok) return ready.problem
  // Damaged data of a provider keeps nobody from finishing what its site has been told already.
  const held = sitesToVisit(plan, foldRun(entries)).map((id) => app.catalogue().held(id))
  return held.find((problem) => problem !== null) ?? null
}
