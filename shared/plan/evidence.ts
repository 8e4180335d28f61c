import { z } from '../base/zod.ts'
import { rewriteReport } from '../client/mail-client.ts'
import { difference, pageSeen } from '../portal/play-recipe.ts'
import { probeReport } from '../probe/probe.ts'

/** One sign-in that was sent to a door. Refusals and silence count against the budget; `other` is an answer that judged no password. */
export const signIn = z.strictObject({
  host: z.string(),
  user: z.string(),
  which: z.enum(['old', 'new']),
  outcome: z.enum(['accepted', 'refused', 'unanswered', 'other']),
})
export type SignIn = Readonly<z.infer<typeof signIn>>

/** Files as a rewrite leaves them. */
export const writtenFiles = rewriteReport.shape.files

export const portalOutcome = z.enum(['changed', 'unchanged', 'unknown', 'skipped'])
export type PortalOutcome = z.infer<typeof portalOutcome>

/** What a step leaves to show. No secret in it, ever. */
export const evidence = z.strictObject({
  /** Sign-ins sent during the step, in order. */
  signIns: z.array(signIn).optional(),
  probes: z.array(probeReport).optional(),
  portal: z
    .strictObject({
      outcome: portalOutcome,
      commit: z.enum(['not-sent', 'sent']),
      /** Did the site itself show its completion page? Not a proof, but worth recording. */
      completed: z.boolean(),
      receipt: z.string().nullable(),
      read: z.record(z.string(), z.string()),
      pages: z.array(pageSeen),
      /** What the site showed otherwise than we hold it. */
      differences: z.array(difference).default([]),
    })
    .optional(),
  /** `before`: an older copy, where this one may hold half-done work of our own beside what others changed since. */
  backup: z
    .strictObject({ folder: z.string(), files: z.int(), storeMissingPassword: z.boolean(), before: z.string().optional() })
    .optional(),
  rewrite: rewriteReport.optional(),
  /** From disk: were a password and the wanted settings found there, and did they sign in? */
  stored: z.strictObject({ password: z.boolean(), outgoingPassword: z.boolean() }).optional(),
  roundTrip: z.strictObject({ tag: z.string(), ms: z.number() }).optional(),
})
export type Evidence = Readonly<z.infer<typeof evidence>>
