import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { derTag, joined, writeDer } from '../../shared/client/der.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const { integer, octets, oid, sequence } = derTag

/** Which forms a made-up key4.db has: the keys, the wrapping of all blobs, the length of the salt (which names the hash). */
export interface KeyDatabaseForm {
  readonly keys: readonly ('aes' | '3des')[]
  readonly primaryPassword?: string
  readonly saltLength?: 20 | 32 | 48 | 64
  readonly scheme?: 'pbes2' | 'old'
  readonly iterations?: number
}

export interface MadeKeyDatabase {
  readonly bytes: Uint8Array
  /** A stored string under one of its keys, made without the program's own code. */
  readonly seal: (text: string, key: 'aes' | '3des') => string
}

const keyId = Buffer.concat([Buffer.from([0xf8]), Buffer.alloc(14), Buffer.from([1])])

function wrapPbes2(seed: Buffer, plain: Uint8Array, iterations: number): Uint8Array {
  const salt = randomBytes(32)
  const ivElement = writeDer(octets, randomBytes(14))
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(seed, salt, iterations, 32, 'sha256'), ivElement)
  const rounds =
    iterations < 128
      ? [iterations]
      : iterations < 32768
        ? [iterations >> 8, iterations & 255]
        : [0, iterations >> 8, iterations & 255]
  const kdf = writeDer(
    sequence,
    writeDer(oid, hex('2a864886f70d01050c')),
    writeDer(
      sequence,
      writeDer(octets, salt),
      writeDer(integer, Uint8Array.from(rounds)),
      writeDer(integer, Uint8Array.of(32)),
      writeDer(sequence, writeDer(oid, hex('2a864886f70d0209'))),
    ),
  )
  const encryption = writeDer(sequence, writeDer(oid, hex('60864801650304012a')), ivElement)
  const how = writeDer(sequence, writeDer(oid, hex('2a864886f70d01050d')), writeDer(sequence, kdf, encryption))
  return writeDer(sequence, how, writeDer(octets, Buffer.concat([cipher.update(plain), cipher.final()])))
}

function wrapOld(seed: Buffer, plain: Uint8Array): Uint8Array {
  const salt = randomBytes(20)
  const chp = createHash('sha1').update(joined(seed, salt)).digest()
  const hmac = (data: Uint8Array): Buffer => createHmac('sha1', chp).update(data).digest()
  const k = Buffer.concat([hmac(joined(salt, salt)), hmac(joined(hmac(salt), salt))])
  const cipher = createCipheriv('des-ede3-cbc', k.subarray(0, 24), k.subarray(32, 40))
  const parameters = writeDer(sequence, writeDer(octets, salt), writeDer(integer, Uint8Array.of(1)))
  const how = writeDer(sequence, writeDer(oid, hex('2a864886f70d010c050103')), parameters)
  return writeDer(sequence, how, writeDer(octets, Buffer.concat([cipher.update(plain), cipher.final()])))
}

const hashOf = { 20: 'sha1', 32: 'sha256', 48: 'sha384', 64: 'sha512' } as const

/** A key4.db laid out as NSS does (metaData, nssPrivate), with fresh keys. */
export async function makeKeyDatabase(form: KeyDatabaseForm): Promise<MadeKeyDatabase> {
  const { Database } = await (await import('sql.js')).default()
  const length = form.saltLength ?? 20
  const globalSalt = randomBytes(length)
  const seed = createHash(hashOf[length])
    .update(globalSalt)
    .update(form.primaryPassword ?? '')
    .digest()
  const iterations = form.iterations ?? (form.primaryPassword ? 10_000 : 1)
  const wrap = (plain: Uint8Array): Uint8Array =>
    form.scheme === 'old' ? wrapOld(seed, plain) : wrapPbes2(seed, plain, iterations)
  const database = new Database()
  database.run('PRAGMA page_size = 4096')
  database.run('CREATE TABLE metaData (id PRIMARY KEY UNIQUE ON CONFLICT REPLACE, item1, item2)')
  database.run('CREATE TABLE nssPrivate (id PRIMARY KEY UNIQUE ON CONFLICT ABORT, a0, a100, a102, a11)')
  database.run('INSERT INTO metaData VALUES (?, ?, ?)', ['password', globalSalt, wrap(Buffer.from('password-check'))])
  const keys = { aes: randomBytes(32), '3des': randomBytes(24) }
  form.keys.forEach((name, at) => {
    const type = Buffer.from([0, 0, 0, name === 'aes' ? 0x1f : 0x15])
    database.run('INSERT INTO nssPrivate VALUES (?, ?, ?, ?, ?)', [
      at + 1,
      Buffer.from([0, 0, 0, 4]),
      type,
      keyId,
      wrap(keys[name]),
    ])
  })
  // A private key of an S/MIME certificate: lies in the same table and is not ours.
  database.run('INSERT INTO nssPrivate VALUES (?, ?, ?, ?, ?)', [
    99,
    Buffer.from([0, 0, 0, 3]),
    Buffer.from([0, 0, 0, 0]),
    Buffer.from([1]),
    wrap(Buffer.from('x')),
  ])
  const bytes = database.export()
  database.close()
  return {
    bytes,
    seal(text, name) {
      const iv = randomBytes(name === 'aes' ? 16 : 8)
      const cipher = createCipheriv(name === 'aes' ? 'aes-256-cbc' : 'des-ede3-cbc', keys[name], iv)
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const id = hex(name === 'aes' ? '60864801650304012a' : '2a864886f70d0307')
      const how = writeDer(sequence, writeDer(oid, id), writeDer(octets, iv))
      return Buffer.from(writeDer(sequence, writeDer(octets, keyId), how, writeDer(octets, ciphertext))).toString('base64')
    },
  }
}
