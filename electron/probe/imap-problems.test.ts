import { expect, test } from 'vitest'
import { Secret } from '../../shared/base/secret.ts'
import { fromImapCommand } from './imap-problems.ts'

const whom = {
  endpoint: { protocol: 'imap', host: 'imap.example.jp', port: 993, security: 'tls' },
  userName: 'taro',
  password: new Secret('Canary-1'),
} as const

test.each([
  [{ responseStatus: 'NO', responseText: 'mailbox is busy' }, 'temporary', { said: 'mailbox is busy' }],
  [{ responseStatus: 'BAD', responseText: 'what is Canary-1?' }, 'temporary', {}],
  [{ code: 'NoConnection' }, 'dropped', {}],
  [{ code: 'ECONNRESET' }, 'dropped', {}],
  [{ code: 'ETIMEDOUT' }, 'server-silent', {}],
  [{ code: 'ParserError' }, 'dropped', {}],
])('%j is expected of a server', (error, code, facts) => {
  const { problem } = fromImapCommand(whom, Object.assign(new Error('Command failed'), error))
  expect(problem).toMatchObject({ code, facts: { stage: 'message', host: 'imap.example.jp', ...facts } })
  expect(JSON.stringify(problem)).not.toContain('Canary-1')
})

test.each([
  new TypeError('x is not a function'),
  Object.assign(new TypeError('bad'), { code: 'ERR_INVALID_ARG_TYPE' }),
  undefined,
  'x',
])('%s is a bug and is not swallowed', (error) => {
  let thrown: unknown = 'nothing'
  try {
    fromImapCommand(whom, error)
  } catch (caught) {
    thrown = caught
  }
  expect(thrown).toBe(error)
})
