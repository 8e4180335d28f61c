import { expect, test } from 'vitest'
import { asciiSymbols } from '../mail/password-rule.ts'
import { dictatePassword } from './dictate-password.ts'
import { langs } from './lang.ts'

test('a password is said character by character', () => {
  expect(dictatePassword('Ab1-', 'ja').map((part) => part.said)).toEqual([
    '大文字エー',
    '小文字ビー',
    '数字のイチ',
    '記号のハイフン',
  ])
  expect(dictatePassword('Ab1-', 'en').map((part) => part.said)).toEqual([
    'capital A (Alfa)',
    'small b (Bravo)',
    'digit one',
    'symbol hyphen',
  ])
  expect(dictatePassword('', 'ja')).toEqual([])
})

test.each(langs)('every printable character has a saying of its own (%s)', (lang) => {
  const all = Array.from({ length: 95 }, (_none, at) => String.fromCharCode(32 + at)).join('')
  const said = dictatePassword(all, lang).map((part) => part.said)
  expect(new Set(said).size).toBe(95)
  expect(said.every((words) => words.length > 2 && !words.includes('undefined'))).toBe(true)
  expect(
    dictatePassword(all, lang)
      .map((part) => part.character)
      .join(''),
  ).toBe(all)
  expect(asciiSymbols.length).toBe(32)
})

test('what is no printable ASCII is shown with its code point, astral characters whole', () => {
  expect(dictatePassword('あ🍎', 'ja').map((part) => part.said)).toEqual(['文字「あ」（U+3042）', '文字「🍎」（U+1F34E）'])
})
