import { runId } from '../base/ids.ts'
import { problem } from '../base/problem.ts'
import { realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { toldEntry } from '../journal/entry.ts'
import { undoStanding } from '../journal/undo-standing.ts'
import { proof, runOutcome } from '../proof/proof.ts'
import { plan } from '../plan/plan.ts'
import { passwordStanding } from '../screen/password-standing.ts'
import { longestAnswer } from './longest-answer.ts'
import { draftId } from './plan-calls.ts'

/** Who is carrying a run out: this program, or another process on the same data folder, which this window can look at and not stop. */
export const busy = z.union([z.enum(['here', 'elsewhere']), z.literal(false)])
export type Busy = z.infer<typeof busy>

/** One run as the list shows it. */
export const runRow = z.strictObject({
  run: runId,
  createdAt: z.string(),
  outcome: runOutcome,
  /** Is it being carried out, and by whom? */
  busy,
  /** There is something left to do that `resumeRun` does. */
  open: z.boolean(),
  /** How far its mail programs' settings were put back: what was begun is finished before it is taken up again. */
  undo: undoStanding,
  /** It leads to a practice provider: nothing real was touched. */
  practice: z.boolean(),
  addresses: z.array(z.string()),
  providers: z.array(z.string()),
  /** Its journal is damaged or of a newer program; the rest of the row tells what could be read. */
  problem: problem.nullable(),
})
export type RunRow = Readonly<z.infer<typeof runRow>>

/**
 * A run with its journal. `proof`: what it can show for itself, framed
 * with what the providers' data says (names, notices, help lines), which the window does not have; null where the journal is damaged.
 */
const runView = z.strictObject({ plan, entries: z.array(toldEntry), row: runRow, proof: proof.nullable() })
export type RunView = Readonly<z.infer<typeof runView>>

const ended = z.strictObject({ run: runId, outcome: runOutcome, problem: problem.nullable() })

/** Calls about runs. `startRun`, `resumeRun` and `undoRun` answer when the run has ended; what happens meanwhile comes as events. */
export const runCalls = {
  startRun: { input: z.strictObject({ draft: draftId }), output: ended },
  resumeRun: { input: z.strictObject({ run: runId }), output: ended },
  undoRun: { input: z.strictObject({ run: runId }), output: ended },
  /**
   * The person's wish to stop this run: heeded within a second; what it means then stands in the ending. Null: whatever else is going on
   * (a list, a plan in the making). `run-busy`: another process has the run in hand, or another thing is going on here.
   */
  stopRun: { input: z.strictObject({ run: runId.nullable() }), output: z.strictObject({}) },
  /** The answer to a question that came as an event; null counts as "no". */
  answer: {
    input: z.strictObject({
      question: z.int().positive(),
      value: z.union([z.boolean(), z.string().max(longestAnswer), z.null()]),
    }),
    output: z.strictObject({}),
  },
  listRuns: { input: z.strictObject({}), output: z.strictObject({ runs: z.array(runRow) }) },
  readRun: { input: z.strictObject({ run: runId }), output: runView },
  /** Every password that may be in force, and how each stands by all journals. That they were shown is written in the journal, not what they are. */
  revealPasswords: {
    input: z.strictObject({ run: runId }),
    output: z.strictObject({
      passwords: z.array(
        z.strictObject({
          for: z.string(),
          /** Whose login it is; plans of older programs do not say. */
          provider: z.string().nullable(),
          realms: z.array(realm),
          which: z.enum(['old', 'new']),
          value: z.string(),
          standing: passwordStanding,
          /** The run that has sent a change of it since; `certain`: with success. */
          since: z.strictObject({ run: runId, at: z.string(), certain: z.boolean() }).nullable(),
        }),
      ),
    }),
  },
  /** A masked picture of the member site taken in this run, as PNG in base64. `name`: as events and journal have it. */
  picture: {
    input: z.strictObject({ run: runId, name: z.string().regex(/^evidence\/[\w-]+\/[\w-]+\.png$/) }),
    output: z.strictObject({ png: z.string() }),
  },
  /** Writes the record: where the person says in the system's dialog, or in the data folder. Null: he thought better of it. */
  saveRecord: {
    input: z.strictObject({ run: runId, where: z.enum(['ask', 'data-folder']) }),
    output: z.strictObject({ pdf: z.string().nullable() }),
  },
  /** Opens a record this program wrote in the system's viewer, to be printed from there. */
  openRecord: { input: z.strictObject({ run: runId }), output: z.strictObject({}) },
  /** Takes a run away with its passwords, pictures and copies. Refused while it is carried out, and unsaid where something is unproved without `sure`. */
  deleteRun: { input: z.strictObject({ run: runId, sure: z.boolean() }), output: z.strictObject({}) },
} as const
