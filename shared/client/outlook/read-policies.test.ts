import { expect, test } from 'vitest'
import { forbidsPasswords, policyPlaces, readPolicies } from './read-policies.ts'
import { type RegistryTree, regType, treeOf } from './registry-tree.ts'

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))
const dword = (name: string, byte: number) => ({ name, type: regType.dword, bytes: Uint8Array.from([byte, 0, 0, 0]) })
const at = (hive: string, version: string): number =>
  policyPlaces.indexOf(`${hive}\\Software\\Policies\\Microsoft\\office\\${version}\\outlook`)
const none = policyPlaces.map((): RegistryTree | null => null)

test('every setting of every version and hive is told, in one order, with a value that can be read', () => {
  const user = policyPlaces[at('HKEY_CURRENT_USER', '16.0')]!.replace('office', 'Office')
  const machine = policyPlaces[at('HKEY_LOCAL_MACHINE', '15.0')]!
  const trees = none
    .with(
      at('HKEY_CURRENT_USER', '16.0'),
      treeOf([
        { path: user, values: [] },
        { path: `${user}\\options`, values: [] },
        { path: `${user}\\options\\general`, values: [dword('HideNewOutlookToggle', 1)] },
        {
          path: `${user}\\Security`,
          values: [dword('EnableRememberPwd', 0), { name: 'odd', type: regType.dword, bytes: new Uint8Array(2) }],
        },
      ]),
    )
    .with(
      at('HKEY_LOCAL_MACHINE', '15.0'),
      treeOf([
        {
          path: machine,
          values: [
            { name: 'pst', type: regType.text, bytes: utf16('設定\0') },
            { name: 'b', type: regType.binary, bytes: new Uint8Array(9) },
          ],
        },
      ]),
    )
  const policies = readPolicies(trees)
  expect(policies).toEqual([
    { version: '15.0', name: 'b', value: '…' },
    { version: '15.0', name: 'pst', value: '設定' },
    { version: '16.0', name: 'options\\general\\HideNewOutlookToggle', value: '1' },
    { version: '16.0', name: 'Security\\EnableRememberPwd', value: '0' },
    { version: '16.0', name: 'Security\\odd', value: '…' },
  ])
  expect(forbidsPasswords(policies)).toBe(true)
  expect(forbidsPasswords([{ version: '16.0', name: 'security\\enablerememberpwd', value: '1' }])).toBe(false)
})

test('a PC of nobody’s but its owner’s has none', () => {
  expect(readPolicies(none)).toEqual([])
  expect(readPolicies(policyPlaces.map((path) => treeOf([{ path, values: [] }])))).toEqual([])
  expect(forbidsPasswords([])).toBe(false)
})
