import type { Proof } from '../../shared/proof/proof.ts'
import type { App, RunEnd } from './app.ts'

/**
 * The proof of a run as it stands. Mail programs are looked at for their versions alone; one that was left alone is not looked at for the paper
 * either. `root`: where they are, if not wherever the system has them.
 */
export async function proveRun(
  app: Pick<App, 'findProfiles' | 'proofOf'>,
  { plan, entries }: Pick<RunEnd, 'plan' | 'entries'>,
  root?: string,
): Promise<Proof> {
  const programs = plan.steps.flatMap((step) => (step.kind === 'rewrite-client' ? [step.input.edit.client] : []))
  const found = await app.findProfiles({ root }, programs)
  return app.proofOf(plan, entries, found.ok ? found.value : [])
}
