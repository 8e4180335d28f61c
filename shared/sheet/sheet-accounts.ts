import type { Problem } from '../base/problem.ts'
import type { Realm, Secret } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import type { EndpointHint } from '../mail/endpoint.ts'
import type { Layout } from './layout.ts'
import type { Place } from './sheet-text.ts'

/**
 * Why a field is a question. Nothing usable stands there: `missing`, `instruction` (a sentence, no value), `masked` (●●●).
 * Two places disagree: `contradictory`. Otherwise the characters themselves are in doubt, or (`separator-unclear`, `label-unclear`,
 * `several-values`) where the value begins, which label it belongs to, which of several is meant. `wrapped`: the line
 * below may be the rest of it. `read-from-picture`: OCR is never certain. `by-person`: the person says that it is not right.
 */
export const doubtReason = z.enum([
  'missing',
  'instruction',
  'masked',
  'placeholder',
  'contradictory',
  'full-width',
  'inner-blank',
  'look-alike',
  'invisible',
  'quoted',
  'trailing-note',
  'not-ascii',
  'malformed',
  'separator-unclear',
  'label-unclear',
  'several-values',
  'wrapped',
  'read-from-picture',
  'by-person',
])
export type DoubtReason = z.infer<typeof doubtReason>

/**
 * How a candidate was obtained from what stands on the paper. `other-place`: one of several places that disagree. `so-far`: what counted until the
 * person questioned it.
 */
export const candidateLabel = z.enum([
  'as-written',
  'half-width',
  'plain-signs',
  'without-blanks',
  'without-invisible',
  'without-quotes',
  'without-note',
  'with-mark',
  'first-of-several',
  'other-place',
  'so-far',
])
export type CandidateLabel = z.infer<typeof candidateLabel>

/** One thing read off the paper. `raw` is the paper's own spelling and empty for secrets. A doubtful value also stands among its doubt's candidates. */
export interface SheetField<T> {
  readonly value: T
  readonly raw: string
  readonly place: Place
  readonly confidence: 'certain' | 'doubtful'
}

/** What opens a member site, as printed. The realms say what else the same password opens. */
export interface SheetLogin {
  readonly name: string
  readonly realms: readonly Realm[]
  readonly secret: Secret
}

/** A user name and a password that belong to no mailbox (portal, connection or contract papers of other providers). */
export interface SheetSignIn {
  readonly section: string
  readonly realms: readonly Realm[]
  readonly userName: SheetField<string> | null
  readonly password: SheetField<Secret> | null
}

/** One mailbox on the sheet. `login` is null until name and password are both known for certain. `realms`: what its password opens. */
export interface SheetMailbox {
  readonly address: SheetField<string> | null
  readonly userName: SheetField<string> | null
  /** Where the paper prints no mail login: it is the address, or what stands before its @, and follows it when that is settled. */
  readonly userNameFrom?: 'address' | 'local-part'
  readonly password: SheetField<Secret> | null
  readonly realms: readonly Realm[]
  readonly login: SheetLogin | null
  readonly incoming: SheetField<EndpointHint> | null
  readonly outgoing: SheetField<EndpointHint> | null
}

/** One possible reading. `value` is a Secret for passwords. */
export interface Candidate {
  readonly label: CandidateLabel
  readonly value: string | Secret
  readonly place: Place
}

/**
 * A question to the person about one field (`mailboxes[0].password`, `memberNumber`); the most likely candidate first, none when nothing is
 * there. `term`: the paper's own word for the field.
 */
export interface Doubt {
  readonly field: string
  readonly term: string
  readonly reason: DoubtReason
  readonly candidates: readonly Candidate[]
}

/** What recognised the paper: its title, its labels, the domain of its addresses, or the person who named the provider. */
export interface Recognition {
  readonly by: 'title' | 'labels' | 'domain' | 'person'
  readonly words: string
}

/** Everything one sheet says. `doubts` must be settled before anything is done; `problem` says why the sheet cannot be used as it stands. */
export interface SheetAccounts {
  readonly file: string
  readonly provider: string | null
  readonly why: Recognition | null
  readonly customerName: SheetField<string> | null
  /** For judging a chosen password only: it is never asked about and stands in no plan. No sheet prints a birth date. */
  readonly customerAddress: SheetField<string> | null
  readonly memberNumber: SheetField<string> | null
  readonly portalUser: SheetField<string> | null
  readonly portalPassword: SheetField<Secret> | null
  readonly mailboxes: readonly SheetMailbox[]
  /** The mailbox whose own pair is the contract's portal login, if there is one such. */
  readonly portalMailbox: number | null
  /** Pairs that open something but no mailbox; empty for papers where one password does it all. */
  readonly signIns: readonly SheetSignIn[]
  readonly doubts: readonly Doubt[]
  readonly problem: Problem | null
}

/** What sheet reading needs of a provider; a `Provider` fits. */
export interface SheetProvider {
  readonly id: string
  readonly domains: readonly string[]
  readonly layouts: readonly Layout[]
  readonly practice: boolean
}
