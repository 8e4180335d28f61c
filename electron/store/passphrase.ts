import type { Ask } from '../../shared/base/ask.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { AskPassphrase } from './sealed-file.ts'

const mostTries = 3

/** The file vault's passphrase: from `MAIL_MIGRATE_VAULT_PASSPHRASE`, the one secret an environment may carry, or asked. */
export function passphraseFrom(ask: Ask, environment: Readonly<Record<string, string | undefined>>): AskPassphrase {
  return async (why) => {
    const set = environment['MAIL_MIGRATE_VAULT_PASSPHRASE']
    if (set) return new Secret(set)
    for (let tries = 0; tries < mostTries; tries += 1) {
      const first = await ask({ name: 'vault-passphrase', kind: 'secret', facts: { why, wrong: tries > 0 } })
      if (typeof first !== 'string' || first === '') return null
      if (why === 'open') return new Secret(first)
      // A slip of the finger would seal the passwords for good: a new passphrase is typed twice.
      const again = await ask({ name: 'vault-passphrase', kind: 'secret', facts: { why: 'again' } })
      if (again === first) return new Secret(first)
    }
    return null
  }
}
