import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../build/property-runs.ts'
import { Secret } from '../base/secret.ts'
import { checkPassword, nothingKnown, type KnownPasswords, type PasswordFaultCode } from './check-password.ts'
import { fiveRules, biglobe, myPikara, ocn, oshigotoPikara, ucom } from './fixtures/five-rules.ts'
import { classOf, passwordRule, type PasswordRule } from './password-rule.ts'

const faultsOf = (rule: PasswordRule, text: string, known?: KnownPasswords): PasswordFaultCode[] =>
  checkPassword(rule, new Secret(text), known).faults.map((fault) => fault.code)

type Table = { rule: PasswordRule; accepted: string[]; refused: [string, ...PasswordFaultCode[]][] }

const tables: Record<keyof typeof fiveRules, Table> = {
  oshigotoPikara: {
    rule: oshigotoPikara,
    accepted: [
      'abcdefgh',
      'ABCDEFGH',
      'a1234567',
      'Z0000000',
      'aB3dE6gH',
      'password',
      'x-_-_-_1',
      'Aaaaaaa!',
      'q1w2e3r4',
      'tanaka85',
    ],
    refused: [
      ['', 'empty'],
      ['1bcdefgh', 'first-character'],
      ['-bcdefgh', 'first-character'],
      ['_1234567', 'first-character'],
      ['12345678', 'first-character'],
      ['abcdefg', 'too-short'],
      ['a', 'too-short'],
      ['abcdefghi', 'too-long'],
      ['1abcdefghij', 'too-long', 'first-character'],
      ['ａbcdefgh', 'non-ascii', 'first-character'],
      ['abcdefgｈ', 'non-ascii'],
      ['あいうえおかきく', 'non-ascii', 'first-character'],
      [' abcdefg', 'blank', 'first-character'],
      ['abcdefg ', 'blank'],
      ['abcd\tefg', 'control-character'],
      ['abcdefg\n', 'control-character'],
      ['abcdefg\u0000', 'control-character'],
      ['abcdefg\u007f', 'control-character'],
    ],
  },
  myPikara: {
    rule: myPikara,
    accepted: [
      'Abcdefg1',
      'aBCDEFG2',
      '1aBcdefg',
      '12345aB6',
      'aA1aA1aA',
      'ZZZZZz9Z',
      '0aaaaaaA',
      'Pikara01',
      'qW3rtYui',
      'aA1-----',
    ],
    refused: [
      ['', 'empty'],
      ['abcdefg1', 'class-missing'],
      ['ABCDEFG1', 'class-missing'],
      ['Abcdefgh', 'class-missing'],
      ['12345678', 'class-missing', 'class-missing'],
      ['abcdefgh', 'class-missing', 'class-missing'],
      ['--------', 'class-missing', 'class-missing', 'class-missing'],
      ['Abcdef1', 'too-short'],
      ['Abcdefgh1', 'too-long'],
      ['abc1', 'too-short', 'class-missing'],
      ['abcdefgh1', 'too-long', 'class-missing'],
      ['Ａbcdefg1', 'non-ascii', 'class-missing'],
      ['Abcdefg１', 'non-ascii', 'class-missing'],
      ['Abcdef 1', 'blank'],
      ['Abcdef\u30001', 'blank'],
      ['Abcdef1\r', 'control-character'],
      ['Abcdef1é', 'non-ascii'],
      ['Abcde1🍎', 'non-ascii', 'too-short'],
    ],
  },
  biglobe: {
    rule: biglobe,
    accepted: [
      'abcdefg1',
      'Abcdefgh',
      'ABCDEFG1',
      'abcdefg!',
      '1234567!',
      'ABCDEFG-',
      'aaaaaaaA',
      'Ab1-Ab1-Ab1-Ab1-',
      'password1',
      'abcdefghijklmno1',
      '1111111a',
    ],
    refused: [
      ['', 'empty'],
      ['abcdefgh', 'too-few-kinds'],
      ['ABCDEFGH', 'too-few-kinds'],
      ['12345678', 'too-few-kinds'],
      ['!!!!!!!!', 'too-few-kinds'],
      ['abcdef1', 'too-short'],
      ['abcdefg', 'too-short', 'too-few-kinds'],
      ['a1', 'too-short'],
      ['abcdefghijklmno12', 'too-long'],
      ['abcdefghijklmnopq', 'too-long', 'too-few-kinds'],
      ['abcdefgh ', 'blank', 'too-few-kinds'],
      [' abcdefg1', 'blank'],
      ['abcdefg１', 'non-ascii', 'too-few-kinds'],
      ['パスワードabc1', 'non-ascii'],
      ['abcdefg1\u200b', 'non-ascii'],
      ['abcdefg1\u00a0', 'blank'],
      ['abcdefg1\u001b', 'control-character'],
      ['abcdefg1\u0085', 'control-character'],
    ],
  },
  ucom: {
    rule: ucom,
    accepted: [
      'a',
      '1',
      'abc',
      'abcdefgh',
      '12345678',
      'ABC12345',
      'abc.def',
      'x'.repeat(64),
      'Abc_12!@',
      'arterian-001',
      'p@ssw0rd',
    ],
    refused: [
      ['', 'empty'],
      [' ', 'blank'],
      ['abc def', 'blank'],
      ['abc\tdef', 'control-character'],
      ['abc\n', 'control-character'],
      ['\u0000', 'control-character'],
      ['ａｂｃ', 'non-ascii'],
      ['abcｄ', 'non-ascii'],
      ['あ', 'non-ascii'],
      ['ｱ', 'non-ascii'],
      ['abc¥', 'non-ascii'],
      ['abc‐def', 'non-ascii'],
    ],
  },
  ocn: {
    rule: ocn,
    accepted: [
      'abcde1',
      'ab1111',
      'AB111111',
      'abcdef!',
      "aB!$%&'(",
      'a)*+,-.b',
      'ab/.-,+*',
      'Z;<=>?[z',
      ']^_{}aa',
      'ab`~1234',
      'a1b2c3d4',
      'Ab-Ab-Ab',
    ],
    refused: [
      ['', 'empty'],
      ['abcdef', 'too-few-of'],
      ['ABCDEFGH', 'too-few-of'],
      ['a12345', 'too-few-of'],
      ['12345678', 'too-few-of'],
      ['!!!!!!', 'too-few-of'],
      ['a!!!!!', 'too-few-of'],
      ['abcd1', 'too-short'],
      ['abcdefgh1', 'too-long'],
      ['abcdef#1', 'symbol-not-listed'],
      ['abcdef"1', 'symbol-not-listed'],
      ['abcde:', 'symbol-not-listed'],
      ['abcde@1', 'symbol-not-listed'],
      ['abcde\\1', 'symbol-not-listed'],
      ['abcde|1', 'symbol-not-listed'],
      ['abcde 1', 'blank'],
      ['abcde１', 'non-ascii', 'too-few-of'],
      ['abcde\u00071', 'control-character'],
      ['a', 'too-short', 'too-few-of', 'too-few-of'],
    ],
  },
}

