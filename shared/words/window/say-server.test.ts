import { expect, test } from 'vitest'
import { sayServer } from './say-server.ts'

test.each([
  ['pop3://mail.example.jp', 'mail.example.jp（POP3）', 'mail.example.jp (POP3)'],
  ['smtps://mail.example.jp:465', 'mail.example.jp（SMTP、番号 465、暗号化する）', 'mail.example.jp (SMTP, port 465, encrypted)'],
  ['imap://[::1]:143?security=none', '[::1]（IMAP、番号 143、暗号化しない）', '[::1] (IMAP, port 143, not encrypted)'],
])('%s is said by its name', (url, ja, en) => {
  expect(sayServer(url, 'ja')).toBe(ja)
  expect(sayServer(url, 'en')).toBe(en)
})

test('what is no server stays what it is', () => {
  for (const text of ['taro@example.jp', 'mail.example.jp', 'http://mail.example.jp', 'pop3://a b', ''])
    expect(sayServer(text, 'ja')).toBe(text)
})
