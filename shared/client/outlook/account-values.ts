import type { Protocol } from '../../mail/endpoint.ts'

/** How Outlook begins the names of an account's values. */
export const prefixOf = (protocol: Exclude<Protocol, 'smtp'>): 'POP3' | 'IMAP' => (protocol === 'pop3' ? 'POP3' : 'IMAP')

export const smtpValues = {
  server: 'SMTP Server',
  port: 'SMTP Port',
  secure: 'SMTP Secure Connection',
  ssl: 'SMTP Use SSL',
  auth: 'SMTP Use Auth',
  user: 'SMTP User',
  password: 'SMTP Password',
} as const

/**
 * The names of everything a rewrite may set in an account's subkey, and nothing else ever: what stands beside them are links between profile
 * sections, and Outlook dies at start when one of those dangles. `… Secure Connection` of the incoming side is never created (its existence
 * is hearsay); where it stands it is kept in step.
 */
export function incomingValues(protocol: Exclude<Protocol, 'smtp'>) {
  const prefix = prefixOf(protocol)
  return {
    server: `${prefix} Server`,
    port: `${prefix} Port`,
    ssl: `${prefix} Use SSL`,
    secure: `${prefix} Secure Connection`,
    user: `${prefix} User`,
    password: `${prefix} Password`,
  } as const
}

/** All of them, in one list. */
export const allowedValues = (protocol: Exclude<Protocol, 'smtp'>): readonly string[] => [
  ...Object.values(incomingValues(protocol)),
  ...Object.values(smtpValues),
]

/** Ports where no value says one: Outlook leaves defaults out. */
export const absentPort: Readonly<Record<Protocol, number>> = { pop3: 110, imap: 143, smtp: 25 }
