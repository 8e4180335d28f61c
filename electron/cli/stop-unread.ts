import type { Problem } from '../../shared/base/problem.ts'
import { sayCli } from '../../shared/words/cli.ts'
import type { CommandContext } from './command-context.ts'
import type { Arguments } from './arguments.ts'
import { exitCodes, exitOfRun } from './exit-codes.ts'
import { readSoundPart } from './read-named-run.ts'
import { noRunLine, problemLine, resultLine } from './result-line.ts'
import { stopBefore } from './stop-before.ts'
import { tellProblem } from './tell-problem.ts'

/**
 * Says why a named run could not be read. Where its journal is damaged the lines before the damage still tell what was changed for
 * certain; what they do not tell is unknown, never "nothing was changed".
 */
export async function stopUnread(context: CommandContext, args: Arguments, problem: Problem): Promise<number> {
  if (problem.code !== 'journal-damaged') return stopBefore(context, problem)
  const { app, output, stop } = context
  tellProblem(output, problem)
  const sound = await readSoundPart(app, args)
  if (!sound) {
    output.line({ ...noRunLine(problem, output.lang), outcome: 'unknown', run: args.operands[0]! })
    return stop.aborted ? exitCodes.interrupted : exitCodes.unknown
  }
  output.say(sayCli('showSecrets', output.lang, { run: sound.run }))
  const told = resultLine(sound.plan, sound.entries, output.lang)
  const outcome = told.outcome === 'unfinished' ? told.outcome : 'unknown'
  output.line({ ...told, outcome, problems: [problemLine(problem, output.lang), ...told.problems] })
  return stop.aborted ? exitCodes.interrupted : exitOfRun(outcome)
}
