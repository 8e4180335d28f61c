import { fail, ok } from '../../shared/base/result.ts'
import { Secret, secretKey, type Vault } from '../../shared/base/secret.ts'
import { vaultCost } from './sealed-box.ts'
import { sealedFile, type AskPassphrase } from './sealed-file.ts'

/**
 * Secrets in one encrypted file (scrypt, AES-256-GCM), replaced wholly and flushed at every change: after `put` answers ok
 * the value outlives a crash. Values are kept character for character. One process writes at a time: the caller holds the
 * run lock. Reading beside a writer is safe. Another `cost` than the product's is for tests, which derive hundreds of keys.
 */
export function fileVault(file: string, passphrase: AskPassphrase, cost = vaultCost): Vault {
  const box = sealedFile(file, passphrase, cost)
  let queue: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    kind: 'file',
    put: (ref, value) =>
      inTurn(async () => {
        const name = secretKey(ref)
        const before = await box.read()
        if (!before.ok) return before
        const written = await box.write(new Map([...before.value, [name, value.reveal()]]), false)
        if (!written.ok) return written
        const after = await box.read()
        if (!after.ok) return after
        return after.value.get(name) === value.reveal()
          ? ok()
          : fail('vault-unavailable', 'after-person', { file, cause: 'read-back-differs' })
      }),
    get: (ref) =>
      inTurn(async () => {
        const now = await box.read()
        if (!now.ok) return now
        const found = now.value.get(secretKey(ref))
        return found === undefined ? fail('secret-missing', 'never', { for: ref.for, which: ref.which }) : ok(new Secret(found))
      }),
    drop: (ref) =>
      inTurn(async () => {
        const now = await box.read()
        if (!now.ok) return now
        const left = new Map(now.value)
        // The copy of before would still hold the dropped value, so it goes as well.
        return left.delete(secretKey(ref)) ? box.write(left, true) : ok()
      }),
  }
}
