import { problem } from '../base/problem.ts'
import type { Ask } from '../base/ask.ts'
import type { Result } from '../base/result.ts'
import type { Secret } from '../base/secret.ts'
import type { StopSignal } from '../base/stop.ts'
import { z } from '../base/zod.ts'
import type { Recipe } from './recipe.ts'

/** A page met on the way: its place in the recipe and its masked picture (file below the run's folder), if one was taken. */
export const pageSeen = z.strictObject({ step: z.int(), what: z.string(), heading: z.string(), picture: z.string().nullable() })
export type PageSeen = Readonly<z.infer<typeof pageSeen>>

/** The site shows something else than we hold, and the recipe says to tell so. Never a secret. */
export const difference = z.strictObject({ name: z.string(), page: z.string(), expected: z.string(), found: z.string() })
export type Difference = Readonly<z.infer<typeof difference>>

/**
 * What playing a recipe came to. `commit` is the truth about the one irreversible act: `not-sent` means the site cannot have
 * changed anything; after `sent` only a live sign-in can tell. `completed`: every line played and the last page was the expected one.
 */
export const played = z.strictObject({
  commit: z.enum(['not-sent', 'sent']),
  completed: z.boolean(),
  read: z.record(z.string(), z.string()),
  pages: z.array(pageSeen),
  differences: z.array(difference),
  problem: problem.nullable(),
})
export type Played = Readonly<z.infer<typeof played>>

export interface PlayOrder {
  readonly recipe: Recipe
  readonly startUrl: string
  /** An origin over plain http that the person named by own word (`http://host:port`): there alone, and on this machine, secrets are typed unencrypted. */
  readonly namedOrigin?: string | null
  /** Plain values a recipe fills in by name: `loginName`, `address`, `userName`. */
  readonly values: Readonly<Record<string, string>>
  /** Secrets it fills in by name: `loginPassword` opens the site, `currentPassword` is changed into `newPassword`. */
  readonly secrets: Readonly<Record<string, Secret>>
  /** Every secret known to the run: masked in pictures, redacted from texts. */
  readonly known: readonly Secret[]
  readonly browser: { readonly path: string | null; readonly headed: boolean }
  /** One more trusted certificate authority, PEM: for the hosts of `startUrl` and `siteUrl`, where they answer with a key it vouches for. */
  readonly ca?: string | undefined
  /** Where the site itself begins, when `startUrl` is a link out of a message: such links begin in the clear and lead on to it. */
  readonly siteUrl?: string
  /** Folder for masked pictures; null: none are taken. */
  readonly evidenceFolder: string | null
  /** Ask before each press, with the fields filled since the last one (always so for recipes marked inferred). */
  readonly attended: boolean
  readonly ask: Ask
  /** Called, and awaited, right before the commit is sent: the journal's `intended` line is on disk when it resolves ok. */
  readonly beforeCommit: () => Promise<Result<void>>
  /** Called, and awaited, right before a password leaves for the site's sign-in: counts as one attempt. */
  readonly beforeSignIn: () => Promise<Result<void>>
  readonly report: (what: string, line: number) => void
  /** Told of every page whose masked picture was kept, at once. */
  readonly pictured?: (page: PageSeen) => void
  readonly stop: StopSignal
}

/** Plays a recipe on the member site. Sends the commit at most once, ever. */
export type PlayRecipe = (order: PlayOrder) => Promise<Played>
