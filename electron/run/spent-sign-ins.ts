import type { RunId } from '../../shared/base/ids.ts'
import type { SignIn } from '../../shared/plan/evidence.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Journal, WrittenEntry } from '../../shared/journal/entry.ts'
import { signInsOf, type SpentSignIn } from '../../shared/journal/attempts.ts'

export interface SpentNeeds {
  readonly runs: () => Promise<Result<readonly RunId[]>>
  readonly readRun: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
}

/**
 * Sign-ins of every run in the data folder, the running one read live. Other runs are read once a session: only one run writes at a time.
 * A journal that cannot be read is passed over: it belongs to another run and must not stop this one.
 */
export function spentSignIns(
  needs: SpentNeeds,
  current: RunId,
  journal: Journal,
  known: readonly SignIn[],
): () => Promise<readonly SpentSignIn[]> {
  let others: Promise<readonly SpentSignIn[]> | null = null
  const readOthers = async (): Promise<readonly SpentSignIn[]> => {
    const runs = await needs.runs()
    const spent: SpentSignIn[] = []
    for (const run of runs.ok ? runs.value : []) {
      if (run === current) continue
      const entries = await needs.readRun(run)
      if (entries.ok) spent.push(...signInsOf(entries.value))
    }
    return spent
  }
  return async () => {
    others ??= readOthers()
    return [...(await others), ...signInsOf(journal.entries(), known)]
  }
}
