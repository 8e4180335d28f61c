/** One DER element: its tag, what it holds, and itself whole (header included), which NSS uses as an IV. */
export interface DerElement {
  readonly tag: number
  readonly content: Uint8Array
  readonly whole: Uint8Array
}

export const derTag = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30 } as const

/**
 * Splits bytes into the DER elements they consist of. Strict: definite lengths in their shortest form, single-byte tags, nothing
 * left over. Null for anything else. At most four length bytes.
 */
export function readDer(bytes: Uint8Array): readonly DerElement[] | null {
  const elements: DerElement[] = []
  let at = 0
  while (at < bytes.length) {
    const tag = bytes[at]!
    const first = bytes[at + 1]
    if ((tag & 0x1f) === 0x1f || first === undefined) return null
    const extra = first < 0x80 ? 0 : first & 0x7f
    if (first === 0x80 || extra > 4) return null
    let length = extra === 0 ? first : 0
    for (let i = 0; i < extra; i++) length = length * 256 + (bytes[at + 2 + i] ?? Number.NaN)
    const shortest = extra === 0 || (length >= 0x80 && bytes[at + 2] !== 0)
    const start = at + 2 + extra
    if (!shortest || !(start + length <= bytes.length)) return null
    elements.push({ tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) })
    at = start + length
  }
  return elements
}

/** The parts of a sequence, when `bytes` is exactly one sequence of these tags; else null. */
export function readSequence(bytes: Uint8Array, tags: readonly number[]): readonly DerElement[] | null {
  const outer = readDer(bytes)
  if (outer?.length !== 1 || outer[0]!.tag !== derTag.sequence) return null
  const parts = readDer(outer[0]!.content)
  return parts && parts.length === tags.length && parts.every(({ tag }, i) => tag === tags[i]) ? parts : null
}

/** Joins byte runs. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** One DER element around these contents. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = joined(...contents)
  const length: number[] = []
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256)
  const header = content.length < 0x80 ? [content.length] : [0x80 | length.length, ...length]
  return joined(Uint8Array.of(tag, ...header), content)
}

/** A non-negative DER integer as a number, or null when negative, padded or too large to be exact. */
export function readCount(content: Uint8Array): number | null {
  const [first, second] = content
  if (first === undefined || first >= 0x80 || content.length > 7) return null
  if (first === 0 && second !== undefined && second < 0x80) return null
  return content.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** Bytes as lower-case hexadecimal: how object ids and key ids are compared. */
export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
/** The bytes of a hexadecimal text. */
export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
