import type { Facts } from '../base/problem.ts'
import type { Secret } from '../base/secret.ts'
import { characterClass, classOf, type PasswordRule } from './password-rule.ts'

/** Every reason a new password can be refused for. Each has a sentence in shared/words. */
export const passwordFaultCodes = [
  'empty',
  'control-character',
  'blank',
  'non-ascii',
  'too-short',
  'too-long',
  'first-character',
  'too-few-kinds',
  'class-missing',
  'too-few-of',
  'symbol-refused',
  'symbol-not-listed',
  'equals-old',
  'equals-user-name',
  'contains-user-name',
  'used-before',
] as const
export type PasswordFaultCode = (typeof passwordFaultCodes)[number]

/** Reasons to think twice that refuse nothing. `guessable` comes from the guesser, not from a rule. */
export const passwordWarningCodes = ['symbol-not-stated', 'guessable'] as const
export type PasswordWarningCode = (typeof passwordWarningCodes)[number]

/** One reason. Facts name places (counted from 1), numbers and classes, never a character of the password. */
export interface PasswordRemark<Code extends string> {
  readonly code: Code
  readonly facts: Facts
}
export type PasswordFault = PasswordRemark<PasswordFaultCode>
export type PasswordWarning = PasswordRemark<PasswordWarningCode>

export interface PasswordVerdict {
  /** True when there is no fault; warnings do not count. */
  readonly ok: boolean
  readonly faults: readonly PasswordFault[]
  readonly warnings: readonly PasswordWarning[]
}

/** What the new password is held against. `before`: earlier passwords of the same door, as far as this program knows them. */
export interface KnownPasswords {
  readonly old: Secret | null
  readonly userName: string | null
  readonly before: readonly Secret[]
}
export const nothingKnown: KnownPasswords = { old: null, userName: null, before: [] }

const placeOf = (characters: readonly string[], wanted: (character: string) => boolean): number =>
  characters.findIndex(wanted) + 1
const isControl = (character: string): boolean => /^\p{Cc}$/u.test(character)
const isBlank = (character: string): boolean => !isControl(character) && /^\s$/u.test(character)
const isForeign = (character: string): boolean => !isControl(character) && !isBlank(character) && character.codePointAt(0)! > 0x7e
/** Full-width forms and kana look like what a person meant to type: the hint differs from other foreign characters. */
const isFullWidth = (character: string): boolean => /^[\uff01-\uff60\u3000-\u30ff]$/u.test(character)

function strangeCharacters(characters: readonly string[]): PasswordFault[] {
  const control = placeOf(characters, isControl)
  const blank = placeOf(characters, isBlank)
  const foreign = placeOf(characters, isForeign)
  const faults: PasswordFault[] = []
  if (control > 0) faults.push({ code: 'control-character', facts: { position: control } })
  if (blank > 0) faults.push({ code: 'blank', facts: { position: blank } })
  if (foreign > 0)
    faults.push({ code: 'non-ascii', facts: { position: foreign, fullWidth: isFullWidth(characters[foreign - 1]!) } })
  return faults
}

function shapeFaults(rule: PasswordRule, characters: readonly string[]): PasswordFault[] {
  const faults: PasswordFault[] = []
  const { min, max } = rule.length
  const limits = { length: characters.length, min, max }
  if (characters.length < min) faults.push({ code: 'too-short', facts: limits })
  if (max !== null && characters.length > max) faults.push({ code: 'too-long', facts: limits })
  const classes = characters.map(classOf)
  const first = classes[0] ?? null
  if (rule.first && (first === null || !rule.first.includes(first)))
    faults.push({ code: 'first-character', facts: { allowed: rule.first.join(' ') } })
  const kinds = characterClass.options.filter((kind) => classes.includes(kind)).length
  if (rule.kinds > 1 && kinds < rule.kinds) faults.push({ code: 'too-few-kinds', facts: { kinds, atLeast: rule.kinds } })
  for (const needed of rule.required)
    if (!classes.includes(needed)) faults.push({ code: 'class-missing', facts: { class: needed } })
  for (const { of, atLeast } of rule.counts) {
    const count = classes.filter((found) => found !== null && of.includes(found)).length
    if (count < atLeast) faults.push({ code: 'too-few-of', facts: { of: of.join(' '), count, atLeast } })
  }
  return faults
}

function symbolFault(rule: PasswordRule, characters: readonly string[]): PasswordFault | null {
  const { symbols } = rule
  if (symbols.policy === 'not-stated') return null
  const listed = symbols.policy === 'listed' ? symbols.characters : ''
  const position = placeOf(characters, (character) => classOf(character) === 'symbol' && !listed.includes(character))
  if (position === 0) return null
  return symbols.policy === 'refused'
    ? { code: 'symbol-refused', facts: { position } }
    : { code: 'symbol-not-listed', facts: { position, allowed: listed } }
}

function likenessFaults(rule: PasswordRule, text: string, known: KnownPasswords): PasswordFault[] {
  const faults: PasswordFault[] = []
  const name = known.userName?.toLowerCase() ?? ''
  const folded = text.toLowerCase()
  if (known.old?.reveal() === text) faults.push({ code: 'equals-old', facts: {} })
  if (name !== '' && rule.differsFrom.includes('user-name') && folded === name)
    faults.push({ code: 'equals-user-name', facts: {} })
  else if (name !== '' && rule.without.includes('user-name') && folded.includes(name))
    faults.push({ code: 'contains-user-name', facts: {} })
  if (rule.differsFrom.includes('used-before') && known.before.some((earlier) => earlier.reveal() === text))
    faults.push({ code: 'used-before', facts: {} })
  return faults
}

/**
 * Holds a new password against a provider's rule and against the passwords known, and names every fault at once.
 * Takes it exactly as typed: nothing is trimmed or folded. It judges the rule only, not how easily it is guessed.
 */
export function checkPassword(rule: PasswordRule, candidate: Secret, known: KnownPasswords = nothingKnown): PasswordVerdict {
  const text = candidate.reveal()
  if (text === '') return { ok: false, faults: [{ code: 'empty', facts: {} }], warnings: [] }
  const characters = Array.from(text)
  const symbols = symbolFault(rule, characters)
  const faults = [
    ...strangeCharacters(characters),
    ...shapeFaults(rule, characters),
    ...(symbols ? [symbols] : []),
    ...likenessFaults(rule, text, known),
  ]
  const own = rule.symbols.policy === 'not-stated' ? placeOf(characters, (character) => classOf(character) === 'symbol') : 0
  const warnings: PasswordWarning[] = own > 0 ? [{ code: 'symbol-not-stated', facts: { position: own } }] : []
  return { ok: faults.length === 0, faults, warnings }
}
