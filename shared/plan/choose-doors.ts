import { fail, ok, type Result } from '../base/result.ts'
import type { FoundAccount } from '../client/mail-client.ts'
import { type Endpoint, type EndpointHint, type Protocol, type Security, standardPort, weakerThan } from '../mail/endpoint.ts'

/** Where the settings shall point. `null`: nobody named such a server. */
export interface Doors {
  readonly incoming: Endpoint | null
  readonly outgoing: Endpoint | null
}

export interface DoorSources {
  /** Said by the person: over everything else. */
  readonly override: Doors
  /** Sheet first, then what the catalogue knows. */
  readonly incoming: readonly EndpointHint[]
  readonly outgoing: readonly EndpointHint[]
  readonly found: FoundAccount | null
}

const safePorts: Record<Protocol, Security> = { pop3: 'tls', imap: 'tls', smtp: 'starttls' }

/** IANA and RFC 8314: a standard port tells its security; for others TLS first, STARTTLS for submission. Never plaintext. */
function securityOfPort(protocol: Protocol, port: number | undefined): Security {
  if (port === undefined) return safePorts[protocol]
  if (port === standardPort(protocol, 'tls')) return 'tls'
  if (port === standardPort(protocol, 'starttls') || port === 25) return 'starttls'
  return safePorts[protocol]
}

function fromHint(hint: EndpointHint, found: Endpoint | null): Endpoint {
  const sameDoor = found && found.host.toLowerCase() === hint.host.toLowerCase() && found.protocol === hint.protocol
  // What already works and is protected stays as it is, unless the paper names another port or security.
  if (
    sameDoor &&
    found.security !== 'none' &&
    (hint.port ?? found.port) === found.port &&
    (hint.security ?? found.security) === found.security
  )
    return found
  const door = hint.security === undefined || hint.security === 'none' ? securityOfPort(hint.protocol, hint.port) : hint.security
  return {
    protocol: hint.protocol,
    host: hint.host.toLowerCase(),
    port: hint.port ?? standardPort(hint.protocol, door),
    security: door,
  }
}

/** Where the program cannot say STARTTLS, the door beside it that is protected from the start: whether there is one is proved like any other. */
const sayable = (door: Endpoint): Endpoint =>
  door.security === 'starttls' ? { ...door, security: 'tls', port: standardPort(door.protocol, 'tls') } : door

function choose(override: Endpoint | null, hints: readonly EndpointHint[], found: Endpoint | null): Endpoint | null {
  if (override) return override
  // The kind of account (POP3 or IMAP) is the customer's own choice and is never changed.
  const hint = found ? hints.find((candidate) => candidate.protocol === found.protocol) : hints[0]
  if (hint) return fromHint(hint, found)
  if (!found || found.security !== 'none') return found
  return { ...found, security: 'tls', port: standardPort(found.protocol, 'tls') }
}

const describe = (door: Endpoint): string => `${door.protocol} ${door.host}:${door.port} ${door.security}`

function refused(wanted: Endpoint | null, found: Endpoint | null): ReturnType<typeof fail> | null {
  if (!wanted || !found) return null
  if (wanted.protocol !== found.protocol)
    return fail('client-not-changeable', 'after-person', { found: describe(found), wanted: describe(wanted), reason: 'protocol' })
  if (weakerThan(wanted.security, found.security))
    return fail('plaintext-not-allowed', 'after-person', { found: describe(found), wanted: describe(wanted) })
  return null
}

/**
 * The doors one mailbox shall use: what the person said, else what the sheet names, else the catalogue, else what the mail program
 * has. A protected door that is found stays; an unprotected one is raised to TLS (proved before anything is changed). Never weaker
 * than found (`plaintext-not-allowed`), and POP3 stays POP3 (`client-not-changeable`). What the mail program cannot say (STARTTLS where
 * Outlook fetches) is not chosen for it, unless the person said it.
 */
export function chooseDoors(sources: DoorSources): Result<Doors> {
  const foundIncoming = sources.found?.incoming ?? null
  const foundOutgoing = sources.found?.outgoing?.endpoint ?? null
  const fetching = choose(sources.override.incoming, sources.incoming, foundIncoming)
  const incoming = fetching && sources.found?.noStarttls && !sources.override.incoming ? sayable(fetching) : fetching
  const outgoing = choose(sources.override.outgoing, sources.outgoing, foundOutgoing)
  return refused(incoming, foundIncoming) ?? refused(outgoing, foundOutgoing) ?? ok({ incoming, outgoing })
}
