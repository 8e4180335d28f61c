import { fail, ok, type Result } from '../base/result.ts'
import type { Provider } from '../provider/provider.ts'
import { isOwned, takenDomains, urlsOf } from './hosts.ts'
import { isLoopback, readPlainUrl } from './plain-url.ts'

const refused = (reason: string, given: string) => fail('pack-address-refused', 'never', { reason, given })

/** A page where a password is typed is reached over TLS; a rehearsal's is on this very machine. */
function checkUrls(given: Provider, installed: Provider | null): Result<void> {
  const before = installed ? urlsOf(installed).map(({ url }) => url) : []
  for (const { where, url } of urlsOf(given)) {
    const plain = readPlainUrl(url)
    if (!plain) return refused('address-not-plain', url)
    if (given.practice) {
      if (!isLoopback(plain.host)) return refused('practice-elsewhere', url)
      continue
    }
    if (isLoopback(plain.host)) return refused('address-of-this-pc', url)
    // The provider itself sends such links in its mails: those the program knows stay allowed.
    const known = where === 'recoveries.link' && before.includes(url)
    if (plain.scheme !== 'https' && !known) return refused('not-encrypted', url)
    if (plain.port !== null) return refused('address-not-plain', url)
  }
  return ok()
}

/** The addresses in a pack: pages, mail servers and domains. Whether they lie where the provider always was is another question (`newHosts`). */
export function checkPlaces(given: Provider, installed: Provider | null, others: readonly Provider[]): Result<void> {
  const urls = checkUrls(given, installed)
  if (!urls.ok) return urls
  const patterns = [...given.domains, ...given.incoming.map(({ host }) => host), ...given.outgoing.map(({ host }) => host)]
  const loose = patterns.find((pattern) => !isOwned(pattern))
  if (loose !== undefined) return refused('domain-of-nobody', loose)
  if (given.practice && given.domains.some((domain) => !domain.endsWith('.example')))
    return refused('practice-elsewhere', given.domains.join(', '))
  const open = [...given.incoming, ...given.outgoing].find(({ security }) => security === 'none')
  if (open) return refused('mail-not-encrypted', open.host)
  const [taken] = takenDomains(given, installed, others)
  if (taken !== undefined) return refused('domain-of-another', taken)
  return ok()
}
