import { randomBytes } from 'node:crypto'
import { ok, type Result } from '../../shared/base/result.ts'
import { Secret, type SecretRef, type Vault } from '../../shared/base/secret.ts'

/**
 * Is this vault fit to hold the only copy of a password? Puts a random value in, which reads it back, and takes it out again.
 * Asked before anything else of a run, so that an unusable store is known while nothing has been touched.
 */
export async function checkVault(vault: Vault): Promise<Result<void>> {
  const ref: SecretRef = { run: 'check', for: randomBytes(6).toString('hex'), realms: ['mail'], which: 'new' }
  const put = await vault.put(ref, new Secret(`試し ${randomBytes(12).toString('hex')}`))
  if (!put.ok) return put
  const dropped = await vault.drop(ref)
  return dropped.ok ? ok() : dropped
}
