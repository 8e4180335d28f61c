import { describe, expect, test } from 'vitest'
import { rowOf } from './find-row.ts'

const mine = 'taro@a.example'
const list = 'taro@a.example 本日変更済み hanako@a.example 設定'

describe('the row that is the value’s own', () => {
  test.each([
    ['a row of a table', ['設定', 'taro@a.example ***** 設定', 'taro@a.example ***** 設定 hanako@a.example ***** 設定'], 1],
    ['a box of a list', ['taro@a.example ***** 設定', 'taro@a.example ***** 設定 hanako@a.example ***** 設定'], 0],
    [
      'a table of its own',
      ['***** 設定 1日1回', 'パスワード ***** 設定 1日1回', 'メールアドレス taro@a.example パスワード ***** 設定 1日1回'],
      2,
    ],
    ['letters of other widths and cases', ['設定', 'ＴＡＲＯ＠a.example 設定'], 1],
  ])('%s', (_what, rows, at) => expect(rowOf(rows, mine)).toBe(rows[at]))

  test.each([
    ['a row of a table', ['設定', 'hanako@a.example 設定', list]],
    ['a cell beside the name', ['設定', '設定', 'hanako@a.example 設定', list]],
    ['a box of a list', ['hanako@a.example 設定', list]],
    ['a box in a box', ['設定', '***** 設定', 'hanako@a.example ***** 設定', 'hanako@a.example ***** 設定 戻る', list]],
    ['a list without boxes of its own', ['設定', list]],
    ['a name whose end is ours', ['設定', 'hanataro@a.example 設定', 'hanataro@a.example 設定 taro@a.example 本日変更済み']],
    ['a name that is partly covered', ['設定', 'ha****@a.example 設定', `ha****@a.example 設定 ${mine} 本日変更済み`]],
    ['no row at all', ['設定', 'hanako@a.example 設定']],
  ])('is not the neighbour’s: %s', (_what, rows) => expect(rowOf(rows, mine)).toBeNull())
})

describe('values that are no addresses', () => {
  test.each([
    ['an account ID', 'mihon-t-001', 'mihon-t-0010'],
    ['an account ID of another make', 'mihon-t-001', 'keiri'],
    ['a telephone number', '03-1234-5678', '03-1234-5679'],
    ['a customer number', '90000000000000', '90000000000001'],
  ])('%s', (_what, ours, other) => {
    const both = `${ours} 一般 本日変更済み ${other} 一般 100MB 変更`
    expect(rowOf(['変更', `${other} 一般 100MB 変更`, both], ours)).toBeNull()
    expect(rowOf(['変更', both], ours)).toBeNull()
    const rows = ['Change', `${ours} 一般 100MB 2026-11-20 ${mine} Change`, `${ours} 一般 Change ${other} 一般 Change`]
    expect(rowOf(rows, ours, ['Change'])).toBe(rows[1])
  })
})
