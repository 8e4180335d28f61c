import { questionName } from '../base/ask.ts'
import { z } from '../base/zod.ts'

/** Names inside a recipe: of controls, pages, values, secrets and things read. None that every object answers to by itself (`constructor`). */
const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .refine((text) => !(text in Object.prototype), { message: 'a borrowed name' })

/** Words as a person sees them on the page. Compared folded: NFKC, no blanks, trailing marks such as 必須 or ＞ ignored. */
const words = z.array(z.string().min(1)).min(1)

/**
 * One control the recipe may use, told by what a person sees. `press` is whatever can be pressed: button, link, image or cell.
 * `words`: spellings any one of which names it. `named`: the name of a value; the control is then told by this value as a whole (the link that shows an
 * account's ID) and `words` only describe it to people. `row`: the name of a value; only the control in the row that shows this value and names nobody else.
 * `among`: words of the heading, legend or caption of the section it stands in (for what is pressed: of the table row or column, too), where a
 * page has several alike. A `tick` may be drawn as a radio button.
 */
export const control = z.strictObject({
  as: z.enum(['text', 'password', 'choice', 'tick', 'press']),
  words,
  named: name.optional(),
  row: name.optional(),
  among: words.optional(),
})
export type Control = Readonly<z.infer<typeof control>>

/**
 * How a page is recognised. All of it must hold: one of `shows` stands there as a heading, title or line of its own (outside links
 * and buttons), or one of `says` is said anywhere on it; every one of `controls` is there, without ambiguity; every one of `values` (named) is shown as a whole word;
 * none of `without` (controls) is there; none of `headedNever` is a heading of it; none of `unless` is said anywhere on it (`…` stands for up to 40 other characters).
 */
export const page = z.strictObject({
  shows: words.optional(),
  says: words.optional(),
  controls: z.array(name).optional(),
  without: z.array(name).optional(),
  values: z.array(name).optional(),
  headedNever: words.optional(),
  unless: words.optional(),
})
export type Page = Readonly<z.infer<typeof page>>

/** The problems a page can mean. */
export const faultCode = z.enum([
  'portal-sign-in-refused',
  'portal-locked',
  'portal-maintenance',
  'portal-session-expired',
  'portal-rule-refused',
  'portal-old-password-refused',
  'portal-limit-reached',
  'portal-refused',
])
export type FaultCode = z.infer<typeof faultCode>

/** A problem told by the words a person sees. `after`: counts only once that act was done (`commit`: or a password handed in on a page before it). `…` stands for up to 40 characters. */
export const fault = z.strictObject({ code: faultCode, after: z.enum(['sign-in', 'commit']).optional(), words })
export type Fault = Readonly<z.infer<typeof fault>>

/**
 * What is put into a field or chosen: a named value (or the part of it before or after its first @), a named secret, a fixed text, or
 * nothing (the field is emptied).
 */
export const source = z.union([
  z.strictObject({ value: name, part: z.enum(['before-at', 'after-at']).optional() }),
  z.strictObject({ secret: name }),
  z.strictObject({ text: z.string().min(1) }),
  z.strictObject({ empty: z.literal(true) }),
])
export type Source = Readonly<z.infer<typeof source>>

const dialog = z.literal('accept').optional()
const fill = z.strictObject({ do: z.literal('fill'), control: name, from: source })
const choose = z.strictObject({ do: z.literal('choose'), control: name, from: source })
/** `ask`: only if the person wishes it; without a yes the box stays as it is. */
const tick = z.strictObject({ do: z.literal('tick'), control: name, on: z.boolean(), ask: questionName.optional() })
/** The person's answer goes into the field; for a `choice` the person picks one of what the page offers. */
const ask = z.strictObject({ do: z.literal('ask'), question: questionName, control: name })
const press = z.strictObject({ do: z.literal('press'), control: name, dialog })

/**
 * Compares what the site shows beside a label with what we hold. `is`: a value, a fixed text, the first characters of a secret with
 * nothing but masking signs after them, or (`unchanged`) the same before and after in the label's row of a table of changes. `stop`: anything else ends the visit before harm (portal-changed; portal-differs where an address only has another domain); `report`: the
 * difference is told with the outcome and the visit goes on. `optional`: the label need not be there.
 */
const check = z.strictObject({
  do: z.literal('check'),
  name,
  words,
  is: z.union([
    z.strictObject({ value: name }),
    z.strictObject({ text: z.string().min(1) }),
    z.strictObject({ secret: name, first: z.int().min(1).max(4) }),
    z.strictObject({ unchanged: z.literal(true) }),
  ]),
  otherwise: z.enum(['stop', 'report']),
  optional: z.boolean().optional(),
})

/** What may be done on a page that is met now and then (a two-factor page): no sign-in, no commit. */
export const detour = z.strictObject({
  page: name,
  lines: z.array(z.discriminatedUnion('do', [fill, choose, tick, ask, press])).min(1),
})
export type Detour = Readonly<z.infer<typeof detour>>

/**
 * One line. `press` follows a link, menu or button; `sign-in` presses the one that sends the password to the site's sign-in and
 * counts as an attempt; `commit` is the one irreversible act. `dialog: 'accept'`: the site asks back in a script dialog and
 * yes is the answer (else no). `expect`: the page must be this one; `ahead`: or a later page of this recipe, then the lines up
 * to its own expect are passed over; `or`: another page does as well, and the lines go on the same way on it (the page that stands already
 * counts, with all that was typed into it); `detours`: pages that may come first, each at most once. `read`: the text beside a label; where
 * `mustBe` is given, anything else is a refusal.
 */
export const line = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open') }),
  z.strictObject({
    do: z.literal('expect'),
    page: name,
    or: z.array(name).optional(),
    ahead: z.array(name).optional(),
    detours: z.array(detour).optional(),
  }),
  fill,
  choose,
  tick,
  ask,
  press,
  z.strictObject({ do: z.literal('sign-in'), control: name, dialog }),
  z.strictObject({ do: z.literal('commit'), control: name, dialog }),
  z.strictObject({ do: z.literal('read'), name, words, optional: z.boolean().optional(), mustBe: words.optional() }),
  check,
])
export type Line = Readonly<z.infer<typeof line>>

/**
 * A visit to a member site as data. `fence` names the only controls that can be reached; `neighbours` are words of controls that
 * stand beside them and must never be touched; `inferred`: written without having seen the pages, so it runs attended.
 * That it is sound beyond its shape is for checkRecipe to say.
 */
export const recipe = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  version: z.iso.date(),
  inferred: z.boolean(),
  fence: z.record(name, control),
  neighbours: z.array(z.string().min(1)),
  pages: z.record(name, page),
  faults: z.array(fault),
  lines: z.array(line).min(2),
})
export type Recipe = Readonly<z.infer<typeof recipe>>
