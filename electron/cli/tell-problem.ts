import type { Problem } from '../../shared/base/problem.ts'
import { sayProblem } from '../../shared/words/say-problem.ts'
import type { Output } from './output.ts'

/** A problem in two lines for people: what happened, and what to do next. */
export function tellProblem(output: Output, problem: Problem): void {
  const { what, next } = sayProblem(problem, output.lang)
  output.say(`✖ ${what}\n  ${next}`)
}
