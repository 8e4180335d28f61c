import type { RunId } from '../../shared/base/ids.ts'
import { fail, type Result } from '../../shared/base/result.ts'
import { sameSecret, type SecretRef, type Vault } from '../../shared/base/secret.ts'
import type { ChangedSince } from '../../shared/journal/changed-since.ts'
import { changesMade } from '../../shared/journal/changes-made.ts'
import { signInsOf } from '../../shared/journal/attempts.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun, stepState } from '../../shared/journal/fold-run.ts'
import { passwordsSeen } from '../../shared/journal/passwords-seen.ts'
import { runOutcome } from '../../shared/journal/run-outcome.ts'
import { allRefs } from '../../shared/plan/all-refs.ts'
import type { Plan } from '../../shared/plan/plan.ts'

export interface DeleteNeeds {
  readonly lock: () => Promise<Result<() => Promise<void>>>
  readonly readRun: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  /** Of a damaged journal: what stands before the damage. */
  readonly soundPart: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  /** What other runs have changed behind it. */
  readonly changedSince: (plan: Plan, entries: readonly WrittenEntry[]) => Promise<readonly ChangedSince[]>
  readonly vaultOf: (plan: Plan) => Vault
  /** Takes journal, pictures, copies and papers of the run away. */
  readonly removeRun: (run: RunId) => Promise<Result<void>>
  readonly now: () => Date
}

const day = 24 * 3_600_000

/**
 * Why a run should not go yet. `plan-unreadable`: what the vault keeps for it cannot be found any more, and stays there · `not-proved`: something in
 * it is not · `only-copy`: its new password is in force, and as far as is known stands nowhere else · `recent`: its journal keeps a provider's limit
 * that still counts.
 */
type Reason = 'plan-unreadable' | 'not-proved' | 'only-copy' | 'recent'

/** Is there a mailbox or login whose new password no mail program was seen to store, and that was never shown? */
function isOnlyCopy(plan: Plan, entries: readonly WrittenEntry[], since: readonly ChangedSince[]): boolean {
  // A rehearsal's passwords open nothing real.
  if (plan.manner.vault === 'memory' || entries.some(({ kind }) => kind === 'revealed')) return false
  const state = foldRun(entries)
  const stored = (lane: string): boolean =>
    plan.steps.some(
      (step) => step.kind === 'prove-client' && step.lane === lane && stepState(state, step.id).evidence?.stored?.password,
    )
  const replaced = (next: SecretRef): boolean => since.some((one) => one.certain && sameSecret(one.next, next))
  return passwordsSeen(entries).some(({ inForce, lane, next }) => inForce !== 'old' && !stored(lane) && !replaced(next))
}

/** Null: it may go. */
function neededFor(
  entries: readonly WrittenEntry[],
  damaged: boolean,
  since: readonly ChangedSince[],
  now: number,
): Reason | null {
  const state = foldRun(entries)
  if (!state.plan) return 'plan-unreadable'
  const outcome = runOutcome(state.plan, state)
  if (damaged || outcome === 'unknown' || outcome === 'unfinished') return 'not-proved'
  if (isOnlyCopy(state.plan, entries, since)) return 'only-copy'
  const changes = changesMade(entries).map(({ at, until }) => Math.max(at ?? 0, (until ?? 0) - day))
  const refused = signInsOf(entries).filter(({ outcome }) => outcome === 'refused' || outcome === 'unanswered')
  return [...changes, ...refused.map(({ at }) => at)].some((at) => at > now - day) ? 'recent' : null
}

async function remove(needs: DeleteNeeds, run: RunId, sure: boolean): Promise<Result<void>> {
  const whole = await needs.readRun(run)
  if (!whole.ok && whole.problem.code === 'run-unknown') return whole
  const part = whole.ok ? whole : await needs.soundPart(run)
  const entries = part.ok ? part.value : []
  const { plan } = foldRun(entries)
  const since = plan ? await needs.changedSince(plan, entries) : []
  const reason = neededFor(entries, !whole.ok, since, needs.now().getTime())
  if (reason && !sure) return fail('run-needed', 'after-person', { run, reason })
  for (const ref of plan ? allRefs(plan) : []) {
    const dropped = await needs.vaultOf(plan!).drop(ref)
    if (!dropped.ok) return dropped
  }
  return needs.removeRun(run)
}

/**
 * Takes a run away with its passwords, pictures, copies and papers; the passwords first, so that a power cut in between leaves a run that can be
 * deleted again and no password without a run. Where the plan cannot be read nobody knows what was kept, and that stays in the vault. Refuses while any run is carried out, and (without `sure`) one that is still needed (`run-needed`).
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
