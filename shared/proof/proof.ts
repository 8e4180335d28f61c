import { problem } from '../base/problem.ts'
import { realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { undoStanding } from '../journal/undo-standing.ts'
import { otherHolder } from '../plan/checklist.ts'
import { portalOutcome } from '../plan/evidence.ts'

const bilingual = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })
const moment = z.iso.datetime({ offset: true })

/** How the whole run ended, as the command line says it. */
export const runOutcome = z.enum(['done', 'stopped', 'unfinished', 'unknown'])
export type RunOutcome = z.infer<typeof runOutcome>

/**
 * Everything a record may have to admit. The list is closed so that nothing unproved goes without its sentence.
 * `mail-program-not-opened` and `phones-and-other-pcs` hold for every run: this program never sees them.
 */
export const notProvedStatement = z.enum([
  'portal-outcome-unknown',
  'portal-changed-by-hand',
  'incoming-not-tested',
  'outgoing-not-tested',
  'round-trip-not-asked',
  'round-trip-not-seen',
  'old-password-not-tried',
  'old-password-unclear',
  'no-mail-program',
  'mail-program-left-alone',
  'settings-not-proved-from-disk',
  'password-not-stored',
  'stopped-before-end',
  'mail-program-not-opened',
  'phones-and-other-pcs',
])
export type NotProvedStatement = z.infer<typeof notProvedStatement>

/** What a person has left to do, in the order it is printed. */
export const nextThing = z.enum([
  'finish-undo',
  'resume-run',
  'keep-both-passwords',
  'call-provider',
  'change-mail-program-by-hand',
  'enter-password-in-mail-program',
  'start-mail-program',
  ...otherHolder.options,
  'cross-out-old-password',
  'keep-this-paper',
])
export type NextThing = z.infer<typeof nextThing>

/** One live sign-in with the new password. `door` is the endpoint's URL form; `from`: whose settings were used for it. */
export const proofProbe = z.strictObject({
  service: z.enum(['incoming', 'outgoing']),
  door: z.string().min(1),
  userName: z.string(),
  ok: z.boolean(),
  problem: problem.nullable(),
  at: moment,
  from: z.enum(['plan', 'disk']),
})
export type ProofProbe = Readonly<z.infer<typeof proofProbe>>

/** One mail program's profile: what was changed in it, and the sign-ins made with the settings as read back from disk. */
export const proofProgram = z.strictObject({
  client: z.enum(['thunderbird', 'outlook']),
  profile: z.string(),
  programVersion: z.string().nullable(),
  /** Settings before and after; a password's sides never hold its value. */
  changed: z.array(z.strictObject({ setting: z.string(), from: z.string(), to: z.string() })),
  /** Sign-ins with what stands on disk; empty when it was not read back or not tried. */
  fromDisk: z.array(proofProbe),
  problem: problem.nullable(),
  /**
   * How its files stand where they are not simply as `changed` says. `put-back`: as they were before the run · `rewrite-cut`, `undo-cut`: that was
   * begun and has no ending, so they may be half old and half new. Older proofs do not say.
   */
  files: z.enum(['put-back', 'rewrite-cut', 'undo-cut']).optional(),
})
export type ProofProgram = Readonly<z.infer<typeof proofProgram>>

const portalPart = {
  portal: portalOutcome,
  receipt: z.string().nullable(),
  changedAt: moment.nullable(),
  /** What the site showed otherwise than the sheet has it (an address with another domain). */
  differences: z.array(z.strictObject({ name: z.string(), page: z.string(), expected: z.string(), found: z.string() })),
}

export const proofMailbox = z.strictObject({
  address: z.string().min(1),
  /** Whose it is, where the head of the record cannot say it for all. */
  holder: z.strictObject({ customerName: z.string().nullable(), memberNumber: z.string().nullable() }).optional(),
  userName: z.string(),
  ...portalPart,
  /** Sign-ins before the mail program was touched. */
  probes: z.array(proofProbe),
  programs: z.array(proofProgram),
  /** A message to oneself, sent and fetched back; null: nobody asked for it. */
  roundTrip: z.strictObject({ ok: z.boolean(), problem: problem.nullable(), at: moment }).nullable(),
  /** One try with the old password; null: nobody asked for it. */
  oldPassword: z
    .strictObject({ outcome: z.enum(['refused', 'still-works', 'unclear']), problem: problem.nullable(), at: moment })
    .nullable(),
})
export type ProofMailbox = Readonly<z.infer<typeof proofMailbox>>

/** A login that is no mailbox's own (member site, connection): what became of its password. `provider`: whose it is; older proofs do not say. */
export const proofLogin = z.strictObject({
  login: z.string().min(1),
  provider: z.string().optional(),
  realms: z.array(realm).min(1),
  ...portalPart,
})
export type ProofLogin = Readonly<z.infer<typeof proofLogin>>

/**
 * What a run can show for itself, fit to print and to keep: only what was seen, and by name what was not. It has no place
 * for a password's value. Times are ISO 8601 with offset, so that the paper shows the clock of the place.
 */
export const proof = z.strictObject({
  version: z.literal(1),
  run: z.string().min(1),
  outcome: runOutcome,
  /** How far the mail programs' settings were put back; left out where nobody asked for it. */
  undo: undoStanding.exclude(['none']).optional(),
  startedAt: moment,
  finishedAt: moment,
  programVersion: z.string(),
  /** True for a rehearsal: printed across the record, so that nobody takes it for a real one. */
  practice: z.boolean(),
  providers: z.array(z.strictObject({ id: z.string(), name: bilingual })).min(1),
  /** Of every mailbox of the run; null where they are not one household's, or a login is among them. */
  customerName: z.string().nullable(),
  memberNumber: z.string().nullable(),
  mailboxes: z.array(proofMailbox),
  logins: z.array(proofLogin),
  /** Mailboxes of the sheet that were left alone, because another password was asked for. */
  untouched: z.array(z.string()),
  problems: z.array(problem),
  /** `address` null: holds for the whole run. */
  notProved: z.array(z.strictObject({ what: notProvedStatement, address: z.string().nullable() })),
  next: z.array(nextThing),
  /** The provider's own remarks for afterwards, and whom to call: from its data, so the paper stands alone. */
  notices: z.array(bilingual),
  help: z.array(z.strictObject({ name: bilingual, phone: z.string(), hours: bilingual })),
  /** SHA-256 of the journal's last line, hex: ties the paper to the journal it was read from. */
  journalHash: z.string().nullable(),
})
export type Proof = Readonly<z.infer<typeof proof>>
