import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { runs } from '../../../build/property-runs.ts'
import { treeOfKeys } from '../../../electron/clients/fixtures/outlook/build-tree.ts'
import { situations } from '../../../electron/clients/fixtures/outlook/situations.ts'
import { endpoint, endpointUrl } from '../../mail/endpoint.ts'
import { accountKind } from './account-kinds.ts'
import { allowedValues } from './account-values.ts'
import { decodeNumber, decodeText, encodeNumber, encodeText } from './decode-value.ts'
import type { OutlookAccount } from './outlook-account.ts'
import { readAccount } from './read-account.ts'
import { readAccounts } from './read-accounts.ts'
import { readSecurity } from './read-security.ts'
import { foldName, regType, treeOf } from './registry-tree.ts'
import { boxOf, passwordBytes, passwordText, sealedBytes } from './stored-password.ts'

function accountsOf(name: string, profile: string) {
  const { keys } = situations.find((one) => one.name === name)!
  const { path } = keys.find((key) => key.path.endsWith(`Profiles\\${profile}`))!
  return readAccounts(treeOfKeys(keys), path)
}
const shown = ({ incoming, userName, outgoing }: OutlookAccount) => [
  `${userName} ${endpointUrl(incoming)}`,
  outgoing && `${outgoing.signsIn ? outgoing.userName : '-'} ${endpointUrl(outgoing.endpoint)}`,
]

describe('what an account’s settings are', () => {
  it.each([
    ['365-pop3-defaults', 'taro pop3://pop.example.jp:110?security=none', '- smtp://smtp.example.jp:25?security=none'],
    ['365-pop3-tls', 'taro pop3s://pop.example.jp:995', 'taro smtps://smtp.example.jp:465'],
    ['365-imap-starttls', 'taro@example.jp imaps://imap.example.jp:993', 'taro@example.jp smtp://smtp.example.jp:587'],
    ['365-smtp-automatic', 'taro pop3://pop.example.jp:110?security=none', 'taro smtp://smtp.example.jp:587?security=none'],
    ['2013-binary-text', 'taro pop3://pop.example.jp:110?security=none', 'taro smtp://smtp.example.jp:587'],
    ['2010-old-place', 'taro pop3://pop.example.jp:110?security=none', 'taro smtp://smtp.example.jp:587?security=none'],
    ['mixed-encodings', 'taro pop3s://pop.example.jp:995', 'taro smtp://smtp.example.jp:25?security=none'],
    ['own-smtp-login', 'taro pop3s://pop.example.jp:995', 'taro@example.jp smtp://smtp.example.jp:587'],
    ['secure-connection-incoming', 'taro@example.jp imap://imap.example.jp:143', 'taro@example.jp smtp://smtp.example.jp:587'],
  ])('%s', (name, incoming, outgoing) => {
    const { accounts } = accountsOf(name, 'Outlook')
    expect(shown(accounts[0]!)).toEqual([incoming, outgoing])
    expect(accounts[0]).toMatchObject({ address: 'taro@example.jp', reason: null })
  })

  it('"automatic" and a missing SMTP server are said', () => {
    expect(accountsOf('365-smtp-automatic', 'Outlook').findings).toEqual([
      { code: 'client-setting-doubtful', again: 'never', facts: { setting: 'SMTP Secure Connection', found: '3' } },
    ])
    expect(accountsOf('365-pop3-tls', 'Outlook').findings).toEqual([])
  })

  it('what cannot be made out is left alone, with its reason, and never read as a default', () => {
    const { accounts } = accountsOf('left-alone', 'Outlook')
    const why = accounts.map(({ address, reason }) => `${address} ${String(reason?.facts['reason'] ?? reason?.facts['file'])}`)
    expect(why).toEqual([
      'oauth@example.jp oauth2',
      'spa@example.jp ntlm',
      'before@example.jp pop-before-smtp',
      'port@example.jp 00000005\\POP3 Port',
      'half@example.jp 00000006\\POP3 Server',
      'secure@example.jp 00000007\\SMTP Secure Connection',
      'ansi@example.jp 00000008\\POP3 Server',
    ])
    expect(accounts.filter(({ incoming }) => incoming.host === '?').length).toBe(2)
  })
})

test('an account without a receiving server is none, but it is said; one that only receives has no outgoing side', () => {
  const { keys } = situations.find((one) => one.name === '365-pop3-defaults')!
  const without = (gone: string) =>
    keys.map(({ path, values }) => ({
      path,
      values: Object.fromEntries(Object.entries(values).filter(([name]) => name !== gone)),
    }))
  const { path } = keys.find((key) => key.path.endsWith('Profiles\\Outlook'))!
  expect(readAccounts(treeOfKeys(without('POP3 Server')), path)).toEqual({
    accounts: [],
    findings: [{ code: 'client-setting-doubtful', again: 'never', facts: { setting: '00000002\\POP3 Server', found: '' } }],
  })
  expect(readAccounts(treeOfKeys(without('SMTP Server')), path).accounts).toMatchObject([{ outgoing: null, reason: null }])
})

const someContent = fc.record({
  type: fc.oneof(fc.constantFrom(1, 2, 3, 4), fc.nat({ max: 20 })),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.string({ maxLength: 6 }).map((text) => encodeText(text)),
    fc.nat({ max: 70_000 }).map((number) => encodeNumber(number)),
  ),
})
const someNames = fc.constantFrom(
  ...allowedValues('pop3'),
  'Email',
  'Account Name',
  'SMTP Auth Method',
  'SMTP Use SPA',
  'POP3 Use SPA',
  'clsid',
)

