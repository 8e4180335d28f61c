import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOwned } from './hosts.ts'
import { readPlainUrl } from './plain-url.ts'
import { belongsToSites, siteDomain } from './site-domain.ts'

test.each([
  ['https://biz.biglobe.ne.jp/member/ryokinsei/', 'biz.biglobe.ne.jp'],
  ['http://portal.pikara.jp', 'portal.pikara.jp'],
  ['https://a.example/x?y=1#z', 'a.example'],
  ['http://127.0.0.1:8080/', '127.0.0.1'],
  ['http://localhost/', 'localhost'],
])('%s is plain', (text, host) => expect(readPlainUrl(text)?.host).toBe(host))

test.each([
  'https://a.example@evil.example/',
  'https://a.example:secret@evil.example/',
  'https://a.example\\@evil.example/',
  'https://A.example/',
  'https://a.example./',
  'https://a..example/',
  'https://-a.example/',
  'https://ａ.example/',
  'https://biglobé.example/',
  'https://[::1]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://192.0.2.7/',
  'https:///a.example/',
  'https:/a.example/',
  'https://a.example/\n',
  ' https://a.example/',
  'https://a.exa\tmple/',
  'ftp://a.example/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '//a.example/',
  'https://',
])('%j is not', (text) => expect(readPlainUrl(text)).toBeNull())

test('what is taken for plain, a browser understands in the same way', () => {
  const strange = fc.constantFrom(
    '@',
    '\\',
    '/',
    '?',
    '#',
    ':',
    '.',
    '%2e',
    '%40',
    '[',
    ']',
    ' ',
    '\t',
    'ａ',
    '。',
    'xn--',
    '0x',
    '1',
    'a',
    '-',
    'A',
  )
  const text = fc.tuple(
    fc.constantFrom('https://', 'http://', 'https:/', 'HTTPS://'),
    fc.array(fc.oneof(strange, fc.constantFrom('biglobe.ne.jp', 'evil.example')), { maxLength: 7 }),
  )
  fc.assert(
    fc.property(
      text.map(([scheme, parts]) => scheme + parts.join('')),
      (url) => {
        const plain = readPlainUrl(url)
        if (!plain) return
        const seen = new URL(url)
        expect([seen.protocol, seen.hostname, seen.username, seen.password]).toEqual([`${plain.scheme}:`, plain.host, '', ''])
      },
    ),
    { numRuns: 20_000 },
  )
})

describe('whose host it is', () => {
  test.each([
    ['biz.biglobe.ne.jp', 'biglobe.ne.jp'],
    ['biglobe.ne.jp', 'biglobe.ne.jp'],
    ['www.stnet.co.jp', 'stnet.co.jp'],
    ['portal.pikara.jp', 'pikara.jp'],
    ['support.ntt.com', 'ntt.com'],
    ['a.b.example.co.uk', 'example.co.uk'],
    ['shop.city.chiyoda.tokyo.jp', 'city.chiyoda.tokyo.jp'],
    ['127.0.0.1', '127.0.0.1'],
  ])('%s lies under %s', (host, site) => expect(siteDomain(host)).toBe(site))

  test.each(['evilbiglobe.ne.jp', 'biglobe.ne.jp.evil.example', 'ne.jp', 'biglobe-ne.jp', 'biglobe.co.jp'])(
    '%s is not BIGLOBE’s',
    (host) => expect(belongsToSites(host, ['biglobe.ne.jp'])).toBe(false),
  )

  test('a pattern has to end in a name that one owner has', () => {
    for (const good of ['biglobe.ne.jp', '*.biglobe.ne.jp', '{net}.pikara.ne.jp', 'pop{net}.pikara.ne.jp', 'renshu.example'])
      expect(isOwned(good), good).toBe(true)
    for (const bad of [
      '',
      '*',
      'jp',
      '*.jp',
      'ne.jp',
      '*.ne.jp',
      '{net}.co.jp',
      '{net}',
      'mail.{net}',
      '127.0.0.1',
      'a b.jp',
      'x.jp/',
    ])
      expect(isOwned(bad), bad).toBe(false)
  })
})
