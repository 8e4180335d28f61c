import type { RunId } from '../../shared/base/ids.ts'
import type { SignIn } from '../../shared/plan/evidence.ts'
import type { Journal } from '../../shared/journal/entry.ts'
import { signInsOf, type SpentSignIn } from '../../shared/journal/attempts.ts'
import { readOtherRuns, type RunHistory } from './other-runs.ts'

/** Sign-ins of every run in the data folder, the running one read live. Others are read once: only one run writes at a time. */
export function spentSignIns(
  history: RunHistory,
  current: RunId,
  journal: Journal,
  known: readonly SignIn[],
): () => Promise<readonly SpentSignIn[]> {
  let others: Promise<readonly SpentSignIn[]> | null = null
  return async () => {
    others ??= readOtherRuns(history, current, (entries) => signInsOf(entries))
    return [...(await others), ...signInsOf(journal.entries(), known)]
  }
}
