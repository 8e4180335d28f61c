import type { Ask } from '../../shared/base/ask.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { chooseMailboxes } from '../../shared/sheet/choose-mailboxes.ts'
import type { SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'
import type { App, PreparedRun, ReadSheet } from './app.ts'
import { findWantedProfiles } from './find-wanted-profiles.ts'
import { unknownProvider, type Wishes } from './read-wishes.ts'
import { settleSheet } from './settle-sheet.ts'

/** A plan with all it was made from, ready to be shown and, if the person agrees, carried out. */
export interface PlannedRun {
  readonly prepared: PreparedRun
  readonly provider: Provider
  /** What the paper says, questions settled: more than the plan carries, and written down nowhere. */
  readonly sheet: SheetAccounts
  readonly profiles: readonly FoundProfile[]
}

async function readOneSheet(app: App, { file, provider }: Wishes, stop: AbortSignal): Promise<Result<ReadSheet>> {
  const sheet = await app.readSheet(file, provider?.id ?? null, stop)
  if (!sheet.ok) return sheet
  const { problem } = sheet.value.accounts
  // What is missing may stand in another mailbox than the wanted one, or the person may know it: that is asked, field by field.
  return problem && problem.code !== 'sheet-incomplete' ? { ok: false, problem } : sheet
}

/** Profiles that may hold a mailbox and could not be looked into, each with the reason. */
export const unreadProfiles = (profiles: readonly FoundProfile[]): readonly { profile: FoundProfile; problem: Problem }[] =>
  profiles.flatMap((profile) => {
    const [problem] = profile.accounts.length === 0 ? profile.findings : []
    return problem ? [{ profile, problem }] : []
  })

async function settledSheet(
  app: App,
  wishes: Wishes,
  ask: Ask,
  stop: AbortSignal,
): Promise<Result<ReadSheet & { provider: Provider }>> {
  const read = await readOneSheet(app, wishes, stop)
  if (!read.ok) return read
  const provider = wishes.provider ?? app.findProvider(read.value.accounts.provider ?? '')
  if (!provider) return unknownProvider(app, read.value.accounts.provider)
  const settled: Result<SheetAccounts> = await settleSheet(read.value.accounts, wishes.options.list('mailbox'), ask)
  return settled.ok ? ok({ accounts: settled.value, sha256: read.value.sha256, provider }) : settled
}

/** Sheet + options + what is found on this PC → the plan. Touches nothing and contacts nothing but local files. */
export async function preparePlan(app: App, wishes: Wishes, ask: Ask, stop: AbortSignal): Promise<Result<PlannedRun>> {
  const { options, override, realm, portalUrl, newPassword, manner } = wishes
  const sheet = await settledSheet(app, wishes, ask, stop)
  if (!sheet.ok) return sheet
  const { accounts, sha256, provider } = sheet.value
  const mailboxes = chooseMailboxes(accounts, options.list('mailbox'))
  if (!mailboxes.ok) return mailboxes
  const profiles = await findWantedProfiles(app, options)
  if (!profiles.ok) return profiles
  const prepared = app.preparePlan({
    override,
    realm,
    portalUrl,
    newPassword,
    manner,
    provider,
    sheet: accounts,
    sha256,
    mailboxes: mailboxes.value,
    skipPortal: options.has('skip-portal'),
    roundTrip: options.has('round-trip'),
    proveOldDead: options.has('prove-old-dead'),
    profiles: profiles.value,
    clientExpected:
      options.has('outlook') ||
      (!options.has('no-thunderbird') && (options.has('thunderbird') || options.text('thunderbird-root') !== undefined)),
  })
  if (prepared.ok) return ok({ prepared: prepared.value, provider, sheet: accounts, profiles: profiles.value })
  // Where a profile could not be read, "no such account" would be a guess.
  const [unread] = prepared.problem.code === 'client-account-missing' ? unreadProfiles(profiles.value) : []
  return unread ? { ok: false, problem: unread.problem } : prepared
}
