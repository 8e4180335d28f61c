import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyIn, keysBelow, type RegistryTree, regType, treeOf, valueIn } from '../../../shared/client/outlook/registry-tree.ts'
import type { Result } from '../../../shared/base/result.ts'
import { nativeRegistry } from './native-registry.ts'

const below = 'Software\\Mail Migration Assistant Test'
const root = `HKEY_CURRENT_USER\\${below}`
const bytes = (...all: readonly number[]): Uint8Array => Uint8Array.from(all)
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`${text}\0`, 'utf16le'))

/** Every type, empty values, Japanese and letters beyond the first plane in names and values, the nameless value, a name of a long path. */
const sample: RegistryTree = treeOf([
  { path: root, values: [{ name: '', type: regType.text, bytes: utf16('既定 𠮷') }] },
  {
    path: `${root}\\山田 太郎 𠮷\\9375CFF0413111d3B88A00104B2A6676\\00000002`,
    values: [
      { name: 'Account Name', type: regType.text, bytes: utf16('info@example.jp（１）') },
      { name: 'POP3 Server', type: regType.binary, bytes: utf16('pop.example.jp') },
      { name: 'POP3 Port', type: regType.dword, bytes: bytes(0xe3, 3, 0, 0) },
      { name: 'empty', type: regType.binary, bytes: bytes() },
      { name: 'empty number', type: regType.dword, bytes: bytes() },
      { name: 'odd text', type: regType.text, bytes: bytes(0x41) },
      { name: 'expand', type: regType.expandText, bytes: utf16('%APPDATA%\\Microsoft') },
      { name: 'texts', type: regType.texts, bytes: utf16('a\0b\0') },
      { name: 'large', type: regType.qword, bytes: bytes(1, 2, 3, 4, 5, 6, 7, 8) },
      { name: 'none', type: regType.none, bytes: bytes(9) },
      { name: 'unknown', type: 0x1234, bytes: bytes(1, 2) },
      { name: '値 𠮷', type: regType.binary, bytes: bytes(2, 1, 0) },
    ],
  },
  {
    path: `${root}\\${'k'.repeat(200)}`,
    values: [{ name: 'n'.repeat(500), type: regType.binary, bytes: new Uint8Array(5000).fill(7) }],
  },
  { path: `${root}\\empty`, values: [] },
])

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
/** As texts, without regard to order: the order of a registry means nothing. */
const plain = (tree: RegistryTree | null): Readonly<Record<string, readonly string[]>> | null =>
  tree &&
  Object.fromEntries(
    [...tree.values()].map((key) => [
      key.path,
      [...key.values.values()]
        .map(({ name, type, bytes: data }) => `${name}:${type}:${Buffer.from(data).toString('hex')}`)
        .toSorted(),
    ]),
  )

