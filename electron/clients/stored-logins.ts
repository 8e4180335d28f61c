import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { isLoginOf, loginOrigin, type LoginsFile, type StoredLogin } from '../../shared/client/logins-json.ts'
import type { Unlock } from '../../shared/client/mail-client.ts'
import type { PrefDoor } from '../../shared/client/thunderbird-accounts.ts'
import { readKeyDatabase } from './key-database.ts'
import type { Profile } from './read-profile.ts'
import { decryptSdr, openKeys, type Keyring } from './sdr-crypto.ts'

/**
 * Opens a profile's keys. `wrong-password` as a value: a primary password is set and this is not it. A database left in the middle of a
 * write (a journal beside it) is not believed: Thunderbird repairs it at its next start.
 */
export async function openProfile(profile: Profile, unlock: Unlock): Promise<Result<Keyring | 'wrong-password'>> {
  const file = profile.files.get('key4.db')
  if (!file) return fail('client-no-key', 'after-person', { file: 'key4.db' })
  if ((profile.files.get('key4.db-journal')?.bytes.length ?? 0) > 0)
    return fail('client-unreadable', 'after-person', { file: 'key4.db-journal' })
  const database = await readKeyDatabase(file.bytes)
  if (!database.ok) return database
  const keys = await openKeys(database.value, unlock.primaryPassword?.reveal() ?? '')
  return ok(keys ?? 'wrong-password')
}

/** The opened keys, or `client-primary-password`. */
export async function unlockedKeys(profile: Profile, unlock: Unlock): Promise<Result<Keyring>> {
  const opened = await openProfile(profile, unlock)
  if (!opened.ok) return opened
  return opened.value === 'wrong-password'
    ? fail('client-primary-password', 'after-person', { folder: profile.folder })
    : ok(opened.value)
}

/** Where a door's password is stored, and under which user name. */
export interface LoginPlace {
  readonly origin: string
  readonly userName: string
}

export const placeOf = (type: 'pop3' | 'imap' | 'smtp', door: Pick<PrefDoor, 'host' | 'userName'>): LoginPlace => ({
  origin: loginOrigin(type, door.host),
  userName: door.userName,
})

/** All entries of one place, in their order: the first is the one Thunderbird uses. User names are encrypted, so each is opened. */
export function loginsAt(logins: LoginsFile, keys: Keyring, { origin, userName }: LoginPlace): readonly StoredLogin[] {
  return logins.logins.filter((login) => isLoginOf(login, origin) && decryptSdr(keys, login.encryptedUserName) === userName)
}

/** The password Thunderbird would use there, or null: none stored, or its entry does not open. */
export function passwordAt(logins: LoginsFile, keys: Keyring, place: LoginPlace): Secret | null {
  const [first] = loginsAt(logins, keys, place)
  const plain = first ? decryptSdr(keys, first.encryptedPassword) : null
  return plain === null ? null : new Secret(plain)
}

/** Is a password stored there? `locked` where entries of that server exist and only the primary password could tell whose they are. */
export function storedAt(logins: LoginsFile, keys: Keyring | 'locked', place: LoginPlace): boolean | 'locked' {
  if (keys === 'locked') return logins.logins.some((login) => isLoginOf(login, place.origin)) ? 'locked' : false
  return passwordAt(logins, keys, place) !== null
}
