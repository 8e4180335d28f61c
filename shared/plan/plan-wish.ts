import type { RunId } from '../base/ids.ts'
import type { Realm, SecretRef } from '../base/secret.ts'
import type { FoundByHand } from '../client/by-hand/found-by-hand.ts'
import type { FoundProfile } from '../client/mail-client.ts'
import type { Account, PortalLogin } from '../mail/account.ts'
import type { Endpoint } from '../mail/endpoint.ts'
import type { Change, Provider } from '../provider/provider.ts'
import type { PastChange } from './change-limit.ts'
import type { Manner, RefusedPaper, SettledDifference } from './plan.ts'

/** What a person said for one provider, by its id, or (under the empty name) for the only one: `checkSaid` refuses that where there are several. */
export type PerProvider<T> = Readonly<Record<string, T>>

/** What was said for this provider: by its own name first. */
export const saidFor = <T>(said: PerProvider<T>, provider: string): T | null =>
  (Object.hasOwn(said, provider) ? said[provider] : said['']) ?? null

/** Said by the person, over sheet and catalogue. */
export interface Said {
  readonly incoming: PerProvider<Endpoint>
  readonly outgoing: PerProvider<Endpoint>
  readonly portalUrl: PerProvider<string>
}

/** A mailbox to be worked on. `change` null: nothing the papers can open changes its password. */
export interface WishedMailbox {
  readonly provider: Provider
  readonly account: Account
  readonly change: Change | null
}

/** A password that opens no mailbox and shall be changed. `opener` opens the site for it. */
export interface WishedLogin {
  readonly provider: Provider
  readonly change: Change
  readonly login: string
  readonly current: SecretRef
  readonly opener: PortalLogin
  /** Addresses of the same household: the site's host may depend on them. */
  readonly near: readonly string[]
}

/** Everything a plan is made from. Nothing in it is contacted or touched; passwords are references. */
export interface PlanWish {
  readonly run: RunId
  readonly createdAt: string
  readonly program: string
  readonly realm: Realm
  readonly sheets: readonly { readonly provider: string; readonly file: string; readonly sha256: string }[]
  readonly mailboxes: readonly WishedMailbox[]
  readonly logins: readonly WishedLogin[]
  readonly untouched: readonly string[]
  readonly refused: readonly RefusedPaper[]
  readonly profiles: readonly FoundProfile[]
  /** Accounts in mail programs that are not rewritten; left out where nobody has looked. */
  readonly byHand?: readonly FoundByHand[]
  /** A mail program was asked for by name: finding none of the mailboxes in it is then a problem, not a note. */
  readonly clientExpected: boolean
  readonly said: Said
  readonly settled: readonly SettledDifference[]
  readonly skipPortal: boolean
  /** The person acts on the member site, the program tells and verifies. */
  readonly guided: boolean
  readonly manner: Manner
  readonly roundTrip: boolean
  readonly proveOldDead: boolean
  /** The password that shall be in force is another than the sheet's: the old one can be tried. */
  readonly oldDiffers: boolean
  /** Changes that the journals of all runs remember. */
  readonly past: readonly PastChange[]
}
