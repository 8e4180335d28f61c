import { fail, ok } from '../../shared/base/result.ts'
import { secretKey, type Secret, type Vault } from '../../shared/base/secret.ts'

/** A vault that forgets everything with the process: for the practice provider and for tests, never for a customer's password. */
export function memoryVault(): Vault {
  const secrets = new Map<string, Secret>()
  return {
    kind: 'memory',
    put: (ref, value) => {
      secrets.set(secretKey(ref), value)
      return Promise.resolve(ok())
    },
    get: (ref) => {
      const found = secrets.get(secretKey(ref))
      return Promise.resolve(
        found === undefined ? fail('secret-missing', 'never', { for: ref.for, which: ref.which }) : ok(found),
      )
    },
    drop: (ref) => {
      secrets.delete(secretKey(ref))
      return Promise.resolve(ok())
    },
  }
}
