import { byteTextOf, type ByteText } from './byte-text.ts'

/** One token of a prefs file, with its place. `damaged`: Thunderbird's reader gives up on the statement it stands in. */
export type PrefToken =
  | { readonly kind: 'mark'; readonly mark: string; readonly from: number; readonly to: number }
  | { readonly kind: 'word'; readonly word: string; readonly from: number; readonly to: number }
  | { readonly kind: 'string'; readonly bytes: ByteText; readonly from: number; readonly to: number }
  | { readonly kind: 'number'; readonly digits: number; readonly from: number; readonly to: number }
  | { readonly kind: 'damaged' | 'end'; readonly from: number; readonly to: number }

const lineEnd = /\r\n|\r|\n|\0|$/g
const find = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** Where the comment beginning at `from` ends, or null when none begins there; `open` when a block comment never ends. */
function skipComment(text: ByteText, from: number): { readonly to: number; readonly open: boolean } | null {
  if (text[from] === '#' || text.startsWith('//', from)) return { to: find(lineEnd, text, from)!.index, open: false }
  if (!text.startsWith('/*', from)) return null
  const close = text.indexOf('*/', from + 2)
  const nul = text.indexOf('\0', from + 2)
  const open = close < 0 || (nul >= 0 && nul < close)
  if (!open) return { to: close + 2, open }
  return { to: nul < 0 ? text.length : nul, open }
}

interface Piece {
  readonly bytes: ByteText | null
  readonly to: number
}

const plainEscapes: Record<string, string> = { '"': '"', "'": "'", '\\': '\\', n: '\n', r: '\r' }
const hexRun = (text: ByteText, from: number, most: number): string => {
  const run = /^[0-9A-Fa-f]*/.exec(text.slice(from, from + most))!
  return run[0]
}

/** Reads what stands after a backslash at `at`. `bytes` null: no such escape, or one Thunderbird refuses (NUL, half a surrogate pair). */
function readEscape(text: ByteText, at: number): Piece {
  const letter = text[at] ?? ''
  if (letter in plainEscapes) return { bytes: plainEscapes[letter]!, to: at + 1 }
  if (letter === 'x') {
    const digits = hexRun(text, at + 1, 2)
    const code = Number.parseInt(digits, 16)
    return { bytes: digits.length === 2 && code > 0 ? String.fromCharCode(code) : null, to: at + 1 + digits.length }
  }
  if (letter === 'u') {
    const digits = hexRun(text, at + 1, 4)
    const to = at + 1 + digits.length
    const code = Number.parseInt(digits, 16)
    if (digits.length < 4 || code === 0) return { bytes: null, to }
    if (code < 0xd800 || code > 0xdfff) return { bytes: byteTextOf(String.fromCharCode(code)), to }
    const low = text.startsWith('\\u', to) ? hexRun(text, to + 2, 4) : ''
    const pair = low.length === 4 ? byteTextOf(String.fromCharCode(code, Number.parseInt(low, 16))) : null
    return pair === null ? { bytes: null, to } : { bytes: pair, to: to + 6 }
  }
  // A line end or the end of the file is not part of the escape: the string goes on, or ends, there.
  return { bytes: null, to: /[\r\n\0]/.test(letter) || letter === '' ? at : at + 1 }
}

function readString(text: ByteText, from: number): PrefToken {
  const quote = text[from]!
  let bytes: ByteText = ''
  let damaged = false
  let at = from + 1
  for (;;) {
    const character = text[at]
    if (character === undefined || character === '\0') return { kind: 'damaged', from, to: at }
    if (character === quote) break
    if (character === '\\') {
      const piece = readEscape(text, at + 1)
      damaged ||= piece.bytes === null
      bytes += piece.bytes ?? ''
      at = piece.to
    } else {
      bytes += character
      at += 1
    }
  }
  return damaged ? { kind: 'damaged', from, to: at + 1 } : { kind: 'string', bytes, from, to: at + 1 }
}

/**
 * The token at or after `from`, told apart as Thunderbird's own reader does (grammar of libpref's parser: both quotes, three kinds
 * of comment, raw line ends in strings, NUL ends the file). Escapes are undone; nothing is thrown.
 */
export function nextToken(text: ByteText, from: number): PrefToken {
  let at = from
  for (;;) {
    const character = text[at]
    if (character === undefined || character === '\0') return { kind: 'end', from: at, to: at }
    if (/[ \t\v\f\r\n]/.test(character)) {
      at += 1
      continue
    }
    const comment = skipComment(text, at)
    if (comment?.open) return { kind: 'damaged', from: at, to: comment.to }
    if (comment) {
      at = comment.to
      continue
    }
    if (/[()+,\-;]/.test(character)) return { kind: 'mark', mark: character, from: at, to: at + 1 }
    if (character === '"' || character === "'") return readString(text, at)
    const run = find(/[A-Za-z_]+|[0-9]+/y, text, at)?.[0]
    if (!run) return { kind: 'damaged', from: at, to: at + 1 }
    const to = at + run.length
    if (!/[0-9]/.test(run)) return { kind: 'word', word: run, from: at, to }
    if (/[A-Za-z_]/.test(text[to] ?? '')) return { kind: 'damaged', from: at, to }
    return { kind: 'number', digits: Number(run), from: at, to }
  }
}
