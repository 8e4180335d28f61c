import type { Database, SqlJsStatic, SqlValue } from 'sql.js'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { hexOf } from '../../shared/client/der.ts'
import { readWrappedBlob, type SdrCipher, type WrappedBlob } from '../../shared/client/sdr-string.ts'

/** A secret key of key4.db, still wrapped. An AES and a 3DES key can stand side by side under one id. */
export interface WrappedKey {
  readonly keyId: string
  readonly cipher: SdrCipher
  readonly blob: WrappedBlob
}

/** What key4.db holds for stored passwords: the salt and test text of the primary password, and the keys. */
export interface KeyDatabase {
  readonly salt: Uint8Array
  readonly check: WrappedBlob
  readonly keys: readonly WrappedKey[]
}

/** PKCS#11 numbers as NSS stores them: class "secret key", and the key types. */
const secretKeyClass = 4
const keyTypes: Record<number, SdrCipher> = { 0x15: '3des', 0x1f: 'aes' }

/** Lengths of the global salt whose hash is known (see sdr-crypto). */
const saltLengths: readonly number[] = [20, 32, 48, 64]

let engine: Promise<SqlJsStatic> | undefined

// Loaded when first needed: it is a megabyte of WebAssembly, and most calls of the command line never open a profile.
const loadEngine = async (): Promise<SqlJsStatic> => (await import('sql.js')).default()

/** Opens a database on a copy of its bytes in memory: the file itself is never opened by SQLite. Null when it is none. */
async function openCopy(bytes: Uint8Array): Promise<Database | null> {
  engine ??= loadEngine()
  const { Database } = await engine
  let database: Database | null = null
  try {
    database = new Database(bytes)
    database.exec('SELECT count(*) FROM sqlite_master')
    return database
  } catch {
    database?.close()
    return null
  }
}

function rowsOf(database: Database, query: string): readonly (readonly SqlValue[])[] | null {
  try {
    return database.exec(query)[0]?.values ?? []
  } catch {
    return null
  }
}

const bytesOf = (value: SqlValue | undefined): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array())
const numberOf = (value: SqlValue | undefined): number => bytesOf(value).reduce((sum, byte) => sum * 256 + byte, 0)

function keysOf(rows: readonly (readonly SqlValue[])[]): readonly WrappedKey[] {
  return rows.flatMap(([objectClass, keyType, keyId, value]) => {
    const cipher = keyTypes[numberOf(keyType)]
    const blob = readWrappedBlob(bytesOf(value))
    if (numberOf(objectClass) !== secretKeyClass || !cipher || !blob || bytesOf(keyId).length === 0) return []
    return [{ keyId: hexOf(bytesOf(keyId)), cipher, blob }]
  })
}

/**
 * Reads key4.db from its bytes. Columns are named by PKCS#11 attribute: a0 class, a100 key type, a102 key id, a11 value. A database
 * without the test text of the primary password, or without a key for passwords, is `client-no-key`: Thunderbird makes both at its first
 * start. Never written.
 */
export async function readKeyDatabase(bytes: Uint8Array): Promise<Result<KeyDatabase>> {
  const facts = { file: 'key4.db' }
  const database = await openCopy(bytes)
  if (!database) return fail('client-unreadable', 'after-person', facts)
  try {
    const [meta] = rowsOf(database, "SELECT item1, item2 FROM metaData WHERE id = 'password'") ?? []
    const check = readWrappedBlob(bytesOf(meta?.[1]))
    const salt = bytesOf(meta?.[0])
    const rows = rowsOf(database, 'SELECT a0, a100, a102, a11 FROM nssPrivate')
    if (!check || salt.length === 0 || !rows) return fail('client-no-key', 'after-person', facts)
    if (!saltLengths.includes(salt.length)) return fail('client-unreadable', 'after-person', { ...facts, reason: 'unknown-salt' })
    return ok({ salt, check, keys: keysOf(rows) })
  } finally {
    database.close()
  }
}

/** Rows of the newer login store (logins.db). 0 when it stays unused, as in 153; null when it cannot be read. */
export async function countMirroredLogins(bytes: Uint8Array): Promise<number | null> {
  if (bytes.length === 0) return 0
  const database = await openCopy(bytes)
  if (!database) return null
  try {
    const tables = rowsOf(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'loginsL'")
    if (!tables) return null
    const [count] = tables.length > 0 ? (rowsOf(database, 'SELECT count(*) FROM loginsL') ?? []) : [[0]]
    return typeof count?.[0] === 'number' ? count[0] : null
  } finally {
    database.close()
  }
}