describe.runIf(process.platform === 'win32')('the registry of Windows', () => {
  beforeEach(async () => {
    const reg = await import('native-reg')
    reg.deleteTree(reg.HKCU, below)
    for (const { path: full, values } of sample.values()) {
      const key = reg.createKey(reg.HKCU, full.slice('HKEY_CURRENT_USER\\'.length), reg.Access.ALL_ACCESS)
      for (const { name, type, bytes: data } of values.values()) reg.setValueRaw(key, name, type, Buffer.from(data))
      reg.closeKey(key)
    }
  })
  afterEach(async () => {
    const reg = await import('native-reg')
    reg.deleteTree(reg.HKCU, below)
  })
  const account = [...sample.values()].find(({ path: full }) => full.endsWith('00000002'))!.path

  it('reads every key, name, type and byte, and its path in the case it is stored in', async () => {
    const read = value(await nativeRegistry.readTree(root))
    const parents = [root, `${root}\\山田 太郎 𠮷`, `${root}\\山田 太郎 𠮷\\9375CFF0413111d3B88A00104B2A6676`]
    const wanted = { ...Object.fromEntries(parents.map((path_) => [path_, []])), ...plain(sample) }
    expect(plain(read)).toEqual(wanted)
    expect(
      keysBelow(read!, root)
        .map(({ path: full }) => full)
        .toSorted(),
    ).toEqual([`${root}\\山田 太郎 𠮷`, `${root}\\empty`, `${root}\\${'k'.repeat(200)}`].toSorted())
  })

  it('reads one key alone, in any case; one that is not there is null', async () => {
    const one = value(await nativeRegistry.readKey(account.toUpperCase()))
    expect([...one!.values()].map((key) => [...key.values.keys()].length)).toEqual([12])
    expect(value(await nativeRegistry.readKey(root))!.size).toBe(1)
    expect(value(await nativeRegistry.readTree(`${root}\\no\\such`))).toBeNull()
    expect(value(await nativeRegistry.readKey('HKEY_LOCAL_MACHINE\\SOFTWARE\\No Such Thing'))).toBeNull()
    expect(value(await nativeRegistry.readKey('hkey_local_machine\\SOFTWARE'))).not.toBeNull()
    await expect(nativeRegistry.readKey('HKEY_USERS\\x')).rejects.toThrow('not a hive')
  })

  it('sets a value with its type, in the spelling that is there, makes one where none was, and no key', async () => {
    const port = { name: 'pop3 PORT', type: regType.dword, bytes: bytes(110, 0, 0, 0) }
    const fresh = { name: 'POP3 Use SSL', type: regType.dword, bytes: bytes(1, 0, 0, 0) }
    value(await nativeRegistry.setValue(account.toLowerCase(), port))
    value(await nativeRegistry.setValue(account, fresh))
    const read = value(await nativeRegistry.readTree(root))!
    expect(valueIn(keyIn(read, account), 'POP3 Port')).toMatchObject({ name: 'POP3 Port', type: 4, bytes: port.bytes })
    expect(valueIn(keyIn(read, account), 'POP3 Use SSL')).toEqual(fresh)
    expect(await nativeRegistry.setValue(`${root}\\none`, fresh)).toMatchObject({
      ok: false,
      problem: { code: 'client-not-writable', facts: { file: `${root}\\none\\POP3 Use SSL` } },
    })
    expect(value(await nativeRegistry.readTree(`${root}\\none`))).toBeNull()
  })

  it('takes a value away; one that is not there is as wanted', async () => {
    value(await nativeRegistry.deleteValue(account, 'POP3 SERVER'))
    value(await nativeRegistry.deleteValue(account, 'POP3 Server'))
    expect(valueIn(keyIn(value(await nativeRegistry.readTree(account))!, account), 'POP3 Server')).toBeNull()
    expect(await nativeRegistry.deleteValue(`${root}\\none`, 'x')).toMatchObject({ problem: { code: 'client-not-writable' } })
  })

  it('stands as Windows’s own tool sees it', async () => {
    value(await nativeRegistry.setValue(account, { name: 'IMAP Server', type: regType.text, bytes: utf16('imap.例.example') }))
    const folder = mkdtempSync(path.join(tmpdir(), 'reg-'))
    try {
      const file = path.join(folder, 'out.reg')
      const ran = spawnSync('reg.exe', ['export', account.replace('HKEY_CURRENT_USER', 'HKCU'), file, '/y'], { encoding: 'utf8' })
      expect(ran.status).toBe(0)
      expect(readFileSync(file, 'utf16le')).toContain('"IMAP Server"="imap.例.example"\r\n')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe.runIf(process.platform !== 'win32')('without Windows', () => {
  it('nothing is read or written', async () => {
    const refused = [
      await nativeRegistry.readTree(root),
      await nativeRegistry.readKey(root),
      await nativeRegistry.setValue(root, { name: 'x', type: 4, bytes: bytes(1) }),
      await nativeRegistry.deleteValue(root, 'x'),
    ]
    expect(refused.map((result) => !result.ok && result.problem.facts['reason'])).toEqual(Array(4).fill('not-here'))
  })
})
