import type { Protocol, Security } from '../../mail/endpoint.ts'

/** What two values say about encryption together. `doubt`: a value that is not as Outlook leaves it, or leaves open what it does. */
export interface SecurityRead {
  readonly security: Security
  readonly doubt: 'ssl' | 'secure' | null
}

/** `Secure Connection`: 0 none, 1 TLS from the start, 2 STARTTLS, 3 automatic (Microsoft's ENCRYPT_CONN_ constants, real exports). */
const named: Readonly<Record<number, Security>> = { 0: 'none', 1: 'tls', 2: 'starttls', 3: 'none' }

/**
 * How a door is protected. 3 ("automatic") takes what the server offers and nothing where it offers nothing: it counts as no protection,
 * and is a doubt. `Use SSL` without a `Secure Connection` that agrees is read by the port where sending, as older Outlooks did: 465 is TLS
 * from the start. Null: a number nobody has described.
 */
export function readSecurity(
  protocol: Protocol,
  port: number,
  { ssl, secure }: { readonly ssl: number | null; readonly secure: number | null },
): SecurityRead | null {
  if (![null, 0, 1].includes(ssl) || (secure !== null && !(secure in named))) return null
  const on = ssl === 1
  if (secure !== null && secure !== 0) return { security: named[secure]!, doubt: secure === 3 ? 'secure' : on ? null : 'ssl' }
  if (!on) return { security: 'none', doubt: null }
  const older: Security = protocol === 'smtp' && port !== 465 ? 'starttls' : 'tls'
  return { security: older, doubt: protocol === 'smtp' || secure === 0 ? 'ssl' : null }
}
