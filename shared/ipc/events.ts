import { problem } from '../base/problem.ts'
import { questionName } from '../base/ask.ts'
import { z } from '../base/zod.ts'
import { toldEntry } from '../journal/entry.ts'
import { checkedRow } from './support-calls.ts'

/**
 * What the main process tells unasked. `entry`: a line of the journal, after it is on disk. `progress`: what is being done inside a step.
 * `picture`: a masked page of the member site was kept. `asked`: a question stands; `withdrawn`: it needs no answer any more.
 */
export const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('entry'), run: z.string(), entry: toldEntry }),
  z.strictObject({
    type: z.literal('progress'),
    run: z.string(),
    step: z.string(),
    what: z.string(),
    facts: problem.shape.facts,
  }),
  z.strictObject({ type: z.literal('picture'), run: z.string(), step: z.string(), name: z.string(), heading: z.string() }),
  z.strictObject({
    type: z.literal('asked'),
    question: z.int().positive(),
    name: questionName,
    kind: z.enum(['yes-no', 'choice', 'text', 'secret']),
    facts: problem.shape.facts,
    choices: z.array(z.string()).nullable(),
  }),
  z.strictObject({ type: z.literal('withdrawn'), question: z.int().positive() }),
  z.strictObject({ type: z.literal('checked'), row: checkedRow }),
])
export type RoadEvent = Readonly<z.infer<typeof event>>
