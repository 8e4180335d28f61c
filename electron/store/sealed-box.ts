import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from '../../shared/base/zod.ts'

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes)

/** What a guess at the passphrase shall cost: scrypt's N, a power of two. `least`: a file that asks for less is none of ours. */
export interface VaultCost {
  readonly chosen: number
  readonly least: number
}

/** The product's own: 64 MiB and about a fifth of a second a guess. */
export const vaultCost: VaultCost = { chosen: 2 ** 16, least: 2 ** 15 }

// The limits keep a changed file from making us spend gigabytes before its damage is noticed; readBox knows the least.
const derivation = z.strictObject({
  name: z.literal('scrypt'),
  cost: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((cost) => Number.isInteger(Math.log2(cost))),
  blockSize: z.int().min(8).max(16),
  parallel: z.int().min(1).max(4),
  salt: base64(16),
})

/**
 * What stands in the vault's file. `check` tells a wrong passphrase from a damaged file; `sum` is the hash of everything else,
 * so that damage is noticed without the passphrase.
 */
export const sealedBox = z.strictObject({
  version: z.literal(1),
  derivation,
  check: base64(32),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64(12),
  tag: base64(16),
  sealed: z.base64(),
  sum: z.hex().length(64),
})
export type SealedBox = Readonly<z.infer<typeof sealedBox>>
export type Derivation = Readonly<z.infer<typeof derivation>>

/** A key with the parameters it came from. The passphrase itself is not kept. */
export interface BoxKey {
  readonly derivation: Derivation
  readonly check: string
  readonly key: Buffer
}

/** Fresh parameters with a new salt. */
export const newDerivation = (cost: VaultCost): Derivation => ({
  name: 'scrypt',
  cost: cost.chosen,
  blockSize: 8,
  parallel: 1,
  salt: randomBytes(16).toString('base64'),
})

/** The key of a passphrase. Slow on purpose; the passphrase is taken byte for byte. */
export async function deriveKey(passphrase: string, by: Derivation): Promise<BoxKey> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    const options = { N: by.cost, r: by.blockSize, p: by.parallel, maxmem: 128 * by.cost * by.blockSize + 2 ** 25 }
    scrypt(Buffer.from(passphrase, 'utf8'), Buffer.from(by.salt, 'base64'), 64, options, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    )
  })
  const check = createHmac('sha256', bytes.subarray(32)).update('mail-migration-assistant vault check').digest('base64')
  return { derivation: by, check, key: bytes.subarray(0, 32) }
}

/** Everything but the secrets themselves is bound to them: parts of two boxes cannot be joined. */
const bound = (box: Pick<SealedBox, 'version' | 'derivation' | 'check' | 'cipher'>): Buffer =>
  Buffer.from(
    JSON.stringify([
      box.version,
      box.derivation.name,
      box.derivation.cost,
      box.derivation.blockSize,
      box.derivation.parallel,
      box.derivation.salt,
      box.check,
      box.cipher,
    ]),
  )

const sumOf = (box: Omit<SealedBox, 'sum'>): string =>
  createHash('sha256')
    .update(bound(box))
    .update(JSON.stringify([box.nonce, box.tag, box.sealed]))
    .digest('hex')

/** Seals a text under a fresh nonce. */
export function seal(text: string, by: BoxKey): SealedBox {
  const head = { version: 1, derivation: by.derivation, check: by.check, cipher: 'aes-256-gcm' } as const
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', by.key, nonce)
  cipher.setAAD(bound(head))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const box = {
    ...head,
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  }
  return { ...box, sum: sumOf(box) }
}

/** The box in a file's bytes, or null when they hold none, a damaged one or one that is too cheap to guess at. Needs no key. */
export function readBox(bytes: Uint8Array, cost: VaultCost): SealedBox | null {
  try {
    const { sum, ...box } = sealedBox.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return sumOf(box) === sum && box.derivation.cost >= cost.least ? { ...box, sum } : null
  } catch {
    return null
  }
}

/** The text in a box, or why not: the key is another passphrase's, or somebody changed the box and its sum. */
export function unseal(box: SealedBox, by: BoxKey): { readonly text: string } | 'wrong-passphrase' | 'damaged' {
  if (!timingSafeEqual(Buffer.from(box.check, 'base64'), Buffer.from(by.check, 'base64'))) return 'wrong-passphrase'
  try {
    const decipher = createDecipheriv('aes-256-gcm', by.key, Buffer.from(box.nonce, 'base64'), { authTagLength: 16 })
    decipher.setAAD(bound(box))
    decipher.setAuthTag(Buffer.from(box.tag, 'base64'))
    return { text: decipher.update(box.sealed, 'base64', 'utf8') + decipher.final('utf8') }
  } catch {
    return 'damaged'
  }
}
