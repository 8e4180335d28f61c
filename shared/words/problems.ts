import type { ProblemCode } from '../base/problem.ts'
import type { ProblemWords } from './problem-sentence.ts'
import { programProblems } from './program-problems.ts'
import { sheetProblems } from './sheet-problems.ts'
import { runsProblems } from './runs-problems.ts'
import { portalProblems } from './portal-problems.ts'
import { serversProblems } from './servers-problems.ts'
import { clientsProblems } from './clients-problems.ts'
import { packsProblems } from './packs-problems.ts'

/** Every expected failure, in plain words. A code without its sentences does not compile. */
export const problemWords: Readonly<Record<ProblemCode, ProblemWords>> = {
  ...programProblems,
  ...sheetProblems,
  ...runsProblems,
  ...portalProblems,
  ...serversProblems,
  ...clientsProblems,
  ...packsProblems,
}
