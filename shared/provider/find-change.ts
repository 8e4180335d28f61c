import type { Realm } from '../base/secret.ts'
import type { Provider } from './provider.ts'

/**
 * What the program can change for a realm: the change described for it, or for another realm that the very same password opens (one
 * password for member site and mail). Null where the site cannot, or nobody has described how.
 */
export function findChange(provider: Provider, wanted: Realm): Provider['changes'][number] | null {
  const exact = provider.changes.find((change) => change.realm === wanted)
  if (exact) return exact
  const together = provider.passwords.find((password) => password.realms.includes(wanted))?.realms ?? []
  return provider.changes.find((change) => together.includes(change.realm)) ?? null
}
