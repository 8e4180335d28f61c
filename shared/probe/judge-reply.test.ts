import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandUnknown, judgeImapRefusal, judgePop3Refusal, judgeSmtpRefusal, pop3Code } from './judge-reply.ts'

describe('POP3', () => {
  it.each([
    ['[AUTH] Authentication failed.', 'sign-in-refused'],
    ['[AUTH] Unsupported authentication mechanism.', 'mechanism-unsupported'],
    ['[AUTH] Password expired', 'must-change-password'],
    ['[AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.', 'needs-tls'],
    ['[AUTH] too many tries, or a temporary fault', 'sign-in-refused'],
    ['[SYS/TEMP] wrong password', 'temporary'],
    ['[SYS/PERM] no', 'account-blocked'],
    ['[IN-USE] no', 'in-use'],
    ['[LOGIN-DELAY 30] no', 'slow-down'],
    ['[login-delay] no', 'slow-down'],
    ['invalid user name or password', 'sign-in-refused'],
    ['Invalid login. Please try again.', 'sign-in-refused'],
    ['ユーザー名またはパスワードが無効です', 'sign-in-refused'],
    ['', 'sign-in-refused'],
    ['maildrop already locked', 'in-use'],
    ['account is locked', 'account-blocked'],
    ['Temporary authentication failure', 'temporary'],
    ['ただいまメンテナンス中です', 'temporary'],
    ['too many connections', 'slow-down'],
  ] as const)('-ERR %s', (text, code) => expect(judgePop3Refusal(text, false).code).toBe(code))

  it('never misses TLS where there is TLS', () => {
    expect(judgePop3Refusal('[AUTH] failed, check your SSL settings', true).code).toBe('sign-in-refused')
    expect(judgePop3Refusal('login failed (TLS)', true).code).toBe('sign-in-refused')
  })

  it('finds codes only in front', () => {
    expect(pop3Code(' [SYS/TEMP] x')).toBe('SYS/TEMP')
    expect(pop3Code('no [SYS/TEMP]')).toBeNull()
    expect(pop3Code('')).toBeNull()
  })
})

describe('IMAP', () => {
  it.each([
    ['NO', 'AUTHENTICATIONFAILED', '', 'sign-in-refused'],
    ['NO', null, 'LOGIN failed', 'sign-in-refused'],
    ['NO', 'authenticationfailed', 'x', 'sign-in-refused'],
    ['NO', 'UNAVAILABLE', 'Invalid password', 'temporary'],
    ['NO', 'CONTACTADMIN', '', 'account-blocked'],
    ['NO', 'EXPIRED', '', 'must-change-password'],
    ['NO', 'PRIVACYREQUIRED', '', 'needs-tls'],
    ['NO', 'INUSE', '', 'in-use'],
    ['NO', 'LIMIT', '', 'slow-down'],
    ['NO', 'ALERT', 'Account suspended', 'account-blocked'],
    ['NO', 'AUTHENTICATIONFAILED', 'Unsupported authentication mechanism', 'mechanism-unsupported'],
    ['BAD', null, 'Invalid arguments', 'mechanism-unsupported'],
    ['BAD', null, 'Request is throttled. Suggested Backoff Time: 92415 milliseconds', 'slow-down'],
  ] as const)('%s [%s] %s', (status, code, text, expected) =>
    expect(judgeImapRefusal(status, code, text, false).code).toBe(expected),
  )
})

describe('SMTP', () => {
  it.each([
    [535, '5.7.8 Error: authentication failed', 'sign-in-refused'],
    [535, '5.7.8 Error: authentication failed: Invalid authentication mechanism', 'mechanism-unsupported'],
    [535, '5.7.8 temporarily wrong', 'sign-in-refused'],
    [454, '4.7.0 Temporary authentication failure', 'temporary'],
    [454, '4.7.0 mailbox in use', 'in-use'],
    [421, '4.7.0 too many', 'slow-down'],
    [450, 'x', 'temporary'],
    [525, '5.7.13', 'account-blocked'],
    [534, '5.7.9 Please change your password', 'must-change-password'],
    [534, '5.7.9 Authentication mechanism is too weak', 'mechanism-unsupported'],
    [538, '5.7.11', 'needs-tls'],
    [530, '5.7.0 Must issue a STARTTLS command first', 'needs-tls'],
    [502, 'x', 'auth-not-offered'],
    [504, 'x', 'mechanism-unsupported'],
    [550, '5.7.8 authentication failed', 'sign-in-refused'],
    [550, '5.7.1 no', 'account-blocked'],
  ] as const)('%i %s', (code, text, expected) => expect(judgeSmtpRefusal(code, text, false).code).toBe(expected))
})

describe('whatever a server says', () => {
  it('nothing it refused is tried again at once', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 400, max: 599 }), fc.boolean(), (text, code, secured) => {
        for (const verdict of [
          judgePop3Refusal(text, secured),
          judgeImapRefusal('NO', null, text, secured),
          judgeImapRefusal('BAD', text, text, secured),
          judgeSmtpRefusal(code, text, secured),
        ])
          expect(verdict.again).not.toBe('now')
      }),
    )
  })

  it('BAD and 4xx are never a wrong password', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 400, max: 499 }), (text, code) => {
        expect(judgeImapRefusal('BAD', null, text, true).code).not.toBe('sign-in-refused')
        expect(judgeSmtpRefusal(code, text, true).code).not.toBe('sign-in-refused')
      }),
    )
  })
})

describe('was it the command?', () => {
  it.each([
    'Unknown command.',
    'invalid command',
    'unimplemented',
    'command not recognized',
    'Syntax error',
    '',
    'no',
    'Unsupported mechanism',
  ])('%j: yes', (text) => expect(commandUnknown(text)).toBe(true))
  it.each([
    '[AUTH] Unknown command',
    'authentication failed',
    'wrong password',
    'invalid login',
    'パスワードが違います',
    'bad credentials',
    'permission denied',
  ])('%j: it may have been the password', (text) => expect(commandUnknown(text)).toBe(false))
})
