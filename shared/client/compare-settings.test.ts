import { describe, expect, it } from 'vitest'
import { parseEndpoint, type Endpoint } from '../mail/endpoint.ts'
import { compareSettings, type WantedSettings } from './compare-settings.ts'
import { foundProfile, type FoundAccount, type FoundProfile } from './mail-client.ts'
import { matchAccount } from './match-account.ts'

const door = (url: string): Endpoint => {
  const result = parseEndpoint(url)
  if (!result.ok) throw new Error(url)
  return result.value
}
const taro: FoundAccount = {
  key: 'account1',
  address: 'taro@example.jp',
  userName: 'taro',
  incoming: door('pop3s://pop.example.jp'),
  outgoing: { key: 'smtp1', endpoint: door('smtp://smtp.example.jp'), userName: 'taro', signsIn: true },
  storedPassword: true,
  storedOutgoingPassword: true,
  changeable: true,
  reason: null,
}
const place = { client: 'thunderbird', folder: '/p' } as const
const wanted: WantedSettings = {
  address: taro.address,
  userName: 'taro',
  incoming: taro.incoming,
  outgoing: taro.outgoing!.endpoint,
}
const compare = (wish: Partial<WantedSettings> = {}, found: Partial<FoundAccount> = {}) =>
  compareSettings({ ...wanted, ...wish }, { ...taro, ...found }, place)
const outgoing = (change: Partial<NonNullable<FoundAccount['outgoing']>>): Partial<FoundAccount> => ({
  outgoing: { ...taro.outgoing!, ...change },
})
const settings = (result: ReturnType<typeof compare>): string[] =>
  result.ok ? result.value.changes.map(({ setting, from, to }) => `${setting}: ${from} > ${to}`) : [result.problem.code]

describe('fewest edits', () => {
  it('only the passwords, when the settings are right already', () => {
    expect(settings(compare())).toEqual(['password: stored > new', 'outgoing.password: stored > new'])
    expect(compare()).toMatchObject({
      value: { key: 'account1', incoming: wanted.incoming, outgoing: { key: 'smtp1', userName: 'taro' } },
    })
  })

  it('names each setting that differs, and only those', () => {
    const result = compare({
      incoming: door('pop3s://POP.example.jp:4995'),
      outgoing: door('smtps://new.example.jp'),
      userName: 'taro@example.jp',
    })
    expect(settings(result)).toEqual([
      'incoming.port: 995 > 4995',
      'userName: taro > taro@example.jp',
      'outgoing.host: smtp.example.jp > new.example.jp',
      'outgoing.port: 587 > 465',
      'outgoing.security: starttls > tls',
      'outgoing.userName: taro > taro@example.jp',
      'password: stored > new',
      'outgoing.password: stored > new',
    ])
  })

  it('no password where none is stored, unless the person agreed; a locked one is taken for stored', () => {
    expect(settings(compare({}, { storedPassword: false, storedOutgoingPassword: 'locked' }))).toEqual([
      'outgoing.password: stored > new',
    ])
    expect(settings(compare({ storeMissingPassword: true }, { storedPassword: false }))[0]).toBe('password: none > new')
  })

  it('no outgoing password where none is asked for, until the server moves', () => {
    expect(settings(compare({}, outgoing({ signsIn: false, userName: '' })))).toEqual(['password: stored > new'])
    const moved = compare(
      { outgoing: door('smtps://new.example.jp'), storeMissingPassword: true },
      { ...outgoing({ signsIn: false, userName: '' }), storedOutgoingPassword: false },
    )
    expect(settings(moved)).toContain('outgoing.userName:  > taro')
    expect(settings(moved)).toContain('outgoing.password: none > new')
  })

  it('leaves an outgoing login of another form alone, and follows the incoming one', () => {
    expect(compare({ userName: 'taro2' }, outgoing({ userName: 'taro@example.jp' }))).toMatchObject({
      value: { outgoing: { userName: 'taro@example.jp' } },
    })
    expect(compare({ userName: 'taro2' })).toMatchObject({ value: { outgoing: { userName: 'taro2' } } })
  })

  it.each([
    ['the same password at a server of the same house', { sharesPassword: true }, true],
    ['another password there', { sharesPassword: false }, false],
    ['nobody can tell, and nobody shares it', {}, true],
    ['nobody can tell, and others use it', { sharedWith: ['x'] }, false],
    ['the same password elsewhere', { sharesPassword: true, endpoint: door('smtps://smtp.other.example') }, false],
  ])('an outgoing login under another form of name: %s', (_name, change, own) => {
    const result = compare({ outgoing: null }, outgoing({ userName: 'xyz98765', ...change }))
    expect(result.ok && result.value.outgoing?.userName).toBe(own ? 'xyz98765' : undefined)
  })

  it('never touches an outgoing login that is somebody else’s', () => {
    const other = compare(
      { outgoing: door('smtps://new.example.jp') },
      outgoing({ userName: 'hanako', endpoint: door('smtps://smtp.other.example') }),
    )
    expect(other).toMatchObject({ value: { outgoing: null } })
    expect(settings(other)).toEqual(['password: stored > new'])
    expect(compare({}, outgoing({ userName: 'hanako', sharedWith: ['hanako'], sharesPassword: false }))).toMatchObject({
      ok: true,
      value: { outgoing: null },
    })
  })
})

