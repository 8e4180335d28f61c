import type { RunId } from '../../shared/base/ids.ts'
import type { Result } from '../../shared/base/result.ts'
import { changesMade } from '../../shared/journal/changes-made.ts'
import type { Journal, WrittenEntry } from '../../shared/journal/entry.ts'
import type { PastChange } from '../../shared/plan/change-limit.ts'

/** The runs of the data folder. */
export interface RunHistory {
  readonly runs: () => Promise<Result<readonly RunId[]>>
  readonly readRun: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
}

/**
 * What the journals of all runs but one (null: of all) say. A journal that cannot be read is passed over: it belongs to another run and must
 * not stop this one.
 */
export async function readOtherRuns<T>(
  history: RunHistory,
  except: RunId | null,
  of: (entries: readonly WrittenEntry[]) => readonly T[],
): Promise<readonly T[]> {
  const runs = await history.runs()
  const found: T[] = []
  for (const run of runs.ok ? runs.value : []) {
    if (run === except) continue
    const entries = await history.readRun(run)
    if (entries.ok) found.push(...of(entries.value))
  }
  return found
}

/** Changes of passwords in every run of the data folder, the running one read live. Others are read once: only one run writes at a time. */
export function pastChanges(history: RunHistory, current: RunId, journal: Journal): () => Promise<readonly PastChange[]> {
  let others: Promise<readonly PastChange[]> | null = null
  return async () => {
    others ??= readOtherRuns(history, current, changesMade)
    return [...(await others), ...changesMade(journal.entries())]
  }
}
