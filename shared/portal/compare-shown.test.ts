import { describe, expect, test } from 'vitest'
import { compareShown } from './compare-shown.ts'
import type { PageView } from './page-view.ts'
import { readBeforeAfter, readValue } from './read-value.ts'
import type { Line } from './recipe.ts'

type Check = Extract<Line, { do: 'check' }>
type Pair = readonly [label: string, text: string]
const view = (pairs: readonly Pair[], ...said: readonly string[]): PageView => ({
  titles: [],
  blocks: said.map((text) => ({ frame: 0, text, lines: text.split('\n'), heading: false })),
  controls: [],
  pairs: pairs.map(([label, text]) => ({ label, text })),
  status: 200,
  said: [],
})
const check = (is: Check['is'], optional = false): Check => ({
  do: 'check',
  name: 'it',
  words: ['メールアドレス', 'メールBOX容量'],
  is,
  otherwise: 'stop',
  ...(optional && { optional }),
})

describe('a value told in a sentence', () => {
  const words = ['お申込受付番号', '受付番号']
  test.each([
    ['お申込受付番号は 1709082609 です。', '1709082609'],
    ['お申込受付番号は「A-12」です', 'A-12'],
    ['受付番号は123です。お問い合わせの際は、この番号をお申し出ください。', '123'],
    ['お申込受付番号は\n1709082609\nです。', '1709082609'],
  ])('%j', (said, value) => expect(readValue(view([], said), words)).toBe(value))
  test.each(['お申込受付番号は後日お知らせします。', '受付番号はありません。', 'お客様番号は 123 です。'])('none in %j', (said) =>
    expect(readValue(view([], said), words)).toBeNull(),
  )
  test('two different numbers are none', () =>
    expect(readValue(view([['受付番号', '1']], '受付番号は2です。'), words)).toBeNull())
})

describe('before and after', () => {
  // A row 「メールBOX容量 | 1GB | 2GB」 comes as the pairs of its neighbouring cells.
  const row = (label: string, before: string, after: string): readonly Pair[] => [
    [label, before],
    [before, after],
  ]
  test('are read from the row of the label', () => {
    expect(readBeforeAfter(view(row('メールBOX容量', '1GB', '2GB')), ['メールBOX容量'])).toEqual([
      { before: '1gb', after: '2gb' },
    ])
    expect(readBeforeAfter(view([['メールBOX容量', '1GB']]), ['メールBOX容量'])).toEqual([])
  })
  test('the same on both sides fits, anything else is told', () => {
    expect(compareShown(check({ unchanged: true }), '', view(row('メールBOX容量', '1GB', '1GB')))).toBeNull()
    expect(compareShown(check({ unchanged: true }), '', view(row('メールBOX容量', '1GB', '2GB')))).toEqual({
      expected: '1gb',
      found: '2gb',
    })
  })
  test('one changed row among several is enough', () => {
    const rows = [...row('メールアドレス', 'a@b.example', 'a@b.example'), ...row('メールBOX容量', '1GB', '5GB')]
    expect(compareShown(check({ unchanged: true }), '', view(rows))).toMatchObject({ found: '5gb' })
  })
  test('a page without the row stops, unless it need not be there', () => {
    expect(compareShown(check({ unchanged: true }), '', view([]))).not.toBeNull()
    expect(compareShown(check({ unchanged: true }, true), '', view([]))).toBeNull()
  })
})

describe('what we hold', () => {
  test('a value fits whatever its width and case, and nothing else does', () => {
    const is = { value: 'address' }
    expect(compareShown(check(is), 'taro@a.example', view([['メールアドレス：', 'ＴＡＲＯ@a.example']]))).toBeNull()
    expect(compareShown(check(is), 'taro@a.example', view([['メールアドレス', 'taro@b.example']]))).toEqual({
      expected: 'taro@a.example',
      found: 'taro@b.example',
    })
    expect(compareShown(check(is), 'taro@a.example', view([]))).toEqual({ expected: 'taro@a.example', found: '' })
    expect(compareShown(check(is, true), 'taro@a.example', view([]))).toBeNull()
  })
  test('a covered secret is compared by its beginning, and never told', () => {
    const is = { secret: 'newPassword', first: 3 }
    expect(compareShown(check(is), 'abcd2345', view([['メールアドレス', 'abc*****']]))).toBeNull()
    expect(compareShown(check(is), 'abcd2345', view([['メールアドレス', 'xyz*****']]))).toEqual({
      expected: '‹•••›',
      found: '‹•••›',
    })
    expect(compareShown(check(is), 'abcd2345', view([['メールアドレス', 'abcd2345']]))).not.toBeNull()
  })
})
