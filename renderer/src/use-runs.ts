import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../shared/base/problem.ts'
import type { RunRow } from '../../shared/ipc/run-calls.ts'
import { useCall } from './use-call.ts'

/** The runs of this PC, newest first; null until they are read. */
export function useRuns(): {
  readonly runs: readonly RunRow[] | null
  readonly problem: Problem | null
  readonly reload: () => void
} {
  const { run: list, problem } = useCall('listRuns')
  const [runs, setRuns] = useState<readonly RunRow[] | null>(null)
  const reload = useCallback(() => {
    const read = async (): Promise<void> => {
      const found = await list({})
      if (found !== null) setRuns([...found.runs].sort((a, b) => b.createdAt.localeCompare(a.createdAt)))
    }
    void read()
  }, [list])
  useEffect(reload, [reload])
  return { runs, problem, reload }
}
