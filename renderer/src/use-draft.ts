import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../shared/base/problem.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { DraftView } from '../../shared/ipc/plan-calls.ts'
import { call } from './api.ts'

/**
 * The plan that is being made or shown. It holds passwords in the main process: one that is not carried out is dropped when its screen goes, and
 * so is one that comes after the person has gone back to choose otherwise.
 */
export function useDraft() {
  const [draft, setDraft] = useState<DraftView | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const kept = useRef<string | null>(null)
  const making = useRef<Promise<unknown> | null>(null)
  const turn = useRef(0)
  const drop = useCallback((): void => {
    const id = kept.current
    kept.current = null
    if (id !== null) void call('dropDraft', { draft: id })
  }, [])
  /** Whatever is still being made belongs to nobody any more; a question it waits with is taken back. */
  const giveUp = useCallback((): void => {
    turn.current += 1
    if (making.current !== null) void call('stopRun', { run: null })
  }, [])
  useEffect(
    () => () => {
      giveUp()
      drop()
    },
    [giveUp, drop],
  )
  const make = async (order: Input<'draftPlan'>): Promise<void> => {
    turn.current += 1
    const own = turn.current
    setBusy(true)
    setProblem(null)
    // One that was given up ends first: the main process does one thing at a time.
    await making.current
    if (own !== turn.current) return
    const asked = call('draftPlan', order)
    making.current = asked
    const made = await asked
    making.current = null
    if (own !== turn.current) {
      if (made.ok) void call('dropDraft', { draft: made.value.draft })
      return
    }
    setBusy(false)
    if (!made.ok) return setProblem(made.problem)
    drop()
    kept.current = made.value.draft
    setDraft(made.value)
  }
  /** Back to choosing: neither the plan that is shown nor one that is being made is wanted any more. */
  const letGo = (): void => {
    giveUp()
    drop()
    setDraft(null)
    setBusy(false)
    setProblem(null)
  }
  /** It is carried out now: whoever does that drops it. */
  const handOver = (): void => {
    kept.current = null
  }
  return { draft, busy, problem, make, letGo, handOver }
}
