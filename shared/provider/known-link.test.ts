import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKnownLink, linkHost } from './known-link.ts'
import { myPikara } from './my-pikara/facts.ts'

const known = myPikara.recoveries.flatMap(({ link }) => link?.beginsWith ?? [])

describe('the link of a password reset', () => {
  test.each([
    'http://portal.pikara.jp',
    'http://portal.pikara.jp/',
    'http://portal.pikara.jp/reset?key=abc',
    'http://portal.pikara.jp?key=abc@def',
    'http://portal.pikara.jp#x',
    'HTTP://Portal.Pikara.JP/reset',
    'http://s.pikara.jp/a1B2',
  ])('%s is known', (link) => expect(isKnownLink(link, known)).toBe(true))

  test.each([
    'http://portal.pikara.jp.evil.example/reset',
    'http://portal.pikara.jp@evil.example/',
    'http://portal.pikara.jp:80@evil.example/',
    'http://portal.pikara.jp%40evil.example/',
    'http://portal.pikara.jp%2eevil.example/',
    'http://portal.pikara.jp\\@evil.example/',
    'http://portal.pikara.jp\\.evil.example/',
    'http:\\\\portal.pikara.jp/',
    'http:/portal.pikara.jp/',
    'http:portal.pikara.jp/',
    '//portal.pikara.jp/',
    'portal.pikara.jp/reset',
    'https://portal.pikara.jp/reset',
    'ftp://portal.pikara.jp/',
    'javascript://portal.pikara.jp/%0aalert(1)',
    'http://portal.pikara.jp:8080/',
    'http://portal.pikara.jp./',
    'http://portal-pikara.jp/',
    'http://portal.pikara.jpn/',
    'http://xportal.pikara.jp/',
    'http://x.portal.pikara.jp/',
    'http://pikara.jp/',
    'http://portal.pikara.jp\t.evil.example/',
    'http://portal.pikara.jp\n.evil.example/',
    'http://portal.pikara.jp .evil.example/',
    'http://portal.pikara.jp。evil.example/',
    'http://portal．pikara．jp/',
    'http://pоrtal.pikara.jp/',
    'http://evil.example/?http://portal.pikara.jp',
    'http://evil.example/http://portal.pikara.jp/',
    'http://[::1]/portal.pikara.jp',
    'see http://portal.pikara.jp/reset',
    '',
    'http://',
  ])('%j is refused', (link) => expect(isKnownLink(link, known)).toBe(false))

  test('a beginning with a path keeps to it', () => {
    const below = ['https://site.example/reset/']
    expect(isKnownLink('https://site.example/reset/abc', below)).toBe(true)
    expect(isKnownLink('https://site.example/reset?abc', below)).toBe(true)
    for (const link of [
      'https://site.example/resetting',
      'https://site.example/reset/../pay',
      'https://site.example/reset/%2E%2e/pay',
    ])
      expect(isKnownLink(link, below)).toBe(false)
  })

  test('whatever is taken, a browser opens at a known host and with no name in front of it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'http://',
        'portal.pikara.jp',
        's.pikara.jp',
        '@',
        '\\',
        '/',
        '.',
        ':',
        '80',
        '#',
        '?',
        '%2e',
        '\t',
        'evil.example',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const link = pieces.join('')
        if (!isKnownLink(link, known)) return
        const opened = new URL(link)
        expect(['http://portal.pikara.jp', 'http://s.pikara.jp']).toContain(opened.origin)
        expect([opened.username, opened.password]).toEqual(['', ''])
      }),
      { numRuns: 20_000 },
    )
  })

  test('the host of a refused link can be told', () => {
    expect(linkHost('http://portal.pikara.jp.evil.example/reset?key=secret')).toBe('portal.pikara.jp.evil.example')
    expect(linkHost('http://portal.pikara.jp@evil.example/')).toBeNull()
    expect(linkHost('no link')).toBeNull()
  })
})
