import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../base/secret.ts'
import { findSecrets, holdsSecret } from './find-secrets.ts'

const cover = (texts: readonly string[], ...values: readonly string[]): string[] => {
  const out = texts.map((text) => text.split(''))
  for (const { text, start, end } of findSecrets(
    texts,
    values.map((value) => new Secret(value)),
  ))
    for (let n = start; n < end; n++) out[text]![n] = '■'
  return out.map((letters) => letters.join(''))
}

describe('what has to be covered', () => {
  test.each([
    [['pass: abc123!'], 'abc123!', ['pass: ■■■■■■■']],
    [['ab', 'c1', '23!x'], 'abc123!', ['■■', '■■', '■■■x']],
    [['a b\nc 123!'], 'abc123!', ['■ ■\n■ ■■■■']],
    [['ＡＢＣ１２３！'], 'abc123!', ['■■■■■■■']],
    [['nothing here'], 'abc123!', ['nothing here']],
    [['aaa'], 'aa', ['■■■']],
  ])('%j holding %s becomes %j', (texts, value, covered) => expect(cover(texts, value)).toEqual(covered))

  test('a secret that is nothing covers nothing', () => expect(cover(['abc'], '', ' ')).toEqual(['abc']))
  test('encoded forms are found', () =>
    expect(holdsSecret(`x=${encodeURIComponent('a&b c"d')}`, [new Secret('a&b c"d')])).toBe(true))

  test('however a text with the secret is cut, nothing of it stays', () => {
    const word = fc.string({ minLength: 4, maxLength: 12, unit: 'grapheme-ascii' }).filter((text) => text.trim().length >= 4)
    fc.assert(
      fc.property(word, fc.string(), fc.string(), fc.array(fc.nat(40), { maxLength: 6 }), (secret, before, after, cuts) => {
        const whole = before + secret + after
        const places = [...new Set([0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length])].sort((a, b) => a - b)
        const texts = places.slice(1).map((end, n) => whole.slice(places[n], end))
        return !holdsSecret(cover(texts, secret).join(''), [new Secret(secret)])
      }),
    )
  })
})
