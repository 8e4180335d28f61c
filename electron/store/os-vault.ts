import type { Facts } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { redact, Secret, secretKey, type SecretRef, type Vault } from '../../shared/base/secret.ts'
import { askKeyring } from './ask-keyring.ts'
import type { KeyringAnswer, KeyringOrder } from './keyring-talk.ts'

/** The name this program's secrets stand under in the system's own list of credentials. */
export const keyringService = 'mail-migration-assistant'

// Words of keytar, libsecret and D-Bus as seen on Debian 12; what is not known stays `refused`, with its words.
const causes: readonly (readonly [RegExp, string])[] = [
  [/native addon|libsecret|shared object/i, 'library-missing'],
  [/autolaunch|could not connect|session bus|DBUS_SESSION_BUS_ADDRESS/i, 'no-session-bus'],
  [/ServiceUnknown|not provided by any|activat/i, 'no-service'],
  [/does not exist at path|locked|prompt|dismissed|cancel|interaction is not allowed/i, 'locked'],
]

/** What helps on Debian and its kin; the other systems bring their store along. */
const install = 'gnome-keyring libsecret-1-0 dbus-user-session'

function unavailable(cause: string, detail: string): ReturnType<typeof fail> {
  const facts: Facts = {
    cause,
    detail: detail.slice(0, 300),
    system: process.platform,
    ...(process.platform === 'linux' ? { install } : {}),
  }
  return fail(cause === 'locked' || cause === 'timed-out' ? 'vault-locked' : 'vault-unavailable', 'after-person', facts)
}

/**
 * Secrets in the system's credential store: Secret Service, Credential Manager, Keychain. `put` reads back before it answers.
 * A store that waits for a person longer than `limit` milliseconds is `vault-locked`; one that is not there is
 * `vault-unavailable`, with the cause and what to install. Windows keeps at most 2,560 bytes a secret.
 */
export function osVault(
  limit = 60_000,
  ask: (order: KeyringOrder, limit: number) => Promise<KeyringAnswer | 'timed-out'> = askKeyring,
): Vault {
  const order = async (ref: SecretRef, acts: KeyringOrder['acts'], known: readonly Secret[]): Promise<Result<string | null>> => {
    const answer = await ask({ service: keyringService, account: secretKey(ref), acts }, limit)
    if (answer === 'timed-out') return unavailable('timed-out', `no answer within ${limit / 1000} s`)
    if ('found' in answer) return ok(answer.found)
    const cause = causes.find(([words]) => words.test(answer.error))?.[1] ?? 'refused'
    return unavailable(cause, redact(answer.error, known))
  }
  return {
    kind: 'os',
    put: async (ref, value) => {
      if (value.reveal() === '') return fail('password-empty', 'never', { for: ref.for })
      const back = await order(ref, [{ set: value.reveal() }, 'get'], [value])
      if (!back.ok) return back
      if (back.value === value.reveal()) return ok()
      // A value that came back cut or re-encoded would be taken for the password one day.
      await order(ref, ['delete'], [value])
      return unavailable('read-back-differs', '')
    },
    get: async (ref) => {
      const found = await order(ref, ['get'], [])
      if (!found.ok) return found
      return found.value === null
        ? fail('secret-missing', 'never', { for: ref.for, which: ref.which })
        : ok(new Secret(found.value))
    },
    drop: async (ref) => {
      const dropped = await order(ref, ['delete'], [])
      return dropped.ok ? ok() : dropped
    },
  }
}
