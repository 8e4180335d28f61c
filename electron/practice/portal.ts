import type { AccountStore, PracticeAccount, PracticeLogin } from './accounts.ts'
import type { Realm } from '../../shared/base/secret.ts'
import type { Fault, FaultName } from './faults.ts'

/** What a page answers with: a page, a way to another page, or a line cut without a word. */
export type Answer =
  /** `scripts`: the page asks back in a script dialog; every other page may not run any. */
  | { readonly kind: 'page'; readonly status: number; readonly html: string; readonly scripts?: boolean }
  | { readonly kind: 'go'; readonly to: string; readonly signIn?: string; readonly signOut?: boolean }
  | { readonly kind: 'cut' }

/** One request as a page sees it, with what it may ask of the site around it. */
export interface Visit {
  readonly form: ReadonlyMap<string, string>
  /** Whose mailbox is signed in; null for nobody and for a login that is no mailbox. */
  readonly account: PracticeAccount | null
  /** The user name that is signed in; pages marked `signedIn` always have one. */
  readonly user: string | null
  /** The rest of the address, for pages that say which of several they are about (`?id=…`). */
  readonly query: ReadonlyMap<string, string>
  /** The clock, in milliseconds. */
  readonly now: () => number
  readonly accounts: AccountStore
  /** Asks for a fault at this page and for this user, and uses it up when it was meant once. */
  readonly strike: (name: FaultName) => Fault | null
  /** Notes that a link or button was used. */
  readonly touch: (control: string, decoy: boolean) => void
  /** The sign-in decision with its faults, lock and note in the event log. */
  readonly signIn: (userName: string, password: string, realm?: Realm) => 'ok' | 'refused' | 'locked'
  /**
   * The irreversible act with all its faults: sets the password of `whose` (default: of who is signed in) and answers `done`, or
   * whatever fault was ordered.
   */
  readonly commit: (newPassword: string, done: string, whose?: string) => Answer
}

export interface PortalPage {
  /** What faults call it: `start`, `sign-in`, `sign-in-sent`, `menu`, `form`, `commit`, … */
  readonly name: string
  readonly path: string
  readonly signedIn: boolean
  readonly get?: (visit: Visit) => Answer
  readonly post?: (visit: Visit) => Answer
}

/**
 * One provider's practice member site: its household, its pages and its paper, all in one file `portals/<isp>.ts` that exports
 * `makePortal`. Server, sessions, sign-in, faults and mail servers are the same for all.
 */
export interface Portal {
  readonly provider: string
  readonly startPath: string
  readonly people: readonly PracticeAccount[]
  /** Sign-ins that are no mailbox; left out where one password does it all. */
  readonly logins?: readonly PracticeLogin[]
  /** A first password by this provider's rule; default ten letters and digits. */
  readonly paperPassword?: () => string
  readonly pages: readonly PortalPage[]
  /** Pages the site shows in trouble, whole HTML. */
  readonly trouble: {
    readonly maintenance: string
    readonly expired: string
    readonly error: string
    readonly missing: string
  }
  /** How a page looks when the provider has rebuilt it, by fault: on which page it strikes, and what becomes of its HTML. */
  readonly rebuilt: readonly { readonly fault: FaultName; readonly page: string; readonly edit: (html: string) => string }[]
  /** The paper a customer of this provider holds, with the passwords as printed. */
  readonly sheet: (paper: Paper) => string
}

export interface Paper {
  readonly accounts: readonly PracticeAccount[]
  readonly logins: readonly PracticeLogin[]
  readonly passwordOf: (userName: string) => string
  readonly mailHost: string
}

export const page = (html: string, status = 200): Extract<Answer, { kind: 'page' }> => ({ kind: 'page', status, html })
export const go = (to: string): Answer => ({ kind: 'go', to })
