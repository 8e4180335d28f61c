import * as fc from 'fast-check'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runs } from '../../build/property-runs.ts'
import { Secret, secretForms, type SecretRef, type Vault } from '../../shared/base/secret.ts'
import { fileVault } from './file-vault.ts'
import { deriveKey, newDerivation, readBox, seal, unseal, vaultCost } from './sealed-box.ts'

// One guess costs a thousandth of what the product asks for, except where the product's own cost is what is looked at.
const cheap = { chosen: 2 ** 6, least: 2 ** 6 }

let folder: string
let file: string
const ref = (of: string, which: 'old' | 'new' = 'new'): SecretRef => ({
  run: '20261120-061503-k3f9',
  for: of,
  realms: ['mail'],
  which,
})
const withPassphrase = (...passphrases: string[]): { vault: Vault; asked: string[] } => {
  const asked: string[] = []
  const answer = (why: 'new' | 'open') => {
    asked.push(why)
    const given = passphrases[Math.min(asked.length, passphrases.length) - 1]
    return Promise.resolve(given === undefined ? null : new Secret(given))
  }
  return { vault: fileVault(file, answer, cheap), asked }
}
async function valueOf(vault: Vault, one: SecretRef): Promise<string> {
  const got = await vault.get(one)
  return got.ok ? got.value.reveal() : got.problem.code
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vault-'))
  file = path.join(folder, 'vault.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('fileVault', () => {
  const hard = [
    'あいうえお パスワード',
    ' leading and trailing ',
    'e\u0301 stays two',
    '💌'.repeat(500),
    '"\\\u0000\n',
    '\ud800 lone',
    'x'.repeat(10_000),
  ]

  it.each(hard)('keeps %j character for character, for another process too', async (value) => {
    const { vault } = withPassphrase('合言葉 1')
    expect(await vault.put(ref('a@example.jp'), new Secret(value))).toEqual({ ok: true, value: undefined })
    expect(await valueOf(vault, ref('a@example.jp'))).toBe(value)
    expect(await valueOf(withPassphrase('合言葉 1').vault, ref('a@example.jp'))).toBe(value)
  })

  it('keeps several apart, changes one, drops one', async () => {
    const { vault, asked } = withPassphrase('p')
    for (const [of, which, value] of [
      ['a', 'old', '1'],
      ['a', 'new', '2'],
      ['__proto__', 'new', '3'],
    ] as const)
      await vault.put(ref(of, which), new Secret(value))
    await vault.put(ref('a'), new Secret('two'))
    await vault.drop(ref('a', 'old'))
    await vault.drop(ref('never there'))
    expect(
      await Promise.all([valueOf(vault, ref('a', 'old')), valueOf(vault, ref('a')), valueOf(vault, ref('__proto__'))]),
    ).toEqual(['secret-missing', 'two', '3'])
    expect(asked).toEqual(['new'])
  })

  it('writes nothing that tells a secret, an address or the passphrase; readable by its user only', async () => {
    const { vault } = withPassphrase('PASSPHRASE-canary')
    await vault.put(ref('taro@example.jp'), new Secret('SECRET-canary'))
    await vault.put(ref('hanako@example.jp'), new Secret('other'))
    const forms = ['SECRET-canary', 'PASSPHRASE-canary', 'taro@example.jp'].flatMap(secretForms)
    const names = await readdir(folder)
    expect(names.toSorted()).toEqual(['vault.json', 'vault.json.bak'])
    for (const name of names) {
      const text = await readFile(path.join(folder, name), 'utf8')
      expect(forms.filter((form) => text.includes(form))).toEqual([])
      expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600)
    }
  })

  it('forgets what was dropped in the copy of before as well', async () => {
    const { vault } = withPassphrase('p')
    await vault.put(ref('a'), new Secret('1'))
    await vault.put(ref('b'), new Secret('2'))
    await vault.drop(ref('a'))
    expect(await readdir(folder)).toEqual(['vault.json'])
  })

  it('stays locked under a wrong passphrase, changes nothing, and asks again', async () => {
    await withPassphrase('right').vault.put(ref('a'), new Secret('1'))
    const before = await readFile(file)
    const { vault, asked } = withPassphrase('wrong', 'wrong', 'right')
    const locked = {
      ok: false,
      problem: { code: 'vault-locked', again: 'after-person', facts: { file, cause: 'wrong-passphrase' } },
    }
    expect(await vault.get(ref('a'))).toEqual(locked)
    expect(await vault.put(ref('a'), new Secret('2'))).toEqual(locked)
    expect(await readFile(file)).toEqual(before)
    expect(await valueOf(vault, ref('a'))).toBe('1')
    expect(asked).toEqual(['open', 'open', 'open'])
    await expect(withPassphrase().vault.get(ref('a'))).resolves.toMatchObject({ problem: { facts: { cause: 'no-passphrase' } } })
    await expect(withPassphrase('').vault.get(ref('a'))).resolves.toMatchObject({
      problem: { facts: { cause: 'no-passphrase' } },
    })
  })

  it('reports a damaged file without asking for the passphrase, and never overwrites it', async () => {
    await withPassphrase('p').vault.put(ref('a'), new Secret('1'))
    const whole = await readFile(file)
    const damages = [
      Buffer.alloc(0),
      whole.subarray(0, 100),
      Buffer.from('null'),
      Buffer.from(whole.toString().replace('"cost":64', '"cost":1073741824')),
    ]
    for (const damage of damages) {
      await writeFile(file, damage)
      const { vault, asked } = withPassphrase('p')
      expect(await vault.put(ref('b'), new Secret('2'))).toMatchObject({
        ok: false,
        problem: { code: 'vault-damaged', facts: { file } },
      })
      expect(await vault.get(ref('a'))).toMatchObject({ ok: false, problem: { code: 'vault-damaged' } })
      expect(await readFile(file)).toEqual(damage)
      expect(asked).toEqual([])
    }
  })

  it('a vault gone while its previous copy stands is damage, not a new vault', async () => {
    const { vault } = withPassphrase('p')
    await vault.put(ref('a'), new Secret('1'))
    await vault.put(ref('b'), new Secret('2'))
    await rm(file)
    expect(await withPassphrase('p').vault.put(ref('c'), new Secret('3'))).toMatchObject({ problem: { code: 'vault-damaged' } })
  })

  it('takes many at once in turn', async () => {
    const { vault } = withPassphrase('p')
    await Promise.all(Array.from({ length: 10 }, (_, index) => vault.put(ref(`m${index}`), new Secret(String(index)))))
    expect(await Promise.all(Array.from({ length: 10 }, (_, index) => valueOf(vault, ref(`m${index}`))))).toEqual(
      Array.from({ length: 10 }, (_, index) => String(index)),
    )
  })

  it('says when the folder is not there', async () => {
    file = path.join(folder, 'no', 'vault.json')
    expect(await withPassphrase('p').vault.put(ref('a'), new Secret('1'))).toMatchObject({ problem: { code: 'file-missing' } })
  })
})

