import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftView } from '../../shared/ipc/plan-calls.ts'
import { call } from './api.ts'

/** The plan that is shown. It holds passwords in the main process: one that is not carried out is dropped when its screen goes. */
export function useDraft() {
  const [draft, setDraft] = useState<DraftView | null>(null)
  const kept = useRef<string | null>(null)
  const drop = useCallback((): void => {
    const id = kept.current
    kept.current = null
    if (id !== null) void call('dropDraft', { draft: id })
  }, [])
  useEffect(() => drop, [drop])
  const hold = (next: DraftView | null): void => {
    drop()
    kept.current = next?.draft ?? null
    setDraft(next)
  }
  /** It is carried out now: whoever does that drops it. */
  const handOver = (): void => {
    kept.current = null
  }
  return { draft, hold, handOver }
}
