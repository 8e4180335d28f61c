import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { runs } from '../../../build/property-runs.ts'
import { treeOfKeys } from '../../../electron/clients/fixtures/outlook/build-tree.ts'
import { situations } from '../../../electron/clients/fixtures/outlook/situations.ts'
import { type Endpoint, parseEndpoint, sameEndpoint, weakerThan } from '../../mail/endpoint.ts'
import type { AccountEdit } from '../mail-client.ts'
import { allowedValues } from './account-values.ts'
import { compareTrees, withValues } from './compare-trees.ts'
import { decodeNumber, decodeText, encodeNumber, encodeText } from './decode-value.ts'
import { decideWrites } from './decide-writes.ts'
import type { OutlookAccount } from './outlook-account.ts'
import { readAccounts } from './read-accounts.ts'
import { foldName, regType, type RegistryTree, type RegistryValue, treeOf, valueIn } from './registry-tree.ts'
import { valueName, valuePlace } from './value-names.ts'

const outlook16 = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles\\Outlook'
const door = (url: string): Endpoint => {
  const read = parseEndpoint(url)
  if (!read.ok) throw new Error(url)
  return read.value
}
const treeFor = (name: string): RegistryTree => treeOfKeys(situations.find((one) => one.name === name)!.keys)

/** The first account of a situation, and an edit that changes nothing of it. */
function start(name: string, profile = outlook16): { tree: RegistryTree; account: OutlookAccount; same: AccountEdit } {
  const tree = treeFor(name)
  const account = readAccounts(tree, profile).accounts[0]!
  return { tree, account, same: sameAs(account) }
}
const sameAs = ({ key, address, incoming, userName, outgoing }: OutlookAccount): AccountEdit => ({
  client: 'outlook',
  folder: outlook16,
  key,
  address,
  incoming,
  userName,
  outgoing: outgoing && { key: 'smtp', endpoint: outgoing.endpoint, userName: outgoing.userName },
  storeMissingPassword: false,
  changes: [],
})

const stored = { incoming: true, outgoing: true }
const plainWrite = ({ name, type, bytes }: RegistryValue): string =>
  `${name} ${type === regType.dword ? `=${decodeNumber({ type, bytes })}` : `${type}:${decodeText({ type, bytes })}`}`

function writesOf(account: OutlookAccount, edit: AccountEdit, has = stored): readonly string[] | string {
  const decided = decideWrites(account, edit, has)
  if (!decided.ok) return `${decided.problem.code} ${String(decided.problem.facts['reason'] ?? '')}`.trim()
  return decided.value.writes.map((write) => (write.kind === 'value' ? plainWrite(write.value) : `${write.name} *`))
}

describe('what is written', () => {
  it('passwords alone, where nothing else is to change', () => {
    expect(writesOf(start('365-pop3-tls').account, start('365-pop3-tls').same)).toEqual(['POP3 Password *'])
    expect(writesOf(start('own-smtp-login').account, start('own-smtp-login').same)).toEqual([
      'POP3 Password *',
      'SMTP Password *',
    ])
    expect(
      writesOf(
        start('2013-binary-text', outlook16.replace('16.0', '15.0')).account,
        start('2013-binary-text', outlook16.replace('16.0', '15.0')).same,
      ),
    ).toEqual(['POP3 Password *'])
  })

  it('defaults stay absent; protection is made before anything is pointed elsewhere; passwords come last', () => {
    const { account, same } = start('365-pop3-defaults')
    const outgoing = { key: 'smtp', endpoint: door('smtp://mail.example.net:587'), userName: 'taro@example.jp' }
    const edit = { ...same, incoming: door('pop3s://mail.example.net'), userName: 'taro@example.jp', outgoing }
    expect(writesOf(account, edit)).toEqual([
      'POP3 Use SSL =1',
      'POP3 Port =995',
      'POP3 Server 1:mail.example.net',
      'SMTP Secure Connection =2',
      'SMTP Use SSL =1',
      'SMTP Port =587',
      'SMTP Server 1:mail.example.net',
      'SMTP Use Auth =1',
      'POP3 User 1:taro@example.jp',
      'POP3 Password *',
    ])
  })

  it('each text in the type it has, a new one in the type of the account’s name', () => {
    const { account, same } = start('mixed-encodings')
    const outgoing = { ...same.outgoing!, endpoint: door('smtps://mail.example.net'), userName: 'taro-send' }
    const edit = { ...same, incoming: door('pop3s://mail.example.net'), outgoing }
    expect(writesOf(account, edit, { incoming: true, outgoing: false })).toEqual([
      'POP3 Server 1:mail.example.net',
      'SMTP Secure Connection =1',
      'SMTP Use SSL =1',
      'SMTP Port =465',
      'SMTP Server 1:mail.example.net',
      // Account Name is binary there.
      'SMTP User 3:taro-send',
      'POP3 Password *',
    ])
  })

  it('"automatic" becomes what was proved', () => {
    const { account, same } = start('365-smtp-automatic')
    const edit = { ...same, outgoing: { ...same.outgoing!, endpoint: door('smtp://smtp.example.jp') } }
    expect(writesOf(account, edit)).toEqual(['SMTP Secure Connection =2', 'SMTP Use SSL =1', 'POP3 Password *'])
  })

  it('Secure Connection of the receiving side is kept in step where it stands', () => {
    const { account, same } = start('secure-connection-incoming')
    expect(writesOf(account, { ...same, incoming: door('imaps://imap.example.jp') })).toEqual([
      'IMAP Secure Connection =1',
      'IMAP Use SSL =1',
      'IMAP Port =993',
      'IMAP Password *',
    ])
  })

  it('no password where none is stored, unless it was agreed to', () => {
    const { account, same } = start('no-password')
    const none = { incoming: false, outgoing: false }
    expect(writesOf(account, same, none)).toEqual([])
    expect(writesOf(account, { ...same, storeMissingPassword: true }, none)).toEqual(['POP3 Password *'])
    const decided = decideWrites(account, { ...same, storeMissingPassword: true }, none)
    expect(decided.ok && decided.value.changed).toEqual([
      { setting: 'password', from: 'none', to: 'new' },
      { setting: 'outgoing.password', from: 'none', to: 'new' },
    ])
  })

  it('somebody else’s login for sending is not touched', () => {
    const { account, same } = start('own-smtp-login')
    expect(writesOf(account, { ...same, outgoing: null })).toEqual(['POP3 Password *'])
  })
})

