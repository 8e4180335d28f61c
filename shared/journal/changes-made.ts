import type { PastChange } from '../plan/change-limit.ts'
import { changesPassword } from '../plan/step.ts'
import type { WrittenEntry } from './entry.ts'
import { foldRun, stepState } from './fold-run.ts'

/** When a problem of the journal says that the provider allows no change before then. */
function toldUntil(entry: WrittenEntry): number | null {
  if (entry.kind !== 'failed' && entry.kind !== 'looked') return null
  const { problem } = entry
  const at = problem?.code === 'portal-limit-reached' ? problem.facts['at'] : null
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? Date.parse(at) : null
}

/**
 * The changes one run has sent, and what it was told about the next. A change that left counts unless a live sign-in has shown since that
 * nothing was changed: what nobody knows may have used up the day.
 */
export function changesMade(entries: readonly WrittenEntry[]): readonly PastChange[] {
  const run = foldRun(entries)
  return (run.plan?.steps ?? []).flatMap((step): readonly PastChange[] => {
    if (!changesPassword(step)) return []
    const own = entries.filter((entry) => 'step' in entry && entry.step === step.id)
    const sent = own.findLast((entry) => entry.kind === 'intended' && entry.act.kind === 'commit')
    const without = stepState(run, step.id).evidence?.portal?.outcome === 'unchanged'
    const until = own.reduce<number | null>((latest, entry) => toldUntil(entry) ?? latest, null)
    const at = sent && !without ? Date.parse(sent.at) : null
    if (at === null && until === null) return []
    return [{ provider: step.input.provider, of: step.input.current, at, until }]
  })
}
