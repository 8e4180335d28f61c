import type { Provider } from '../provider/provider.ts'
import { readPlainUrl } from './plain-url.ts'
import { belongsToSites, siteDomain } from './site-domain.ts'

/** One address of a page in a provider's data, and where it stands there. */
export interface NamedUrl {
  readonly where: string
  readonly url: string
}

const named = (where: string, urls: readonly (string | null)[]): readonly NamedUrl[] =>
  urls.flatMap((url) => (url === null ? [] : [{ where, url }]))

/** Every page a provider's data can lead to: start pages, ways by hand, recoveries, guides. */
export function urlsOf(provider: Provider): readonly NamedUrl[] {
  return [
    ...provider.changes.flatMap((change) =>
      named('changes.startUrl', [change.startUrl, ...change.alsoAt.map((also) => also.startUrl)]),
    ),
    ...provider.instead.flatMap(({ url }) => named('instead.url', [url])),
    ...provider.recoveries.flatMap(({ startUrl }) => named('recoveries.startUrl', [startUrl])),
    ...provider.recoveries.flatMap(({ link }) => named('recoveries.link', link?.beginsWith ?? [])),
    ...(provider.guides ?? []).flatMap(({ url }) => named('guides.url', [url])),
    ...provider.lost.flatMap(({ url }) => named('lost.url', [url])),
  ]
}

/** The fixed end of a mail server's or an address's domain: what stands behind the label that differs from household to household. */
const fixedEnd = (pattern: string): string => {
  const labels = pattern.toLowerCase().split('.')
  const last = labels.findLastIndex((label) => label.includes('{net}') || label === '*')
  return labels.slice(last + 1).join('.')
}

/** Does a pattern end in a name that one owner registered? `*.jp` and `{net}.ne.jp` would be everybody's. */
export function isOwned(pattern: string): boolean {
  const end = fixedEnd(pattern)
  const plain = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(end)
  return plain && siteDomain(end) === siteDomain(`x.${end}`)
}

/** Mail servers of the catalogue: passwords go there, too. */
const mailHosts = (provider: Provider): readonly string[] =>
  [...provider.incoming, ...provider.outgoing].map(({ host }) => fixedEnd(host))

const pageHosts = (provider: Provider): readonly string[] => urlsOf(provider).flatMap(({ url }) => readPlainUrl(url)?.host ?? [])

/** The owners' names a provider's pages, servers and addresses lie under. */
export const sitesOf = (provider: Provider): readonly string[] => [
  ...new Set([...pageHosts(provider), ...mailHosts(provider), ...provider.domains.map(fixedEnd)].map(siteDomain)),
]

/** Hosts of a pack that lie under no name the installed edition knows (all of them where none is installed): a person has to be told and agree. */
export function newHosts(given: Provider, installed: Provider | null): readonly string[] {
  const known = installed ? sitesOf(installed) : []
  const hosts = [...pageHosts(given), ...mailHosts(given)]
  return [...new Set(hosts.filter((host) => !belongsToSites(host, known)))].sort()
}

const overlaps = (one: string, other: string): boolean => belongsToSites(one, [other]) || belongsToSites(other, [one])

/** Address domains a pack claims that belong to another provider, and were not shared with it before. */
export function takenDomains(given: Provider, installed: Provider | null, others: readonly Provider[]): readonly string[] {
  const before = installed?.domains ?? []
  const theirs = others.flatMap(({ domains }) => domains.map(fixedEnd))
  return given.domains.filter((pattern) => !before.includes(pattern) && theirs.some((end) => overlaps(fixedEnd(pattern), end)))
}
