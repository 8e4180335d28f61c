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

/**
 * All we know of one provider, as data: the same content can also arrive as a signed pack. Every fact comes from the
 * manual named in `source`, last confirmed on `confirmed` (ISO day); what the manual is silent about is listed in `inferred`.
 */
export const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: words,
  /** Domains of its addresses. A leading `*.` stands for one or more labels. */
  domains: z.array(z.string()).min(1),
  /** Servers the manual names; the sheet's own win. */
  incoming: z.array(endpointHint),
  outgoing: z.array(endpointHint),
  /** Passwords of one contract: which realms one password opens together. */
  passwords: z.array(z.strictObject({ id: z.string(), name: words, realms: z.array(realm).min(1) })).min(1),
  layouts: z.array(layout),
  /** What the program can change on the member site, by realm. A realm without an entry: `instead` says the way. */
  changes: z.array(
    z.strictObject({
      realm,
      startUrl: z.url(),
      recipe,
      rule: passwordRule,
    }),
  ),
  instead: z.array(z.strictObject({ realm, text: words, url: z.url().nullable() })),
  /** Changes of one password allowed within `hours`, and refused sign-ins before the door may lock (per door and user). */
  limits: z.strictObject({
    changes: z.strictObject({ most: z.int().positive(), hours: z.number().positive() }).nullable(),
    refusedSignIns: z.strictObject({ most: z.int().positive(), hours: z.number().positive() }),
    /** Seconds within which a change the site has confirmed reaches the mail servers. Waited out before a change is called without effect. */
    effectSeconds: z.number().nonnegative(),
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