test('whatever stands in an account: it is read without a throw, its doors are doors, and what was not understood makes it one that is left alone', () => {
  fc.assert(
    fc.property(fc.dictionary(someNames, someContent), (drawn) => {
      const clsid = { name: 'clsid', type: regType.text, bytes: encodeText('{ED475411-B0D6-11D2-8C3B-00104B2A6676}') }
      const server = { name: 'POP3 Server', type: regType.text, bytes: encodeText('pop.example.jp') }
      const values = [clsid, server, ...Object.entries(drawn).map(([name, content]) => ({ name, ...content }))]
      const key = treeOf([{ path: 'HKEY_CURRENT_USER\\x\\00000002', values }]).get(foldName('HKEY_CURRENT_USER\\x\\00000002'))!
      const { account } = readAccount(key)
      if (!account) return
      const doors = [account.incoming, ...(account.outgoing ? [account.outgoing.endpoint] : [])]
      for (const door of doors) expect(endpoint.safeParse(door).success).toBe(true)
      const understood = (name: string): boolean => {
        const value = key.values.get(foldName(name))
        if (!value) return true
        return / (?:Server|User)$/.test(name) ? decodeText(value) !== null : decodeNumber(value) !== null
      }
      const names = ['POP3 Server', 'POP3 Port', 'POP3 Use SSL', 'POP3 User', 'SMTP Server']
      if (!names.every(understood)) expect(account.reason).not.toBeNull()
    }),
    { numRuns: runs(1000) },
  )
})

test('kinds are told by clsid in any case, and only two of them are ours', () => {
  const clsid = (start: string): string => `{${start}-B0D6-11D2-8C3B-00104B2A6676}`
  expect(['ed475411', 'ED475412', 'ED475414', 'ED475415', 'ED475418'].map((one) => accountKind(clsid(one)))).toEqual([
    'pop3',
    'imap',
    'mapi',
    'eas',
    'unknown',
  ])
  expect(accountKind('{4DB5CBF0-3B77-4852-BC8E-BB81908861F3}')).toBe('hotmail')
  expect(accountKind('{4db5cbf2-3B77-4852-BC8E-BB81908861F3}')).toBe('ldap')
  expect([accountKind(''), accountKind('ED475411')]).toEqual(['unknown', 'unknown'])
})

describe('text and numbers by the value’s own type', () => {
  const text = (type: number, bytes: readonly number[]) => decodeText({ type, bytes: Uint8Array.from(bytes) })

  it('reads both forms, with and without their NUL', () => {
    for (const type of [regType.text, regType.binary]) {
      expect(decodeText({ type, bytes: encodeText('練習 𠮷') })).toBe('練習 𠮷')
      expect(text(type, [0x61, 0])).toBe('a')
      expect(text(type, [])).toBe('')
      expect(text(type, [0x61, 0, 0, 0, 0, 0])).toBe('a')
    }
    // Windows takes a text for over at its first NUL; binary with one inside is something else.
    expect(text(regType.text, [0x61, 0, 0, 0, 0x62, 0])).toBe('a')
    expect(text(regType.binary, [0x61, 0, 0, 0, 0x62, 0])).toBeNull()
  })

  it('takes nothing else for text, or for a number', () => {
    expect([text(regType.expandText, [0x61, 0]), text(regType.dword, [1, 0, 0, 0]), text(regType.text, [0x61])]).toEqual([
      null,
      null,
      null,
    ])
    expect(decodeNumber({ type: regType.dword, bytes: encodeNumber(0xffff_fffe) })).toBe(0xffff_fffe)
    expect(decodeNumber({ type: regType.dword, bytes: Uint8Array.from([1]) })).toBeNull()
    expect(decodeNumber({ type: regType.binary, bytes: encodeNumber(1) })).toBeNull()
  })
})

test('how a door is protected: all that two values can say together', () => {
  const read = (protocol: 'pop3' | 'smtp', port: number, ssl: number | null, secure: number | null) => {
    const found = readSecurity(protocol, port, { ssl, secure })
    return found && `${found.security}${found.doubt ? ` (${found.doubt})` : ''}`
  }
  expect([null, 0, 1].map((ssl) => [null, 0, 1, 2, 3].map((secure) => read('smtp', 587, ssl, secure)))).toEqual([
    ['none', 'none', 'tls (ssl)', 'starttls (ssl)', 'none (secure)'],
    ['none', 'none', 'tls (ssl)', 'starttls (ssl)', 'none (secure)'],
    ['starttls (ssl)', 'starttls (ssl)', 'tls', 'starttls', 'none (secure)'],
  ])
  expect(read('smtp', 465, 1, null)).toBe('tls (ssl)')
  expect([read('pop3', 995, 1, null), read('pop3', 110, null, null), read('pop3', 995, 1, 0)]).toEqual([
    'tls',
    'none',
    'tls (ssl)',
  ])
  expect([read('pop3', 995, 2, null), read('smtp', 587, 1, 4)]).toEqual([null, null])
})

test('a password is kept as UTF-16 with its NUL, behind the byte 2; anything else is not read', () => {
  expect(passwordText(passwordBytes('x 日本 𠮷'))).toBe('x 日本 𠮷')
  expect([...passwordBytes('a')]).toEqual([0x61, 0, 0, 0])
  expect(passwordText(Uint8Array.from([0x61, 0]))).toBe('a')
  expect(passwordText(Uint8Array.from([0x61]))).toBeNull()
  expect([...sealedBytes(Uint8Array.from([9, 8]))]).toEqual([2, 9, 8])
  expect([...boxOf(Uint8Array.from([2, 9, 8]))!]).toEqual([9, 8])
  for (const bytes of [[], [2], [1, 9], [9, 8]]) expect(boxOf(Uint8Array.from(bytes))).toBeNull()
})
