import { expect, test } from 'vitest'
import { domainOf, matchDomain } from './match-domain.ts'

test.each([
  ['biglobe.ne.jp', 'BIGLOBE.ne.jp', null],
  ['*.biglobe.ne.jp', 'kcc.biglobe.ne.jp', null],
  ['*.biglobe.ne.jp', 'a.b.biglobe.ne.jp', null],
  ['{net}.pikara.ne.jp', 'ca.pikara.ne.jp', 'ca'],
  ['{net}.pikara.ne.jp', 'O3.Pikara.ne.jp', 'o3'],
])('%s takes %s', (pattern, domain, net) => {
  expect(matchDomain(pattern, domain)).toEqual({ net })
})

test.each([
  ['biglobe.ne.jp', 'kcc.biglobe.ne.jp'],
  ['biglobe.ne.jp', 'notbiglobe.ne.jp'],
  ['biglobe.ne.jp', 'biglobe.ne.jp.evil.example'],
  ['*.biglobe.ne.jp', 'biglobe.ne.jp'],
  ['*.biglobe.ne.jp', 'evilbiglobe.ne.jp'],
  ['{net}.pikara.ne.jp', 'pikara.ne.jp'],
  ['{net}.pikara.ne.jp', 'a.b.pikara.ne.jp'],
  ['{net}.pikara.ne.jp', 'caXpikara.ne.jp'],
])('%s does not take %s', (pattern, domain) => {
  expect(matchDomain(pattern, domain)).toBeNull()
})

test('the domain is what stands behind the last @', () => {
  expect(domainOf('"a@b"@CA.pikara.ne.jp')).toBe('ca.pikara.ne.jp')
  expect(domainOf('ef-member')).toBe('')
})
