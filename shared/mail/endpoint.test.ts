import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endpointUrl, parseEndpoint, protocol, sameEndpoint, security, weakerThan } from './endpoint.ts'

const anyEndpoint = fc.record({
  protocol: fc.constantFrom(...protocol.options),
  host: fc.constantFrom('mail.example.jp', '127.0.0.1', '::1', 'xn--wgv71a.example'),
  port: fc.integer({ min: 1, max: 65535 }),
  security: fc.constantFrom(...security.options),
})

describe('endpoint', () => {
  test('the URL form reads back equal', () => {
    fc.assert(
      fc.property(anyEndpoint, (door) => {
        const read = parseEndpoint(endpointUrl(door))
        return read.ok && sameEndpoint(read.value, door)
      }),
    )
  })
  test.each([
    ['pop3s://mail.example.jp', 'pop3s://mail.example.jp:995'],
    ['pop3://mail.example.jp', 'pop3://mail.example.jp:110'],
    ['imap://mail.example.jp:10143', 'imap://mail.example.jp:10143'],
    ['SMTP://Mail.Example.JP/', 'smtp://mail.example.jp:587'],
    ['smtp://mail.example.jp?security=none', 'smtp://mail.example.jp:587?security=none'],
    ['smtp://[::1]:2525', 'smtp://[::1]:2525'],
  ])('%s is %s', (given, url) => {
    const read = parseEndpoint(given)
    expect(read.ok && endpointUrl(read.value)).toBe(url)
  })
  test.each([
    '',
    'mail.example.jp',
    'http://x',
    'pop3://',
    'pop3s://x:0',
    'pop3s://x:65536',
    'pop3s://x?security=none',
    'pop3://user@x',
    'imap://x/INBOX',
    'pop3://a b',
  ])('refuses %j', (given) => expect(parseEndpoint(given).ok).toBe(false))
  test('refuses the wrong kind of door', () => expect(parseEndpoint('smtp://x', ['pop3', 'imap']).ok).toBe(false))
  test('plaintext is weaker than either protection, and those count alike', () => {
    expect(weakerThan('none', 'starttls')).toBe(true)
    expect(weakerThan('starttls', 'tls')).toBe(false)
    expect(weakerThan('none', 'none')).toBe(false)
  })
})
