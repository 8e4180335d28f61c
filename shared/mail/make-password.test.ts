import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../build/property-runs.ts'
import { Secret } from '../base/secret.ts'
import { checkPassword } from './check-password.ts'
import { biglobe, fiveRules, ocn, ucom } from './fixtures/five-rules.ts'
import { enoughBytes, generatorAlphabet, makePassword, plainAlphabet } from './make-password.ts'
import { passwordRule, type PasswordRule } from './password-rule.ts'

/** Splitmix32 with a fixed seed: the test draws the same passwords on every machine. */
function seeded(seed: number): (count: number) => Uint8Array {
  let state = seed
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (state + 0x9e3779b9) | 0
      let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
      word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
      return (word ^ (word >>> 15)) & 255
    })
}

/** Chi-square against expected counts, brought to a normal deviate (Wilson–Hilferty): above 4.5 is one in 300,000. */
function deviate(observed: readonly number[], expected: readonly number[]): number {
  const freedom = observed.length - 1
  const chi = observed.reduce((sum, count, at) => sum + (count - expected[at]!) ** 2 / expected[at]!, 0)
  return (Math.cbrt(chi / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom))
}

/** Every password over an alphabet, tried by brute force. */
function* everyText(alphabet: string, length: number): Generator<string> {
  if (length === 0) yield ''
  else for (const rest of everyText(alphabet, length - 1)) for (const character of alphabet) yield rest + character
}

describe.each(Object.entries(fiveRules))('under the rule of %s', (_name, rule) => {
  const draw = seeded(20261120)
  const made = Array.from({ length: runs(12_000) }, () => makePassword(rule, draw(enoughBytes(rule)))!.reveal())

  test('every password meets the rule, without warning, in the alphabet alone', () => {
    const alphabet = generatorAlphabet(rule)
    for (const text of made) {
      expect(checkPassword(rule, new Secret(text))).toEqual({ ok: true, faults: [], warnings: [] })
      expect(Array.from(text).every((character) => alphabet.includes(character))).toBe(true)
      expect(text.length).toBe(rule.generate.length)
    }
    expect(new Set(made).size).toBeGreaterThan(made.length - 10)
  })

  test('within one class no character is likelier than another, at any place', () => {
    for (let place = 0; place < rule.generate.length; place++) {
      for (const kind of rule.generate.classes) {
        const alphabet = plainAlphabet[kind]
        const counts = Array.from(alphabet, (character) => made.filter((text) => text[place] === character).length)
        const all = counts.reduce((sum, count) => sum + count, 0)
        // A class the rule bars from the first place must not appear there at all.
        const barred = place === 0 && rule.first?.includes(kind) === false
        expect(
          barred
            ? all
            : deviate(
                counts,
                counts.map(() => all / counts.length),
              ),
        ).toBeLessThan(barred ? 1 : 4.5)
      }
    }
  })
})

describe('the whole set is equally likely', () => {
  // The five rules' own sets are too large to list: the same rules cut down to few characters are counted in full.
  const small: [string, PasswordRule][] = [
    [
      'first a letter',
      { ...fiveRules.oshigotoPikara, length: { min: 2, max: 2 }, generate: { length: 2, classes: ['digit', 'lower'] } },
    ],
    [
      'all of three classes',
      {
        ...fiveRules.myPikara,
        required: ['lower', 'digit'],
        length: { min: 3, max: 3 },
        generate: { length: 3, classes: ['digit', 'lower'] },
      },
    ],
    ['two kinds', { ...biglobe, length: { min: 3, max: 16 }, generate: { length: 3, classes: ['digit', 'lower'] } }],
    ['anything', { ...ucom, generate: { length: 2, classes: ['digit', 'lower', 'upper'] } }],
    [
      'two letters and a digit or symbol',
      { ...ocn, length: { min: 3, max: 8 }, generate: { length: 3, classes: ['digit', 'lower'] } },
    ],
  ]
  test.each(small)('%s', (_name, rule) => {
    expect(passwordRule.safeParse(rule).success).toBe(true)
    const set = [...everyText(generatorAlphabet(rule), rule.generate.length)].filter(
      (text) => checkPassword(rule, new Secret(text)).ok,
    )
    const counts = new Map(set.map((text) => [text, 0]))
    const draw = seeded(7)
    const draws = set.length * runs(40)
    for (let turn = 0; turn < draws; turn++) {
      const text = makePassword(rule, draw(enoughBytes(rule)))!.reveal()
      counts.set(text, counts.get(text)! + 1)
    }
    expect(counts.size).toBe(set.length)
    expect(
      deviate(
        [...counts.values()],
        set.map(() => draws / set.length),
      ),
    ).toBeLessThan(4.5)
  })
})

test('the alphabet holds no two characters that look alike', () => {
  const all = Object.values(plainAlphabet).join('')
  expect(new Set(all).size).toBe(all.length)
  const alike = [
    '0OoDQ',
    '1lIij|!',
    '2Zz',
    '5Ss$',
    '6bG',
    '8B&',
    '9gq',
    'UuVv',
    'Cc(',
    'Kk',
    'Pp',
    'Ww',
    'Xx',
    'Yy',
    'Mm',
    '-_.,',
    'rnm'.slice(2) + 'M',
  ]
  for (const group of alike)
    expect(Array.from(group).filter((character) => all.includes(character)).length).toBeLessThanOrEqual(1)
})

test('the same bytes make the same password, and known passwords are never made', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(fiveRules)), fc.integer(), (rule, seed) => {
      const bytes = seeded(seed)(enoughBytes(rule))
      const first = makePassword(rule, bytes)!
      expect(makePassword(rule, bytes)!.reveal()).toBe(first.reveal())
      const second = makePassword(rule, bytes, { old: first, userName: null, before: [] })!
      expect(second.reveal()).not.toBe(first.reveal())
    }),
  )
  const bytes = seeded(3)(enoughBytes(ucom))
  const first = makePassword(ucom, bytes)!
  expect(makePassword(ucom, bytes, { old: null, userName: null, before: [first] })!.reveal()).not.toBe(first.reveal())
})

test('too few bytes, or bytes that never pass, give nothing rather than something weaker', () => {
  expect(makePassword(biglobe, new Uint8Array(0))).toBeNull()
  expect(makePassword(biglobe, new Uint8Array(11))).toBeNull()
  expect(makePassword(biglobe, new Uint8Array(2_000).fill(255))).toBeNull()
  expect(makePassword(biglobe, new Uint8Array(2_000).fill(0))).toBeNull()
})

test('symbols are generated only where listed', () => {
  const rule: PasswordRule = { ...ocn, generate: { length: 8, classes: ['digit', 'lower', 'upper', 'symbol'] } }
  expect(passwordRule.safeParse(rule).success).toBe(true)
  expect(generatorAlphabet(rule)).toBe(`${plainAlphabet.digit}${plainAlphabet.lower}${plainAlphabet.upper}%*+=?`)
})