describe('what is refused', () => {
  const { account, same } = start('365-pop3-tls')
  it.each<[string, AccountEdit]>([
    ['plaintext-not-allowed', { ...same, incoming: door('pop3://pop.example.jp:110?security=none') }],
    [
      'plaintext-not-allowed',
      { ...same, outgoing: { ...same.outgoing!, endpoint: door('smtp://smtp.example.jp:25?security=none') } },
    ],
    ['client-not-changeable protocol', { ...same, incoming: door('imaps://pop.example.jp') }],
    ['client-not-changeable no-starttls', { ...same, incoming: door('pop3://pop.example.jp') }],
    ['client-not-changeable one-login', { ...same, outgoing: { ...same.outgoing!, userName: 'other' } }],
    ['client-account-missing', { ...same, outgoing: { ...same.outgoing!, key: 'smtp2' } }],
  ])('%s', (problem, edit) => {
    expect(writesOf(account, edit)).toBe(problem)
  })

  it('every account with a reason', () => {
    const { accounts } = readAccounts(treeFor('left-alone'), outlook16)
    for (const one of accounts) expect(writesOf(one, sameAs(one))).toMatch(/^client-/)
  })
})

test('a value’s name below its profile leads to a value a rewrite may set, or nowhere', () => {
  const place = valuePlace(outlook16, valueName('00000002', 'POP3 Port'))
  expect(place).toEqual({ path: `${outlook16}\\9375CFF0413111d3B88A00104B2A6676\\00000002`, name: 'POP3 Port' })
  for (const name of [
    '9375CFF0413111d3B88A00104B2A6676/00000002/clsid',
    'POP3 Port',
    '../00000002/POP3 Port',
    'x/00000002/POP3 Port',
  ])
    expect(valuePlace(outlook16, name)).toBeNull()
  const sound = valueName('00000002', 'POP3 Port')
  for (const folder of [
    'HKEY_CURRENT_USER\\Software',
    `${outlook16}\\More`,
    outlook16.replace('\\Outlook\\Profiles\\Outlook', ''),
  ])
    expect(valuePlace(folder, sound)).toBeNull()
  expect(valuePlace(outlook16, `${sound}/x`)).toBeNull()
  expect(valuePlace(outlook16, valueName('2', 'POP3 Port'))).toBeNull()
})

const hosts = fc.constantFrom('pop.example.jp', 'POP.Example.JP', 'mail.example.net', 'x')
const textTypes = fc.constantFrom(regType.text, regType.binary)
const numbers = (...all: number[]) => fc.option(fc.constantFrom(...all), { nil: null })
const someAccount = fc.record({
  kind: fc.constantFrom('POP3', 'IMAP'),
  types: fc.array(textTypes, { minLength: 5, maxLength: 5 }),
  hosts: fc.tuple(hosts, hosts),
  user: fc.constantFrom('taro', 'taro@example.jp'),
  port: numbers(110, 143, 995, 993, 12345),
  ssl: numbers(0, 1),
  secure: numbers(0, 1, 2, 3),
  smtp: fc.record({
    port: numbers(25, 465, 587),
    ssl: numbers(0, 1),
    secure: numbers(0, 1, 2, 3),
    auth: numbers(0, 1),
    method: numbers(0, 1),
  }),
  smtpUser: fc.option(fc.constantFrom('taro', 'relay'), { nil: null }),
})

