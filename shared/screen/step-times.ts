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

/** The step under the hand, of which nothing may be written yet, and when the run was taken up (ms since 1970). */
export interface InHand {
  readonly step: StepId | null
  readonly since: number
}

/** When a line follows one of the same sitting; a pause, a look at the passwords or a crash may lie a night back. */
function baseOf(before: WrittenEntry | null, since: number | null): number | null {
  if (before === null || before.kind === 'stopped' || before.kind === 'revealed') return since
  const at = Date.parse(before.at)
  return since === null ? at : Math.max(at, since)
}

/** A look is written down when it is over, so a step begins with the line before its first one, but never before the run was taken up. */
export function stepTimes(entries: readonly WrittenEntry[], hand: InHand | null): ReadonlyMap<StepId, StepTime> {
  const times = new Map<StepId, StepTime>()
  let before: WrittenEntry | null = null
  for (const entry of entries) {
    const at = Date.parse(entry.at)
    if ('step' in entry && entry.step !== null) {
      const known = times.get(entry.step)
      const fresh = known === undefined || known.ended !== null
      // What was written before this sitting knows nothing of when it began.
      const since = hand !== null && at >= hand.since ? hand.since : null
      const began = fresh ? (baseOf(before, since) ?? at) : Math.max(known.began, since ?? known.began)
      times.set(entry.step, { began, ended: ends(entry) ? at : null })
    }
    before = entry
  }
  if (hand === null || hand.step === null) return times
  const known = times.get(hand.step)
  const going = known !== undefined && known.ended === null
  const began = going ? Math.max(known.began, hand.since) : (baseOf(before, hand.since) ?? hand.since)
  return times.set(hand.step, { began, ended: null })
}
