import { matchAccount } from '../client/match-account.ts'
import type { FoundProfile } from '../client/mail-client.ts'
import type { EndpointHint } from '../mail/endpoint.ts'
import { matchDomain } from '../mail/match-domain.ts'
import type { Provider } from '../provider/provider.ts'
import { serversOf } from '../provider/servers-of.ts'
import type { SettledDifference } from './plan.ts'
import { type Said, saidFor } from './plan-wish.ts'

export interface Side {
  readonly from: 'sheet' | 'catalogue' | 'mail-program'
  readonly value: string
}

/** Two sources that cannot both be right: a person must say which. Not what is merely old and will be raised. */
export interface Difference {
  readonly address: string
  readonly what: SettledDifference['what']
  readonly sides: readonly [Side, Side, ...Side[]]
}

/** A mailbox as the sheet has it. */
export interface SheetSide {
  readonly provider: Provider
  readonly address: string
  readonly userName: string
  readonly incoming: EndpointHint | null
  readonly outgoing: EndpointHint | null
}

const lower = (text: string): string => text.toLowerCase()

/**
 * The sheet's server and the catalogue's for the very domain. A catalogue that names none of that kind contradicts nothing, and neither does a
 * host of the catalogue's own form with another label: providers print servers of one of their nets beside addresses of another.
 */
function serverSides(
  printed: EndpointHint | null,
  forms: readonly EndpointHint[],
  known: readonly EndpointHint[],
): Difference['sides'] | null {
  if (!printed || forms.some(({ protocol, host }) => protocol === printed.protocol && matchDomain(host, printed.host)))
    return null
  const first = known.find(({ protocol }) => protocol === printed.protocol)
  if (!first) return null
  return [
    { from: 'sheet', value: lower(printed.host) },
    { from: 'catalogue', value: lower(first.host) },
  ]
}

function nameSides(mailbox: SheetSide, profiles: readonly FoundProfile[]): Difference['sides'] | null {
  const names = profiles.flatMap((profile) => {
    const found = matchAccount(profile, mailbox)
    return found.ok && found.value.changeable ? [found.value.userName] : []
  })
  const [other] = names.filter((name) => name !== mailbox.userName)
  if (other === undefined || names.includes(mailbox.userName)) return null
  return [
    { from: 'sheet', value: mailbox.userName },
    { from: 'mail-program', value: other },
  ]
}

/**
 * Where sheet, catalogue and mail program contradict each other about one mailbox: a server that is not the catalogue's for this domain
 * (unless the person has named one), a user name that is not the mail program's.
 */
export function findDifferences(mailbox: SheetSide, profiles: readonly FoundProfile[], said: Said): readonly Difference[] {
  const { provider, address } = mailbox
  const servers = serversOf(provider, address)
  const found: readonly (readonly [Difference['what'], Difference['sides'] | null])[] = [
    ['incoming', saidFor(said.incoming, provider.id) ? null : serverSides(mailbox.incoming, provider.incoming, servers.incoming)],
    ['outgoing', saidFor(said.outgoing, provider.id) ? null : serverSides(mailbox.outgoing, provider.outgoing, servers.outgoing)],
    ['userName', nameSides(mailbox, profiles)],
  ]
  return found.flatMap(([what, sides]) => (sides ? [{ address, what, sides }] : []))
}
