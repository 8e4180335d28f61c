import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../shared/base/problem.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import { call } from './api.ts'

export interface CallState<N extends CallName> {
  readonly busy: boolean
  readonly problem: Problem | null
  /** Makes the call; null where it failed (then `problem` says why). */
  readonly run: (input: Input<N>) => Promise<Output<N> | null>
  readonly clear: () => void
}

/** A call with what a screen shows of it: that it is under way, and what went wrong. Answers that come after the screen is gone are dropped. */
export function useCall<N extends CallName>(name: N): CallState<N> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const run = useCallback(
    async (input: Input<N>): Promise<Output<N> | null> => {
      setBusy(true)
      setProblem(null)
      const result = await call(name, input)
      if (!here.current) return null
      setBusy(false)
      if (result.ok) return result.value
      setProblem(result.problem)
      return null
    },
    [name],
  )
  const clear = useCallback(() => setProblem(null), [])
  return { busy, problem, run, clear }
}
