import { describe, expect, it } from 'vitest'
import { regType, treeOf, valueIn, keyIn } from '../../../shared/client/outlook/registry-tree.ts'
import { memoryRegistry } from './memory-registry.ts'

const root = 'HKEY_CURRENT_USER\\Software\\Example'
const dword = (name: string, byte: number) => ({ name, type: regType.dword, bytes: Uint8Array.from([byte, 0, 0, 0]) })
const tree = treeOf([
  { path: root, values: [dword('One', 1)] },
  { path: `${root}\\山田 太郎`, values: [dword('Two', 2)] },
  { path: `${root}ship`, values: [dword('Three', 3)] },
])

describe('the registry in memory', () => {
  it('reads a key with what is below it, in any case, and no other key of a like name', async () => {
    const read = await memoryRegistry(tree).readTree(root.toLowerCase())
    expect(read.ok && [...read.value!.values()].map(({ path }) => path)).toEqual([root, `${root}\\山田 太郎`])
    const one = await memoryRegistry(tree).readKey(root.toUpperCase())
    expect(one.ok && [...one.value!.values()].map(({ path }) => path)).toEqual([root])
    expect(await memoryRegistry(tree).readTree(`${root}\\None`)).toEqual({ ok: true, value: null })
  })

  it('keeps the spelling of a name that is there, and the tree it was made from', async () => {
    const registry = memoryRegistry(tree)
    expect(await registry.setValue(root.toLowerCase(), dword('ONE', 9))).toEqual({ ok: true })
    expect(valueIn(keyIn(registry.now(), root), 'one')).toEqual(dword('One', 9))
    expect(valueIn(keyIn(tree, root), 'one')).toEqual(dword('One', 1))
    expect(await registry.deleteValue(root, 'oNe')).toEqual({ ok: true })
    expect(await registry.deleteValue(root, 'oNe')).toEqual({ ok: true })
    expect(valueIn(keyIn(registry.now(), root), 'One')).toBeNull()
  })

  it('makes no key, and refuses what it is told to refuse', async () => {
    const registry = memoryRegistry(tree, (_path, name) => (name === 'Two' ? 'refuse' : 'pass'))
    const refused = { ok: false, problem: { code: 'client-not-writable' } }
    expect(await registry.setValue(`${root}\\None`, dword('One', 1))).toMatchObject(refused)
    expect(await registry.setValue(root, dword('Two', 1))).toMatchObject(refused)
    expect(registry.now()).toEqual(tree)
  })
})
