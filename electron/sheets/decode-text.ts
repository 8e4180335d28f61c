/** Text and the name of the encoding it was read in. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null

function strictly(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    // Bytes that are no text of this encoding: the next one is tried.
    return null
  }
}

/** How much of a text is ordinary Japanese: half-width kana and rare signs are what a wrong encoding shows. */
function likeness(text: string): number {
  const usual = text.match(/[\u3041-\u30ff\u4e00-\u9fff\uff01-\uff5e\u3000-\u3002]/g)?.length ?? 0
  const odd = text.match(/[\uff61-\uff9f\ue000-\uf8ff\u0080-\u00a0\ufffd]/g)?.length ?? 0
  return usual - 2 * odd
}

/**
 * Decodes a text file as Japanese senders write them: by its byte order mark, else strict UTF-8, else ISO-2022-JP by its escapes, else CP932 or
 * EUC-JP, whichever is valid and looks like Japanese. Null when no encoding fits without a fault, or the bytes are no text at all (NUL).
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const wide = utf16(bytes)
  if (wide) return withoutControls(strictly(bytes, wide))
  if (bytes.includes(0)) return null
  if (containsEscape(bytes)) {
    const mail = strictly(bytes, 'iso-2022-jp')
    if (mail) return withoutControls(mail)
  }
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8) return withoutControls(utf8)
  const [best] = [strictly(bytes, 'shift_jis'), strictly(bytes, 'euc-jp')]
    .filter((decoded) => decoded !== null)
    .sort((a, b) => likeness(b.text) - likeness(a.text))
  return withoutControls(best ? { ...best, encoding: best.encoding === 'shift_jis' ? 'cp932' : best.encoding } : null)
}

// ESC $ or ESC ( : where ISO-2022-JP changes its character set.
const containsEscape = (bytes: Uint8Array): boolean =>
  bytes.some((byte, at) => byte === 0x1b && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28))

/** A text with NULs, or with many control characters, is a program's file that happens to decode. */
function withoutControls(decoded: Decoded | null): Decoded | null {
  if (!decoded || decoded.text.includes('\0')) return null
  const controls = decoded.text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0
  return controls * 50 > decoded.text.length ? null : decoded
}
