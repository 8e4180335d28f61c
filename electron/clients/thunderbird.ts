import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type {
  AccountEdit,
  BackupManifest,
  FoundProfile,
  MailClient,
  RewriteReport,
  Unlock,
} from '../../shared/client/mail-client.ts'
import type { Chance } from './draft-logins.ts'
import { draftRewrite, type RewriteDraft } from './draft-rewrite.ts'
import { findProfiles, unreadableRoot } from './find-profiles.ts'
import { isProfileInUse } from './profile-lock.ts'
import { backedUpNames, readProfile, realFolder, type Profile } from './read-profile.ts'
import { readStoredAccount } from './read-stored-account.ts'
import { type Announce, rewriteProfile, sameAsManifest } from './rewrite-profile.ts'
import { openProfile, unlockedKeys } from './stored-logins.ts'
import { thunderbirdRoots, type Surroundings } from './thunderbird-roots.ts'

export interface ThunderbirdNeeds extends Surroundings, Chance {}

async function find(needs: ThunderbirdNeeds, root: string | undefined): Promise<Result<readonly FoundProfile[]>> {
  if (root !== undefined) {
    const found = await findProfiles(path.resolve(root))
    if (!found.ok) return found
    return found.value ? ok(found.value) : fail('file-missing', 'after-person', { file: path.join(root, 'profiles.ini') })
  }
  const all: FoundProfile[] = []
  for (const place of await thunderbirdRoots(needs)) {
    const found = await findProfiles(place)
    if (found.ok) all.push(...(found.value ?? []))
    else all.push(unreadableRoot(place, found.problem))
  }
  return ok(all.filter(({ folder }, at) => all.findIndex((other) => other.folder === folder) === at))
}

async function running(folder: string): Promise<Result<boolean>> {
  const real = await realFolder(folder)
  return real.ok ? isProfileInUse(real.value) : real
}

async function draft(
  needs: ThunderbirdNeeds,
  edit: AccountEdit,
  password: Secret,
  unlock: Unlock,
): Promise<Result<{ profile: Profile; draft: RewriteDraft }>> {
  const profile = await readProfile(edit.folder)
  if (!profile.ok) return profile
  const keys = await unlockedKeys(profile.value, unlock)
  if (!keys.ok) return keys
  const drafted = await draftRewrite(profile.value, edit, keys.value, password, needs)
  return drafted.ok ? ok({ profile: profile.value, draft: drafted.value }) : drafted
}

async function stillClosed(folder: string): Promise<Result<void>> {
  const open = await running(folder)
  if (!open.ok) return open
  return open.value ? fail('client-running', 'after-person', { client: 'Thunderbird', folder }) : ok()
}

async function rewrite(
  needs: ThunderbirdNeeds,
  edit: AccountEdit,
  password: Secret,
  unlock: Unlock,
  manifest: BackupManifest,
  announce: Announce,
): Promise<Result<RewriteReport>> {
  // Thunderbird writes prefs.js again when it quits: an edit made while it runs would be lost without a word.
  const closed = await stillClosed(edit.folder)
  if (!closed.ok) return closed
  const ready = await draft(needs, edit, password, unlock)
  if (!ready.ok) return ready
  const { profile } = ready.value
  const same = sameAsManifest(profile, manifest, ready.value.draft)
  return same.ok ? rewriteProfile(profile, ready.value.draft, () => stillClosed(profile.folder), announce) : same
}

/** Stands in for the new password where a change is only rehearsed. */
const rehearsal = new Secret('rehearsal')

/** Thunderbird's profiles: found in every place it keeps them, read, rewritten and read back without any of Thunderbird's own code. */
export const thunderbird = (needs: ThunderbirdNeeds): MailClient => ({
  id: 'thunderbird',
  find: ({ root }) => find(needs, root),
  running,
  async unlocks(folder, unlock) {
    const profile = await readProfile(folder)
    if (!profile.ok) return profile
    const opened = await openProfile(profile.value, unlock)
    return opened.ok ? ok(opened.value !== 'wrong-password') : opened
  },
  async filesToBackUp({ folder }) {
    const profile = await readProfile(folder)
    return profile.ok ? ok(backedUpNames(profile.value)) : profile
  },
  async rehearse(edit, unlock) {
    const ready = await draft(needs, edit, rehearsal, unlock)
    return ready.ok ? ok(ready.value.draft.changed) : ready
  },
  rewrite: (edit, password, unlock, manifest, announce) => rewrite(needs, edit, password, unlock, manifest, announce),
  async readBack({ folder, key }, unlock) {
    const profile = await readProfile(folder)
    if (!profile.ok) return profile
    const keys = await unlockedKeys(profile.value, unlock)
    return keys.ok ? readStoredAccount(profile.value, key, keys.value) : keys
  },
})
