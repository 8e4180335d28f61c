import type { Ask } from '../../shared/base/ask.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { App, PaperOrder, PasswordBefore, PlanOrder, PreparedRun } from './app.ts'
import { readPapers, readSheets, type RecognisedSheet } from './read-papers.ts'
import { findBesides } from './find-besides.ts'
import { findWantedProfiles } from './find-wanted-profiles.ts'
import type { Wish } from './wish.ts'
import { settleDifferences } from './settle-differences.ts'
import { settleReplaced } from './settle-replaced.ts'

/** A plan with all it was made from, ready to be shown and, if the person agrees, carried out. */
export interface PlannedRun {
  readonly prepared: PreparedRun
  /** What the papers say, questions settled: more than the plan carries, and written down nowhere. */
  readonly papers: readonly PaperOrder[]
  readonly profiles: readonly FoundProfile[]
  /** What earlier runs know of the passwords it signs in with, where nobody has decided about it. */
  readonly before: readonly PasswordBefore[]
}

/** Profiles that may hold a mailbox and could not be looked into, each with the reason. */
export const unreadProfiles = (profiles: readonly FoundProfile[]): readonly { profile: FoundProfile; problem: Problem }[] =>
  profiles.flatMap((profile) => {
    const [problem] = profile.accounts.length === 0 ? profile.findings : []
    return problem ? [{ profile, problem }] : []
  })

/**
 * Recognised sheets + what is wished + what is found on this PC → the plan. Touches nothing and contacts nothing but local files. `compare`: the
 * vault may be opened, and a paper whose password was replaced by an earlier run is put to the person.
 */
export async function planSheets(
  app: App,
  sheets: readonly RecognisedSheet[],
  wish: Wish,
  ask: Ask,
  compare = false,
): Promise<Result<PlannedRun>> {
  const { said, realm, newPassword, manner, way, roundTrip, proveOldDead, programs, vault } = wish
  const papers = await readPapers(sheets, wish, ask)
  if (!papers.ok) return papers
  const profiles = await findWantedProfiles(app, programs)
  if (!profiles.ok) return profiles
  const settled = await settleDifferences(papers.value.papers, realm, profiles.value, said, ask)
  if (!settled.ok) return settled
  const order: PlanOrder = {
    said,
    realm,
    newPassword,
    manner,
    vault,
    roundTrip,
    proveOldDead,
    ...papers.value,
    settled: settled.value,
    skipPortal: way === 'skip',
    guided: way === 'guided',
    profiles: profiles.value,
    // A rehearsal has a profile of its own: the real programs of this PC are not even looked at.
    byHand: manner.rehearsal ? [] : await findBesides(app, programs, profiles.value),
    clientExpected: programs.expected,
    kept: () => null,
  }
  const prepared = await settleReplaced(app, order, ask, compare)
  if (prepared.ok) return ok({ ...prepared.value, papers: papers.value.papers, profiles: profiles.value })
  // Where a profile could not be read, "no such account" would be a guess.
  const [unread] = prepared.problem.code === 'client-account-missing' ? unreadProfiles(profiles.value) : []
  return unread ? { ok: false, problem: unread.problem } : prepared
}

/** The same from the files of the sheets. */
export async function preparePlan(
  app: App,
  wish: Wish & { readonly files: readonly string[] },
  ask: Ask,
  stop: AbortSignal,
  compare = false,
): Promise<Result<PlannedRun>> {
  const sheets = await readSheets(app, wish.provider, wish.files, stop)
  return sheets.ok ? planSheets(app, sheets.value, wish, ask, compare) : sheets
}
