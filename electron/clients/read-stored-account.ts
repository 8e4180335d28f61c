import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { StoredAccount } from '../../shared/client/mail-client.ts'
import type { PrefDoor, ThunderbirdAccount } from '../../shared/client/thunderbird-accounts.ts'
import type { Endpoint, Protocol } from '../../shared/mail/endpoint.ts'
import type { Profile } from './read-profile.ts'
import type { Keyring } from './sdr-crypto.ts'
import { passwordAt, placeOf } from './stored-logins.ts'

/** Sign-in methods that use a stored password: old login, password, encrypted, any secure, any. 1 is none; the rest are not ours. */
const passwordMethods: readonly number[] = [2, 3, 4, 8, 9]

export const signsInByPassword = (door: PrefDoor): boolean => passwordMethods.includes(door.authMethod)

/** The door as the program itself will use it. */
export const endpointOf = (protocol: Protocol, door: PrefDoor): Endpoint => ({
  protocol,
  host: door.host,
  port: door.port,
  security: door.security,
})

export function accountOf(profile: Profile, key: string): Result<ThunderbirdAccount> {
  const account = profile.accounts.find((candidate) => candidate.key === key)
  return account ? ok(account) : fail('client-account-missing', 'after-person', { account: key, profile: profile.folder })
}

/** What Thunderbird itself will use for this account, decrypted: of several entries for one door the first counts. */
export function readStoredAccount(profile: Profile, key: string, keys: Keyring): Result<StoredAccount> {
  const account = accountOf(profile, key)
  if (!account.ok) return account
  const { logins } = profile
  if (!logins.ok) return logins
  const { incoming, outgoing, type } = account.value
  const password = passwordAt(logins.value, keys, placeOf(type, incoming))
  const own = outgoing ? passwordAt(logins.value, keys, placeOf('smtp', outgoing)) : null
  return ok({
    incoming: endpointOf(type, incoming),
    userName: incoming.userName,
    password,
    outgoing: outgoing && {
      endpoint: endpointOf('smtp', outgoing),
      userName: outgoing.userName,
      signsIn: outgoing.authMethod !== 1,
      password: own ?? (outgoing.passwordFrom === account.value.server ? password : null),
    },
  })
}
