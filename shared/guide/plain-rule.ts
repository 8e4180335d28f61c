import type { PasswordRule } from '../mail/password-rule.ts'

/**
 * How a password is made for a site whose rule nobody knows: eight characters, a letter first, small and large letters and a digit, no
 * symbol. Of the rules in the manuals at hand there is none that refuses it. It judges nobody's own password.
 */
export const plainRule: PasswordRule = {
  length: { min: 8, max: 8 },
  first: ['lower', 'upper'],
  kinds: 3,
  required: ['digit', 'lower', 'upper'],
  counts: [],
  symbols: { policy: 'refused' },
  differsFrom: ['user-name'],
  without: ['user-name'],
  generate: { length: 8, classes: ['digit', 'lower', 'upper'] },
}
