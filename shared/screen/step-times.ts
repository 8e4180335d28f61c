import type { StepId } from '../base/ids.ts'
import type { WrittenEntry } from '../journal/entry.ts'

/** When the newest try of a step began and ended, ms since 1970. */
export interface StepTime {
  readonly began: number
  readonly ended: number | null
}

const ends = (entry: WrittenEntry): boolean =>
  entry.kind === 'done' ||
  entry.kind === 'failed' ||
  entry.kind === 'undone' ||
  (entry.kind === 'looked' && entry.verdict === 'cannot-tell')

/**
 * A look is written down when it is over, so a step begins with the line before its first one. After a pause (`stopped`) that line is from
 * another day: then the step's own first line counts. `now`: the step under the hand, of which nothing may be written yet.
 */
export function stepTimes(entries: readonly WrittenEntry[], now: StepId | null): ReadonlyMap<StepId, StepTime> {
  const times = new Map<StepId, StepTime>()
  let before: WrittenEntry | null = null
  for (const entry of entries) {
    const at = Date.parse(entry.at)
    if ('step' in entry && entry.step !== null) {
      const known = times.get(entry.step)
      const fresh = known === undefined || known.ended !== null
      const began = fresh ? (before === null || before.kind === 'stopped' ? at : Date.parse(before.at)) : known.began
      times.set(entry.step, { began, ended: ends(entry) ? at : null })
    }
    before = entry
  }
  if (now !== null && before !== null && (times.get(now)?.ended ?? null) !== null) times.delete(now)
  if (now !== null && before !== null && !times.has(now)) times.set(now, { began: Date.parse(before.at), ended: null })
  return times
}
