import { z } from '../base/zod.ts'

/** The four classes every provider's rule speaks of, over printable ASCII. A blank belongs to none. */
export const characterClass = z.enum(['digit', 'lower', 'upper', 'symbol'])
export type CharacterClass = z.infer<typeof characterClass>

/** Every printable ASCII character that is no letter, digit or blank. */
export const asciiSymbols = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

/** The class of one ASCII character; null for blanks, control characters and everything outside ASCII. */
export function classOf(character: string): CharacterClass | null {
  if (/^[0-9]$/.test(character)) return 'digit'
  if (/^[a-z]$/.test(character)) return 'lower'
  if (/^[A-Z]$/.test(character)) return 'upper'
  return character.length === 1 && asciiSymbols.includes(character) ? 'symbol' : null
}

/**
 * `refused`: none may stand in it. `listed`: exactly these. `not-stated`: the manual does not say which; a person's own
 * symbol is accepted with a warning, and the generator never uses one.
 */
export const symbolPolicy = z.discriminatedUnion('policy', [
  z.strictObject({ policy: z.literal('refused') }),
  z.strictObject({ policy: z.literal('listed'), characters: z.string().min(1) }),
  z.strictObject({ policy: z.literal('not-stated') }),
])
export type SymbolPolicy = Readonly<z.infer<typeof symbolPolicy>>

const ruleShape = z.strictObject({
  /** Fixed length: `min` equals `max`. Where the manual states no length: `min` 1, `max` null. */
  length: z.strictObject({ min: z.int().positive(), max: z.int().positive().nullable() }),
  /** Classes the first character may be of; null: any. */
  first: z.array(characterClass).min(1).nullable(),
  /** At least this many different classes, whichever they are. 1: no such demand. */
  kinds: z.int().min(1).max(4),
  /** Classes that must all be present. */
  required: z.array(characterClass),
  /** At least so many characters out of several classes together (`at least 2 letters`: lower and upper, 2). */
  counts: z.array(z.strictObject({ of: z.array(characterClass).min(1), atLeast: z.int().positive() })),
  symbols: symbolPolicy,
  /** What the manual forbids it to equal. The present password is always refused: a sign-in could not tell old from new. */
  differsFrom: z.array(z.enum(['user-name', 'used-before'])),
  /** What the manual forbids it to contain (compared without case). */
  without: z.array(z.enum(['user-name'])),
  /** How the program's own passwords are made: their length and the classes they draw from. */
  generate: z.strictObject({ length: z.int().positive(), classes: z.array(characterClass).min(1) }),
})

/**
 * What a new password must look like at one provider, as data: exactly what its manual states, and nothing guessed.
 * A rule that contradicts itself, or whose generator could never meet it, does not parse.
 */
export const passwordRule = ruleShape.superRefine((rule, context) => {
  const wrong = (message: string): void => context.addIssue({ code: 'custom', message })
  const { min, max } = rule.length
  const { length, classes } = rule.generate
  if (max !== null && max < min) wrong('length.max is below length.min')
  if (length < min || (max !== null && length > max)) wrong('generate.length is outside length')
  if (new Set(classes).size < rule.kinds) wrong('generate.classes are fewer than kinds')
  if (Math.max(rule.kinds, rule.required.length) > length) wrong('generate.length is too short for kinds or required')
  if (rule.required.some((needed) => !classes.includes(needed))) wrong('generate.classes lack a required class')
  if (rule.first && !rule.first.some((allowed) => classes.includes(allowed))) wrong('generate.classes cannot start a password')
  for (const { of, atLeast } of rule.counts) {
    if (atLeast > length || !of.some((counted) => classes.includes(counted))) wrong('generate cannot meet counts')
  }
  const listed = rule.symbols.policy === 'listed' ? Array.from(rule.symbols.characters) : []
  if (listed.some((character) => classOf(character) !== 'symbol'))
    wrong('symbols.characters holds something that is no ASCII symbol')
  if (classes.includes('symbol') && rule.symbols.policy !== 'listed') wrong('the generator may use listed symbols only')
})
export type PasswordRule = Readonly<z.infer<typeof passwordRule>>
