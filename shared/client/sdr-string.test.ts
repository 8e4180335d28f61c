import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../build/property-runs.ts'
import { bytesOfHex, derTag, hexOf, readCount, readDer, readSequence, writeDer } from './der.ts'
import { readSdrString, readWrappedBlob, writeSdrString, type SdrString } from './sdr-string.ts'

const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length })

describe('DER', () => {
  it('any element comes back, whatever its length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(0x02, 0x04, 0x06, 0x30), (content, tag) => {
        const [element, ...rest] = readDer(writeDer(tag, content)) ?? []
        expect(rest).toEqual([])
        expect(element?.tag).toBe(tag)
        expect(hexOf(element!.content)).toBe(hexOf(content))
      }),
    )
  })

  it('what is accepted is written again byte for byte: no second spelling gets through', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (garbage) => {
        const elements = readDer(garbage) ?? []
        expect(elements.map(({ tag, content }) => hexOf(writeDer(tag, content))).join('')).toBe(
          elements.map(({ whole }) => hexOf(whole)).join(''),
        )
      }),
      { numRuns: runs(2000) },
    )
  })

  it.each([
    ['cut off', '040501'],
    ['an indefinite length', '3080040101000000'],
    ['a long form where the short one fits', '04810101'],
    ['a length with a leading zero', `04820081${'00'.repeat(0x81)}`],
    ['five length bytes', '04850000000001ff'],
    ['a long tag', '1f0401'],
    ['a length larger than anything', '0484ffffffff'],
  ])('refuses %s', (_name, hex) => {
    expect(readDer(bytesOfHex(hex))).toBeNull()
  })

  it('refuses a sequence with other parts, or something behind it', () => {
    const one = writeDer(derTag.sequence, writeDer(derTag.octets, Uint8Array.of(1)))
    expect(readSequence(one, [derTag.octets])).toHaveLength(1)
    expect(readSequence(one, [derTag.integer])).toBeNull()
    expect(readSequence(one, [derTag.octets, derTag.octets])).toBeNull()
    expect(readSequence(Uint8Array.of(...one, 4, 0), [derTag.octets])).toBeNull()
  })

  it('reads counts exactly or not at all', () => {
    expect(readCount(bytesOfHex('2710'))).toBe(10_000)
    expect(readCount(bytesOfHex('00ff'))).toBe(255)
    for (const hex of ['', 'ff', '0001', '0102030405060708']) expect(readCount(bytesOfHex(hex))).toBeNull()
  })
})

// Written by Thunderbird 140's NSS (PK11SDR_Encrypt, 3DES) for the text `hé`.
const seen3des = '30320410f8000000000000000000000000000001301406082a864886f70d03070408fffbbb0484d051c80408006467c931de50c0'

describe('stored strings', () => {
  const sdr: fc.Arbitrary<SdrString> = fc.constantFrom(['aes', 16] as const, ['3des', 8] as const).chain(([cipher, block]) =>
    fc.record({
      keyId: bytes(16).map(hexOf),
      cipher: fc.constant(cipher),
      iv: bytes(block),
      ciphertext: fc.integer({ min: 1, max: 20 }).chain((blocks) => bytes(blocks * block)),
    }),
  )

  it('round trip', () => {
    fc.assert(
      fc.property(sdr, (value) => {
        const read = readSdrString(writeSdrString(value))!
        expect({ ...read, iv: hexOf(read.iv), ciphertext: hexOf(read.ciphertext) }).toEqual({
          ...value,
          iv: hexOf(value.iv),
          ciphertext: hexOf(value.ciphertext),
        })
      }),
    )
  })

  it('reads and writes the form the real library wrote', () => {
    const read = readSdrString(bytesOfHex(seen3des))!
    expect(read).toMatchObject({ cipher: '3des', keyId: 'f8000000000000000000000000000001' })
    expect(hexOf(writeSdrString(read))).toBe(seen3des)
  })

  it('one flipped byte or a cut never throws, and never passes for the same string', () => {
    const good = bytesOfHex(seen3des)
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(good.length), (at, flip, cut) => {
        const bad = good.map((byte, i) => (i === at ? byte ^ flip : byte))
        const read = readSdrString(bad)
        expect(read === null || hexOf(writeSdrString(read)) === hexOf(bad)).toBe(true)
        expect(readSdrString(good.subarray(0, cut)) === null).toBe(cut < good.length)
      }),
    )
  })

  it.each([
    ['another cipher', seen3des.replace('2a864886f70d0307', '2a864886f70d0302')],
    [
      'an IV of the wrong length',
      '302f0410f8000000000000000000000000000001301106082a864886f70d03070405fffbbb04840408006467c931de50c0',
    ],
    ['half a block', '302e0410f8000000000000000000000000000001301406082a864886f70d03070408fffbbb0484d051c8040400646c93'],
  ])('refuses %s', (_name, hex) => {
    expect(readSdrString(bytesOfHex(hex))).toBeNull()
  })
})

describe('wrapped values', () => {
  const oid = (hex: string): Uint8Array => writeDer(derTag.oid, bytesOfHex(hex))
  const pbes2 = (
    change: { iterations?: string; hash?: string; cipher?: string; iv?: number; keyLength?: string | null } = {},
  ): Uint8Array => {
    const keyLength = change.keyLength === null ? [] : [writeDer(derTag.integer, bytesOfHex(change.keyLength ?? '20'))]
    const kdf = writeDer(
      derTag.sequence,
      writeDer(derTag.octets, new Uint8Array(32)),
      writeDer(derTag.integer, bytesOfHex(change.iterations ?? '01')),
      ...keyLength,
      writeDer(derTag.sequence, oid(change.hash ?? '2a864886f70d0209')),
    )
    const encryption = writeDer(
      derTag.sequence,
      oid(change.cipher ?? '60864801650304012a'),
      writeDer(derTag.octets, new Uint8Array(change.iv ?? 14)),
    )
    const parameters = writeDer(derTag.sequence, writeDer(derTag.sequence, oid('2a864886f70d01050c'), kdf), encryption)
    const how = writeDer(derTag.sequence, oid('2a864886f70d01050d'), parameters)
    return writeDer(derTag.sequence, how, writeDer(derTag.octets, new Uint8Array(32)))
  }

  it('reads PBES2, with the whole IV element as IV', () => {
    const blob = readWrappedBlob(pbes2())
    expect(blob).toMatchObject({ scheme: 'pbes2', iterations: 1 })
    expect(blob?.scheme === 'pbes2' && hexOf(blob.iv)).toBe(`040e${'00'.repeat(14)}`)
    expect(readWrappedBlob(pbes2({ keyLength: null, iterations: '2710' }))).toMatchObject({ iterations: 10_000 })
  })

  it.each([
    ['no rounds', { iterations: '00' }],
    ['more rounds than are believed', { iterations: '7fffffff' }],
    ['another hash', { hash: '2a864886f70d0207' }],
    ['another cipher', { cipher: '60864801650304012a'.replace('2a', '02') }],
    ['another length of IV', { iv: 16 }],
    ['another length of key', { keyLength: '10' }],
  ])('refuses %s', (_name, change) => {
    expect(readWrappedBlob(pbes2(change))).toBeNull()
  })

  it('arbitrary bytes never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (garbage) => {
        expect(readWrappedBlob(garbage)).toBeNull()
      }),
    )
  })
})
