import type { ProblemCode } from '../base/problem.ts'
import type { InBoth } from './lang.ts'

/** What happened, and what the person does next. `[…{fact}…]` is left out when the fact is not known. */
export interface ProblemSentence {
  readonly what: string
  readonly next: string
}
export type ProblemWords = InBoth<ProblemSentence>

/** Sentences of some codes; a code that is none does not compile. */
export type Sentences = Readonly<Partial<Record<ProblemCode, ProblemWords>>>

/** Both sentences in both languages, Japanese first. */
export const say = (what: string, next: string, whatEn: string, nextEn: string): ProblemWords => ({
  ja: { what, next },
  en: { what: whatEn, next: nextEn },
})
