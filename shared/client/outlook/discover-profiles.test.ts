import { describe, expect, it, test } from 'vitest'
import { treeOfKeys } from '../../../electron/clients/fixtures/outlook/build-tree.ts'
import { situations } from '../../../electron/clients/fixtures/outlook/situations.ts'
import { encodeText } from './decode-value.ts'
import { discoverProfiles } from './discover-profiles.ts'
import { installKeys, installPlaces, profilesVersions, registeredVersion } from './installed-versions.ts'
import { readAccounts } from './read-accounts.ts'
import { regType, type RegistryTree, treeOf, withAncestors } from './registry-tree.ts'

const treeFor = (...names: readonly string[]): RegistryTree =>
  withAncestors(treeOfKeys(names.flatMap((name) => situations.find((one) => one.name === name)!.keys)))

const found = (tree: RegistryTree, installed: readonly string[] = []) =>
  discoverProfiles(tree, installed).map(({ at, profiles, passedOver }) => [
    at.version,
    profiles.map(({ name, inUse }) => (inUse ? `*${name}` : name)),
    passedOver.map(({ version, profiles: many }) => `${version}: ${many}`),
  ])

describe('which profiles are the living ones', () => {
  it('not the newest place, but the one with profiles', () => {
    expect(found(treeFor('empty-16-real-15'))).toEqual([['15.0', ['*Outlook'], []]])
    expect(found(treeFor('2010-old-place'))).toEqual([['old', ['*Outlook'], []]])
    expect(found(new Map())).toEqual([])
  })

  it('those of the installed Outlook, where it has any', () => {
    const both = treeFor('upgraded-15-and-16')
    expect(found(both, ['16.0'])).toEqual([['16.0', ['*Outlook'], []]])
    expect(found(both, ['15.0'])).toEqual([['15.0', ['*Outlook'], []]])
    expect(found(both, ['15.0', '16.0']).map(([version]) => version)).toEqual(['16.0', '15.0'])
    // An installed one that was never opened has none: the old profiles still are what there is.
    expect(found(treeFor('empty-16-real-15'), ['16.0'])).toEqual([['15.0', ['*Outlook'], []]])
  })

  it('where nothing tells, those with the most, and of equals the newest; the others are named', () => {
    expect(found(treeFor('upgraded-15-and-16'))).toEqual([['16.0', ['*Outlook'], ['15.0: 1']]])
    expect(found(treeFor('several-profiles', '2013-binary-text'))).toEqual([
      ['16.0', ['Outlook', '*会社用', '自宅 [予備] 𠮷'], ['15.0: 1']],
    ])
  })

  it('a profile that nobody named is in use where it is the only one, and no other', () => {
    const without = (name: string): RegistryTree =>
      new Map(
        [...treeFor(name)].map(([at, key]) => [
          at,
          { path: key.path, values: new Map([...key.values].filter(([one]) => one !== 'DEFAULTPROFILE')) },
        ]),
      )
    expect(found(without('365-pop3-tls'))).toEqual([['16.0', ['*Outlook'], []]])
    expect(found(without('several-profiles'))).toEqual([['16.0', ['Outlook', '会社用', '自宅 [予備] 𠮷'], []]])
  })
})

describe('which Outlook is installed', () => {
  const machine = 'HKEY_LOCAL_MACHINE\\SOFTWARE'
  const text = (name: string, value: string) => ({ name, type: regType.text, bytes: encodeText(value) })
  const tree = treeOf([
    { path: `${machine}\\Microsoft\\Office\\15.0\\Outlook\\InstallRoot`, values: [text('Path', 'C:\\Office15\\')] },
    { path: `${machine}\\WOW6432Node\\Microsoft\\Office\\14.0\\Outlook\\InstallRoot`, values: [text('Path', 'D:\\Office14')] },
    { path: `${machine}\\Microsoft\\Office\\ClickToRun\\Configuration`, values: [text('InstallationPath', 'C:\\Office\\')] },
    { path: 'HKEY_CLASSES_ROOT\\Outlook.Application\\CurVer', values: [text('', 'Outlook.Application.16')] },
  ])

  it('is told by where it was put, and by the class Windows would start', () => {
    expect(installPlaces(tree)).toEqual([
      { version: '15.0', folder: 'C:\\Office15\\' },
      { version: '14.0', folder: 'D:\\Office14' },
      { version: '16.0', folder: 'C:\\Office\\root\\Office16' },
    ])
    expect(registeredVersion(tree)).toBe('16.0')
    expect([installPlaces(new Map()), registeredVersion(new Map())]).toEqual([[], null])
    for (const key of tree.values()) expect(installKeys).toContain(key.path)
  })

  it('2010 keeps its profiles in the old place', () => {
    expect(profilesVersions(['14.0', '16.0'])).toEqual(['14.0', 'old', '16.0'])
    expect(profilesVersions(['12.0'])).toEqual(['12.0', 'old'])
  })
})

const outlook16 = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles\\Outlook'
const listed = (name: string) => readAccounts(treeFor(name), outlook16).accounts.map(({ key, address }) => `${key} ${address}`)

test('accounts come in the order of the list; what is gone, and what is no POP3 or IMAP account, does not', () => {
  expect(listed('many-kinds')).toEqual(['00000004 hanako@example.jp', '00000002 taro@example.jp', '0000000A info@example.jp'])
  expect(listed('no-list')).toEqual(['00000002 taro@example.jp'])
})

test('a list that was cut off, or holds a number twice, gives each account once', () => {
  const container = `${outlook16}\\9375CFF0413111d3B88A00104B2A6676`
  const tree = treeFor('many-kinds')
  const list = {
    name: '{ED475418-B0D6-11D2-8C3B-00104B2A6676}',
    type: regType.binary,
    bytes: Uint8Array.from([2, 0, 0, 0, 2, 0, 0, 0, 4, 0]),
  }
  const cut = new Map(tree)
  cut.set(container.toUpperCase(), { path: container, values: new Map([[list.name, list]]) })
  expect(readAccounts(cut, outlook16).accounts.map(({ key }) => key)).toEqual(['00000002'])
})
