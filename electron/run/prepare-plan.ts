import type { Secret, SecretRef } from '../../shared/base/secret.ts'
import { secretKey } from '../../shared/base/secret.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { Plan, RefusedPaper } from '../../shared/plan/plan.ts'
import type { PlanWish } from '../../shared/plan/plan-wish.ts'
import { newRunId } from './new-run-id.ts'
import { type Paper, preparePapers } from './prepare-run.ts'

type Prepared = 'run' | 'createdAt' | 'program' | 'sheets' | 'mailboxes' | 'logins' | 'untouched' | 'refused' | 'oldDiffers'

/** What a plan is ordered with: the wish of `makePlan`, but with the sheets themselves instead of references. */
export interface PlanOrder extends Omit<PlanWish, Prepared> {
  readonly papers: readonly (Paper & { readonly sha256: string })[]
  /** Papers that the run goes on without, and their mailboxes. */
  readonly refused: readonly (RefusedPaper & { readonly addresses: readonly string[] })[]
  readonly newPassword: Secret | null
  /** The password in force, where it is known to be another than the paper's; `which`, `run` of the reference mean nothing. */
  readonly kept: (ref: SecretRef) => Secret | null
}

export interface Surroundings {
  readonly program: string
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
}

/** Sheets → plan, and the secrets behind its references, held in memory until the run's first step keeps them. */
export function preparePlan(
  order: PlanOrder,
  surroundings: Surroundings,
): Result<{ readonly plan: Plan; readonly given: (ref: SecretRef) => Secret | null }> {
  const now = surroundings.now()
  const run = newRunId(now, surroundings.randomBytes(4))
  const { papers, newPassword, kept, ...wish } = order
  const how = { given: newPassword, skipPortal: order.skipPortal, randomBytes: surroundings.randomBytes }
  const { realm, settled, guided } = order
  const prepared = preparePapers({ run, realm, guided, papers, settled, how, kept })
  if (!prepared.ok) return prepared
  const { values, ...wished } = prepared.value
  const plan = makePlan({
    ...wish,
    ...wished,
    untouched: [...wished.untouched, ...order.refused.flatMap(({ addresses }) => addresses)],
    refused: order.refused.map(({ provider, file, problem }) => ({ provider, file, problem })),
    run,
    createdAt: now.toISOString(),
    program: surroundings.program,
    sheets: papers.map(({ provider, sheet, sha256 }) => ({ provider: provider.id, file: sheet.file, sha256 })),
    oldDiffers: !order.skipPortal || newPassword !== null,
  })
  if (!plan.ok) return plan
  return ok({ plan: plan.value, given: (ref) => values.get(secretKey(ref)) ?? null })
}
