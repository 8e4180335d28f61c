import type { Problem } from '../../shared/base/problem.ts'
import type { App } from '../road/app.ts'

/** Why passwords cannot be kept in the system's store; null: they can, or another vault was named. Asks nobody for a passphrase. */
export async function vaultProblem(app: Pick<App, 'vault' | 'vaultReady'>): Promise<Problem | null> {
  if (app.vault !== 'os') return null
  const ready = await app.vaultReady(null)
  // Another process is using it at this moment: so it can be used.
  return ready.ok || ready.problem.code === 'run-busy' ? null : ready.problem
}
