import { describe, expect, it } from 'vitest'
import type { PrefValue } from './prefs-js.ts'
import { readAccounts, type AccountModel } from './thunderbird-accounts.ts'

const one: Record<string, PrefValue> = {
  'mail.accountmanager.accounts': 'account7',
  'mail.account.account7.server': 'server3',
  'mail.account.account7.identities': 'id9',
  'mail.identity.id9.useremail': 'taro@example.jp',
  'mail.identity.id9.smtpServer': 'smtp4',
  'mail.server.server3.type': 'pop3',
  'mail.server.server3.hostname': 'pop.example.jp',
  'mail.server.server3.userName': 'taro',
  'mail.smtpservers': 'smtp2,smtp4',
  'mail.smtpserver.smtp4.hostname': 'smtp.example.jp',
  'mail.smtpserver.smtp4.username': 'taro',
  'mail.smtpserver.smtp2.hostname': 'other.example',
}
const model = (changes: Record<string, PrefValue | undefined> = {}, major: number | null = 153): AccountModel =>
  readAccounts(
    new Map(Object.entries({ ...one, ...changes }).filter((pair): pair is [string, PrefValue] => pair[1] !== undefined)),
    major,
  )
const only = (changes: Record<string, PrefValue | undefined> = {}, major: number | null = 153) =>
  model(changes, major).accounts[0]!

describe('accounts', () => {
  it('follows references with the program’s defaults for what is absent', () => {
    expect(only()).toMatchObject({
      key: 'account7',
      server: 'server3',
      type: 'pop3',
      incoming: { host: 'pop.example.jp', port: 110, security: 'none', authMethod: 3, userName: 'taro' },
      addresses: ['taro@example.jp'],
      outgoing: { key: 'smtp4', host: 'smtp.example.jp', port: 587, security: 'none', authMethod: 3 },
      realNames: null,
    })
  })

  it.each([
    [{ 'mail.server.server3.socketType': 3 }, { port: 995, security: 'tls' }],
    [{ 'mail.server.server3.socketType': 2 }, { port: 110, security: 'starttls' }],
    [{ 'mail.server.server3.isSecure': true }, { port: 995, security: 'tls' }],
    [
      { 'mail.server.server3.isSecure': true, 'mail.server.server3.socketType': 0 },
      { port: 110, security: 'none' },
    ],
    [{ 'mail.server.default.socketType': 3 }, { port: 995, security: 'tls' }],
    [
      { 'mail.server.server3.type': 'imap', 'mail.server.server3.socketType': 3 },
      { port: 993, security: 'tls' },
    ],
    [
      { 'mail.server.server3.type': 'imap', 'mail.server.server3.port': -1 },
      { port: 143, security: 'none' },
    ],
    [
      { 'mail.server.server3.port': 4711, 'mail.server.server3.socketType': 3 },
      { port: 4711, security: 'tls' },
    ],
    [{ 'mail.server.server3.port': 70000 }, { port: 110 }],
  ])('incoming door of %j', (changes, expected) => {
    expect(only(changes).incoming).toMatchObject(expected)
  })

  it.each([
    [{ 'mail.smtpserver.smtp4.try_ssl': 3 }, { port: 465, security: 'tls' }],
    [
      { 'mail.smtpserver.smtp4.try_ssl': 2, 'mail.smtpserver.smtp4.port': 25 },
      { port: 25, security: 'starttls' },
    ],
    [{ 'mail.smtpserver.smtp4.authMethod': 1 }, { authMethod: 1 }],
  ])('outgoing door of %j', (changes, expected) => {
    expect(only(changes).outgoing).toMatchObject(expected)
  })

  it('"TLS if available" is no TLS, and is said', () => {
    const { accounts, findings } = model({ 'mail.server.server3.socketType': 1, 'mail.smtpserver.smtp4.try_ssl': 1 })
    expect(accounts[0]).toMatchObject({ incoming: { security: 'none', port: 110 }, outgoing: { security: 'none' } })
    expect(findings.map(({ code, facts }) => [code, facts['setting']])).toEqual([
      ['client-setting-doubtful', 'incoming.security'],
      ['client-setting-doubtful', 'outgoing.security'],
    ])
  })

  it.each([
    ['the default server', { 'mail.identity.id9.smtpServer': undefined, 'mail.smtp.defaultserver': 'smtp4' }, 'smtp4'],
    ['the first listed', { 'mail.identity.id9.smtpServer': undefined }, 'smtp2'],
    ['a reference to nothing', { 'mail.identity.id9.smtpServer': 'smtp77' }, 'smtp2'],
    ['an unset list', { 'mail.smtpservers': undefined }, undefined],
    ['no identity at all', { 'mail.account.account7.identities': undefined }, undefined],
    ['an outgoing server of another kind', { 'mail.smtpserver.smtp4.type': 'ews' }, undefined],
  ])('outgoing server by %s', (_name, changes, key) => {
    expect(only(changes).outgoing?.key).toBe(key)
  })

  it('leaves out what is not listed, not mail, or has no server; says what has no host', () => {
    expect(model({ 'mail.accountmanager.accounts': 'account1' }).accounts).toEqual([])
    for (const type of ['none', 'rss', 'nntp', 'ews', ''])
      expect(model({ 'mail.server.server3.type': type })).toEqual({ accounts: [], findings: [] })
    expect(model({ 'mail.server.server3.hostname': undefined }).findings).toMatchObject([
      { facts: { account: 'account7', setting: 'incoming.host' } },
    ])
    expect(model({ 'mail.server.server3.userName': '' }).findings).toMatchObject([{ facts: { setting: 'userName' } }])
  })

  it('a list with spaces and doubles names each account once', () => {
    expect(model({ 'mail.accountmanager.accounts': ' account7 ,,account7,gone' }).accounts).toHaveLength(1)
  })

  it('real host and user names count up to version 91 and not after', () => {
    const old = { 'mail.server.server3.realhostname': 'new.example.jp' }
    expect(only(old, 91).realNames).toEqual({ host: 'new.example.jp', userName: 'taro' })
    expect(only(old, 102).realNames).toBeNull()
    expect(only({ 'mail.server.server3.realhostname': 'pop.example.jp' }, 91).realNames).toBeNull()
  })

  it('knows who else sends through the same server, and which server lends its password', () => {
    const two = {
      'mail.accountmanager.accounts': 'account7,account8',
      'mail.account.account8.server': 'server5',
      'mail.account.account8.identities': 'id10',
      'mail.identity.id10.smtpServer': 'smtp4',
      'mail.server.server5.type': 'imap',
      'mail.server.server5.hostname': 'smtp.EXAMPLE.jp',
      'mail.server.server5.userName': 'taro',
    }
    expect(only(two).outgoing).toMatchObject({ usedBy: ['account7', 'account8'], passwordFrom: null })
    expect(only({ ...two, 'mail.smtpserver.smtp4.incomingAccount': 'server3' }).outgoing?.passwordFrom).toBe('server3')
    expect(only({ ...two, 'mail.smtp.useMatchingHostNameServer': true }).outgoing?.passwordFrom).toBe('server5')
  })
})
