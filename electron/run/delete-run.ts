import type { RunId } from '../../shared/base/ids.ts'
import { fail, type Result } from '../../shared/base/result.ts'
import type { Vault } from '../../shared/base/secret.ts'
import { changesMade } from '../../shared/journal/changes-made.ts'
import { signInsOf } from '../../shared/journal/attempts.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { runOutcome } from '../../shared/journal/run-outcome.ts'
import { allRefs } from '../../shared/plan/all-refs.ts'
import type { Plan } from '../../shared/plan/plan.ts'

export interface DeleteNeeds {
  readonly lock: () => Promise<Result<() => Promise<void>>>
  readonly readRun: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  /** Of a damaged journal: what stands before the damage. */
  readonly soundPart: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  readonly vaultOf: (plan: Plan) => Vault
  /** Takes journal, pictures, copies and papers of the run away. */
  readonly removeRun: (run: RunId) => Promise<Result<void>>
  readonly now: () => Date
}

const day = 24 * 3_600_000

/** Why a run should not go yet: something in it is not proved, or its journal keeps a provider's limit that still counts. Null: it may. */
function neededFor(entries: readonly WrittenEntry[], damaged: boolean, now: number): 'not-proved' | 'recent' | null {
  const state = foldRun(entries)
  const outcome = state.plan ? runOutcome(state.plan, state) : 'unknown'
  if (damaged || outcome === 'unknown' || outcome === 'unfinished') return 'not-proved'
  const changes = changesMade(entries).map(({ at, until }) => Math.max(at ?? 0, (until ?? 0) - day))
  const refused = signInsOf(entries).filter(({ outcome }) => outcome === 'refused' || outcome === 'unanswered')
  return [...changes, ...refused.map(({ at }) => at)].some((at) => at > now - day) ? 'recent' : null
}

async function remove(needs: DeleteNeeds, run: RunId, sure: boolean): Promise<Result<void>> {
  const whole = await needs.readRun(run)
  if (!whole.ok && whole.problem.code === 'run-unknown') return whole
  const part = whole.ok ? whole : await needs.soundPart(run)
  const entries = part.ok ? part.value : []
  const reason = neededFor(entries, !whole.ok, needs.now().getTime())
  if (reason && !sure) return fail('run-needed', 'after-person', { run, reason })
  const { plan } = foldRun(entries)
  for (const ref of plan ? allRefs(plan) : []) {
    const dropped = await needs.vaultOf(plan!).drop(ref)
    if (!dropped.ok) return dropped
  }
  return needs.removeRun(run)
}

/**
 * Takes a run away with its passwords, pictures, copies and papers; the passwords first, so that a power cut in between leaves a run that can be
 * deleted again and no password without a run. Refuses while any run is carried out, and (without `sure`) one that is still needed (`run-needed`).
 */
export async function deleteRun(needs: DeleteNeeds, run: RunId, sure: boolean): Promise<Result<void>> {
  const lock = await needs.lock()
  if (!lock.ok) return lock
  try {
    return await remove(needs, run, sure)
  } finally {
    await lock.value()
  }
}
