import { problem } from '../base/problem.ts'
import { runId } from '../base/ids.ts'
import { realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { account } from '../mail/account.ts'
import { foundByHand } from '../client/by-hand/found-by-hand.ts'
import { settingChange } from '../client/mail-client.ts'
import { asVersion2 } from './older-plan.ts'
import { step } from './step.ts'

/** What a person is shown before anything is touched, for one mail program. */
export const plannedClient = z.strictObject({
  client: z.string(),
  profile: z.string(),
  folder: z.string(),
  changes: z.array(settingChange),
})

/**
 * When the provider allows this password's change again (ISO, UTC), where one of the last hours stands against doing it now; the run
 * rests there and `resume` does it then.
 */
const notBefore = z.iso.datetime().nullable()

/** One mailbox of a sheet in the plan; its address is the name of its lane. `portal: skipped` when the password was changed by hand already. */
export const plannedMailbox = z.strictObject({
  provider: z.string(),
  account,
  portal: z.enum(['change', 'skipped']),
  notBefore,
  clients: z.array(plannedClient),
})

/** A sign-in that opens no mailbox and whose password is changed. `realms`: what else the same password opens. */
export const plannedLogin = z.strictObject({
  lane: z.string(),
  provider: z.string(),
  login: z.string(),
  realms: z.array(realm).min(1),
  notBefore,
})
export type PlannedLogin = Readonly<z.infer<typeof plannedLogin>>

/**
 * A contradiction between paper, catalogue and mail program, and what the person decided; of a `password` (whose stands under `address`) between
 * the paper and what an earlier run has kept.
 */
export const settledDifference = z.strictObject({
  address: z.string(),
  what: z.enum(['incoming', 'outgoing', 'userName', 'password']),
  chosen: z.string(),
  others: z.array(z.string()),
})
export type SettledDifference = Readonly<z.infer<typeof settledDifference>>

/** A paper whose asked password nothing here can change, left out of a run that goes on with others; `problem` says why, and the way. */
export const refusedPaper = z.strictObject({ provider: z.string(), file: z.string(), problem })
export type RefusedPaper = Readonly<z.infer<typeof refusedPaper>>

/**
 * How the run is carried out, kept with the plan so that it can be taken up again by its name alone. `ca`: PEM of one more trusted
 * authority (public). `vault`: where its secrets are. `headless`: no window even where each press is asked about; left out where nobody said so.
 * `rehearsal`: it leads to a practice provider, whatever its papers say; left out where it does not.
 */
export const manner = z.strictObject({
  browser: z.string().nullable(),
  headed: z.boolean(),
  headless: z.boolean().optional(),
  attended: z.boolean(),
  ca: z.string().nullable(),
  vault: z.enum(['os', 'file', 'memory']),
  rehearsal: z.literal(true).optional(),
})
export type Manner = Readonly<z.infer<typeof manner>>

const version2 = z.strictObject({
  version: z.literal(2),
  run: runId,
  createdAt: z.string(),
  program: z.string(),
  realm,
  /** The papers it was made from, each with whose it is; none where a forgotten password is set anew. */
  sheets: z.array(z.strictObject({ provider: z.string(), file: z.string(), sha256: z.string() })),
  manner,
  mailboxes: z.array(plannedMailbox),
  logins: z.array(plannedLogin),
  /** Mailboxes of the sheets that this run leaves alone: another password was asked for, or theirs cannot be changed. */
  untouched: z.array(z.string()),
  /** Left out where there is none. A run with one of them is never done. */
  refused: z.array(refusedPaper).min(1).optional(),
  /** Mail programs of this PC that may hold these mailboxes and that a person changes by hand. Left out where none was found. */
  byHand: z.array(foundByHand).min(1).optional(),
  settled: z.array(settledDifference),
  steps: z.array(step),
})

/** The steps for one run, in a safe order, with everything a person must know to agree. Holds no secret. Plans of version 1 are read, too. */
export const plan = z.preprocess(asVersion2, version2)
export type Plan = Readonly<z.infer<typeof version2>>

/** Whose site and servers a lane is about; null for the lane of the whole run. */
export function providerOf(lane: string, { mailboxes, logins }: Pick<Plan, 'mailboxes' | 'logins'>): string | null {
  const mailbox = mailboxes.find(({ account }) => account.address === lane)
  return mailbox?.provider ?? logins.find((login) => login.lane === lane)?.provider ?? null
}

/** Every provider of a plan, in its order, each once. */
export const providersOf = ({ sheets, mailboxes, logins }: Pick<Plan, 'sheets' | 'mailboxes' | 'logins'>): readonly string[] => [
  ...new Set([...sheets, ...mailboxes, ...logins].map(({ provider }) => provider)),
]
