import type { EndpointHint } from '../mail/endpoint.ts'
import { domainOf, matchDomain } from '../mail/match-domain.ts'
import type { Provider } from './provider.ts'

/** Servers as a provider's catalogue names them. */
export interface CatalogueServers {
  readonly incoming: readonly EndpointHint[]
  readonly outgoing: readonly EndpointHint[]
}

/**
 * The servers the catalogue names for one address. `{net}` in a host is the label its domain has in that place; a host that needs one, for a
 * domain that has none, is left out: half a name would lead somewhere else.
 */
export function serversOf(provider: Pick<Provider, 'domains' | 'incoming' | 'outgoing'>, address: string): CatalogueServers {
  const domain = domainOf(address)
  const net = provider.domains.map((pattern) => matchDomain(pattern, domain)?.net ?? null).find((found) => found !== null) ?? null
  const fill = (hints: readonly EndpointHint[]): readonly EndpointHint[] =>
    hints.flatMap((hint) => {
      if (!hint.host.includes('{net}')) return [hint]
      return net === null ? [] : [{ ...hint, host: hint.host.replaceAll('{net}', net) }]
    })
  return { incoming: fill(provider.incoming), outgoing: fill(provider.outgoing) }
}
