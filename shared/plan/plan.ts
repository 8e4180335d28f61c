import { runId } from '../base/ids.ts'
import { realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { account } from '../mail/account.ts'
import { settingChange } from '../client/mail-client.ts'
import { step } from './step.ts'

/** What a person is shown before anything is touched, for one mail program. */
export const plannedClient = z.strictObject({
  client: z.string(),
  profile: z.string(),
  folder: z.string(),
  changes: z.array(settingChange),
})

/** One mailbox of the sheet in the plan. `portal: skipped` when the password was changed by hand already. */
export const plannedMailbox = z.strictObject({
  account,
  portal: z.enum(['change', 'skipped']),
  clients: z.array(plannedClient),
})

/**
 * How the run is carried out, kept with the plan so that it can be taken up again by its name alone. `ca`: PEM of one more trusted
 * authority (public). `vault`: where its secrets are.
 */
export const manner = z.strictObject({
  browser: z.string().nullable(),
  headed: z.boolean(),
  attended: z.boolean(),
  ca: z.string().nullable(),
  vault: z.enum(['os', 'file', 'memory']),
})
export type Manner = Readonly<z.infer<typeof manner>>

/** The steps for one run, in a safe order, with everything a person must know to agree. Holds no secret. */
export const plan = z.strictObject({
  version: z.literal(1),
  run: runId,
  createdAt: z.string(),
  program: z.string(),
  provider: z.string(),
  realm,
  sheet: z.strictObject({ file: z.string(), sha256: z.string() }),
  manner,
  mailboxes: z.array(plannedMailbox),
  steps: z.array(step),
})
export type Plan = Readonly<z.infer<typeof plan>>
