import type { Realm } from '../base/secret.ts'
import { domainOf, matchDomain } from '../mail/match-domain.ts'
import type { Change, Provider } from './provider.ts'

/**
 * What the program can change for a realm: the changes described for it, or for another realm that the very same password opens (one
 * password for member site and mail). In the order of the catalogue; empty where the site cannot, or nobody has described how.
 */
export function changesFor(provider: Provider, wanted: Realm): readonly Change[] {
  const exact = provider.changes.filter((change) => change.realm === wanted)
  if (exact.length > 0) return exact
  const together = provider.passwords.find((password) => password.realms.includes(wanted))?.realms ?? []
  return provider.changes.filter((change) => together.includes(change.realm))
}

/** The first change for a realm whose sign-in can be made (`opens`: by the papers at hand). Null where there is none. */
export const findChange = (provider: Provider, wanted: Realm, opens: (change: Change) => boolean = () => true): Change | null =>
  changesFor(provider, wanted).find(opens) ?? null

/** What else the program can change there: realms whose password is another one than this. */
export function otherRealms(provider: Provider, wanted: Realm): readonly Realm[] {
  const own = changesFor(provider, wanted).map((change) => change.realm)
  return [...new Set(provider.changes.map((change) => change.realm))].filter((realm) => !own.includes(realm))
}

/** The very change a step of a plan names; null where the catalogue no longer has it. */
export const namedChange = (provider: Provider, realm: Realm, signIn: Realm): Change | null =>
  provider.changes.find((change) => change.realm === realm && change.signIn === signIn) ?? null

/** Does this realm's password open a mailbox, too? */
export const opensMailbox = (provider: Provider, realm: Realm): boolean =>
  realm === 'mail' || provider.passwords.some(({ realms }) => realms.includes(realm) && realms.includes('mail'))

/** Where a change begins for this household: the site's host for the domain of one of its addresses, else the usual one. */
export function startUrlOf(change: Change, addresses: readonly string[]): string {
  for (const domain of addresses.map(domainOf)) {
    const also = change.alsoAt.find(({ domains }) => domains.some((pattern) => matchDomain(pattern, domain)))
    if (also) return also.startUrl
  }
  return change.startUrl
}
