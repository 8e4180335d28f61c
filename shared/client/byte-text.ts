import { utf8Bytes } from '../base/secret.ts'

/**
 * A file's bytes as a string of characters 0 to 255, one for each byte. A profile may hold raw Shift_JIS beside UTF-8: only so
 * does every byte survive an edit. Not a text to show: `utf8Of` reads the UTF-8 in it.
 */
export type ByteText = string

/** The UTF-8 form of a text, as byte text. Refuses (null) half surrogate pairs, which have no UTF-8 form. */
export function byteTextOf(text: string): ByteText | null {
  if (!text.isWellFormed()) return null
  return utf8Bytes(text)
    .map((byte) => String.fromCharCode(byte))
    .join('')
}

/** The text whose UTF-8 form this is, or null where the bytes are no UTF-8 (overlong forms and surrogates included). */
export function utf8Of(bytes: ByteText): string | null {
  if (!/[\x80-\xff]/.test(bytes)) return bytes
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`))
  } catch {
    return null
  }
}
