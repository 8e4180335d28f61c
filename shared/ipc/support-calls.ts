import { problem } from '../base/problem.ts'
import { z } from '../base/zod.ts'
import { providerView } from './provider-view.ts'

/** One row of a list of mailboxes that was checked. */
export const checkedRow = z.strictObject({
  line: z.int().positive(),
  address: z.string(),
  ok: z.boolean(),
  probes: z.array(z.strictObject({ url: z.string(), ok: z.boolean(), ms: z.number(), problem: problem.nullable() })),
  problem: problem.nullable(),
})

/** The rehearsal that is running, and where its sheet is. */
const practiceView = z.strictObject({ sheetFile: z.string(), addresses: z.array(z.string()), folder: z.string() })

/** Calls about the program itself, the practice provider, and a visit to an office. */
export const supportCalls = {
  about: {
    input: z.strictObject({}),
    output: z.strictObject({
      name: z.string(),
      version: z.string(),
      dataDir: z.string(),
      lang: z.enum(['ja', 'en']),
      /** `chromium`: the stand-in for Electron's own program. */
      shell: z.enum(['electron', 'chromium']),
      /** The rehearsal that is running; null: none. */
      practice: practiceView.nullable(),
      providers: z.array(providerView),
    }),
  },
  /** Why passwords cannot be kept in the system's store; null: they can. Apart from `about`: a locked store may take a minute to answer. */
  vault: { input: z.strictObject({}), output: z.strictObject({ problem: problem.nullable() }) },
  setLang: { input: z.strictObject({ lang: z.enum(['ja', 'en']) }), output: z.strictObject({}) },
  /** Starts the practice provider and answers where its sheet is; until it is stopped, drafts from that sheet lead to it. */
  startPractice: {
    input: z.strictObject({ provider: z.string().nullable(), faults: z.array(z.string()) }),
    output: practiceView,
  },
  stopPractice: { input: z.strictObject({}), output: z.strictObject({}) },
  /** Opens a page of a provider in the person's own browser: only addresses that stand in the provider's data. */
  openPage: { input: z.strictObject({ provider: z.string(), url: z.url() }), output: z.strictObject({}) },
  /** Lets the person choose the list in the system's own dialog; null: he thought better of it. */
  chooseList: { input: z.strictObject({}), output: z.strictObject({ file: z.string().nullable() }) },
  /** Writes what came of the last check, every row of it, as a table (CSV) where the person says. Null: he thought better of it. */
  saveChecked: { input: z.strictObject({}), output: z.strictObject({ file: z.string().nullable() }) },
  /** Checks the mailboxes of a CSV list; rows come as events, the counts at the end. */
  checkList: {
    input: z.strictObject({ file: z.string().min(1), atOnce: z.int().min(1).max(64) }),
    output: z.strictObject({ ok: z.int().nonnegative(), failed: z.int().nonnegative() }),
  },
  /**
   * Writes the proofs (PDF and JSON) of the named runs into a folder the person chooses, a USB stick for instance. Null: none was chosen.
   * `refused`: runs whose proof could not be written, and why; they hold up none of the others.
   */
  exportProofs: {
    input: z.strictObject({ runs: z.array(z.string()).min(1) }),
    output: z.strictObject({
      folder: z.string().nullable(),
      files: z.array(z.string()),
      refused: z.array(z.strictObject({ run: z.string(), problem })),
    }),
  },
} as const
