import { describe, expect, test } from 'vitest'
import { judgeValue } from './judge-value.ts'

describe('a password covered but for its beginning', () => {
  test.each([
    'abc*****',
    'a****',
    'abc●●●●●',
    'abc***** ※パスワードは入力された最初の3文字がそのまま表示され',
    'abc＊＊＊（以下省略）',
  ])('%s is none', (raw) => expect(judgeValue(raw, 'secret', [])).toEqual({ worth: 'nothing', reason: 'masked' }))

  test.each(['abc**', 'abc***', '****abc', 'abc****d', 'abcde*****', '*a*b*c*d'])('%s may be one', (raw) =>
    expect(judgeValue(raw, 'secret', [])).toEqual({ worth: 'certain', value: raw }),
  )
})
