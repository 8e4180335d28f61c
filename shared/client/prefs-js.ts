import { fail, ok, type Result } from '../base/result.ts'
import { byteTextOf, utf8Of, type ByteText } from './byte-text.ts'
import { nextToken, type PrefToken } from './prefs-tokens.ts'

export type PrefValue = string | number | boolean

/** One `user_pref(name, value);` that Thunderbird accepts, and where its value stands. */
export interface PrefStatement {
  readonly name: string
  readonly value: PrefValue
  readonly from: number
  readonly to: number
}

/** What a prefs file says: the value in effect for each name (the last statement wins), and how many statements are damaged. */
export interface Prefs {
  readonly values: ReadonlyMap<string, PrefValue>
  readonly statements: readonly PrefStatement[]
  readonly damaged: number
}

const bom = '\xef\xbb\xbf'
const mostPositive = 2_147_483_647

// Bytes that are no UTF-8 stand for themselves: such a value can be compared and carried, and is never written anew.
const shown = (bytes: ByteText): string => utf8Of(bytes) ?? bytes

interface Reading {
  readonly statement: PrefStatement | null
  /** The token the reading stopped at; what comes after it is the next statement, or what recovery has to skip. */
  readonly last: PrefToken
}

function readValue(text: ByteText, first: PrefToken): { readonly value: PrefValue | null; readonly last: PrefToken } {
  if (first.kind === 'string') return { value: shown(first.bytes), last: first }
  if (first.kind === 'word') return { value: first.word === 'true' ? true : first.word === 'false' ? false : null, last: first }
  if (first.kind === 'number') return { value: first.digits <= mostPositive ? first.digits : null, last: first }
  if (first.kind !== 'mark' || (first.mark !== '-' && first.mark !== '+')) return { value: null, last: first }
  const digits = nextToken(text, first.to)
  if (digits.kind !== 'number') return { value: null, last: digits }
  const value = first.mark === '-' ? 0 - digits.digits : digits.digits
  return { value: value >= -mostPositive - 1 && value <= mostPositive ? value : null, last: digits }
}

const is = (token: PrefToken, mark: string): boolean => token.kind === 'mark' && token.mark === mark

function readStatement(text: ByteText, first: PrefToken): Reading {
  if (first.kind !== 'word' || first.word !== 'user_pref') return { statement: null, last: first }
  const open = nextToken(text, first.to)
  if (!is(open, '(')) return { statement: null, last: open }
  const name = nextToken(text, open.to)
  if (name.kind !== 'string') return { statement: null, last: name }
  const comma = nextToken(text, name.to)
  if (!is(comma, ',')) return { statement: null, last: comma }
  const start = nextToken(text, comma.to)
  const { value, last } = readValue(text, start)
  if (value === null) return { statement: null, last }
  const close = nextToken(text, last.to)
  if (!is(close, ')')) return { statement: null, last: close }
  const end = nextToken(text, close.to)
  if (!is(end, ';')) return { statement: null, last: end }
  return { statement: { name: shown(name.bytes), value, from: start.from, to: last.to }, last: end }
}

/**
 * Reads a prefs.js or user.js as Thunderbird does. A damaged statement is lost up to its semicolon and counted; nothing
 * is thrown. What follows a NUL byte does not exist for Thunderbird, nor here.
 */
export function readPrefs(text: ByteText): Prefs {
  const statements: PrefStatement[] = []
  let damaged = 0
  let token = nextToken(text, text.startsWith(bom) ? bom.length : 0)
  while (token.kind !== 'end') {
    const { statement, last } = readStatement(text, token)
    if (statement) statements.push(statement)
    else damaged += 1
    // A whole statement ended at its semicolon; behind a damaged one everything up to the next semicolon is lost.
    token = last
    while (token.kind !== 'end' && !is(token, ';')) token = nextToken(text, token.to)
    if (token.kind !== 'end') token = nextToken(text, token.to)
  }
  return { values: new Map(statements.map(({ name, value }) => [name, value])), statements, damaged }
}

/** A value as Thunderbird writes it: only `"`, `\`, LF and CR are escaped. Null: NUL and half surrogate pairs cannot be written. */
function written(value: PrefValue): ByteText | null {
  if (typeof value !== 'string') return String(value)
  const bytes = byteTextOf(value)
  if (bytes === null || bytes.includes('\0')) return null
  return `"${bytes.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`
}

/**
 * Changes the values in effect and nothing else: of a name that stands twice the last one is rewritten (it is the one that
 * counts), every other byte stays. Missing names are added at the end with the file's own line ending, unless `add` is false
 * (user.js: what does not stand there does not override). Refuses (`client-unreadable`) when the result would not read back as
 * wanted, as behind a string that never ends.
 */
export function editPrefs(text: ByteText, wanted: ReadonlyMap<string, PrefValue>, add = true): Result<ByteText> {
  const before = readPrefs(text)
  const inEffect = new Map(before.statements.map((statement) => [statement.name, statement]))
  let edited = ''
  let kept = 0
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const changes = [...wanted].filter(([name, value]) => before.values.get(name) !== value)
  const standing = changes.flatMap(([name, value]) => {
    const place = inEffect.get(name)
    return place ? [{ place, value }] : []
  })
  for (const { place, value } of standing.sort((a, b) => a.place.from - b.place.from)) {
    edited += text.slice(kept, place.from) + (written(value) ?? '')
    kept = place.to
  }
  edited += text.slice(kept)
  for (const [name, value] of changes.filter(([missing]) => add && !inEffect.has(missing))) {
    if (edited !== '' && !/[\r\n]$/.test(edited)) edited += lineEnd
    edited += `user_pref(${written(name) ?? ''}, ${written(value) ?? ''});${lineEnd}`
  }
  const after = readPrefs(edited).values
  const wrong = changes.find(([name, value]) => (add || inEffect.has(name)) && after.get(name) !== value)
  if (wrong) return fail('client-unreadable', 'after-person', { setting: wrong[0] })
  return ok(edited)
}
