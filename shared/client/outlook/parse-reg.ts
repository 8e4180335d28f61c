import { fail, ok, type Result } from '../../base/result.ts'
import { utf8Of } from '../byte-text.ts'
import { encodeNumber, encodeText, utf16Text } from './decode-value.ts'
import { foldName, regType, type RegistryTree, type RegistryValue } from './registry-tree.ts'

const latin = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** The file's text: UTF-16LE as regedit writes it, or UTF-8 where somebody has saved it anew. Null for anything else (REGEDIT4 is in an unknown code page). */
function textOf(bytes: Uint8Array): string | null {
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe ? utf16Text(bytes.subarray(2)) : utf8Of(latin(bytes))?.replace(/^\ufeff/, '')
  return text !== undefined && /^Windows Registry Editor Version 5\.00\s*?(?:\r?\n|$)/.test(text) ? text : null
}

const unescaped = (text: string): string => text.replace(/\\(["\\])/g, '$1')

const quoted = '"((?:[^"\\\\]|\\\\.)*)"'
// A text may run over several lines: regedit writes a line break inside it as it is.
const valueForm = new RegExp(
  `(?:@|${quoted})[ \\t]*=[ \\t]*(?:${quoted}|(?:dword|DWORD):([0-9A-Fa-f]{1,8})|hex(?:\\(([0-9A-Fa-f]{1,8})\\))?:((?:[0-9A-Fa-f, \\t]|\\\\\\r?\\n)*)|(-))[ \\t]*(?=\\r?\\n|$)`,
  'y',
)
const keyForm = /\[(-?)((?:[^\r\n])+)\][ \t]*(?=\r?\n|$)/y
const blankForm = /(?:[ \t]*;[^\r\n]*|[ \t]+)?(?:\r?\n|$)/y

function hexBytes(text: string): Uint8Array | null {
  const plain = text.replace(/[\s\\]/g, '')
  if (plain === '') return new Uint8Array()
  const pairs = plain.split(',')
  return pairs.every((pair) => /^[0-9A-Fa-f]{2}$/.test(pair)) ? Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)) : null
}

/** The value a line says; `gone`: that there is none of that name; null: bytes that are none. */
function valueOf(found: RegExpExecArray): RegistryValue | 'gone' | null {
  const [, name, text, number, type, hex, gone] = found
  if (gone) return 'gone'
  const at = { name: unescaped(name ?? '') }
  if (text !== undefined) return { ...at, type: regType.text, bytes: encodeText(unescaped(text)) }
  if (number !== undefined) return { ...at, type: regType.dword, bytes: encodeNumber(Number.parseInt(number, 16)) }
  const bytes = hexBytes(hex ?? '')
  return bytes && { ...at, type: type === undefined ? regType.binary : Number.parseInt(type, 16), bytes }
}

type Keys = Map<string, { readonly path: string; readonly values: Map<string, RegistryValue> }>

/** Takes one line, or one value of several lines, at a place; the place behind it, or null where it is none. */
function step(text: string, at: number, keys: Keys, open: { key: string | null }): number | null {
  for (const form of [blankForm, keyForm, valueForm]) form.lastIndex = at
  const blank = blankForm.exec(text)
  if (blank) return blankForm.lastIndex
  const key = keyForm.exec(text)
  if (key) {
    const path = key[2]!
    open.key = key[1] ? null : foldName(path)
    if (open.key !== null && !keys.has(open.key)) keys.set(open.key, { path, values: new Map() })
    return keyForm.lastIndex
  }
  const found = valueForm.exec(text)
  if (!found || open.key === null) return null
  const value = valueOf(found)
  if (value === null) return null
  if (value !== 'gone') keys.get(open.key)!.values.set(foldName(value.name), value)
  return valueForm.lastIndex
}

/**
 * Reads an exported .reg file ("Version 5.00") into a tree with raw bytes. What cannot be read is a problem with its line, never a key or
 * value less: `file-unreadable`, `reason` one of `not-a-reg-file` and `damaged`. A .reg that deletes keys or values is no export; such
 * lines say that something is not there, and are passed over.
 */
export function parseReg(bytes: Uint8Array, file: string): Result<RegistryTree> {
  const text = textOf(bytes)
  if (text === null) return fail('file-unreadable', 'after-person', { file, reason: 'not-a-reg-file' })
  const keys: Keys = new Map()
  const open: { key: string | null } = { key: null }
  let at = text.search(/\n|$/)
  while (at < text.length) {
    const next = step(text, at, keys, open)
    if (next === null || next === at) {
      const line = text.slice(0, at).split('\n').length
      return fail('file-unreadable', 'after-person', { file, reason: 'damaged', line })
    }
    at = next
  }
  return ok(keys)
}