describe.each(Object.entries(tables))('the rule of %s', (_name, { rule, accepted, refused }) => {
  test('parses as a rule', () => expect(passwordRule.parse(rule)).toEqual(rule))
  test('is judged by twenty cases or more', () => expect(accepted.length + refused.length).toBeGreaterThanOrEqual(20))
  test.each(accepted)('accepts %j', (text) => expect(faultsOf(rule, text)).toEqual([]))
  test.each(refused)('refuses %j', (text, ...codes) => expect(faultsOf(rule, text)).toEqual(codes))
})

describe('likeness', () => {
  const known: KnownPasswords = { old: new Secret('Old-pass1'), userName: 'Taro85xx', before: [new Secret('Before-1')] }
  test('the present password is refused under every rule', () => {
    for (const rule of Object.values(fiveRules)) expect(faultsOf(rule, 'Old-pass1', known)).toContain('equals-old')
  })
  test('an earlier password is refused only where the manual says so', () => {
    expect(faultsOf(ucom, 'Before-1', known)).toEqual(['used-before'])
    expect(faultsOf(biglobe, 'Before-1', known)).toEqual([])
  })
  test('equal to the name and containing the name are told apart', () => {
    const strict: PasswordRule = { ...biglobe, differsFrom: ['user-name'], without: ['user-name'] }
    expect(faultsOf(strict, 'tARO85XX', known)).toEqual(['equals-user-name'])
    expect(faultsOf(strict, 'my-Taro85xx', known)).toEqual(['contains-user-name'])
    expect(faultsOf(biglobe, 'Taro85xx', known)).toEqual([])
    expect(faultsOf(strict, 'Taro85xx', { ...known, userName: '' })).toEqual([])
  })
})

