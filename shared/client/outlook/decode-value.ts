import { regType, type RegistryValue } from './registry-tree.ts'

/** UTF-16LE bytes of a text, as Windows keeps it. Half surrogate pairs pass through: Windows does not mind them. */
export function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    bytes[at * 2] = unit & 0xff
    bytes[at * 2 + 1] = unit >> 8
  }
  return bytes
}

/** The text of UTF-16LE bytes, NULs included. An odd byte at the end is passed over. */
export function utf16Text(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8))
  return text
}

/** The two ways Outlook writes text: REG_SZ (16.0), and REG_BINARY with UTF-16LE and its NUL (2010, 2013). One machine may hold both. */
export type TextType = typeof regType.text | typeof regType.binary

export const isTextType = (type: number): type is TextType => type === regType.text || type === regType.binary

/**
 * A text by the value's own type, never by Outlook's version. The NUL at its end may be missing and is not part of it; what stands behind
 * the first NUL of a REG_SZ does not count. Null: no text in either form (another type, half a unit, a NUL in the middle of binary text).
 */
export function decodeText({ type, bytes }: Pick<RegistryValue, 'type' | 'bytes'>): string | null {
  if (!isTextType(type) || bytes.length % 2 !== 0) return null
  const text = utf16Text(bytes)
  if (type === regType.text) return text.split('\0', 1)[0]!
  const whole = text.replace(/\0+$/, '')
  return whole.includes('\0') ? null : whole
}

/** The bytes of a text, with its NUL, in either form. */
export const encodeText = (text: string): Uint8Array => utf16Bytes(`${text}\0`)

/** A REG_DWORD; null for any other type or length. */
export function decodeNumber({ type, bytes }: Pick<RegistryValue, 'type' | 'bytes'>): number | null {
  if (type !== regType.dword || bytes.length !== 4) return null
  return (bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24)) >>> 0
}

/** The bytes of a REG_DWORD. */
export const encodeNumber = (number: number): Uint8Array =>
  Uint8Array.from([number & 0xff, (number >>> 8) & 0xff, (number >>> 16) & 0xff, number >>> 24])
