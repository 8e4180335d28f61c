import { setTimeout as wait } from 'node:timers/promises'
import type { AccountStore, PracticeAccount } from './accounts.ts'
import type { Door, EventLog, SignInOutcome } from './events.ts'
import type { FaultBoard } from './faults.ts'

/** What every mail server here needs: the same store of passwords as the member site, the same faults, the same log. */
export interface MailHouse {
  readonly accounts: AccountStore
  readonly faults: FaultBoard
  readonly events: EventLog
  readonly stop: AbortSignal
  /** A password may come before TLS. Otherwise it is refused unread on the ports that offer STARTTLS. */
  readonly plainSignIn: boolean
}

export interface SignInTry {
  readonly door: Exclude<Door, 'portal'>
  readonly userName: string
  readonly password: string
  readonly mechanism: string
  readonly tls: boolean
}

/** Either who is signed in, or why not. */
export type SignInAnswer =
  | { readonly outcome: 'ok'; readonly account: PracticeAccount }
  | { readonly outcome: Exclude<SignInOutcome, 'ok'>; readonly account: null }

/** Decides one sign-in at a mail door, with the faults in force, and notes it in the log (never the password). */
export async function signInAtMail(house: MailHouse, attempt: SignInTry): Promise<SignInAnswer> {
  const known = house.accounts.find(attempt.userName)
  const spot = { page: attempt.door, user: attempt.userName }
  const slow = house.faults.strike('mail-slow', spot)
  if (slow) await wait((slow.seconds ?? 5) * 1000, undefined, { signal: house.stop })
  const shown = house.accounts.shown(attempt.userName, attempt.password, 'mail')
  const decide = (): SignInOutcome => {
    if (!attempt.tls && !house.plainSignIn) return 'needs-tls'
    if (house.faults.strike('mail-temporary', spot)) return 'temporary'
    if (house.faults.strike('mail-slow-down', spot)) return 'slow-down'
    return house.faults.strike('mail-refused', spot) || shown !== 'current' || !known ? 'refused' : 'ok'
  }
  const outcome = decide()
  const { door, mechanism, tls } = attempt
  house.events.add({ what: 'sign-in', door, user: known ? known.userName : '(unknown)', outcome, shown, mechanism, tls })
  return outcome === 'ok' && known
    ? { outcome, account: known }
    : { outcome: outcome === 'ok' ? 'refused' : outcome, account: null }
}

/** The name and password of a SASL PLAIN message (RFC 4616), or null when it is none. An authorization name must be empty or the same. */
export function readPlain(base64: string): { readonly userName: string; readonly password: string } | null {
  if (base64.length > 4096 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null
  const [actingAs, userName, password, more] = Buffer.from(base64, 'base64').toString('utf8').split('\0')
  if (userName === undefined || password === undefined || more !== undefined) return null
  return actingAs === '' || actingAs === userName ? { userName, password } : null
}
