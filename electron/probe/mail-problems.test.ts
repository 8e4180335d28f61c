import { describe, expect, it } from 'vitest'
import { Secret } from '../../shared/base/secret.ts'
import { atDoor, errorCode, fromSocketError, hungUp, silence, type Whom } from './mail-problems.ts'

const whom = (port = 995): Whom => ({
  endpoint: { protocol: 'smtp', host: 'mail.example.jp', port, security: 'starttls' },
  userName: 'taro',
  password: new Secret('Zk9-canary'),
})
const coded = (code: string, more: object = {}): Error => Object.assign(new Error(`${code} Zk9-canary`), { code, ...more })

describe('errors below the protocols', () => {
  it.each([
    ['ECONNREFUSED', 'refused', 'later'],
    ['ENOTFOUND', 'dns', 'later'],
    ['EAI_AGAIN', 'offline', 'later'],
    ['ENETUNREACH', 'offline', 'later'],
    ['EHOSTUNREACH', 'offline', 'later'],
    ['ECONNRESET', 'dropped', 'now'],
    ['ETIMEDOUT', 'server-silent', 'later'],
    ['CERT_HAS_EXPIRED', 'tls-expired', 'after-person'],
    ['CERT_NOT_YET_VALID', 'tls-expired', 'after-person'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-wrong-host', 'after-person'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-untrusted', 'after-person'],
    ['CERT_REVOKED', 'tls-untrusted', 'after-person'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls-too-old', 'after-person'],
    ['ERR_SSL_DH_KEY_TOO_SMALL', 'tls-too-old', 'after-person'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'wrong-port-or-security', 'after-person'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls-failed', 'after-person'],
    ['EWHATEVER', 'dropped', 'now'],
  ] as const)('%s is %s', (code, expected, again) => {
    const { problem } = fromSocketError(whom(), coded(code), 'connect', false)
    expect([problem.code, problem.again]).toEqual([expected, again])
    expect(problem.facts).toMatchObject({ host: 'mail.example.jp', port: 995, protocol: 'smtp' })
    expect(JSON.stringify(problem)).not.toContain('canary')
  })

  it('port 25 that stays silent or out of reach is blocked on the way; one that refuses is not', () => {
    expect(silence(whom(25), 'connect', false).problem.code).toBe('port-25-blocked')
    for (const code of ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])
      expect(fromSocketError(whom(25), coded(code), 'connect', false).problem.code).toBe('port-25-blocked')
    expect(fromSocketError(whom(25), coded('ECONNREFUSED'), 'connect', false).problem.code).toBe('refused')
    expect(silence(whom(25), 'greeting', false).problem.code).toBe('server-silent')
    expect(silence(whom(587), 'connect', false).problem.code).toBe('server-silent')
  })

  it('finds the code below: nodemailer renames it, several addresses wrap it', () => {
    expect(errorCode(coded('ESOCKET', { originalCode: 'CERT_HAS_EXPIRED' }))).toBe('CERT_HAS_EXPIRED')
    expect(errorCode(Object.assign(new AggregateError([coded('ECONNREFUSED'), coded('ETIMEDOUT')]), { code: 'X' }))).toBe(
      'ECONNREFUSED',
    )
    expect([errorCode(null), errorCode('x'), errorCode(new Error('x'))]).toEqual(['', '', ''])
  })

  it('a reset during the handshake is a hang-up, not a TLS fault', () => {
    expect(fromSocketError(whom(), coded('ECONNRESET'), 'tls', false).problem.code).toBe('dropped')
  })

  it('after the password has left, nothing is tried again now, and it is said that the answer is missing', () => {
    for (const { problem } of [
      hungUp(whom(), 'sign-in', true),
      silence(whom(), 'sign-in', true),
      fromSocketError(whom(), coded('ECONNRESET'), 'sign-in', true),
    ]) {
      expect(problem.again).toBe('later')
      expect(problem.facts['signIn']).toBe('unanswered')
    }
    expect(hungUp(whom(), 'greeting', false).problem.again).toBe('now')
  })

  it('a certificate that goes on and on is cut', () => {
    const { problem } = fromSocketError(
      whom(),
      coded('ERR_TLS_CERT_ALTNAME_INVALID', { reason: 'x'.repeat(10_000), cert: { raw: 'y'.repeat(10_000) } }),
      'tls',
      false,
    )
    expect(JSON.stringify(problem).length).toBeLessThan(600)
  })

  it("the server's words stand in `said`, without the password", () => {
    expect(atDoor(whom(), 'temporary', {}, 'no Zk9-canary').problem.facts['said']).toBe('no ‹•••›')
    expect(atDoor(whom(), 'temporary', {}, '').problem.facts).not.toHaveProperty('said')
  })
})
