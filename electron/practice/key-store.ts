import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes, randomInt } from 'node:crypto'
import { bytesOfHex, derTag, writeDer } from '../../shared/client/der.ts'
import { writeSdrString } from '../../shared/client/sdr-string.ts'

// Laid out as NSS of Thunderbird 153 does it (seen in a database it made): table and column names are PKCS#11 attribute numbers in hex,
// values are wrapped by PBES2 under a password that is empty here, and the key's value is signed.
const attributes = `
  0 1 2 3 4 10 11 12 80 81 82 83 84 85 86 87 88 89 8a 8b 8c 90 100 101 102 103 104 105 106 107 108 109 10a 10b 10c 110
  111 120 121 122 123 124 125 126 127 128 129 130 131 132 133 134 160 161 162 163 164 165 166 170 171 172 180 181 200
  201 202 210 40000211 40000212 40000213 220 221 222 223 224 225 226 227 22e 22f 22a 22b 22c 22d 250 251 252 300 301 302
  400 401 402 403 404 405 406 480 481 482 500 501 502 503 601 602 603 604 605 606 607 608 609 60a 60b 60c 60d 60e 60f
  610 611 612 617 618 619 61a 61b 61c 61d 61e 61f 620 621 622 623 624 625 626 627 629 628 62a 62b 62c 62d 62e 62f 630
  631 632 633 634 635 636 637 80000001 ce534351 ce534352 ce534353 ce534354 ce534355 ce534356 ce534357 ce534358 ce534364
  ce534365 ce534366 ce534367 ce534368 ce534369 ce534373 ce534374 ce536351 ce536352 ce536353 ce536354 ce536355 ce536356
  ce536357 ce536358 ce536359 ce53635a ce53635b ce53635c ce53635d ce53635e ce53635f ce536360 ce5363b4 ce5363b5 d5a0db00`
const columns = attributes
  .trim()
  .split(/\s+/)
  .map((number) => `a${number}`)
const indexes = { issuer: 'a81', subject: 'a101', label: 'a3', ckaid: 'a102' }

const keyId = 'f8000000000000000000000000000001'
/** An attribute that is there and empty. */
const empty = 'a5005a'
/** Secret key (a0), for this token (a1, a2), of type AES (a100) and 32 bytes (a161); the flags say what it may be used for. */
const keyAttributes: Readonly<Record<string, string>> = {
  a0: '00000004',
  a1: '01',
  a2: '01',
  a3: empty,
  a100: '0000001f',
  a102: keyId,
  a103: '00',
  a104: '01',
  a105: '01',
  a106: '01',
  a107: '01',
  a108: '01',
  a10a: '00',
  a110: empty,
  a111: empty,
  a161: '00000020',
  a162: '01',
  a163: '00',
  a164: '00',
  a165: '01',
  a170: '01',
}
const valueAttribute = 0x11

const { integer, octets, oid, sequence } = derTag
const id = (hex: string): Uint8Array => writeDer(oid, bytesOfHex(hex))
const hmacSha256 = writeDer(sequence, id('2a864886f70d0209'))

/** PBKDF2 as NSS writes it where no primary password is set: one round. */
function derivation(salt: Uint8Array): Uint8Array {
  const parameters = [
    writeDer(octets, salt),
    writeDer(integer, Uint8Array.of(1)),
    writeDer(integer, Uint8Array.of(32)),
    hmacSha256,
  ]
  return writeDer(sequence, id('2a864886f70d01050c'), writeDer(sequence, ...parameters))
}

const derive = (seed: Uint8Array, salt: Uint8Array): Buffer => pbkdf2Sync(seed, salt, 1, 32, 'sha256')

function encryptAes(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

/** `SEQ{ SEQ{ PBES2, … }, OCTET ciphertext }`. The IV is the whole DER element of its parameter: two bytes of header and 14 random ones. */
function wrap(seed: Uint8Array, plain: Uint8Array): Uint8Array {
  const salt = randomBytes(32)
  const iv = writeDer(octets, randomBytes(14))
  const how = writeDer(sequence, derivation(salt), writeDer(sequence, id('60864801650304012a'), iv))
  const ciphertext = writeDer(octets, encryptAes(derive(seed, salt), iv, plain))
  return writeDer(sequence, writeDer(sequence, id('2a864886f70d01050d'), how), ciphertext)
}

/** The signature without which NSS refuses an AES-wrapped value: an HMAC over object 0, the attribute's number and the value (PBMAC1). */
function sign(seed: Uint8Array, attribute: number, plain: Uint8Array): Uint8Array {
  const salt = randomBytes(32)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(attribute, 4)
  const mac = createHmac('sha256', derive(seed, salt)).update(head).update(plain).digest()
  const how = writeDer(sequence, id('2a864886f70d01050e'), writeDer(sequence, derivation(salt), hmacSha256))
  return writeDer(sequence, how, writeDer(octets, mac))
}

async function writeDatabase(key: Uint8Array): Promise<Uint8Array> {
  const globalSalt = randomBytes(20)
  const seed = createHash('sha1').update(globalSalt).digest()
  const object = randomInt(1, 0x3fffffff)
  // Loaded when first needed: it is a megabyte of WebAssembly, and a practice without a mail program never writes a profile.
  const { Database } = await (await import('sql.js')).default()
  const database = new Database()
  try {
    database.run('CREATE TABLE metaData (id PRIMARY KEY UNIQUE ON CONFLICT REPLACE, item1, item2)')
    database.run(`CREATE TABLE nssPrivate (id PRIMARY KEY UNIQUE ON CONFLICT ABORT, ${columns.join(', ')})`)
    for (const [name, column] of Object.entries(indexes)) database.run(`CREATE INDEX ${name} ON nssPrivate (${column})`)
    database.run("INSERT INTO metaData (id, item1, item2) VALUES ('password', ?, ?)", [
      globalSalt,
      wrap(seed, Buffer.from('password-check')),
    ])
    const signature = `sig_key_${object.toString(16).padStart(8, '0')}_${valueAttribute.toString(16).padStart(8, '0')}`
    database.run('INSERT INTO metaData (id, item1) VALUES (?, ?)', [signature, sign(seed, valueAttribute, key)])
    const values = Object.entries(keyAttributes).map(([name, hex]) => [name, bytesOfHex(hex)] as const)
    const all = [...values, [`a${valueAttribute.toString(16)}`, wrap(seed, key)] as const]
    database.run(
      `INSERT INTO nssPrivate (id, ${all.map(([name]) => name).join(', ')}) VALUES (?, ${all.map(() => '?').join(', ')})`,
      [object, ...all.map(([, bytes]) => bytes)],
    )
    return database.export()
  } finally {
    database.close()
  }
}

/** A fresh key4.db with one AES key and no primary password, and the way to encrypt text under that key. */
export interface KeyStore {
  readonly bytes: Uint8Array
  /** Base64, as it stands in logins.json; a fresh IV each time. */
  readonly encrypt: (text: string) => string
}

/** Makes what Thunderbird makes at its first start. The key leaves memory only inside the database. */
export async function makeKeyStore(): Promise<KeyStore> {
  const key = randomBytes(32)
  return {
    bytes: await writeDatabase(key),
    encrypt(text) {
      const iv = randomBytes(16)
      const ciphertext = encryptAes(key, iv, Buffer.from(text, 'utf8'))
      return Buffer.from(writeSdrString({ keyId, cipher: 'aes', iv, ciphertext })).toString('base64')
    },
  }
}
