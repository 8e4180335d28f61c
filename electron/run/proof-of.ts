import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { makeProof } from '../../shared/proof/make-proof.ts'
import type { Proof } from '../../shared/proof/proof.ts'
import type { Provider } from '../../shared/provider/provider.ts'

/** The proof of a run, framed with what the provider's data and the mail programs found here add to the journal. */
export function proofOf(
  program: string,
  provider: Provider | null,
  plan: Plan,
  entries: readonly WrittenEntry[],
  profiles: readonly FoundProfile[],
  journalHash: string | null,
): Proof {
  return makeProof(plan, entries, {
    program,
    practice: provider?.practice ?? false,
    providerName: provider?.name ?? { ja: plan.provider, en: plan.provider },
    notices: provider?.notices.after ?? [],
    help: provider?.help.slice(0, 2) ?? [],
    programVersions: Object.fromEntries(profiles.map((profile) => [profile.folder, profile.programVersion])),
    journalHash,
  })
}
