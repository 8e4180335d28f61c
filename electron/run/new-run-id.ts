import { runId, type RunId } from '../../shared/base/ids.ts'

/** A run's name from the clock (local time of the place is of no use to a support line: UTC) and four random letters or digits. */
export function newRunId(now: Date, random: Uint8Array): RunId {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  const tail = Array.from(random.slice(0, 4), (byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32]).join('')
  return runId.parse(`${stamp}-${tail}`)
}
