import { createHash } from 'node:crypto'
import { fail, ok } from '../../shared/base/result.ts'
import type { SheetReader } from '../../shared/sheet/sheet-text.ts'
import { decodeText } from './decode-text.ts'

/** A registration sheet is a page or two. 1 MiB holds hundreds; what is larger was given by mistake and would only cost time. */
export const mostBytes = 1_048_576

const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x50, 0x4b, 0x03, 0x04], // zip: xlsx, docx
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a], // TIFF
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte)
const hasMark = (head: Uint8Array): boolean => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)

/**
 * Plain text in any encoding Japanese senders use (UTF-8, UTF-16, CP932, ISO-2022-JP, EUC-JP). Accepts whatever is no known binary file and has
 * no NUL in its head; the lines keep every character as it stands, so that places and passwords are exact.
 */
export const textReader: SheetReader = {
  kind: 'text',
  accepts: (_file, head) => !signatures.some((signature) => startsWith(head, signature)) && (hasMark(head) || !head.includes(0)),
  read: async (file, bytes, stop) => {
    if (stop.aborted) return fail('cancelled', 'now', { file })
    if (bytes.length === 0) return fail('sheet-empty', 'after-person', { file })
    if (bytes.length > mostBytes) return fail('sheet-too-large', 'after-person', { file, bytes: bytes.length, most: mostBytes })
    const decoded = decodeText(bytes)
    if (!decoded) return fail('sheet-kind-unknown', 'after-person', { file, reason: 'not-text' })
    if (/^[\s\ufeff]*$/.test(decoded.text)) return fail('sheet-empty', 'after-person', { file })
    return ok({
      file,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      origin: 'text',
      encoding: decoded.encoding,
      lines: decoded.text.split(/\r\n|\n|\r/),
    })
  },
}
