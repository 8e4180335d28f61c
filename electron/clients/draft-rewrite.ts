import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Secret } from '../../shared/base/secret.ts'
import { byteTextOf } from '../../shared/client/byte-text.ts'
import { doorChanges } from '../../shared/client/compare-settings.ts'
import { movedRoot, prefsOfAccount, prefsOfEdit } from '../../shared/client/edit-prefs.ts'
import { moveFolderUris, rootUri } from '../../shared/client/folder-uris.ts'
import type { AccountEdit, SettingChange, StoredAccount } from '../../shared/client/mail-client.ts'
import { editPrefs } from '../../shared/client/prefs-js.ts'
import type { ThunderbirdAccount } from '../../shared/client/thunderbird-accounts.ts'
import { sameEndpoint, type Endpoint } from '../../shared/mail/endpoint.ts'
import { draftLogins, type Chance } from './draft-logins.ts'
import { byteTextIn, profileFrom, type Profile } from './read-profile.ts'
import { accountOf, endpointOf, readStoredAccount, signsInByPassword } from './read-stored-account.ts'
import { decryptSdr, type Keyring } from './sdr-crypto.ts'
import { loginsAt, type LoginPlace } from './stored-logins.ts'

/** A rewrite in memory: the new bytes of each file that changes, in the order they are to be written. */
export interface RewriteDraft {
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly changed: readonly SettingChange[]
  readonly notes: readonly Problem[]
  /** Checks files as they stand (in memory or on disk) against the edit: the first difference, or null. */
  readonly differs: (profile: Profile) => Problem | null
}

const methodNames: Record<number, string> = { 5: 'kerberos', 6: 'ntlm', 7: 'client-certificate', 10: 'oauth2' }

/** Why an account is left alone, or null when it may be changed. */
export function whyNotChangeable(profile: Profile, account: ThunderbirdAccount): Problem | null {
  const facts = { account: account.key, address: account.addresses[0] ?? account.incoming.userName }
  if (profile.mirror) return profile.mirror
  if (!profile.logins.ok) return profile.logins.problem
  if (account.realNames) return fail('client-not-changeable', 'after-person', { ...facts, reason: 'realhostname' }).problem
  for (const [setting, door] of [
    ['incoming', account.incoming],
    ['outgoing', account.outgoing],
  ] as const) {
    if (!door || signsInByPassword(door) || (setting === 'outgoing' && door.authMethod === 1)) continue
    const reason = methodNames[door.authMethod] ?? `authMethod ${door.authMethod}`
    return fail('client-not-changeable', 'after-person', { ...facts, reason, setting }).problem
  }
  const locked = prefsOfAccount(account).find((name) => profile.locked.has(name))
  return locked
    ? fail('client-locked-setting', 'after-person', { ...facts, setting: locked, file: profile.locked.get(locked)! }).problem
    : null
}

function doorDiffers(name: string, found: Endpoint, wanted: Endpoint): Problem | null {
  return sameEndpoint(found, wanted)
    ? null
    : fail('client-read-back-differs', 'never', { setting: name, found: `${found.host}:${found.port} ${found.security}` }).problem
}

const differing = (setting: string): Problem => fail('client-read-back-differs', 'never', { setting }).problem

function accountDiffers(stored: StoredAccount, edit: AccountEdit): Problem | null {
  const incoming = doorDiffers('incoming', stored.incoming, edit.incoming)
  if (incoming) return incoming
  if (stored.userName !== edit.userName) return differing('userName')
  if (!edit.outgoing) return null
  if (!stored.outgoing) return differing('outgoing')
  if (stored.outgoing.userName !== edit.outgoing.userName) return differing('outgoing.userName')
  return doorDiffers('outgoing', stored.outgoing.endpoint, edit.outgoing.endpoint)
}

function passwordsDiffer(profile: Profile, keys: Keyring, places: readonly LoginPlace[], password: Secret): Problem | null {
  if (!profile.logins.ok) return profile.logins.problem
  const { value } = profile.logins
  const wrong = places.find((place) => {
    const found = loginsAt(value, keys, place)
    return found.length === 0 || found.some((login) => decryptSdr(keys, login.encryptedPassword) !== password.reveal())
  })
  return wrong ? fail('client-read-back-differs', 'never', { setting: 'password', origin: wrong.origin }).problem : null
}

type NewFiles = Map<string, string>

