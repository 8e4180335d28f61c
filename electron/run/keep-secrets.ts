import { fail } from '../../shared/base/result.ts'
import { type Secret, secretKey, type SecretRef, type Vault } from '../../shared/base/secret.ts'
import { failed, type Performer, performed } from './performer.ts'

export interface KeepSecretsNeeds {
  readonly vault: Vault
  /** Values this process was given (sheet, typed, made); none after a restart. */
  readonly given: (ref: SecretRef) => Secret | null
}

/**
 * Puts every password of the run into the vault and reads it back, before the portal hears of the new ones. After a crash
 * before this point the values are gone, nothing has been changed anywhere, and the run ends (`secret-missing`, never).
 */
export function keepSecrets(needs: KeepSecretsNeeds): Performer<'keep-secrets'> {
  return {
    look: async (step) => {
      for (const ref of step.input.refs) {
        const kept = await needs.vault.get(ref)
        if (kept.ok) continue
        if (kept.problem.code === 'secret-missing') return { verdict: 'to-do', problem: null, evidence: null }
        return { verdict: 'cannot-tell', problem: kept.problem, evidence: null }
      }
      return { verdict: 'done', problem: null, evidence: {} }
    },
    perform: async (step) => {
      for (const ref of step.input.refs) {
        const value = needs.given(ref)
        if (!value) return failed(fail('secret-missing', 'never', { name: secretKey(ref) }).problem)
        const put = await needs.vault.put(ref, value)
        if (!put.ok) return failed(put.problem)
      }
      return performed()
    },
  }
}
