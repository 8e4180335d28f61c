import { fail, ok, type Result } from '../base/result.ts'
import { z } from '../base/zod.ts'

/** Name and version of the form. It is part of what is signed, so that a signature made for anything else is worth nothing here. */
export const packFormat = 'mail-migrate-provider-pack/1'

/** Bytes of a pack file at most: ten times the largest provider known. */
export const packLimit = 1 << 20

// Exactly 32 and 64 bytes, each in its one spelling: bits that stand for nothing must be zero.
const key = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/)
const signatureValue = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/)

/**
 * A provider pack: one provider's data from outside. `provider` is the data's own JSON text, kept as a string: what is signed is then exactly what is
 * read, byte for byte, and nothing in it has to be understood before the signature was found good. Keys and signature are base64.
 */
export const pack = z.strictObject({
  format: z.literal(packFormat),
  provider: z.string().min(2),
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: key, value: signatureValue }),
})
export type Pack = Readonly<z.infer<typeof pack>>

/** What the signature is made over, as UTF-8. */
export const signedText = (provider: string): string => `${packFormat}\n${provider}`

/** The one spelling of a pack file: JSON on one line without blanks or line end, parts in this order. Any other spelling is refused on reading. */
export const packText = ({ format, provider, signature }: Pack): string =>
  JSON.stringify({
    format,
    provider,
    signature: { algorithm: signature.algorithm, publicKey: signature.publicKey, value: signature.value },
  })

/** The one spelling of the provider's data inside a pack: JSON with two blanks for each level. */
export const providerText = (data: unknown): string => JSON.stringify(data, null, 2)

// Parts with these names would be taken for what every object has by itself.
const borrowedNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** JSON text → its value; undefined where it is none, nests without end, or names a part that only looks like one. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (name: string, value: unknown) => {
      if (borrowedNames.includes(name)) throw new SyntaxError('a borrowed name')
      return value
    })
  } catch {
    // No JSON (SyntaxError), or nested too deeply to be any provider's data (RangeError): either way nothing that can be read.
    return undefined
  }
}

/** Is this part there, and more than an empty place? */
function has(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([part, content]) => part === name && content !== null)
}

const unreadable = (file: string, reason: string) => fail('pack-unreadable', 'after-person', { file, reason })

/** The text of a file → a pack whose signature has not been looked at yet. Refuses what has none, another form, and any other spelling of this one. */
export function readPack(text: string, file: string): Result<Pack> {
  const given = parseJson(text)
  if (given === undefined) return unreadable(file, 'no-json')
  if (!has(given, 'signature') && (has(given, 'format') || has(given, 'edition')))
    return fail('pack-unsigned', 'after-person', { file })
  if (!has(given, 'format')) return unreadable(file, 'no-pack')
  const parsed = pack.safeParse(given)
  if (!parsed.success) {
    const other = parsed.error.issues.some((issue) => issue.path[0] === 'format')
    return unreadable(file, other ? 'other-pack-format' : 'pack-parts-wrong')
  }
  return packText(parsed.data) === text ? ok(parsed.data) : unreadable(file, 'pack-respelled')
}
