import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeKeyDatabase, type KeyDatabaseForm } from '../../e2e/fakes/key-database.ts'
import { countMirroredLogins, readKeyDatabase } from './key-database.ts'
import { decryptSdr, encryptSdr, openKeys, writingKey, type Keyring } from './sdr-crypto.ts'

async function keysOf(form: KeyDatabaseForm, password = form.primaryPassword ?? ''): Promise<Keyring | null> {
  const read = await readKeyDatabase((await makeKeyDatabase(form)).bytes)
  if (!read.ok) throw new Error(read.problem.code)
  return openKeys(read.value, password)
}

const forms: readonly KeyDatabaseForm[] = [
  { keys: ['aes'] },
  { keys: ['3des'] },
  { keys: ['3des', 'aes'] },
  { keys: ['aes'], primaryPassword: 'ひみつ "x"', saltLength: 48 },
  { keys: ['3des', 'aes'], primaryPassword: 'pass', saltLength: 20 },
  { keys: ['aes'], primaryPassword: 'pass', saltLength: 32 },
  { keys: ['aes'], primaryPassword: 'pass', saltLength: 64 },
  { keys: ['3des'], scheme: 'old' },
  { keys: ['3des'], scheme: 'old', primaryPassword: 'pass' },
]

describe.each(forms)('key4.db of %j', (form) => {
  it('opens what was sealed with its keys, and seals what they open', async () => {
    const made = await makeKeyDatabase(form)
    const read = await readKeyDatabase(made.bytes)
    const keys = read.ok ? await openKeys(read.value, form.primaryPassword ?? '') : null
    expect(keys?.map(({ cipher }) => cipher).sort()).toEqual([...form.keys].sort())
    for (const name of form.keys) expect(decryptSdr(keys!, made.seal('日本 "\\#', name))).toBe('日本 "\\#')
    expect(writingKey(keys!)?.cipher).toBe(form.keys.includes('aes') ? 'aes' : '3des')
    expect(decryptSdr(keys!, encryptSdr(writingKey(keys!)!, '', randomBytes))).toBe('')
  })

  it('does not open with another primary password', async () => {
    expect(await keysOf(form, `${form.primaryPassword ?? ''}x`)).toBeNull()
  })
})

describe('stored strings', () => {
  it('any text comes back, under a new IV each time', async () => {
    const keys = (await keysOf({ keys: ['aes'] }))!
    const key = writingKey(keys)!
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [one, two] = [encryptSdr(key, text, randomBytes), encryptSdr(key, text, randomBytes)]
        expect([decryptSdr(keys, one), decryptSdr(keys, two), one === two]).toEqual([text, text, false])
      }),
    )
  })

  it('the entry names its key: a 3DES string is not opened with an AES key of the same id, nor with another profile’s', async () => {
    const made = await makeKeyDatabase({ keys: ['3des', 'aes'] })
    const read = await readKeyDatabase(made.bytes)
    const keys = read.ok ? (await openKeys(read.value, ''))! : []
    expect(
      decryptSdr(
        keys.filter(({ cipher }) => cipher === 'aes'),
        made.seal('x', '3des'),
      ),
    ).toBeNull()
    expect(decryptSdr((await keysOf({ keys: ['aes'] }))!, made.seal('x', 'aes'))).toBeNull()
    for (const damaged of ['', '!!!', 'AAAA', made.seal('x', 'aes').slice(0, -8)]) expect(decryptSdr(keys, damaged)).toBeNull()
  })

  it('a key prints nothing of itself', async () => {
    const [key] = (await keysOf({ keys: ['aes'] }))!
    expect(JSON.parse(JSON.stringify(key))).toEqual({ keyId: 'f8000000000000000000000000000001', cipher: 'aes' })
  })
})

describe('damaged databases', () => {
  it.each([
    ['no database', Buffer.from('hello'), 'client-unreadable'],
    ['an empty file', Buffer.alloc(0), 'client-no-key'],
  ])('%s', async (_name, bytes, code) => {
    expect(await readKeyDatabase(bytes)).toMatchObject({ ok: false, problem: { code } })
  })

  it('one cut short, or without the test text of the primary password, is refused', async () => {
    const { bytes } = await makeKeyDatabase({ keys: ['aes'] })
    expect((await readKeyDatabase(bytes.subarray(0, 5000))).ok).toBe(false)
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('password')
    expect((await readKeyDatabase(Buffer.from(text.replaceAll('password', 'passw0rd'), 'latin1'))).ok).toBe(false)
  })

  it('more rounds than anyone writes are not begun', async () => {
    const { bytes } = await makeKeyDatabase({ keys: ['aes'], iterations: 1 })
    // The INTEGER 1 of the rounds stands before INTEGER 32 of the key length: 02 01 01 02 01 20.
    const text = Buffer.from(bytes).toString('latin1').replaceAll('\x02\x01\x01\x02\x01\x20', '\x02\x01\x00\x02\x01\x20')
    expect(await readKeyDatabase(Buffer.from(text, 'latin1'))).toMatchObject({ ok: false, problem: { code: 'client-no-key' } })
  })
})

describe('the newer login store', () => {
  it('is empty, used, or unreadable', async () => {
    const { Database } = await (await import('sql.js')).default()
    const made = (rows: number): Uint8Array => {
      const database = new Database()
      database.run('CREATE TABLE loginsL (id INTEGER, secret)')
      for (let at = 0; at < rows; at++) database.run('INSERT INTO loginsL VALUES (?, ?)', [at, 'x'])
      return database.export()
    }
    expect(await countMirroredLogins(made(0))).toBe(0)
    expect(await countMirroredLogins(made(2))).toBe(2)
    expect(await countMirroredLogins(new Database().export())).toBe(0)
    expect(await countMirroredLogins(Buffer.from('not a database at all'))).toBeNull()
  })
})
