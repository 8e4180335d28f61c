import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteTextOf, utf8Of, type ByteText } from './byte-text.ts'
import { editPrefs, readPrefs, type PrefValue } from './prefs-js.ts'

const bytes = (text: string): ByteText => byteTextOf(text)!
const values = (text: string): Record<string, PrefValue> => Object.fromEntries(readPrefs(bytes(text)).values)
const edited = (text: ByteText, wanted: Record<string, PrefValue>, add = true): ByteText => {
  const result = editPrefs(text, new Map(Object.entries(wanted)), add)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

describe('reading, each form as the real program read it', () => {
  it.each<[string, string, Record<string, PrefValue>]>([
    [
      'numbers and flags',
      'user_pref("a", -5);user_pref("b", +7);\nuser_pref("c", true); user_pref("d", false);',
      { a: -5, b: 7, c: true, d: false },
    ],
    ['limits of integers', 'user_pref("a", 2147483647);user_pref("b", -2147483648);', { a: 2147483647, b: -2147483648 }],
    ['escapes', String.raw`user_pref("a", "\"\'\\\n\r\x41\u65e5\uD83D\uDE00");`, { a: '"\'\\\n\rA日😀' }],
    ['single quotes and the other quote inside', `user_pref('a', 'b"c');`, { a: 'b"c' }],
    ['comments everywhere', '# x\n// user_pref("z", 1);\n/* ; */ user_pref /* a */ (\n"a"\n, // b\n 1 # c\n)\n;', { a: 1 }],
    ['a raw line end in a string', 'user_pref("a", "x\r\ny");', { a: 'x\r\ny' }],
    ['BOM and CRLF', '\ufeffuser_pref("a", 1);\r\nuser_pref("b", "日本");\r\n', { a: 1, b: '日本' }],
    ['the last of two wins', 'user_pref("a", 1);\nuser_pref("a", 2);', { a: 2 }],
    ['an unknown escape loses one statement', String.raw`user_pref("a", "C:\Users");user_pref("b", 2);`, { b: 2 }],
    ['an integer out of range', 'user_pref("a", 2147483648);user_pref("b", 2);', { b: 2 }],
    ['a number glued to a word', 'user_pref("a", 12x);user_pref("b", 2);', { b: 2 }],
    ['an unquoted name', 'user_pref(a, 1);user_pref("b", 2);', { b: 2 }],
    ['a missing bracket', 'user_pref("a", 1;user_pref("b", 2);', { b: 2 }],
    ['half a surrogate pair', String.raw`user_pref("a", "\uD83D");user_pref("b", 2);`, { b: 2 }],
    ['an escaped NUL', String.raw`user_pref("a", "\x00");user_pref("b", 2);`, { b: 2 }],
    ['an unterminated string swallows up to the next quote', 'user_pref("a", "x);\nuser_pref(";\nuser_pref("c", 3);', { c: 3 }],
    ['a block comment that never ends', 'user_pref("a", 1);\n/* user_pref("b", 2);', { a: 1 }],
    ['nothing after a NUL', 'user_pref("a", 1);\0user_pref("b", 2);', { a: 1 }],
    ['default prefs are not for this file', 'pref("a", 1);user_pref("b", 2);', { b: 2 }],
    ['an empty file', '', {}],
  ])('%s', (_name, text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it('keeps bytes that are no UTF-8 as they are, and counts what is damaged', () => {
    const prefs = readPrefs('user_pref("a", "\x93\xfa\x96\x7b");user_pref("b", oops);')
    expect(prefs.values.get('a')).toBe('\x93\xfa\x96\x7b')
    expect(prefs.damaged).toBe(1)
  })
})

describe('editing', () => {
  it('touches the value alone, in the file with comments, odd spacing, Shift_JIS bytes and CRLF', () => {
    const text =
      '// top\r\nuser_pref( "host" ,\t\'old\' ) ; # why\r\nuser_pref("name", "\x93\xfa");\r\nuser_pref("broken", "C:\\Users");'
    expect(edited(text, { host: 'new "x"\\' })).toBe(text.replace("'old'", String.raw`"new \"x\"\\"`))
  })

  it('adds what is missing at the end with the line ending of the file', () => {
    expect(edited('user_pref("a", 1);\r\n', { b: 2, c: 'x' })).toBe(
      'user_pref("a", 1);\r\nuser_pref("b", 2);\r\nuser_pref("c", "x");\r\n',
    )
    expect(edited('user_pref("a", 1);', { b: true })).toBe('user_pref("a", 1);\nuser_pref("b", true);\n')
    expect(edited('user_pref("a", 1);', { b: true }, false)).toBe('user_pref("a", 1);')
  })

  it('of a name that stands twice changes the one in effect', () => {
    expect(edited('user_pref("a", 1);user_pref("a", 2);', { a: 3 })).toBe('user_pref("a", 1);user_pref("a", 3);')
  })

  it('leaves a value alone that is already as wanted, however it is spelled', () => {
    const text = String.raw`user_pref("a", '\x41');`
    expect(edited(text, { a: 'A' })).toBe(text)
  })

  it.each([
    ['behind a string that never ends', 'user_pref("a", "x', { b: 1 }],
    ['behind a NUL byte', 'user_pref("a", 1);\0', { b: 1 }],
    ['behind a comment that never ends', '/* x', { b: 1 }],
    ['a NUL in the value', 'user_pref("a", "x");', { a: 'x\0y' }],
    ['half a surrogate pair in the value', 'user_pref("a", "x");', { a: '\ud83d' }],
  ])('refuses what would not read back: %s', (_name, text, wanted) => {
    expect(editPrefs(text, new Map<string, PrefValue>(Object.entries(wanted)))).toMatchObject({
      ok: false,
      problem: { code: 'client-unreadable' },
    })
  })
})

describe('properties', () => {
  const name = fc.constantFrom('a', 'mail.server.server1.hostname', 'x.y', 'mail.smtpserver.smtp2.port')
  const text = fc.string({ unit: 'grapheme' }).filter((value) => value.isWellFormed() && !value.includes('\0'))
  const value = fc.oneof(text, fc.integer({ min: -2147483648, max: 2147483647 }), fc.boolean())
  const noise = fc.constantFrom(
    '',
    '\n',
    '\r\n',
    '// c;"\n',
    "/* ;' */",
    '# "\r\n',
    'user_pref("k", "\x93\xfa");',
    'user_pref("bad", "C:\\U");',
    ';',
    'junk;',
    '\xff;',
  )
  const piece = fc.oneof(
    noise,
    fc
      .tuple(name, value, noise)
      .map(
        ([key, held, gap]) =>
          `user_pref("${key}",${/^(?:\/\/|#)|[;"]/.test(gap) ? ' ' : gap}${typeof held === 'string' ? bytes(JSON.stringify(held).replaceAll('\\t', '\t').replaceAll('\\b', '\b').replaceAll('\\f', '\f')) : String(held)});`,
      ),
  )
  const file = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('\n'))
  const wanted = fc.dictionary(name, value, { maxKeys: 3 })

  it('any value goes in and comes out, and no other value in effect changes', () => {
    fc.assert(
      fc.property(file, wanted, (before, changes) => {
        const after = readPrefs(edited(before, changes)).values
        const expected = new Map([...readPrefs(before).values, ...Object.entries(changes)])
        expect(new Map(after)).toEqual(expected)
      }),
    )
  })

  it('all bytes outside the owned values stay: with those cut out, the old file is the beginning of the new one', () => {
    fc.assert(
      fc.property(file, wanted, (before, changes) => {
        const without = (content: ByteText): string => {
          const { statements } = readPrefs(content)
          return statements
            .filter(
              (statement, at) =>
                statement.name in changes && statements.findLastIndex((other) => other.name === statement.name) === at,
            )
            .reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), content)
        }
        expect(without(edited(before, changes)).startsWith(without(before).replace(/[\r\n]*$/, ''))).toBe(true)
      }),
    )
  })

  it('editing twice with the same wish changes nothing more, and arbitrary bytes never throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }),
        wanted,
        (garbage, changes) => {
          const once = editPrefs(garbage, new Map(Object.entries(changes)))
          const twice = once.ok ? editPrefs(once.value, new Map(Object.entries(changes))) : once
          expect(twice).toEqual(once)
        },
      ),
    )
  })

  it('UTF-8 read as bytes comes back', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(utf8Of(bytes(value))).toBe(value)
      }),
    )
    expect(utf8Of('\xc0\x80')).toBeNull()
  })
})
