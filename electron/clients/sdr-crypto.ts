import { createCipheriv, createDecipheriv, createHash, createHmac, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { joined } from '../../shared/client/der.ts'
import { ivLength, readSdrString, writeSdrString, type SdrCipher, type WrappedBlob } from '../../shared/client/sdr-string.ts'
import type { KeyDatabase } from './key-database.ts'

const stretch = promisify(pbkdf2)
const algorithms: Record<SdrCipher, string> = { aes: 'aes-256-cbc', '3des': 'des-ede3-cbc' }
const keyLength: Record<SdrCipher, number> = { aes: 32, '3des': 24 }

/** An opened key for stored passwords. In memory only; prints no bytes. */
export class SdrKey {
  readonly keyId: string
  readonly cipher: SdrCipher
  readonly #bytes: Uint8Array
  constructor(keyId: string, cipher: SdrCipher, bytes: Uint8Array) {
    this.keyId = keyId
    this.cipher = cipher
    this.#bytes = bytes
  }

  /** The plain bytes, or null when the padding is wrong (another key, or damage). */
  open(iv: Uint8Array, ciphertext: Uint8Array): Uint8Array | null {
    return decrypt(algorithms[this.cipher], this.#bytes, iv, ciphertext)
  }

  close(iv: Uint8Array, plain: Uint8Array): Uint8Array {
    const cipher = createCipheriv(algorithms[this.cipher], this.#bytes, iv)
    return Buffer.concat([cipher.update(plain), cipher.final()])
  }
}

/** The keys of one profile. */
export type Keyring = readonly SdrKey[]

function decrypt(algorithm: string, key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array | null {
  const decipher = createDecipheriv(algorithm, key, iv)
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()])
  } catch {
    return null
  }
}

/** Which hash NSS used is told by the length of the global salt: 20 and 48 seen, the others by the same rule. */
const seedHashes: Record<number, string> = { 20: 'sha1', 32: 'sha256', 48: 'sha384', 64: 'sha512' }

const hmacSha1 = (key: Uint8Array, data: Uint8Array): Uint8Array => createHmac('sha1', key).update(data).digest()

/** The key schedule of profiles born about 2018: SHA-1, stretched by HMAC into a 3DES key and its IV. */
function openOldBlob(blob: Extract<WrappedBlob, { scheme: 'pbe-sha1-3des' }>, seed: Uint8Array): Uint8Array | null {
  const inner = createHash('sha1').update(seed).update(blob.salt).digest()
  const padded = joined(blob.salt, new Uint8Array(Math.max(0, 20 - blob.salt.length)))
  const first = hmacSha1(inner, joined(padded, blob.salt))
  const second = hmacSha1(inner, joined(hmacSha1(inner, padded), blob.salt))
  const stretched = joined(first, second)
  return decrypt('des-ede3-cbc', stretched.subarray(0, 24), stretched.subarray(32, 40), blob.ciphertext)
}

async function openBlob(blob: WrappedBlob, seed: Uint8Array): Promise<Uint8Array | null> {
  if (blob.ciphertext.length % (blob.scheme === 'pbes2' ? 16 : 8) !== 0) return null
  if (blob.scheme === 'pbe-sha1-3des') return openOldBlob(blob, seed)
  return decrypt('aes-256-cbc', await stretch(seed, blob.salt, blob.iterations, 32, 'sha256'), blob.iv, blob.ciphertext)
}

/**
 * Opens the keys with a primary password (an empty one where none is set). Null: it is the wrong one. Wrong is told by the database's own
 * test text, so no key is ever opened with a guess. Keys that do not open are left out.
 */
export async function openKeys(database: KeyDatabase, primaryPassword: string): Promise<Keyring | null> {
  const hash = seedHashes[database.salt.length]
  if (!hash) return null
  const seed = createHash(hash).update(database.salt).update(primaryPassword, 'utf8').digest()
  const check = await openBlob(database.check, seed)
  if (!check || Buffer.from(check).toString('latin1') !== 'password-check') return null
  const keys: SdrKey[] = []
  for (const { keyId, cipher, blob } of database.keys) {
    const bytes = await openBlob(blob, seed)
    const length = keyLength[cipher]
    if (bytes && bytes.length >= length) keys.push(new SdrKey(keyId, cipher, bytes.subarray(0, length)))
  }
  return keys
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a stored string (base64 of DER), or null when no key here opens it. The key is chosen by the string's own object id. */
export function decryptSdr(keys: Keyring, stored: string): string | null {
  const sdr = /^[A-Za-z0-9+/]+={0,2}$/.test(stored) ? readSdrString(Buffer.from(stored, 'base64')) : null
  if (!sdr) return null
  for (const key of keys.filter(({ keyId, cipher }) => keyId === sdr.keyId && cipher === sdr.cipher)) {
    const plain = key.open(sdr.iv, sdr.ciphertext)
    try {
      if (plain) return utf8.decode(plain)
    } catch {
      // No UTF-8: opened with a key that is not its own.
    }
  }
  return null
}

/** The id under which NSS keeps its keys for stored passwords. Other secret keys may lie beside them. */
const sdrKeyId = `f8${'00'.repeat(14)}01`

/** The key new strings are written with: AES where there is one (153 and later), else 3DES, which 153 reads too. Null: none at all. */
export function writingKey(keys: Keyring): SdrKey | null {
  const own = keys.filter(({ keyId }) => keyId === sdrKeyId)
  return own.find(({ cipher }) => cipher === 'aes') ?? own.find(({ cipher }) => cipher === '3des') ?? null
}

/** A text as Thunderbird stores it: base64 of DER, under a fresh random IV from `random`. */
export function encryptSdr(key: SdrKey, text: string, random: (size: number) => Uint8Array): string {
  const iv = random(ivLength[key.cipher])
  const ciphertext = key.close(iv, Buffer.from(text, 'utf8'))
  return Buffer.from(writeSdrString({ keyId: key.keyId, cipher: key.cipher, iv, ciphertext })).toString('base64')
}
