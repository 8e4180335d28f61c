import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { type Plan, providersOf } from '../../shared/plan/plan.ts'
import { noticesOf } from '../../shared/plan/notices.ts'
import { makeProof } from '../../shared/proof/make-proof.ts'
import type { Proof } from '../../shared/proof/proof.ts'
import type { Provider } from '../../shared/provider/provider.ts'

/** The proof of a run, framed with what the providers' data and the mail programs found here add to the journal. */
export function proofOf(
  program: string,
  find: (id: string) => Provider | null,
  plan: Plan,
  entries: readonly WrittenEntry[],
  profiles: readonly FoundProfile[],
  journalHash: string | null,
): Proof {
  const known = providersOf(plan).flatMap((id) => find(id) ?? [])
  return makeProof(plan, entries, {
    program,
    // The member site of a real provider can be rehearsed, too: its record is no record of a change.
    practice: plan.manner.rehearsal === true || known.some((provider) => provider.practice),
    nameOf: (id) => find(id)?.name ?? { ja: id, en: id },
    notices: noticesOf(plan, find).after,
    help: known.flatMap((provider) => provider.help.slice(0, known.length > 1 ? 1 : 2)),
    programVersions: Object.fromEntries(profiles.map((profile) => [profile.folder, profile.programVersion])),
    journalHash,
  })
}
