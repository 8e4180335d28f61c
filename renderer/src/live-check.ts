import type { Problem } from '../../shared/base/problem.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import { call, onEvent } from './api.ts'
import { createStore } from './store.ts'

export type CheckedRow = Extract<RoadEvent, { type: 'checked' }>['row']

/** A list that is being checked, or was: it goes on while other screens are looked at. */
export interface LiveCheck {
  readonly file: string
  readonly rows: readonly CheckedRow[]
  readonly counts: { readonly ok: number; readonly failed: number } | null
  readonly problem: Problem | null
}

const store = createStore<LiveCheck | null>(null)
export const useLiveCheck = store.use

/** Doors knocked at at once: more than an office's line carries would only reach the servers' patience. */
const atOnce = 8

/** Checks the mailboxes of a list; rows come as they are known. One list at a time. */
export async function checkList(file: string): Promise<void> {
  const known = store.get()
  if (known !== null && known.counts === null && known.problem === null) return
  store.set({ file, rows: [], counts: null, problem: null })
  const end = onEvent((event) => {
    const live = store.get()
    if (event.type === 'checked' && live !== null) store.set({ ...live, rows: [...live.rows, event.row] })
  })
  const result = await call('checkList', { file, atOnce })
  end()
  const live = store.get()
  if (live !== null) store.set(result.ok ? { ...live, counts: result.value } : { ...live, problem: result.problem })
}
