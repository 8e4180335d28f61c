import type { Ask } from '../../shared/base/ask.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { App, PaperOrder, PreparedRun } from './app.ts'
import { readPapers } from './read-papers.ts'
import { findWantedProfiles } from './find-wanted-profiles.ts'
import type { Wishes } from './read-wishes.ts'
import { settleDifferences } from './settle-differences.ts'

/** A plan with all it was made from, ready to be shown and, if the person agrees, carried out. */
export interface PlannedRun {
  readonly prepared: PreparedRun
  /** What the papers say, questions settled: more than the plan carries, and written down nowhere. */
  readonly papers: readonly PaperOrder[]
  readonly profiles: readonly FoundProfile[]
}

/** Profiles that may hold a mailbox and could not be looked into, each with the reason. */
export const unreadProfiles = (profiles: readonly FoundProfile[]): readonly { profile: FoundProfile; problem: Problem }[] =>
  profiles.flatMap((profile) => {
    const [problem] = profile.accounts.length === 0 ? profile.findings : []
    return problem ? [{ profile, problem }] : []
  })

/** Sheets + options + what is found on this PC → the plan. Touches nothing and contacts nothing but local files. */
export async function preparePlan(app: App, wishes: Wishes, ask: Ask, stop: AbortSignal): Promise<Result<PlannedRun>> {
  const { options, said, realm, newPassword, manner } = wishes
  const papers = await readPapers(app, wishes, ask, stop)
  if (!papers.ok) return papers
  const profiles = await findWantedProfiles(app, options)
  if (!profiles.ok) return profiles
  const settled = await settleDifferences(papers.value.papers, realm, profiles.value, said, ask)
  if (!settled.ok) return settled
  const prepared = await app.preparePlan({
    said,
    realm,
    newPassword,
    manner,
    ...papers.value,
    settled: settled.value,
    skipPortal: options.has('skip-portal'),
    guided: options.has('guided'),
    roundTrip: options.has('round-trip'),
    proveOldDead: options.has('prove-old-dead'),
    profiles: profiles.value,
    clientExpected:
      options.has('outlook') ||
      (!options.has('no-thunderbird') && (options.has('thunderbird') || options.text('thunderbird-root') !== undefined)),
  })
  if (prepared.ok) return ok({ prepared: prepared.value, papers: papers.value.papers, profiles: profiles.value })
  // Where a profile could not be read, "no such account" would be a guess.
  const [unread] = prepared.problem.code === 'client-account-missing' ? unreadProfiles(profiles.value) : []
  return unread ? { ok: false, problem: unread.problem } : prepared
}
