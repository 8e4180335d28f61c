import type { AccountStore, PracticeAccount } from './accounts.ts'
import type { Fault, FaultName } from './faults.ts'

/** What a page answers with: a page, a way to another page, or a line cut without a word. */
export type Answer =
  | { readonly kind: 'page'; readonly status: number; readonly html: string }
  | { readonly kind: 'go'; readonly to: string; readonly signIn?: string; readonly signOut?: boolean }
  | { readonly kind: 'cut' }

/** One request as a page sees it, with what it may ask of the site around it. */
export interface Visit {
  readonly form: ReadonlyMap<string, string>
  /** Who is signed in; pages marked `signedIn` always have one. */
  readonly account: PracticeAccount | null
  readonly accounts: AccountStore
  /** Asks for a fault at this page and for this user, and uses it up when it was meant once. */
  readonly strike: (name: FaultName) => Fault | null
  /** Notes that a link or button was used. */
  readonly touch: (control: string, decoy: boolean) => void
  /** The sign-in decision with its faults, lock and note in the event log. */
  readonly signIn: (userName: string, password: string) => 'ok' | 'refused' | 'locked'
  /** The irreversible act with all its faults: sets the password and answers `done`, or whatever fault was ordered. */
  readonly commit: (newPassword: string, done: string) => Answer
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
  readonly passwordOf: (userName: string) => string
  readonly mailHost: string
}

export const page = (html: string, status = 200): Answer => ({ kind: 'page', status, html })
export const go = (to: string): Answer => ({ kind: 'go', to })
