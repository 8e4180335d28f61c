/** What a domain pattern caught: the label that stood for `{net}`, null where the pattern has none. */
export interface DomainMatch {
  readonly net: string | null
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Compares a domain with a pattern of the catalogue, without case: a leading `*.` stands for one or more labels, `{net}` for exactly one,
 * which is caught. Null when it is another domain.
 */
export function matchDomain(pattern: string, domain: string): DomainMatch | null {
  const source = pattern
    .split('{net}')
    .map(escaped)
    .join('([a-z0-9-]+)')
    .replace(/^\\\*\\\./, '(?:[a-z0-9-]+\\.)+')
  const found = new RegExp(`^${source}$`, 'i').exec(domain)
  return found && { net: found[1]?.toLowerCase() ?? null }
}

/** What stands behind the last @ of an address, in lower case; empty where there is none. */
export const domainOf = (address: string): string =>
  address.includes('@') ? address.slice(address.lastIndexOf('@') + 1).toLowerCase() : ''
