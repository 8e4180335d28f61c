import type { Problem } from '../../shared/base/problem.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { SheetView } from '../../shared/ipc/sheet-calls.ts'
import { call } from './api.ts'

export type SheetOrder = Input<'readSheet'>

/** Reads papers one after the other: each answer is a sheet, or why it is none. */
export async function readSheets(
  orders: readonly SheetOrder[],
): Promise<{ readonly sheets: readonly SheetView[]; readonly problems: readonly Problem[] }> {
  const sheets: SheetView[] = []
  const problems: Problem[] = []
  for (const order of orders) {
    const read = await call('readSheet', order)
    if (read.ok) sheets.push(read.value)
    else problems.push(read.problem)
  }
  return { sheets, problems }
}
