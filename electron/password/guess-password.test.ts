import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Secret } from '../../shared/base/secret.ts'
import { fiveRules } from '../../shared/mail/fixtures/five-rules.ts'
import { enoughBytes, makePassword } from '../../shared/mail/make-password.ts'
import type { OwnWords } from '../../shared/mail/spell-words.ts'
import { guessPassword } from './guess-password.ts'

const own: OwnWords = {
  names: ['山田 太郎', 'ヤマダ タロウ'],
  company: '有限会社サンプルショウテン',
  address: '高松市番町1-23-45',
  birthDate: '1985-04-12',
  userNames: ['hanagata@example.jp'],
}

test.each([
  ['password', 'common'],
  ['qwertyuiop', 'common'],
  ['aaaaaaaa', 'repeat'],
  ['zzzzzzzzz', 'repeat'],
  ['tanaka1985', 'name'],
  ['asdfghjkl;', 'keyboard'],
  ['abababab9', 'repeat'],
  ['2019-05-05', 'date'],
  ['ab1', 'simple'],
] as const)('%s is easily guessed: %s', async (text, reason) => {
  const guess = await guessPassword(new Secret(text))
  expect(guess.score).toBeLessThan(3)
  expect([reason, 'common']).toContain(guess.reason)
  expect(guess.warning?.facts).toEqual({ score: guess.score, warning: guess.reason })
})

test.each([
  'yamada1985',
  'xYamadataro9!',
  'sanpurushoten',
  's600412',
  '19850412',
  'hanagata',
  'atagAnah77',
  '12345!yamada',
  'hanagata2026',
])('%s holds the customer’s own words', async (text) => {
  expect((await guessPassword(new Secret(text), own)).reason).toBe('own')
})

/** The same bytes each time: one in thousands of short passwords does hold a word by chance, and a build must not depend on that. */
const bytesOf = (seed: string, length: number): Uint8Array =>
  new Uint8Array(createHash('shake256', { outputLength: length }).update(seed).digest())

test('the program’s own passwords get no warning, under every provider’s rule', async () => {
  for (const rule of Object.values(fiveRules)) {
    for (let turn = 0; turn < 60; turn++) {
      const made = makePassword(rule, bytesOf(`${turn}`, enoughBytes(rule)))!
      const guess = await guessPassword(made, own)
      expect(guess.score).toBeGreaterThanOrEqual(2)
      expect(guess.warning).toBeNull()
    }
  }
})

test('a guess holds no part of the password, and one customer’s words do not judge the next one’s password', async () => {
  expect(inspect(await guessPassword(new Secret('hanagata-9'), own), { depth: null })).not.toContain('hana')
  expect((await guessPassword(new Secret('hanagata-9'))).reason).not.toBe('own')
})
