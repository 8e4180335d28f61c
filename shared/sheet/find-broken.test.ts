import { describe, expect, test } from 'vitest'
import { judgeValue } from './judge-value.ts'

const read = (raw: string, kind: 'address' | 'host' | 'user') => {
  const judged = judgeValue(raw, kind, [])
  if (judged.worth === 'certain') return judged.value
  return judged.worth === 'doubtful' ? [judged.reason, ...judged.readings.map(({ value }) => value)] : judged.reason
}

describe('a blank inside a mail address', () => {
  test.each([
    ['ta ro@mvd.biglobe.ne.jp', 'taro@mvd.biglobe.ne.jp', 'ro@mvd.biglobe.ne.jp'],
    ['t a ro@mvd.biglobe.ne.jp（仮）', 'taro@mvd.biglobe.ne.jp', 'ro@mvd.biglobe.ne.jp'],
    ['ｔａ　ｒｏ＠ｍｖｄ．ｂｉｇｌｏｂｅ．ｎｅ．ｊｐ', 'taro@mvd.biglobe.ne.jp', 'ro@mvd.biglobe.ne.jp'],
    ['ta\u00a0ro@mvd.biglobe.ne.jp', 'taro@mvd.biglobe.ne.jp', 'ro@mvd.biglobe.ne.jp'],
    ['y. taro@mvd.biglobe.ne.jp', 'y.taro@mvd.biglobe.ne.jp', 'taro@mvd.biglobe.ne.jp'],
    ['[ta ro@x.jp](mailto:ro@x.jp)', 'taro@x.jp', 'ro@x.jp'],
    ['taro@mvd.biglobe .ne.jp', 'taro@mvd.biglobe.ne.jp', 'taro@mvd.biglobe'],
    ['taro@mvd.biglobe. ne.jp', 'taro@mvd.biglobe.ne.jp', 'taro@mvd.biglobe'],
    ['taro@mvd.biglobe.n e.jp', 'taro@mvd.biglobe.ne.jp', 'taro@mvd.biglobe'],
    ['taro@mvd.big lobe .ne .jp', 'taro@mvd.biglobe.ne.jp', 'taro@mvd.big'],
    ['ta ro@mvd.biglo be.ne.jp', 'taro@mvd.biglobe.ne.jp', 'ro@mvd.biglo'],
  ])('%s is a question', (raw, whole, part) => {
    expect(read(raw, 'address')).toEqual(['inner-blank', whole, part])
  })

  test('where a dot was lost with it, the whole name comes first', () => {
    expect(read('taro@mvd.biglobe.ne jp', 'address')).toEqual([
      'inner-blank',
      'taro@mvd.biglobe.ne.jp',
      'taro@mvd.biglobe.nejp',
      'taro@mvd.biglobe.ne',
    ])
  })

  test.each([
    ['taro @mvd.biglobe.ne.jp', 'taro@mvd.biglobe.ne.jp'],
    ['taro@ mvd.biglobe.ne.jp', 'taro@mvd.biglobe.ne.jp'],
    ['taro@mvd .biglobe.ne.jp', 'taro@mvd.biglobe.ne.jp'],
    ['taro@mvd. biglobe.ne.jp', 'taro@mvd.biglobe.ne.jp'],
    ['taro　＠　mvd . biglobe . ne . jp', 'taro@mvd.biglobe.ne.jp'],
  ])('around its signs, too: %s', (raw, whole) => {
    expect(read(raw, 'address')).toEqual(['inner-blank', whole, raw])
  })

  test('words before a broken address are offered with it and without', () => {
    expect(read('Yamada taro @x.ne.jp', 'address')).toEqual([
      'inner-blank',
      'Yamadataro@x.ne.jp',
      'taro@x.ne.jp',
      'Yamada taro @x.ne.jp',
    ])
  })

  test('a name that breaks off at the end of its line is a question', () => {
    expect(read('taro@mvd.biglobe.', 'address')).toEqual(['wrapped', 'taro@mvd.biglobe'])
    expect(read('taro@x.ne.jp.', 'address')).toBe('taro@x.ne.jp')
  })

  test.each([
    'taro@x.ne.jp',
    '山田太郎 taro@x.ne.jp',
    'Yamada Taro <taro@x.ne.jp>',
    'mailto: taro@x.ne.jp',
    'taro@x.ne.jp (POP)',
    'taro@x.ne.jp ※主',
    '・ taro@x.ne.jp',
    '- taro@x.ne.jp',
    '** taro@x.ne.jp **',
    'taro@x.ne.jp Kx7mQ2ab',
    '(1) taro@x.ne.jp',
    'taro@x.ne.jp<mailto:taro@x.ne.jp>',
  ])('%s is none', (raw) => {
    expect(read(raw, 'address')).toBe('taro@x.ne.jp')
  })
})

describe('a blank inside a server’s name', () => {
  test.each([
    ['popca. pikara.ne.jp', 'popca.pikara.ne.jp', 'pikara.ne.jp'],
    ['popca .pikara.ne.jp', 'popca.pikara.ne.jp', 'pikara.ne.jp'],
    ['pop ca.pikara . ne.jp', 'ca.pikara.ne.jp', 'ca.pikara'],
    ['mail.pikara .ne.jp', 'mail.pikara.ne.jp', 'mail.pikara'],
  ])('%s is a question', (raw, whole, part) => {
    expect(read(raw, 'host')).toEqual(expect.arrayContaining(['inner-blank', whole, part]))
  })
  test.each(['POP3 mail.x.ne.jp', 'mail.x.ne.jp 110', '1. mail.x.ne.jp', 'mail.x.ne.jp port 110', 'mail.x.ne.jp. 110'])(
    '%s is none',
    (raw) => {
      expect(read(raw, 'host')).toBe('mail.x.ne.jp')
    },
  )
})
