import type { Problem } from '../../shared/base/problem.ts'
import type { CommandContext } from './command-context.ts'
import { tellProblem } from './tell-problem.ts'

/**
 * Says which added provider data is not used though it should be: for the providers of the sheets that were read, and, where a sheet's provider was
 * not found (null), for those the program knows from packs only.
 */
export function tellHeld(
  { app, output }: Pick<CommandContext, 'app' | 'output'>,
  ids: readonly (string | null)[],
): readonly Problem[] {
  const catalogue = app.catalogue()
  const unknown = ids.includes(null) ? catalogue.broken.map(({ id }) => id).filter((id) => catalogue.find(id) === null) : []
  const wanted = new Set([...ids.flatMap((id) => id ?? []), ...unknown])
  const problems = [...wanted].flatMap((id) => catalogue.held(id) ?? [])
  for (const problem of problems) tellProblem(output, problem)
  return problems
}
