import { describe, expect, it } from 'vitest'
import { chooseMechanism, readCapa, smtpMechanisms } from './choose-mechanism.ts'

describe('choosing a mechanism', () => {
  it.each([
    [['CRAM-MD5', 'LOGIN', 'plain'], 'PLAIN'],
    [['CRAM-MD5', 'login'], 'LOGIN'],
    [['XOAUTH2', 'CRAM-MD5'], 'CRAM-MD5'],
    [['XOAUTH2', 'SCRAM-SHA-256'], null],
    [[], null],
  ] as const)('%j', (offered, expected) => expect(chooseMechanism(offered)).toBe(expected))
})

describe('reading EHLO', () => {
  it('takes AUTH lines of both spellings', () => {
    expect(smtpMechanisms('250-mx\r\n250-AUTH LOGIN PLAIN\r\n250-AUTH=LOGIN CRAM-MD5\r\n250 SIZE 1')).toEqual([
      'LOGIN',
      'PLAIN',
      'LOGIN',
      'CRAM-MD5',
    ])
    expect(smtpMechanisms('250-mx\n250 auth plain')).toEqual(['PLAIN'])
    expect(smtpMechanisms('250-mx\n250 AUTH')).toEqual([])
  })
  it('does not take a word that only begins alike, nor a host of that name', () => {
    expect(smtpMechanisms('250-mx\r\n250-AUTHX PLAIN\r\n250 XAUTH PLAIN')).toBeNull()
    expect(smtpMechanisms('')).toBeNull()
  })
})

describe('reading CAPA', () => {
  it('takes names in any case', () => {
    expect(readCapa(['TOP', 'sasl plain LOGIN', 'User', 'STLS'])).toEqual({ sasl: ['PLAIN', 'LOGIN'], user: true, stls: true })
    expect(readCapa(['SASL', 'UIDL'])).toEqual({ sasl: [], user: false, stls: false })
  })
})
