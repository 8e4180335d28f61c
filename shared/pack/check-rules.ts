import { fail, ok, type Result } from '../base/result.ts'
import { enoughBytes, generatorAlphabet, makePassword } from '../mail/make-password.ts'
import type { PasswordRule } from '../mail/password-rule.ts'
import type { Provider } from '../provider/provider.ts'

/** The program's own passwords stand for at least so much chance: eight characters of letters and digits, the least any known provider demands. */
const leastBits = 36
const longestPassword = 128
const draws = 8

// Any bytes do: what is asked is whether the generator comes to an end with them, not whether its passwords are secret.
function someBytes(count: number, seed: number): Uint8Array {
  let state = (seed * 2_654_435_761) >>> 0
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}

const rulesOf = (provider: Provider): readonly PasswordRule[] => [
  ...provider.changes.map(({ rule }) => rule),
  ...provider.instead.flatMap(({ rule }) => rule ?? []),
  ...provider.recoveries.flatMap(({ link }) => link?.rule ?? []),
]

function faultOf(rule: PasswordRule): string | null {
  const { length } = rule.generate
  if (length > longestPassword || (rule.length.max ?? 0) > 1024) return 'password-too-long'
  const letters = new Set(generatorAlphabet(rule)).size
  if (letters < 2 || length * Math.log2(letters) < leastBits) return 'password-too-weak'
  for (let draw = 1; draw <= draws; draw++) {
    if (makePassword(rule, someBytes(enoughBytes(rule), draw)) === null) return 'password-not-made'
  }
  return null
}

/** Does the generator make a password under every rule of a pack, and one that cannot be guessed? */
export function checkRules(given: Provider): Result<void> {
  for (const rule of rulesOf(given)) {
    const reason = faultOf(rule)
    if (reason !== null) return fail('pack-rule-unusable', 'never', { reason })
  }
  return ok()
}
