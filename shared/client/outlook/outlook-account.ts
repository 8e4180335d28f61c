import type { Problem } from '../../base/problem.ts'
import type { Endpoint } from '../../mail/endpoint.ts'
import type { RegistryKey } from './registry-tree.ts'

/** The outgoing side of an account. */
export interface OutlookOutgoing {
  readonly endpoint: Endpoint
  /** It signs in to send. */
  readonly signsIn: boolean
  /** `own`: with `SMTP User` and `SMTP Password`; else with the login that fetches mail. */
  readonly login: 'incoming' | 'own'
  readonly userName: string
}

/** One POP3 or IMAP account as a profile stores it, every text and number decoded by its value's own type. Passwords stay sealed. */
export interface OutlookAccount {
  /** Its subkey: eight hex digits. */
  readonly key: string
  readonly stored: RegistryKey
  readonly protocol: 'pop3' | 'imap'
  /** The name Outlook lists it by. */
  readonly name: string
  readonly address: string
  readonly incoming: Endpoint
  readonly userName: string
  readonly outgoing: OutlookOutgoing | null
  /** Why this program leaves it alone; null: it may be changed. */
  readonly reason: Problem | null
}
