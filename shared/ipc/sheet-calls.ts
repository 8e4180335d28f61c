import { problem } from '../base/problem.ts'
import { realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { candidateLabel, doubtReason } from '../sheet/sheet-accounts.ts'
import { place } from '../sheet/sheet-text.ts'

/** A sheet that was read and is held in the main process until it is put away; the window never gets its passwords unasked. */
export const sheetId = z.string().regex(/^sheet-[0-9a-f]{8}$/)

/** A value as it stands on the paper, with the words around it; a secret inside is replaced by ●. */
const snippet = z.strictObject({ before: z.string(), value: z.string(), after: z.string() })

/** One thing read off the paper. `value` is null for a secret (`revealField` gives it) and where nothing was read. */
const sheetFieldView = z.strictObject({
  /** `mailboxes[0].address`, `memberNumber`, … as doubts name it. */
  field: z.string(),
  /** The paper's own word, where it has one. */
  term: z.string().nullable(),
  realms: z.array(realm),
  secret: z.boolean(),
  present: z.boolean(),
  value: z.string().nullable(),
  confidence: z.enum(['certain', 'doubtful']),
  place: place.nullable(),
  snippet: snippet.nullable(),
})
export type SheetFieldView = Readonly<z.infer<typeof sheetFieldView>>

/** A question about one field. `text` of a candidate is null for a secret. No candidate: to be typed in. */
const doubtView = z.strictObject({
  field: z.string(),
  term: z.string(),
  reason: doubtReason,
  secret: z.boolean(),
  candidates: z.array(z.strictObject({ label: candidateLabel, text: z.string().nullable(), place, snippet: snippet.nullable() })),
  /** The mailbox may be left out instead. */
  mayLeaveOut: z.boolean(),
})
export type DoubtView = Readonly<z.infer<typeof doubtView>>

export const sheetView = z.strictObject({
  sheet: sheetId,
  file: z.string(),
  provider: z.string().nullable(),
  why: z.strictObject({ by: z.enum(['title', 'labels', 'domain', 'person']), words: z.string() }).nullable(),
  customerName: z.string().nullable(),
  memberNumber: z.string().nullable(),
  /** Doubtful ones first, then in the order of the paper. */
  fields: z.array(sheetFieldView),
  doubts: z.array(doubtView),
  /** Addresses of its mailboxes that can be worked on once nothing is in doubt. */
  addresses: z.array(z.string()),
  problem: problem.nullable(),
  /** Something was answered or questioned that `takeAnswerBack` takes back. */
  mayGoBack: z.boolean(),
})
export type SheetView = Readonly<z.infer<typeof sheetView>>

const settled = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('candidate'), index: z.int().nonnegative() }),
  z.strictObject({ how: z.literal('typed'), value: z.string().max(500) }),
  z.strictObject({ how: z.literal('left-out') }),
])

/** Calls about sheets: read one, settle its doubts, show one of its secrets, put it away. */
export const sheetCalls = {
  /** Lets the person choose files in the system's own dialog; none where he thinks better of it. */
  chooseSheets: { input: z.strictObject({}), output: z.strictObject({ files: z.array(z.string()) }) },
  readSheet: {
    input: z.strictObject({
      source: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('file'), file: z.string().min(1).max(4_000) }),
        z.strictObject({ kind: z.literal('text'), text: z.string().max(2_000_000) }),
      ]),
      provider: z.string().nullable(),
    }),
    output: sheetView,
  },
  /** Reads the held sheet anew as the named provider's: the window has no copy of what was typed. Answers already given are asked again. */
  nameProvider: { input: z.strictObject({ sheet: sheetId, provider: z.string() }), output: sheetView },
  /** One doubt at a time; answers with the sheet as it stands then. */
  settleDoubt: { input: z.strictObject({ sheet: sheetId, field: z.string(), settled }), output: sheetView },
  /** The person says that this field is not right: it is asked about first. Answers with the sheet as it stands then. */
  questionField: { input: z.strictObject({ sheet: sheetId, field: z.string().max(200) }), output: sheetView },
  /** Takes the last answer (or the last questioning) back; a mailbox that was left out is there again. Refused where nothing was answered. */
  takeAnswerBack: { input: z.strictObject({ sheet: sheetId }), output: sheetView },
  /** Shows a password of the paper; the window lets go of it when it is hidden again. */
  revealField: {
    input: z.strictObject({ sheet: sheetId, field: z.string(), candidate: z.int().nonnegative().nullable() }),
    output: z.strictObject({ value: z.string() }),
  },
  putSheetAway: { input: z.strictObject({ sheet: sheetId }), output: z.strictObject({}) },
} as const
