import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../build/property-runs.ts'
import { foldLabel, foldLine, halfWidth, plainSigns, sameName } from './fold-text.ts'

test.each([
  ['ユーザーID', 'ﾕｰｻﾞｰＩＤ'],
  ['ユーザーID', 'ユーザ ID'],
  ['ユーザーID', 'ユ-ザ-ID'],
  ['ユーザーID', 'ユーサ\u3099ーＩＤ'],
  ['パスワード', 'ﾊﾟｽﾜｰﾄﾞ'],
  ['パスワード', 'パ ス ワ ー ド'],
  ['パスワード', '【パスワード】'],
  ['受信メール(POP3)サーバー', '受信メール（ＰＯＰ３）サーバ'],
  ['会員番号', '会\u3000員\u200b番\u3000号'],
  ['E-mail', 'Ｅ－ＭＡＩＬ'],
])('%s and %s are one label', (a, b) => {
  expect(foldLabel(b)).toBe(foldLabel(a))
})

test('labels that differ in words stay different', () => {
  expect(foldLabel('接続パスワード')).not.toBe(foldLabel('パスワード'))
  expect(foldLabel('会員ID')).not.toBe(foldLabel('会員名'))
  expect(foldLabel('e-mail')).not.toBe(foldLabel('email'))
})

test('every folded character knows which raw ones it stands for, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (raw) => {
      const { text, from, to } = foldLine(raw)
      expect(from).toHaveLength(text.length)
      expect(to).toHaveLength(text.length)
      from.forEach((start, at) => {
        expect(start).toBeLessThan(to[at]!)
        expect(to[at]).toBeLessThanOrEqual(raw.length)
        if (at > 0) expect(start).toBeGreaterThanOrEqual(from[at - 1]!)
      })
    }),
  )
})

test('folding a folded label changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
      expect(foldLabel(foldLabel(raw))).toBe(foldLabel(raw))
    }),
    {
      examples: [['ﾊﾟｽﾜｰﾄﾞ'], ['㈱ー'], ['㋐-'], ['ア -'], ['𝔴\u1fed']],
      numRuns: runs(1_000),
    },
  )
})

test('full-width ASCII comes to half width, ASCII and Japanese stay', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (ascii) => {
      const wide = Array.from(ascii, (one) =>
        one > ' ' && one < '\u007f' ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one,
      ).join('')
      expect(halfWidth(wide)).toBe(ascii)
      expect(halfWidth(ascii)).toBe(ascii)
      expect(plainSigns(ascii)).toBe(ascii)
    }),
  )
  expect(halfWidth('山田ー〜')).toBe('山田ー〜')
})

test('names are compared as people do', () => {
  expect(sameName('株式会社山田商店', '（株）山田　商店 御中')).toBe(true)
  expect(sameName('株式会社山田商店', '有限会社山田商店')).toBe(false)
})
