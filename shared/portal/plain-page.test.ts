import { describe, expect, test } from 'vitest'
import { plainOrigin, readableOn } from './plain-page.ts'

describe('a secret is readable on its way', () => {
  test.each([
    ['http://portal.pikara.jp/reset?x=1', 'http://portal.pikara.jp'],
    ['HTTP://Portal.Pikara.JP:80', 'http://portal.pikara.jp'],
    ['http://portal.pikara.jp:8080/', 'http://portal.pikara.jp:8080'],
    ['http://user:pass@portal.pikara.jp/', 'http://portal.pikara.jp'],
    ['http://192.168.1.1/', 'http://192.168.1.1'],
    ['http://127.0.0.1.evil.example/', 'http://127.0.0.1.evil.example'],
    ['http://localhost.example/', 'http://localhost.example'],
    ['http://[2001:db8::1]/', 'http://[2001:db8::1]'],
  ])('%s', (url, origin) => {
    expect(readableOn([url], null)).toBe(origin)
    expect(readableOn([url], 'http://another.example')).toBe(origin)
    expect(readableOn([url], origin)).toBeNull()
  })

  test.each([
    'https://portal.pikara.jp/',
    'http://127.0.0.1:8080/change',
    'http://127.1.2.3/',
    'http://localhost/',
    'http://site.localhost:81/',
    'http://[::1]:8080/',
    'about:blank',
    'about:srcdoc',
    'data:text/html,http://x.example/',
    '',
  ])('not on %j', (url) => {
    expect(readableOn([url], null)).toBeNull()
  })

  test('as soon as one page around it, or what its form is sent to, is such a one', () => {
    expect(readableOn(['https://a.example/', 'about:srcdoc', 'http://b.example/'], null)).toBe('http://b.example')
    expect(readableOn(['http://a.example/', 'http://b.example/'], 'http://a.example')).toBe('http://b.example')
  })
})

test('only http has a plain origin', () => {
  expect(plainOrigin('http://a.example:80/x')).toBe('http://a.example')
  expect([plainOrigin('https://a.example/'), plainOrigin('http:/a'), plainOrigin('x')]).toEqual([null, null, null])
})
