import { expect, test } from 'vitest'
import { Secret } from '../../shared/base/secret.ts'
import { checkCredentials, passwordOf } from './attempt.ts'

const endpoint = { protocol: 'pop3', host: 'mail.example.jp', port: 995, security: 'tls' } as const
const whom = (password: Secret | null) => ({ endpoint, userName: 'taro', password })

test('no password is no password: it is refused, and never sent as an empty one', () => {
  for (const password of [null, new Secret('')])
    expect(checkCredentials(whom(password))).toMatchObject({ ok: false, problem: { code: 'password-empty' } })
  expect(() => passwordOf(whom(null))).toThrow('without a password')
  expect(passwordOf(whom(new Secret(' ')))).toBe(' ')
})
