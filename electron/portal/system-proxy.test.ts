import { describe, expect, test } from 'vitest'
import { systemProxy } from './system-proxy.ts'

describe('the office proxy', () => {
  const env = {
    HTTPS_PROXY: 'http://proxy.office:3128',
    http_proxy: 'http://u%40x:p%3A1@plain.office',
    NO_PROXY: '.intra, direct.example:8443,10.0.0.1',
  }
  test('is taken by scheme, with its name and password', () => {
    expect(systemProxy('https', 'biz.example.jp', 443, env)).toEqual({ host: 'proxy.office', port: 3128, authorization: null })
    const plain = systemProxy('http', 'biz.example.jp', 80, env)
    expect(plain).toMatchObject({ host: 'plain.office', port: 80 })
    expect(Buffer.from(plain!.authorization!.slice(6), 'base64').toString()).toBe('u@x:p:1')
  })
  test.each([
    ['localhost', 443],
    ['127.0.0.5', 443],
    ['::1', 443],
    ['site.intra', 443],
    ['intra', 443],
    ['direct.example', 8443],
    ['10.0.0.1', 443],
  ])('%s:%i is reached directly', (host, port) => expect(systemProxy('https', host, port, env)).toBeNull())
  test('an exemption for one port or one name holds for no other', () => {
    expect(systemProxy('https', 'direct.example', 443, env)).not.toBeNull()
    expect(systemProxy('https', 'notintra', 443, env)).not.toBeNull()
  })
  test('nothing set, everything exempt, another kind of proxy, nonsense: directly', () => {
    expect(systemProxy('https', 'a.jp', 443, {})).toBeNull()
    expect(systemProxy('https', 'a.jp', 443, { ...env, NO_PROXY: '*' })).toBeNull()
    expect(systemProxy('https', 'a.jp', 443, { ALL_PROXY: 'socks5://x:1' })).toBeNull()
    expect(systemProxy('https', 'a.jp', 443, { HTTPS_PROXY: 'http://[' })).toBeNull()
  })
  test('a bare host and port will do', () =>
    expect(systemProxy('http', 'a.jp', 80, { HTTP_PROXY: 'p:8080' })).toMatchObject({ host: 'p', port: 8080 }))
})
