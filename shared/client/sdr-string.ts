import { bytesOfHex, derTag, hexOf, readCount, readDer, readSequence, writeDer } from './der.ts'

/** `aes`: AES-256-CBC, written by Thunderbird 153. `3des`: DES-EDE3-CBC, written by 140 and before. Told apart by object id alone. */
export type SdrCipher = 'aes' | '3des'

const cipherIds: Record<SdrCipher, string> = { aes: '60864801650304012a', '3des': '2a864886f70d0307' }
export const ivLength: Record<SdrCipher, number> = { aes: 16, '3des': 8 }

/** A stored user name or password: which key opens it, and how. */
export interface SdrString {
  readonly keyId: string
  readonly cipher: SdrCipher
  readonly iv: Uint8Array
  readonly ciphertext: Uint8Array
}

const { integer, octets, oid, sequence } = derTag

/** Reads `SEQ{ OCTET keyId, SEQ{ OID, OCTET iv }, OCTET ciphertext }`. Null for any other form, cipher, or length of IV. */
export function readSdrString(bytes: Uint8Array): SdrString | null {
  const [keyId, how, ciphertext] = readSequence(bytes, [octets, sequence, octets]) ?? []
  const [id, iv] = (how && readSequence(how.whole, [oid, octets])) ?? []
  const cipher = (['aes', '3des'] as const).find((name) => id && cipherIds[name] === hexOf(id.content))
  if (!keyId || !iv || !ciphertext || !cipher) return null
  if (iv.content.length !== ivLength[cipher] || ciphertext.content.length === 0) return null
  if (ciphertext.content.length % ivLength[cipher] !== 0) return null
  return { keyId: hexOf(keyId.content), cipher, iv: iv.content, ciphertext: ciphertext.content }
}

/** The DER form of a stored string; `readSdrString` reads it back equal. */
export function writeSdrString(value: SdrString): Uint8Array {
  return writeDer(
    sequence,
    writeDer(octets, bytesOfHex(value.keyId)),
    writeDer(sequence, writeDer(oid, bytesOfHex(cipherIds[value.cipher])), writeDer(octets, value.iv)),
    writeDer(octets, value.ciphertext),
  )
}

/** How a value in key4.db is wrapped under the primary password. */
export type WrappedBlob =
  | {
      readonly scheme: 'pbes2'
      readonly salt: Uint8Array
      readonly iterations: number
      /** NSS uses the IV parameter's whole DER element (`04 0E` and 14 bytes) as the 16-byte IV. */
      readonly iv: Uint8Array
      readonly ciphertext: Uint8Array
    }
  | { readonly scheme: 'pbe-sha1-3des'; readonly salt: Uint8Array; readonly ciphertext: Uint8Array }

const pbes2 = '2a864886f70d01050d'
const oldPbe = '2a864886f70d010c050103'
const pbkdf2 = '2a864886f70d01050c'
const hmacSha256 = '2a864886f70d0209'
/** More rounds than any NSS writes (10,000 with a primary password): a database that asks for more is not believed. */
const mostIterations = 5_000_000

function readPbes2(parameters: Uint8Array, ciphertext: Uint8Array): WrappedBlob | null {
  const [derivation, encryption] = readSequence(parameters, [sequence, sequence]) ?? []
  const [kdf, kdfParameters] = (derivation && readSequence(derivation.whole, [oid, sequence])) ?? []
  const [cipher, iv] = (encryption && readSequence(encryption.whole, [oid, octets])) ?? []
  if (!kdf || !kdfParameters || !cipher || !iv) return null
  if (hexOf(kdf.content) !== pbkdf2 || hexOf(cipher.content) !== cipherIds.aes || iv.whole.length !== 16) return null
  const [salt, rounds, ...rest] = readDer(kdfParameters.content) ?? []
  const [size, hash, ...more] = rest[0]?.tag === integer ? rest : [undefined, ...rest]
  const [hashId] = (hash?.tag === sequence && readDer(hash.content)) || []
  if (salt?.tag !== octets || rounds?.tag !== integer || !hashId || more.length > 0) return null
  if (hexOf(hashId.content) !== hmacSha256 || (size && readCount(size.content) !== 32)) return null
  const iterations = readCount(rounds.content)
  if (iterations === null || iterations < 1 || iterations > mostIterations) return null
  return { scheme: 'pbes2', salt: salt.content, iterations, iv: iv.whole, ciphertext }
}

/** Reads `SEQ{ SEQ{ OID, parameters }, OCTET ciphertext }` of key4.db: PBES2 (AES) or the old SHA-1 + 3DES form. Null for anything else. */
export function readWrappedBlob(bytes: Uint8Array): WrappedBlob | null {
  const [how, ciphertext] = readSequence(bytes, [sequence, octets]) ?? []
  const [scheme, parameters] = (how && readSequence(how.whole, [oid, sequence])) ?? []
  if (!scheme || !parameters || !ciphertext || ciphertext.content.length === 0) return null
  if (hexOf(scheme.content) === pbes2) return readPbes2(parameters.whole, ciphertext.content)
  if (hexOf(scheme.content) !== oldPbe) return null
  const [salt, rounds] = readSequence(parameters.whole, [octets, integer]) ?? []
  if (!salt || !rounds || readCount(rounds.content) !== 1) return null
  return { scheme: 'pbe-sha1-3des', salt: salt.content, ciphertext: ciphertext.content }
}
