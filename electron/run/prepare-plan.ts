import type { Result } from '../../shared/base/result.ts'
import { ok } from '../../shared/base/result.ts'
import { type Secret, secretKey, type SecretRef } from '../../shared/base/secret.ts'
import { makePlan, type PlanWish } from '../../shared/plan/make-plan.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { SheetAccounts, SheetMailbox } from '../../shared/sheet/sheet-accounts.ts'
import { newRunId } from './new-run-id.ts'
import { prepareAccounts } from './prepare-run.ts'

/** What a plan is ordered with: the wish of `makePlan`, but with the sheet itself instead of references. */
export interface PlanOrder extends Omit<PlanWish, 'run' | 'createdAt' | 'program' | 'accounts' | 'sheet' | 'oldDiffers'> {
  readonly sheet: SheetAccounts
  readonly sha256: string
  readonly mailboxes: readonly SheetMailbox[]
  readonly newPassword: Secret | null
}

export interface Surroundings {
  readonly program: string
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
}

/** Sheet → plan, and the secrets behind its references, held in memory until the run's first step keeps them. */
export function preparePlan(
  order: PlanOrder,
  surroundings: Surroundings,
): Result<{ readonly plan: Plan; readonly given: (ref: SecretRef) => Secret | null }> {
  const now = surroundings.now()
  const run = newRunId(now, surroundings.randomBytes(4))
  const how = { given: order.newPassword, skipPortal: order.skipPortal, randomBytes: surroundings.randomBytes }
  const prepared = prepareAccounts(run, order.provider, order.realm, order.sheet, order.mailboxes, how)
  if (!prepared.ok) return prepared
  const { sheet, sha256, mailboxes: _mailboxes, newPassword: _newPassword, ...wish } = order
  const plan = makePlan({
    ...wish,
    run,
    createdAt: now.toISOString(),
    program: surroundings.program,
    sheet: { file: sheet.file, sha256 },
    accounts: prepared.value.accounts,
    oldDiffers: !order.skipPortal || order.newPassword !== null,
  })
  if (!plan.ok) return plan
  return ok({ plan: plan.value, given: (ref) => prepared.value.values.get(secretKey(ref)) ?? null })
}
