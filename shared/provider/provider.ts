import { realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { endpointHint } from '../mail/endpoint.ts'
import { passwordRule } from '../mail/password-rule.ts'
import { recipe } from '../portal/recipe.ts'
import { layout } from '../sheet/layout.ts'

/** Japanese first, English second. */
export const words = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })
export type Words = Readonly<z.infer<typeof words>>

/** Whom to call: the provider's own help line or a sales office. */
export const helpLine = z.strictObject({ name: words, phone: z.string(), hours: words })

const times = z.strictObject({ most: z.int().positive(), hours: z.number().positive() })

/**
 * One password the program can change on the member site. `signIn`: whose sign-in opens the site for it (`mail`: the mailbox's own pair, by
 * its user name or, with `signInName: 'address'`, by its address).
 * `proof`: where a live sign-in tells what came of it, the mailbox's servers or the member site itself (then `proofRecipe`, which
 * signs in and does nothing else, is played). A realm may stand here twice with different `signIn`s: the first the papers can open is used.
 */
export const change = z
  .strictObject({
    realm,
    title: words,
    signIn: realm,
    signInName: z.enum(['userName', 'address']).optional(),
    startUrl: z.url(),
    /** The same site under another host, for addresses of these domains (patterns as in `domains`). */
    alsoAt: z.array(z.strictObject({ domains: z.array(z.string()).min(1), startUrl: z.url() })),
    recipe,
    rule: passwordRule,
    proof: z.enum(['mail', 'portal']),
    proofRecipe: recipe.nullable(),
    /** Sign in with the old password first: the site allows so few changes that none may be wasted on a wrong one. */
    proveOldFirst: z.boolean(),
    /** Seconds within which a change the site has confirmed takes effect. Waited out before a change is called without effect. */
    effectSeconds: z.number().nonnegative(),
    /** So many changes of one password within `hours`; null: the manual states none. */
    limit: times.nullable(),
    /** Shown with the plan (`before`) and on the record (`after`), for this change only. */
    notices: z.strictObject({ before: z.array(words), after: z.array(words) }),
  })
  .refine((one) => one.proof === 'mail' || one.proofRecipe !== null, { message: 'proof by portal needs a proofRecipe' })
export type Change = Readonly<z.infer<typeof change>>

/** One thing a person does by own hand on a member site, in one sentence; `give`: the value to type or paste there. */
export const guideLine = z.strictObject({
  say: words,
  give: z.enum(['loginName', 'loginPassword', 'address', 'currentPassword', 'newPassword']).nullable(),
})
export type GuideLine = Readonly<z.infer<typeof guideLine>>

/**
 * The way for a realm the program cannot change: what to do instead, where, and (`guide`) step by step for the guided mode.
 * `rule`: for a new password the person will type there; null: the manual states none, the site's own page tells.
 */
export const instead = z.strictObject({
  realm,
  text: words,
  url: z.url().nullable(),
  guide: z.array(guideLine),
  rule: passwordRule.nullable(),
})
export type Instead = Readonly<z.infer<typeof instead>>

/** What to do when a paper, or a name or password that should stand on it, is lost. `url`: where the provider's own way begins. */
export const lost = z.strictObject({
  what: z.enum(['sheet', 'user-name', 'password']),
  /** Whose: null means the sheet as a whole. */
  realm: realm.nullable(),
  text: words,
  url: z.url().nullable(),
  /** Call these; empty: the provider's general help lines. */
  help: z.array(helpLine),
})
export type Lost = Readonly<z.infer<typeof lost>>

/**
 * A forgotten user name or password asked back from the provider on its own page. `recipe` sends the request (its commit). What it asks of
 * the person stands in the recipe. `link`: the address that comes by mail or SMS must begin with one of these, else it is not opened;
 * behind it `recipe` sets a new password. Null where the answer itself is what comes (a user name).
 */
export const recovery = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  what: z.enum(['user-name', 'password']),
  realm,
  title: words,
  startUrl: z.url(),
  recipe,
  waitMinutes: z.strictObject({ from: z.number().nonnegative(), to: z.number().positive() }),
  link: z.strictObject({ beginsWith: z.array(z.string().min(8)).min(1), recipe, rule: passwordRule }).nullable(),
})
export type Recovery = Readonly<z.infer<typeof recovery>>

/** Something the manual describes and the program leaves to the person, told step by step (two-factor sign-in switched on). */
export const guide = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: words,
  url: z.url().nullable(),
  lines: z.array(guideLine).min(1),
})
export type Guide = Readonly<z.infer<typeof guide>>

/**
 * All we know of one provider, as data: the same content can also arrive as a signed pack. Every fact comes from the
 * manual named in `source`, last confirmed on `confirmed` (ISO day); what the manual is silent about is listed in `inferred`.
 */
export const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Edition of this data: ISO day and a number. A pack may replace an older edition only. */
  edition: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+$/),
  name: words,
  /**
   * Domains of its addresses. A leading `*.` stands for one or more labels; `{net}` for one label, which the hosts of `incoming` and
   * `outgoing` may then use (`{net}.pikara.ne.jp` and `pop{net}.pikara.ne.jp`).
   */
  domains: z.array(z.string()).min(1),
  /** Servers the manual names; the sheet's own win. */
  incoming: z.array(endpointHint),
  outgoing: z.array(endpointHint),
  /** Passwords of one contract: which realms one password opens together. */
  passwords: z.array(z.strictObject({ id: z.string(), name: words, realms: z.array(realm).min(1) })).min(1),
  layouts: z.array(layout),
  /** What the program can change on the member site. A realm without an entry: `instead` says the way. */
  changes: z.array(change),
  instead: z.array(instead),
  recoveries: z.array(recovery),
  /** Told on request; a run never needs them. */
  guides: z.array(guide).optional(),
  lost: z.array(lost),
  limits: z.strictObject({
    /** Refused sign-ins before the door may lock (per door and user). */
    refusedSignIns: times,
  }),
  help: z.array(helpLine),
  /** Shown with the plan (`before`) and on the record (`after`). */
  notices: z.strictObject({ before: z.array(words), after: z.array(words) }),
  source: z.strictObject({ manual: z.string(), confirmed: z.iso.date() }),
  inferred: z.array(z.string()),
  /** Rehearsal only: never offered for a real address. */
  practice: z.boolean(),
})
export type Provider = Readonly<z.infer<typeof provider>>
