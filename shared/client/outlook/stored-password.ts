import { utf16Text, utf16Bytes } from './decode-value.ts'

/** The byte before the box: 2 is data protection. Any other is a very old or an unknown kind, which nobody here can read. */
const sealed = 2

/** What goes into the box: UTF-16LE with its NUL. The box's description is the value's own name (`POP3 Password`), as Outlook writes it. */
export const passwordBytes = (password: string): Uint8Array => utf16Bytes(`${password}\0`)

/** The password out of an opened box; null where that holds no text. */
export function passwordText(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null
  const text = utf16Text(bytes)
  return text.endsWith('\0') ? text.slice(0, -1) : text
}

/** The bytes of a password value: the mark and the box. */
export const sealedBytes = (box: Uint8Array): Uint8Array => Uint8Array.from([sealed, ...box])

/** The box of a password value; null where it is no such thing. */
export const boxOf = (bytes: Uint8Array): Uint8Array | null => (bytes[0] === sealed && bytes.length > 1 ? bytes.slice(1) : null)