test('a symbol the manual is silent about is accepted with a warning', () => {
  const verdict = checkPassword(biglobe, new Secret('abcdefg1%'))
  expect(verdict).toEqual({ ok: true, faults: [], warnings: [{ code: 'symbol-not-stated', facts: { position: 9 } }] })
  expect(checkPassword(ocn, new Secret('abcdef%')).warnings).toEqual([])
})

test('symbols can be refused altogether', () => {
  expect(faultsOf({ ...biglobe, symbols: { policy: 'refused' } }, 'abcdefg1%')).toEqual(['symbol-refused'])
})

test('a full-width character is named as such, with its place', () => {
  const [fault] = checkPassword(biglobe, new Secret('abcＤefg1')).faults
  expect(fault).toEqual({ code: 'non-ascii', facts: { position: 4, fullWidth: true } })
  expect(checkPassword(biglobe, new Secret('abcéefg1')).faults[0]?.facts).toEqual({ position: 4, fullWidth: false })
})

test('for any text: it never throws, ok says no faults, and no fact holds a piece of the password', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ minLength: 6, maxLength: 20 }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(fiveRules)), text, (rule, candidate) => {
      const verdict = checkPassword(rule, new Secret(candidate), nothingKnown)
      expect(verdict.ok).toBe(verdict.faults.length === 0)
      expect(!verdict.ok || Array.from(candidate).every((character) => classOf(character) !== null)).toBe(true)
      // The listed symbols are the rule's own text; every other fact is a number, a yes/no or class names.
      const facts = verdict.faults.flatMap((fault) =>
        Object.entries(fault.facts).filter(([name]) => !(fault.code === 'symbol-not-listed' && name === 'allowed')),
      )
      for (const [, value] of facts)
        expect(typeof value === 'string' ? value : '').toMatch(/^(?:(?:digit|lower|upper|symbol) ?)*$/)
    }),
    { numRuns: runs(500) },
  )
})

describe('a rule that contradicts itself does not parse', () => {
  const broken: [string, Partial<PasswordRule>][] = [
    ['max below min', { length: { min: 9, max: 8 } }],
    ['generated length outside', { generate: { length: 7, classes: ['lower', 'digit'] } }],
    ['too few classes to generate from', { generate: { length: 8, classes: ['lower'] } }],
    ['a required class the generator lacks', { required: ['upper'], generate: { length: 8, classes: ['lower', 'digit'] } }],
    ['a first class the generator lacks', { first: ['upper'], generate: { length: 8, classes: ['lower', 'digit'] } }],
    ['a count the generator cannot meet', { counts: [{ of: ['symbol'], atLeast: 1 }] }],
    ['a letter among the symbols', { symbols: { policy: 'listed', characters: '-a' } }],
    ['generated symbols nobody listed', { generate: { length: 8, classes: ['lower', 'symbol'] } }],
  ]
  test.each(broken)('%s', (_name, part) => expect(passwordRule.safeParse({ ...biglobe, ...part }).success).toBe(false))
  test('and neither does an unknown field', () =>
    expect(passwordRule.safeParse({ ...biglobe, colour: 'red' }).success).toBe(false))
})
