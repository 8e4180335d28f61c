import type { Problem } from '../../shared/base/problem.ts'
import type { CommandContext } from './command-context.ts'
import { exitCodes, exitOfProblem } from './exit-codes.ts'
import { noRunLine } from './result-line.ts'
import { tellBefore } from './tell-problem.ts'

/** Says a problem that stopped things before a run existed, as the last line, and gives its exit code. */
export function stopBefore(context: Pick<CommandContext, 'output' | 'stop'>, problem: Problem): number {
  tellBefore(context.output, problem)
  context.output.line(noRunLine(problem, context.output.lang))
  return context.stop.aborted ? exitCodes.interrupted : exitOfProblem(problem.code)
}
