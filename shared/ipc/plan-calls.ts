import { problem } from '../base/problem.ts'
import { realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { plan } from '../plan/plan.ts'
import { sheetId } from './sheet-calls.ts'

/** A plan that was shown and may be carried out; its passwords wait in the main process. Gone when the window is closed. */
export const draftId = z.string().regex(/^draft-[0-9a-f]{8}$/)

/** A password that was made and is to be used if the person agrees; it stays in the main process, and one at a time. */
const madeId = z.string().regex(/^made-[0-9a-f]{8}$/)

const inBoth = z.strictObject({ ja: z.string(), en: z.string() })
const remark = z.strictObject({ code: z.string(), facts: problem.shape.facts })

/** How the password is changed: by the recipe, by the person with guidance, or not (it was changed already). */
export const way = z.enum(['recipe', 'guided', 'skip'])

export const draftView = z.strictObject({
  draft: draftId,
  plan,
  /** What else holds the password and must be given the new one (router, phone, …). */
  checklist: z.array(z.string()),
  notices: z.array(inBoth),
  /** What the site's pages will be asked to do, in words of the site: one line a press. */
  presses: z.array(z.strictObject({ lane: z.string(), control: z.string(), irreversible: z.boolean() })),
  /** Profiles of mail programs that could not be read and will be left alone. */
  unread: z.array(z.strictObject({ profile: z.string(), problem })),
  warnings: z.array(remark),
})
export type DraftView = Readonly<z.infer<typeof draftView>>

/** Calls about a plan: choose the new password, see what would be done. Nothing is changed by any of them. */
export const planCalls = {
  /** A new password to the provider's rule. Shown at once, so it is in the answer; the window lets go of it when it is hidden again. */
  makePassword: {
    input: z.strictObject({ provider: z.string(), realm }),
    output: z.strictObject({ made: madeId, value: z.string() }),
  },
  /** Shows the made one again. Refused once another was made, or a plan has been made with it. */
  revealMade: { input: z.strictObject({ made: madeId }), output: z.strictObject({ value: z.string() }) },
  /** Judges a person's own choice while it is typed. `score` 0 to 4 as zxcvbn has it. Nothing of it is kept. */
  judgePassword: {
    input: z.strictObject({ provider: z.string(), realm, value: z.string().max(200), sheets: z.array(sheetId) }),
    output: z.strictObject({
      ok: z.boolean(),
      faults: z.array(remark),
      warnings: z.array(remark),
      score: z.int().min(0).max(4),
    }),
  },
  /** What would be done. May ask (contradictions between paper, site and mail program) before it answers. */
  draftPlan: {
    input: z.strictObject({
      sheets: z.array(sheetId).min(1),
      realm,
      /** Empty: all that stand on the sheets. */
      addresses: z.array(z.string()),
      way,
      /** Typed by the person; null: made, or what is on the paper. */
      newPassword: z.string().max(200).nullable(),
      /** One that was made and seen before; null: the program makes one now. */
      made: madeId.nullable(),
      roundTrip: z.boolean(),
      proveOldDead: z.boolean(),
      /** Ask before each press on the member site. */
      attended: z.boolean(),
      /** Rewrite the mail programs found here; false leaves them alone. */
      mailPrograms: z.boolean(),
    }),
    output: draftView,
  },
  dropDraft: { input: z.strictObject({ draft: draftId }), output: z.strictObject({}) },
} as const
