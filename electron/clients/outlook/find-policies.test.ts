import { expect, it } from 'vitest'
import { madeRegistry } from '../../../e2e/fakes/made-registry.ts'
import { regType } from '../../../shared/client/outlook/registry-tree.ts'
import { findPolicies } from './find-policies.ts'

const user = 'HKEY_CURRENT_USER\\Software\\Policies\\Microsoft'
const machine = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft'
const number = (name: string, byte: number) => ({ name, type: regType.dword, bytes: Uint8Array.from([byte, 0, 0, 0]) })
const own = [`${user}\\office`, `${machine}\\office`]

it('a PC nobody manages has none', async () => {
  expect(await findPolicies(await madeRegistry([], own))).toEqual([])
})

it('an administrator’s settings are told, of this user and of this PC, and that passwords are not to be remembered', async () => {
  const registry = await madeRegistry(
    [
      { path: `${user}\\office\\16.0\\outlook\\security`, values: [number('EnableRememberPwd', 0)] },
      { path: `${machine}\\office\\16.0\\outlook\\options\\general`, values: [number('hidenewoutlooktoggle', 1)] },
    ],
    own,
  )
  expect(await findPolicies(registry)).toEqual([
    {
      code: 'client-managed',
      again: 'never',
      facts: { settings: '16.0 options\\general\\hidenewoutlooktoggle = 1, 16.0 security\\EnableRememberPwd = 0' },
    },
    { code: 'client-passwords-forbidden', again: 'never', facts: {} },
  ])
  await madeRegistry([], own)
})

it('of many the first are shown, and how many there are besides', async () => {
  const values = Array.from({ length: 11 }, (_, at) => number(`p${at + 10}`, 1))
  const [found, ...others] = await findPolicies(await madeRegistry([{ path: `${user}\\office\\15.0\\outlook\\x`, values }], own))
  expect(others).toEqual([])
  expect(found?.facts['settings']).toMatch(/^15\.0 x\\p10 = 1, .*x\\p17 = 1, \+3$/)
  await madeRegistry([], own)
})

it('what cannot be read is told', async () => {
  const problem = { code: 'client-unreadable', again: 'after-person', facts: { file: 'x' } } as const
  const found = await findPolicies({ readTree: async () => ({ ok: false, problem }) })
  expect(found).toEqual(Array.from({ length: 6 }, () => problem))
})
