import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareWords, beginsAsWord, bestFit, fitOf, foldWords, placeOf, says, showsValue } from './fold-words.ts'

describe('words are compared folded', () => {
  test.each([
    ['ＢＩＧＬＯＢＥ　パスワード 変更', 'biglobeパスワード変更'],
    ['ﾛｸﾞｲﾝ\u00a0', 'ログイン'],
    ['User ID', 'userid'],
  ])('%s', (text, folded) => expect(foldWords(text)).toBe(folded))

  test.each([
    ['ログイン ＞', 'ログイン'],
    ['現在のパスワード 必須', '現在のパスワード'],
    ['※ユーザID：', 'ユーザid'],
    ['1. ユーザＩＤ（必須）', 'ユーザid'],
    ['【変更する】', '変更する'],
    ['現在の認証パスワード <必須>', '現在の認証パスワード'],
    ['新しい認証パスワード(確認用)＜必須＞', '新しい認証パスワード(確認用)'],
    ['＠biz1.ocn.example', 'biz1.ocn.example'],
    ['▶変更する', '変更する'],
    ['≡ メニュー', 'メニュー'],
    ['必須 パスワード', 'パスワード'],
    ['【必須】新しいパスワード', '新しいパスワード'],
    ['（任意）FAX番号', 'fax番号'],
    ['任意の文字列', '任意の文字列'],
    ['必須', '必須'],
    ['5', '5'],
  ])('marks around %s do not count', (text, bare) => expect(bareWords(text)).toBe(bare))

  test('folding twice changes nothing, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldWords(foldWords(text)) === foldWords(text)))
  })
})

test.each([
  ['個人名　ご契約者名（漢字）', '個人名', true],
  ['パスワード ***** 設定', 'パスワード', true],
  ['個人名', '個人名', true],
  ['個人名義変更', '個人名', false],
  ['ご契約者名 個人名', '個人名', false],
  ['個人名', '', false],
])('%s begins with %s as a word of its own: %s', (label, words, begins) => expect(beginsAsWord(label, words)).toBe(begins))

describe('how well a label fits', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['新しいパスワード', '新しいパスワード 必須', 3],
    ['新しいパスワード', '新しいパスワード（8文字以上16文字以内）', 2],
    ['新しいパスワード', '新しいパスワードを入力してください', 2],
    ['新しいパスワード', '新しいパスワードは8文字以上', 1],
    ['新しいパスワード', '新しいパスワードの再入力', 0],
    ['新しいパスワード', '新しいパスワード（確認）', 0],
    ['新しいパスワード(確認)', '新しいパスワード（確認）', 3],
    ['新しいパスワードの再入力', '新しいパスワード', 0],
    ['パスワード', '接続パスワード', 0],
    ['BIGLOBEパスワード変更', '接続パスワード変更', 0],
    ['ログイン', 'ログインできない方はこちら', 1],
    ['変更する', '変更', 0],
    ['変更する', '', 0],
    ['姓', '姓 必須', 3],
    ['姓', '姓名', 0],
  ]
  test.each(cases)('%s / %s: %i', (wanted, label, fit) => expect(fitOf(wanted, label)).toBe(fit))

  test('the best of several spellings counts', () => expect(bestFit(['ユーザID', 'ユーザーID'], 'ユーザーＩＤ')).toBe(3))

  test('any words fit themselves exactly, with marks around them too', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ぁ-んァ-ヶ一-龠A-Za-z]{2,20}$/),
        (words) => fitOf(words, words) === 3 && fitOf(words, `■ ${words}： 必須`) === 3,
      ),
    )
  })
})

describe('what a text says', () => {
  test('`…` stands for some words of the same sentence', () => {
    expect(says('ユーザIDまたはパスワードが正しくありません。', 'パスワード…正しくありません')).toBe(true)
    expect(says('パスワードを入力。IDが正しくありません', 'パスワード…正しくありません')).toBe(false)
    expect(says(`パスワード${'あ'.repeat(41)}正しくありません`, 'パスワード…正しくありません')).toBe(false)
  })
  test('what looks like a pattern is taken as it is', () => {
    expect(says('a.c', 'a.c')).toBe(true)
    expect(says('abc', 'a.c')).toBe(false)
    expect(placeOf('xab(c', 'b(c')).toEqual([2, 5])
  })
})

describe('a value is shown as a word of its own', () => {
  test.each([
    ['ユーザID: ef123456', true],
    ['ef123456様', true],
    ['ＥＦ１２３４５６', true],
    ['(ef123456).', true],
    ['xef123456', false],
    ['ef1234567', false],
    ['ef123456@example.jp', false],
    ['ef123456.example', false],
    ['', false],
  ])('%s: %s', (text, is) => expect(showsValue(text, 'ef123456')).toBe(is))
  test('an address is not shown by a longer one', () => {
    expect(showsValue('hanataro@a.jp', 'taro@a.jp')).toBe(false)
    expect(showsValue('taro@a.jp.example', 'taro@a.jp')).toBe(false)
    expect(showsValue('宛先:taro@a.jp', 'taro@a.jp')).toBe(true)
  })
  test('nothing is never shown', () => expect(showsValue('anything', ' ')).toBe(false))
})
