import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spellKana } from './spell-kana.ts'
import { spellWords } from './spell-words.ts'

test.each([
  ['やまだ', 'yamada'],
  ['タナカ', 'tanaka'],
  ['しょうじ', 'shoji'],
  ['ショウジ', 'syouzi'],
  ['さとう', 'sato'],
  ['はっとり', 'hattori'],
  ['いっちょう', 'itcho'],
  ['フジモト', 'fujimoto'],
  ['ケンイチ', 'kenichi'],
  ['ジュンコ', 'junko'],
  ['スーパー', 'suupaa'],
  ['ﾔﾏﾀﾞ', 'yamada'],
  ['ファミリー', 'famirii'],
])('%s is typed %s', (kana, typed) => expect(spellKana(kana)).toContain(typed))

test('what is not kana alone is not guessed', () => {
  for (const name of ['', 'あ', '山田', 'yamada', 'ヤマダ1', 'ッ', 'ーー'])
    expect(spellKana(name).filter((text) => /[a-z]{3}/.test(text))).toEqual([])
})

test('names, company, address and user names come in parts, joined and in letters', () => {
  const forms = spellWords({
    names: ['ヤマダ　タロウ', 'Yamada Taro'],
    company: '株式会社サンプル商店',
    address: '高松市番町１−２−３',
    userNames: ['taro.yamada85@example.jp'],
  })
  for (const form of ['yamada', 'taro', 'yamadataro', 'サンプル商店', '123', 'taro', 'yamada85', '高松市番町1−2−3'])
    expect(forms).toContain(form)
  expect(forms).not.toContain('株式会社')
})

test('a birth date comes in every order, and by era', () => {
  const forms = spellWords({ birthDate: '1985年4月12日' })
  for (const form of ['1985', '19850412', '850412', '0412', '412', '12041985', 's60', 's600412', '600412'])
    expect(forms).toContain(form)
  expect(spellWords({ birthDate: '1989-01-05' })).toContain('h010105')
  expect(spellWords({ birthDate: 'not known' })).toEqual([])
})

test('nothing known, nothing spelt; and any text is taken without harm', () => {
  expect(spellWords({})).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, date) => {
      const forms = spellWords({ names: [name], company: name, address: name, userNames: [name], birthDate: date })
      expect(forms.every((form) => form.length >= 3)).toBe(true)
    }),
  )
})
