import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { AccountEdit, BackupManifest, FoundProfile, MailClient, RewriteReport } from '../../shared/client/mail-client.ts'
import { allowedValues } from '../../shared/client/outlook/account-values.ts'
import { valueName } from '../../shared/client/outlook/value-names.ts'
import { draftOutlook, type OutlookDraft, storedAccount } from './outlook/draft-outlook.ts'
import { findOutlook } from './outlook/find-outlook.ts'
import { mayWrite, outlookRunning, rightUser } from './outlook/outlook-running.ts'
import { type OutlookProfile, outlookAccountOf, readOutlookProfile } from './outlook/read-outlook.ts'
import { regFileRegistry } from './outlook/reg-file.ts'
import { rewriteOutlook, sameAsCopied } from './outlook/rewrite-outlook.ts'
import type { Announce } from './rewrite-profile.ts'
import type { WindowsParts } from './windows-parts.ts'
import { saidSession } from './windows-session.ts'

export interface OutlookNeeds {
  /** Null: this is no Windows, and there is no Outlook but in an exported file. */
  readonly windows: WindowsParts | null
}

async function findInFile(file: string): Promise<Result<readonly FoundProfile[]>> {
  const registry = await regFileRegistry(path.resolve(file))
  if (!registry.ok) return registry
  return findOutlook({
    registry: registry.value,
    passwordBox: null,
    session: saidSession(() => []),
    fileExists: async () => false,
  })
}

async function find({ windows }: OutlookNeeds, regFile: string | undefined): Promise<Result<readonly FoundProfile[]>> {
  if (regFile !== undefined) return findInFile(regFile)
  if (!windows) return ok([])
  const user = await rightUser(windows.session)
  return user.ok ? findOutlook(windows) : user
}

interface Ready {
  readonly profile: OutlookProfile
  readonly draft: OutlookDraft
}

async function ready(windows: WindowsParts, edit: AccountEdit, password: Secret): Promise<Result<Ready>> {
  const user = await rightUser(windows.session)
  if (!user.ok) return user
  const profile = await readOutlookProfile(windows.registry, edit.folder)
  if (!profile.ok) return profile
  const draft = await draftOutlook(profile.value, edit, windows.passwordBox, password)
  return draft.ok ? ok({ profile: profile.value, draft: draft.value }) : draft
}

async function rewrite(
  windows: WindowsParts,
  edit: AccountEdit,
  password: Secret,
  manifest: BackupManifest,
  announce: Announce,
): Promise<Result<RewriteReport>> {
  const closed = await mayWrite(windows.session, edit.folder)
  if (!closed.ok) return closed
  const made = await ready(windows, edit, password)
  if (!made.ok) return made
  const { profile, draft } = made.value
  const same = sameAsCopied(profile, manifest, draft)
  if (!same.ok) return same
  return rewriteOutlook(windows.registry, profile, draft, () => mayWrite(windows.session, edit.folder), announce)
}

/** Stands in for the new password where a change is only rehearsed. */
const rehearsal = new Secret('rehearsal')

const notHere = (): ReturnType<typeof fail> =>
  fail('client-not-found', 'after-person', { client: 'outlook', reason: 'windows-only' })

/**
 * The classic Outlook: its accounts in the registry, found, read, rewritten value by value and read back, without any of Outlook's own code.
 * It has no primary password: what it stores opens for the Windows user who is logged in.
 */
export const outlook = (needs: OutlookNeeds): MailClient => {
  const { windows } = needs
  return {
    id: 'outlook',
    find: ({ regFile }) => find(needs, regFile),
    running: async () => (windows ? outlookRunning(windows.session) : ok(false)),
    unlocks: async () => ok(true),
    async filesToBackUp({ folder, key }) {
      const profile = windows ? await readOutlookProfile(windows.registry, folder) : notHere()
      if (!profile.ok) return profile
      const account = outlookAccountOf(profile.value, key)
      return account.ok ? ok(allowedValues(account.value.protocol).map((name) => valueName(account.value.key, name))) : account
    },
    async rehearse(edit) {
      const made = windows ? await ready(windows, edit, rehearsal) : notHere()
      return made.ok ? ok(made.value.draft.changed) : made
    },
    rewrite: async (edit, password, _unlock, manifest, announce) =>
      windows ? rewrite(windows, edit, password, manifest, announce) : notHere(),
    async readBack({ folder, key }) {
      const profile = windows ? await readOutlookProfile(windows.registry, folder) : notHere()
      if (!profile.ok) return profile
      const account = outlookAccountOf(profile.value, key)
      return account.ok ? ok(await storedAccount(windows?.passwordBox ?? null, account.value)) : account
    },
  }
}