describe('refusals', () => {
  it('an outgoing server others send through is not moved for one of them; its password is still changed', () => {
    const shared = outgoing({ sharedWith: ['hanako'] })
    expect(compare({}, shared)).toMatchObject({ ok: true, value: { outgoing: { userName: 'taro' } } })
    expect(compare({ outgoing: door('smtps://new.example.jp') }, shared)).toMatchObject({
      ok: false,
      problem: { code: 'client-server-shared', facts: { setting: 'outgoing', sharedWith: 'hanako' } },
    })
    expect(compare({ userName: 'taro2' }, shared)).toMatchObject({ ok: false, problem: { code: 'client-server-shared' } })
  })

  it('never weaker than found, unless it was agreed', () => {
    const plain = door('pop3://pop.example.jp?security=none')
    expect(compare({ incoming: plain })).toMatchObject({ problem: { code: 'plaintext-not-allowed' } })
    expect(compare({ outgoing: door('smtp://smtp.example.jp?security=none') })).toMatchObject({
      problem: { code: 'plaintext-not-allowed' },
    })
    expect(settings(compare({ incoming: plain, allowWeaker: true }))).toContain('incoming.security: tls > none')
    expect(compare({ incoming: plain }, { incoming: plain }).ok).toBe(true)
    expect(compare({ incoming: door('pop3://pop.example.jp') }).ok).toBe(true)
  })

  it('POP3 stays POP3, and what is not ours stays', () => {
    expect(compare({ incoming: door('imaps://pop.example.jp') })).toMatchObject({ problem: { code: 'client-not-changeable' } })
    const reason = { code: 'client-locked-setting', again: 'after-person', facts: {} } as const
    expect(compare({}, { changeable: false, reason })).toEqual({ ok: false, problem: reason })
    expect(compare({}, { changeable: false })).toMatchObject({ problem: { code: 'client-not-changeable' } })
  })
})

describe('which account', () => {
  const profile = (...accounts: readonly Partial<FoundAccount>[]): FoundProfile =>
    foundProfile.parse({
      client: 'thunderbird',
      name: 'p',
      folder: '/p',
      inUse: true,
      running: false,
      primaryPassword: false,
      programVersion: null,
      accounts: accounts.map((account, at) => ({ ...taro, key: `account${at}`, ...account })),
      findings: [],
    })
  const match = (...accounts: readonly Partial<FoundAccount>[]): string => {
    const result = matchAccount(profile(...accounts), { address: 'Taro@Example.jp', userName: 'taro' })
    return result.ok ? result.value.key : result.problem.code
  }

  it.each<[string, readonly Partial<FoundAccount>[], string]>([
    ['by address, without case', [{ address: 'x@y' }, {}], 'account1'],
    ['by another identity’s address', [{ address: 'x@y', otherAddresses: ['taro@example.jp'] }], 'account0'],
    ['two for one address, narrowed by user name', [{ userName: 'z' }, {}], 'account1'],
    ['two that fit', [{}, { incoming: door('imaps://imap.example.jp') }], 'client-account-ambiguous'],
    ['by user name where no address is set', [{ address: '' }], 'account0'],
    ['not by a bare user name of another address', [{ address: 'taro@other.example' }], 'client-account-missing'],
    ['none', [], 'client-account-missing'],
  ])('%s', (_name, accounts, expected) => {
    expect(match(...accounts)).toBe(expected)
  })
})
