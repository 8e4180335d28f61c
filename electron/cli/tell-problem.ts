import type { Problem } from '../../shared/base/problem.ts'
import { sayBeforeRun } from '../../shared/words/before-run.ts'
import { type SaidProblem, sayProblem } from '../../shared/words/say-problem.ts'
import type { Output } from './output.ts'

const tell = (output: Output, { what, next }: SaidProblem): void => output.say(`✖ ${what}\n  ${next}`)

/** A problem in two lines for people: what happened, and what to do next. */
export const tellProblem = (output: Output, problem: Problem): void => tell(output, sayProblem(problem, output.lang))

/** The same where no run came to be: there is none to resume. */
export const tellBefore = (output: Output, problem: Problem): void => tell(output, sayBeforeRun(problem, output.lang))
