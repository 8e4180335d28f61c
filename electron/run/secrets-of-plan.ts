import { fail, ok, type Result } from '../../shared/base/result.ts'
import { type Secret, secretKey, type SecretRef, type Vault } from '../../shared/base/secret.ts'
import { allRefs } from '../../shared/plan/all-refs.ts'
import type { Plan } from '../../shared/plan/plan.ts'

/**
 * Every password that may be in force for a run, from the vault. One that was never put there (the run ended before) is left out: nobody
 * had heard of it. Where the journal says they were kept (`kept`), and none is there, that is told: this is not the vault they are in.
 */
export async function secretsOfPlan(
  vault: Vault,
  plan: Plan,
  kept: boolean,
): Promise<Result<readonly { readonly ref: SecretRef; readonly value: Secret }[]>> {
  const found = new Map<string, { readonly ref: SecretRef; readonly value: Secret }>()
  for (const ref of allRefs(plan)) {
    const value = await vault.get(ref)
    if (value.ok) found.set(secretKey(ref), { ref, value: value.value })
    else if (value.problem.code !== 'secret-missing') return value
  }
  const [first] = allRefs(plan)
  if (kept && found.size === 0 && first) return fail('secret-missing', 'after-person', { for: first.for, vault: vault.kind })
  return ok([...found.values()])
}
