import { fail, ok, type Result } from '../base/result.ts'
import { z } from '../base/zod.ts'

export const protocol = z.enum(['pop3', 'imap', 'smtp'])
export type Protocol = z.infer<typeof protocol>

/** `tls`: TLS from the first byte. `starttls`: upgrade required before any password. `none`: in the clear, only when said. */
export const security = z.enum(['tls', 'starttls', 'none'])
export type Security = z.infer<typeof security>

/** One server door. */
export const endpoint = z.strictObject({ protocol, host: z.string().min(1), port: z.int().min(1).max(65535), security })
export type Endpoint = Readonly<z.infer<typeof endpoint>>

/** A door as paper names it: port and security are often missing. */
export const endpointHint = z.strictObject({
  protocol,
  host: z.string().min(1),
  port: z.int().min(1).max(65535).optional(),
  security: security.optional(),
})
export type EndpointHint = Readonly<z.infer<typeof endpointHint>>

/** RFC 8314 §3 and IANA: 995/993/465 implicit TLS; 110/143/587 otherwise. */
export function standardPort(name: Protocol, door: Security): number {
  const ports = { pop3: [995, 110], imap: [993, 143], smtp: [465, 587] } as const
  return ports[name][door === 'tls' ? 0 : 1]
}

const schemes: Record<string, readonly [Protocol, Security]> = {
  pop3s: ['pop3', 'tls'],
  pop3: ['pop3', 'starttls'],
  imaps: ['imap', 'tls'],
  imap: ['imap', 'starttls'],
  smtps: ['smtp', 'tls'],
  smtp: ['smtp', 'starttls'],
}
const urlForm = /^([a-z0-9]+):\/\/(\[[0-9a-f:.]+\]|[^/?#:@\s]+)(?::([0-9]{1,5}))?\/?(?:\?security=(none|starttls|tls))?$/i

/** What was given, fit to be shown: a name and password some put before the host stay out. */
const shown = (text: string): string => text.replace(/\/\/[^/]*@/, '//…@').slice(0, 200)

/**
 * Reads the URL form of the command line: `pop3s://host[:995]`, `smtp://host[:587]`; a plain scheme means STARTTLS
 * required, `?security=none` must be said to send a password in the clear. Refuses everything else (`endpoint-invalid`).
 */
export function parseEndpoint(text: string, kinds: readonly Protocol[] = protocol.options): Result<Endpoint> {
  const found = urlForm.exec(text.trim())
  const scheme = found ? schemes[found[1]!.toLowerCase()] : undefined
  if (!found || !scheme) return fail('endpoint-invalid', 'after-person', { given: shown(text) })
  const [name, implied] = scheme
  if (!kinds.includes(name)) return fail('endpoint-invalid', 'after-person', { given: shown(text), expected: kinds.join(' / ') })
  const said = security.options.find((one) => one === found[4]?.toLowerCase())
  if (implied === 'tls' && said && said !== 'tls') return fail('endpoint-invalid', 'after-person', { given: shown(text) })
  const door = said ?? implied
  const port = found[3] ? Number(found[3]) : standardPort(name, door)
  if (port < 1 || port > 65535) return fail('endpoint-invalid', 'after-person', { given: shown(text) })
  const host = found[2]!.replace(/^\[|\]$/g, '').toLowerCase()
  return ok({ protocol: name, host, port, security: door })
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** The URL form of a door; `parseEndpoint` reads it back equal. The port is always written. */
export function endpointUrl(door: Endpoint): string {
  const scheme = door.security === 'tls' ? `${door.protocol}s` : door.protocol
  return `${scheme}://${bracketed(door.host)}:${door.port}${door.security === 'none' ? '?security=none' : ''}`
}

/** What paper said, as far as it said it: `pop3://host` when neither port nor security is named. */
export function hintUrl(hint: EndpointHint): string {
  const scheme = hint.security === 'tls' ? `${hint.protocol}s` : hint.protocol
  return `${scheme}://${bracketed(hint.host)}${hint.port ? `:${hint.port}` : ''}${hint.security === 'none' ? '?security=none' : ''}`
}

/** Hosts compare without case; everything else exactly. */
export const sameEndpoint = (a: Endpoint, b: Endpoint): boolean =>
  a.protocol === b.protocol && a.host.toLowerCase() === b.host.toLowerCase() && a.port === b.port && a.security === b.security

const strength: Record<Security, number> = { none: 0, starttls: 1, tls: 1 }
/** True when `wanted` would protect the password less than `found` does. STARTTLS (required) and TLS count alike. */
export const weakerThan = (wanted: Security, found: Security): boolean => strength[wanted] < strength[found]
