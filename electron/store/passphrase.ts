import type { Ask } from '../../shared/base/ask.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { AskPassphrase } from './sealed-file.ts'

/** The file vault's passphrase: from `MAIL_MIGRATE_VAULT_PASSPHRASE`, the one secret an environment may carry, or asked. */
export function passphraseFrom(ask: Ask, environment: Readonly<Record<string, string | undefined>>): AskPassphrase {
  return async (why) => {
    const set = environment['MAIL_MIGRATE_VAULT_PASSPHRASE']
    if (set) return new Secret(set)
    const answer = await ask({ name: 'vault-passphrase', kind: 'secret', facts: { why } })
    return typeof answer === 'string' && answer !== '' ? new Secret(answer) : null
  }
}