describe('a guess at the passphrase', () => {
  it('costs what the product asks for: scrypt with N 65536, r 8, p 1', async () => {
    const vault = fileVault(file, () => Promise.resolve(new Secret('p')))
    expect(await vault.put(ref('a'), new Secret('1'))).toEqual({ ok: true, value: undefined })
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      derivation: { name: 'scrypt', cost: 65_536, blockSize: 8, parallel: 1 },
    })
    expect(await valueOf(vault, ref('a'))).toBe('1')
  })

  it('costs less than half of that only in a file that is none of ours: neither read, nor asked for, nor overwritten', async () => {
    await withPassphrase('p').vault.put(ref('a'), new Secret('1'))
    const weak = await readFile(file)
    const asked: string[] = []
    const vault = fileVault(file, (why) => {
      asked.push(why)
      return Promise.resolve(new Secret('p'))
    })
    expect(await vault.get(ref('a'))).toMatchObject({ problem: { code: 'vault-damaged' } })
    expect(await vault.put(ref('b'), new Secret('2'))).toMatchObject({ problem: { code: 'vault-damaged' } })
    expect(await readFile(file)).toEqual(weak)
    expect(asked).toEqual([])
    const box = readBox(weak, cheap)!
    const atCost = (cost: number) => {
      const forged = seal('{}', { derivation: { ...box.derivation, cost }, check: box.check, key: Buffer.alloc(32) })
      return readBox(Buffer.from(JSON.stringify(forged)), vaultCost)?.derivation.cost ?? null
    }
    expect([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 20, 2 ** 21].map(atCost)).toEqual([null, 2 ** 15, 2 ** 16, 2 ** 20, null])
  })
})

describe('sealed box', () => {
  it('opens under its own key only, and tells a changed byte anywhere', async () => {
    const key = await deriveKey('p', newDerivation(cheap))
    const other = await deriveKey('q', key.derivation)
    const box = seal('秘密', key)
    expect(unseal(box, key)).toEqual({ text: '秘密' })
    expect(unseal(box, other)).toBe('wrong-passphrase')
    // A forger can make the sum right, not the tag.
    expect(unseal({ ...box, sealed: Buffer.from('other!').toString('base64') }, key)).toBe('damaged')
    expect(unseal({ ...box, derivation: { ...box.derivation, parallel: 2 } }, key)).toBe('damaged')
    expect(seal('秘密', key).nonce).not.toBe(box.nonce)
    const bytes = Buffer.from(JSON.stringify(box))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(bytes)
        changed[place] = changed[place]! ^ flip
        expect(readBox(changed, cheap)).toBeNull()
      }),
      { numRuns: runs(1500) },
    )
  })
})
