import { Secret } from '../base/secret.ts'
import { checkPassword, nothingKnown, type KnownPasswords } from './check-password.ts'
import type { CharacterClass, PasswordRule } from './password-rule.ts'

/**
 * What generated passwords are made of: characters that stay apart on a FAX, in handwriting and in a proportional font.
 * Left out, with their doubles: 0 O o D Q, 1 l I i j | !, 2 Z z, 5 S s $, 6 b G, 8 B &, 9 g q, U u V v, m (against rn),
 * c ( and the small k p w x y (against the capitals), - _ . , and quotes. 29 letters and digits: 4.86 bits each.
 */
export const plainAlphabet: Readonly<Record<CharacterClass, string>> = {
  digit: '34679',
  lower: 'adefhnrt',
  upper: 'ACEFHJKLMNPRTWXY',
  symbol: '#%*+=?@',
}

/** The characters the generator draws from under one rule: every one as likely as the next. */
export function generatorAlphabet(rule: PasswordRule): string {
  const listed = rule.symbols.policy === 'listed' ? rule.symbols.characters : ''
  return rule.generate.classes
    .map((kind) =>
      kind === 'symbol'
        ? Array.from(plainAlphabet.symbol)
            .filter((symbol) => listed.includes(symbol))
            .join('')
        : plainAlphabet[kind],
    )
    .join('')
}

/**
 * Random bytes to hand to `makePassword`: more than 60 candidates. Under each of the five providers' rules two draws in
 * three pass or more, so running out has odds below 2^-90.
 */
export const enoughBytes = (rule: PasswordRule): number => rule.generate.length * 128

/**
 * Makes a new password out of the random bytes given, and of nothing else: every password that meets the rule, is made of
 * `generatorAlphabet` and is none of the known ones is exactly as likely as any other. Null when the bytes ran out first:
 * draw anew (`enoughBytes` tells how many). Never falls back to something weaker.
 */
export function makePassword(rule: PasswordRule, bytes: Uint8Array, avoid: KnownPasswords = nothingKnown): Secret | null {
  const alphabet = generatorAlphabet(rule)
  // Bytes above the last whole multiple would make the first characters of the alphabet likelier.
  const fair = 256 - (256 % alphabet.length)
  let text = ''
  for (const byte of bytes) {
    if (byte >= fair) continue
    text += alphabet[byte % alphabet.length]!
    if (text.length < rule.generate.length) continue
    const made = new Secret(text)
    // A candidate that fails is thrown away whole: mending it would favour some passwords over others.
    if (checkPassword(rule, made, avoid).ok) return made
    text = ''
  }
  return null
}
