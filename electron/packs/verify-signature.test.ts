import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSigner } from '../../e2e/fakes/sign-pack.ts'
import { packText, readPack } from '../../shared/pack/pack.ts'
import { fingerprintOf, verifySignature } from './verify-signature.ts'

const signer = makeSigner()
const sound = Buffer.from(signer.file({ id: 'x', name: '変更する', '~': '\\"\u0007/' }))

/** Would these bytes be taken for a pack that somebody signed? */
function verifies(bytes: Buffer): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return false
  }
  const read = readPack(text, 'pack.json')
  return read.ok && verifySignature(read.value)
}

test('a pack verifies as it was signed', () => {
  expect(verifies(sound)).toBe(true)
  expect(fingerprintOf(signer.publicKey)).toMatch(/^(?:[0-9A-F]{4} ){9}[0-9A-F]{4}$/)
})

test('not one bit can be another', () => {
  for (let at = 0; at < sound.length; at++)
    for (let bit = 0; bit < 8; bit++) {
      const other = Buffer.from(sound)
      other[at]! ^= 1 << bit
      expect(verifies(other), `byte ${at}, bit ${bit}`).toBe(false)
    }
})

test('no mutation of its bytes verifies: cut out, put in, written over, doubled, swapped', () => {
  const place = fc.nat(sound.length)
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(' ', '\n', '\r\n', '\t', '\ufeff', '\\u0020', '=', ',', '"', '{}', '"a":1,', '__proto__')
      .map((text) => Buffer.from(text)),
  )
  const spliced = fc
    .tuple(place, fc.nat(40), piece)
    .map(([from, length, put]) =>
      Buffer.concat([sound.subarray(0, from), put, sound.subarray(Math.min(sound.length, from + length))]),
    )
  const moved = fc.tuple(place, place, place).map((places) => {
    const [a, b, c] = places.sort((one, other) => one - other)
    return Buffer.concat([sound.subarray(0, a), sound.subarray(b, c), sound.subarray(a, b), sound.subarray(c)])
  })
  fc.assert(
    fc.property(fc.oneof(spliced, moved), (bytes) => {
      fc.pre(!bytes.equals(sound))
      expect(verifies(bytes)).toBe(false)
    }),
    { numRuns: 3000 },
  )
})

test('the same content in any other spelling is another file, and refused', () => {
  const { format, provider, signature } = signer.pack('{\n  "id": "x"\n}')
  const { algorithm, publicKey, value } = signature
  const spellings = [
    JSON.stringify({ provider, format, signature }),
    JSON.stringify({ format, provider, signature: { publicKey, algorithm, value } }),
    packText({ format, provider, signature })
      .replace('"x"', String.raw`"\u0078"`)
      .replace(String.raw`\n`, String.raw`\u000a`),
    packText({ format, provider, signature: { algorithm, publicKey, value: value.replace('==', '') } }),
    packText({ format, provider, signature: { algorithm, publicKey: `${publicKey}\n`, value } }),
    packText({
      format,
      provider,
      signature: { algorithm, publicKey: publicKey.replaceAll('+', '-').replaceAll('/', '_'), value: `${value} ` },
    }),
  ]
  expect(verifies(Buffer.from(packText({ format, provider, signature })))).toBe(true)
  for (const text of spellings) expect(verifies(Buffer.from(text)), text).toBe(false)
})

test('a signature is worth nothing for another text, another key, or another use', () => {
  const pack = signer.pack('{}')
  const other = makeSigner().pack('{}')
  expect(verifySignature({ ...pack, provider: '{ }' })).toBe(false)
  expect(verifySignature({ ...pack, signature: { ...pack.signature, publicKey: other.signature.publicKey } })).toBe(false)
  expect(verifySignature({ ...pack, signature: { ...pack.signature, value: other.signature.value } })).toBe(false)
  // The form's name is part of what is signed.
  expect(verifySignature({ ...pack, provider: `mail-migrate-provider-pack/1\n${pack.provider}` })).toBe(false)
})
