import { redact, Secret } from '../../shared/base/secret.ts'

/** How much of a server's words is kept, in characters. Hostile replies of 200,000 characters have been seen. */
export const saidLimit = 500
const byteLimit = saidLimit * 8

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A cut inside a character must not make the whole text look like another encoding. */
function decodeCut(encoding: string, bytes: Uint8Array): string | null {
  const tries = bytes.length < byteLimit ? [0] : [0, 1, 2, 3]
  for (const less of tries) {
    const text = tryDecode(encoding, bytes.subarray(0, bytes.length - less))
    if (text !== null) return text
  }
  return null
}

/**
 * Bytes to text: UTF-8, else ISO-2022-JP (its escapes), EUC-JP, Shift_JIS. EUC-JP goes before Shift_JIS because kana and
 * kanji of the latter are no valid EUC-JP, while nearly everything is valid Shift_JIS (as half-width kana).
 */
export function decodeBytes(bytes: Uint8Array): string {
  const part = bytes.subarray(0, byteLimit)
  const hasEscape = part.some((byte, at) => byte === 0x1b && (part[at + 1] === 0x24 || part[at + 1] === 0x28))
  const encodings = [...(hasEscape ? ['iso-2022-jp'] : []), 'utf-8', 'euc-jp', 'shift_jis']
  for (const encoding of encodings) {
    const text = decodeCut(encoding, part)
    if (text !== null) return text
  }
  return new TextDecoder('utf-8').decode(part)
}

/** Libraries hand text over with one character a byte where it is not UTF-8: brings that back to bytes first. */
export function decodeLatin1(text: string): string {
  const cut = text.slice(0, byteLimit)
  for (let at = 0; at < cut.length; at++) if (cut.charCodeAt(at) > 0xff) return cut
  return decodeBytes(Buffer.from(cut, 'latin1'))
}

// C0 controls become visible signs; C1, bidirectional overrides and zero-width characters could only mislead.
const visible = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')

/**
 * A server's words, fit for facts and screens: decoded, without the password in any of its forms, without characters that
 * act on a terminal, at most 500 characters.
 */
export function saidText(words: Uint8Array | string, userName: string, password: Secret | null): string {
  const text = typeof words === 'string' ? decodeLatin1(words) : decodeBytes(words)
  const secrets = password ? [new Secret(`\0${userName}\0${password.reveal()}`), password] : []
  const clean = visible(redact(text, secrets)).trim()
  return Array.from(clean).slice(0, saidLimit).join('')
}
