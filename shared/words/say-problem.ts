import type { Problem } from '../base/problem.ts'
import { fillSentence } from './fill-sentence.ts'
import type { Lang } from './lang.ts'
import { problemWords } from './problems.ts'

/** A problem in words: what happened, what to do next, and both together as one text. */
export interface SaidProblem {
  readonly what: string
  readonly next: string
  readonly text: string
}

/** Says a problem to a person. The provider's help line is not part of it: it is added where it is shown. */
export function sayProblem(problem: Pick<Problem, 'code' | 'facts'>, lang: Lang): SaidProblem {
  const words = problemWords[problem.code][lang]
  const what = fillSentence(words.what, problem.facts, lang)
  const next = fillSentence(words.next, problem.facts, lang)
  return { what, next, text: lang === 'ja' ? `${what}${next}` : `${what} ${next}` }
}