function drawnTree(form: typeof someAccount extends fc.Arbitrary<infer T> ? T : never): RegistryTree {
  const text = (name: string, value: string, at: number): RegistryValue => ({
    name,
    type: form.types[at]!,
    bytes: encodeText(value),
  })
  const number = (name: string, value: number | null): RegistryValue[] =>
    value === null ? [] : [{ name, type: regType.dword, bytes: encodeNumber(value) }]
  const id = form.kind === 'POP3' ? 'ED475411' : 'ED475412'
  const values = [
    { name: 'clsid', type: regType.text, bytes: encodeText(`{${id}-B0D6-11D2-8C3B-00104B2A6676}`) },
    text('Account Name', 'x', 0),
    text('Email', 'taro@example.jp', 1),
    text(`${form.kind} Server`, form.hosts[0], 2),
    text(`${form.kind} User`, form.user, 3),
    text('SMTP Server', form.hosts[1], 4),
    ...number(`${form.kind} Port`, form.port),
    ...number(`${form.kind} Use SSL`, form.ssl),
    ...number(`${form.kind} Secure Connection`, form.secure),
    ...number('SMTP Port', form.smtp.port),
    ...number('SMTP Use SSL', form.smtp.ssl),
    ...number('SMTP Secure Connection', form.smtp.secure),
    ...number('SMTP Use Auth', form.smtp.auth),
    ...number('SMTP Auth Method', form.smtp.method),
    ...(form.smtpUser === null ? [] : [text('SMTP User', form.smtpUser, 0)]),
    { name: 'Mini UID', type: regType.dword, bytes: encodeNumber(7) },
  ]
  const container = `${outlook16}\\9375CFF0413111d3B88A00104B2A6676`
  return treeOf([
    { path: outlook16, values: [] },
    { path: container, values: [] },
    { path: `${container}\\00000002`, values },
  ])
}

const someDoor = (protocol: 'incoming' | 'smtp') =>
  fc.record({
    host: hosts,
    port: fc.constantFrom(25, 110, 143, 465, 587, 993, 995),
    security: fc.constantFrom('tls' as const, 'starttls' as const, 'none' as const),
    protocol: fc.constant(protocol),
  })

test('of any account and any edit: only allowed values, types kept, never weaker, and what then stands reads as the edit says', () => {
  let decidedOnes = 0
  fc.assert(
    fc.property(
      someAccount,
      someDoor('incoming'),
      someDoor('smtp'),
      fc.constantFrom('taro', 'hanako'),
      fc.boolean(),
      (form, to, out, user, sends) => {
        const tree = drawnTree(form)
        const account = readAccounts(tree, outlook16).accounts[0]!
        const incoming = { ...to, protocol: account.protocol }
        const own = account.outgoing!.login === 'own'
        const outgoing = sends
          ? { key: 'smtp', endpoint: { ...out, protocol: 'smtp' as const }, userName: own ? 'send' : user }
          : null
        const edit: AccountEdit = { ...sameAs(account), incoming, userName: user, outgoing }
        const decided = decideWrites(account, edit, stored)
        if (!decided.ok) return
        decidedOnes += 1
        expect(weakerThan(incoming.security, account.incoming.security)).toBe(false)
        const values = decided.value.writes.flatMap((write) => (write.kind === 'value' ? [write.value] : []))
        const names = decided.value.writes.map((write) => (write.kind === 'value' ? write.value.name : write.name))
        expect(new Set(names).size).toBe(names.length)
        for (const name of names) expect(allowedValues(account.protocol).map(foldName)).toContain(foldName(name))
        for (const one of values)
          expect(one.type).toBe(
            valueIn(account.stored, one.name)?.type ?? (one.type === regType.dword ? regType.dword : form.types[0]),
          )
        const planned = withValues(tree, account.stored.path, values)
        expect(
          compareTrees(tree, planned)
            .map(({ name }) => name)
            .every((name) => names.includes(name)),
        ).toBe(true)
        const after = readAccounts(planned, outlook16).accounts[0]!
        expect(after.reason).toBeNull()
        expect(sameEndpoint(after.incoming, incoming)).toBe(true)
        expect(after.userName).toBe(user)
        if (outgoing) {
          expect(sameEndpoint(after.outgoing!.endpoint, outgoing.endpoint)).toBe(true)
          if (after.outgoing!.signsIn) expect(after.outgoing!.userName).toBe(outgoing.userName)
        } else expect(after.outgoing!.endpoint).toEqual(account.outgoing!.endpoint)
        // What is right already is not written again.
        const again = decideWrites(after, { ...edit, outgoing: after.outgoing!.signsIn ? edit.outgoing : null }, stored)
        expect(again.ok && again.value.writes.filter((write) => write.kind === 'value')).toEqual([])
      },
    ),
    { numRuns: runs(1000) },
  )
  expect(decidedOnes).toBeGreaterThan(20)
})
