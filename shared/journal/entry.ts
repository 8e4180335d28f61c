import { stepId } from '../base/ids.ts'
import { problem } from '../base/problem.ts'
import { z } from '../base/zod.ts'
import { plan } from '../plan/plan.ts'
import { evidence, signIn, writtenFiles } from '../plan/evidence.ts'

/**
 * What is about to be done inside a step and cannot be told afterwards by looking: a sign-in spends an attempt, a commit can be sent
 * once, a rewrite leaves files that another program may change. `from`: the copy (folder below the run's) that holds them as they
 * are now; `before`: an older copy, where ours may be in `from` already. `undo`: the files of the copy `from` are about to be put back.
 */
export const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step') }),
  z.strictObject({ kind: z.literal('sign-in'), signIn: signIn.omit({ outcome: true }) }),
  // `by`: handed over to the person, who may then have done it; left out: sent by this program.
  z.strictObject({ kind: z.literal('commit'), by: z.literal('person').optional() }),
  z.strictObject({
    kind: z.literal('rewrite'),
    from: z.string(),
    before: z.string().optional(),
    files: writtenFiles,
  }),
  z.strictObject({ kind: z.literal('undo'), from: z.string() }),
])
export type Act = Readonly<z.infer<typeof act>>

export const verdict = z.enum(['to-do', 'done', 'cannot-tell'])
export type Verdict = z.infer<typeof verdict>

const kinds = {
  planned: z.strictObject({ kind: z.literal('planned'), plan }),
  looked: z.strictObject({
    kind: z.literal('looked'),
    step: stepId,
    verdict,
    problem: problem.nullable(),
    evidence: evidence.nullable(),
  }),
  intended: z.strictObject({ kind: z.literal('intended'), step: stepId, act }),
  done: z.strictObject({ kind: z.literal('done'), step: stepId, evidence }),
  failed: z.strictObject({ kind: z.literal('failed'), step: stepId, problem, evidence: evidence.nullable() }),
  undone: z.strictObject({ kind: z.literal('undone'), step: stepId }),
  asked: z.strictObject({ kind: z.literal('asked'), step: stepId.nullable(), question: z.string(), facts: problem.shape.facts }),
  // A typed secret or text is never written: only that an answer came.
  answered: z.strictObject({
    kind: z.literal('answered'),
    step: stepId.nullable(),
    question: z.string(),
    answer: z.union([z.boolean(), z.string(), z.null()]),
  }),
  /** Its passwords were shown to a person: that they were, never what they are. */
  revealed: z.strictObject({ kind: z.literal('revealed'), what: z.literal('passwords') }),
  stopped: z.strictObject({
    kind: z.literal('stopped'),
    why: z.enum(['finished', 'resting', 'person', 'declined']),
    problem: problem.nullable(),
  }),
}

/**
 * One line of the journal. `intended` is on disk before the hand moves; `done` carries the evidence. Screen, resume, undo,
 * proof and campaign are all readings of these.
 */
export const entry = z.discriminatedUnion('kind', [
  kinds.planned,
  kinds.looked,
  kinds.intended,
  kinds.done,
  kinds.failed,
  kinds.undone,
  kinds.asked,
  kinds.answered,
  kinds.revealed,
  kinds.stopped,
])
export type Entry = Readonly<z.infer<typeof entry>>

/** An entry as it stands on disk: numbered from 1, timed in ISO 8601 with milliseconds, UTC. */
export type WrittenEntry = Entry & { readonly seq: number; readonly at: string }

/** A written entry on its way to the window: checked where the journal was read or written, in the same program, and not once more. */
export const toldEntry = z.custom<WrittenEntry>()

/** Where entries are written. `append` has flushed to disk when it resolves ok. */
export interface Journal {
  append(entry: Entry): Promise<WrittenEntry>
  entries(): readonly WrittenEntry[]
}