/** The prefs files and every file with folder addresses, as they will be. */
function settingFiles(profile: Profile, account: ThunderbirdAccount, edit: AccountEdit): Result<NewFiles> {
  const changes = prefsOfEdit(account, edit, profile.prefs)
  const files: NewFiles = new Map()
  const root = movedRoot(account, edit)
  for (const name of root ? profile.files.keys() : []) {
    if (name !== 'virtualFolders.dat' && !name.endsWith('/msgFilterRules.dat')) continue
    files.set(name, moveFolderUris(byteTextIn(profile.files, name)!, root!.from, root!.to))
  }
  for (const name of ['user.js', 'prefs.js']) {
    const before = byteTextIn(profile.files, name)
    if (before === null) continue
    const after = editPrefs(before, changes, name === 'prefs.js')
    if (!after.ok) return fail(after.problem.code, after.problem.again, { ...after.problem.facts, file: name })
    files.set(name, after.value)
  }
  return ok(new Map([...files].filter(([name, text]) => text !== byteTextIn(profile.files, name))))
}

const named = (setting: string, from: string, to: string): SettingChange[] => (from === to ? [] : [{ setting, from, to }])

function settingChanges(account: ThunderbirdAccount, edit: AccountEdit): readonly SettingChange[] {
  const root = movedRoot(account, edit)
  return [
    ...doorChanges('incoming', endpointOf(account.type, account.incoming), edit.incoming),
    ...named('userName', account.incoming.userName, edit.userName),
    ...(account.outgoing && edit.outgoing
      ? [
          ...doorChanges('outgoing', endpointOf('smtp', account.outgoing), edit.outgoing.endpoint),
          ...named('outgoing.userName', account.outgoing.userName, edit.outgoing.userName),
        ]
      : []),
    ...(root ? named('folders', rootUri(root.from), rootUri(root.to)) : []),
  ]
}

/** Mail kept outside the profile's own folders: filters there are not followed when an account moves. */
function outsideNotes(profile: Profile, moved: boolean): readonly Problem[] {
  if (!moved) return []
  return [...profile.prefs].flatMap(([name, value]): Problem[] => {
    if (!/^mail\.server\.[^.]+\.directory-rel$/.test(name) || typeof value !== 'string') return []
    return /^\[ProfD\](?:Imap)?Mail\/[^/]+$/.test(value)
      ? []
      : [{ code: 'client-setting-doubtful', again: 'never', facts: { setting: name, found: value } }]
  })
}

/**
 * Computes a whole rewrite in memory and checks it there: what would be written is read anew, decrypted and compared with the edit.
 * Order of the files: logins first, prefs last. Refuses accounts that are not ours to change, and an edit whose outgoing server is gone.
 */
export async function draftRewrite(
  profile: Profile,
  edit: AccountEdit,
  keys: Keyring,
  password: Secret,
  chance: Chance,
): Promise<Result<RewriteDraft>> {
  const account = accountOf(profile, edit.key)
  if (!account.ok) return account
  const refused = whyNotChangeable(profile, account.value)
  if (refused) return { ok: false, problem: refused }
  if (edit.outgoing && edit.outgoing.key !== account.value.outgoing?.key)
    return fail('client-account-missing', 'after-person', { setting: 'outgoing', key: edit.outgoing.key })
  if (!profile.logins.ok) return profile.logins
  const logins = draftLogins(profile.logins.value, account.value, edit, keys, password, chance)
  if (!logins.ok) return logins
  const settings = settingFiles(profile, account.value, edit)
  if (!settings.ok) return settings
  const { text, written } = logins.value
  const loginsBytes = text === null ? null : byteTextOf(text)
  if (text !== null && loginsBytes === null) return fail('client-unreadable', 'after-person', { file: 'logins.json' })
  const names =
    loginsBytes === null ? [] : profile.files.has('logins-backup.json') ? ['logins.json', 'logins-backup.json'] : ['logins.json']
  const files = [...names.map((name): [string, string] => [name, loginsBytes!]), ...settings.value].map(([name, bytes]) => ({
    name,
    bytes: Buffer.from(bytes, 'latin1'),
  }))
  const differs = (after: Profile): Problem | null => {
    const stored = readStoredAccount(after, edit.key, keys)
    return stored.ok ? (accountDiffers(stored.value, edit) ?? passwordsDiffer(after, keys, written, password)) : stored.problem
  }
  const planned = new Map([...profile.files, ...files.map(({ name, bytes }) => [name, { bytes, mode: 0o600 }] as const)])
  const difference = differs(await profileFrom(profile.folder, planned))
  if (difference) return { ok: false, problem: difference }
  const changed = [...settingChanges(account.value, edit), ...logins.value.changed]
  return ok({
    files,
    changed,
    notes: [...logins.value.notes, ...outsideNotes(profile, movedRoot(account.value, edit) !== null)],
    differs,
  })
}
