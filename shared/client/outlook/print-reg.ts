import { decodeText, utf16Bytes } from './decode-value.ts'
import { regType, type RegistryTree, type RegistryValue } from './registry-tree.ts'

const header = 'Windows Registry Editor Version 5.00\r\n'
/** Where regedit begins a new line of bytes (seen in real exports and in the source of Wine's regedit). */
const widest = 77

const escaped = (text: string): string => text.replace(/["\\]/g, '\\$&')

/** A REG_SZ can be written as text only where reading that text back gives the same bytes; everything else is written as bytes. */
function plainText(value: RegistryValue): string | null {
  if (value.type !== regType.text) return null
  const text = decodeText(value)
  return text !== null && value.bytes.length === text.length * 2 + 2 && !/[\0-\x1f]/.test(text) ? text : null
}

function hexText(start: string, bytes: Uint8Array): string {
  let out = start
  let width = start.length
  for (const [at, byte] of bytes.entries()) {
    out += byte.toString(16).padStart(2, '0')
    if (at === bytes.length - 1) break
    out += ','
    width += 3
    if (width < widest) continue
    out += '\\\r\n  '
    width = 2
  }
  return out
}

function lineOf(value: RegistryValue): string {
  const start = value.name === '' ? '@=' : `"${escaped(value.name)}"=`
  const text = plainText(value)
  if (text !== null) return `${start}"${escaped(text)}"`
  if (value.type === regType.dword && value.bytes.length === 4) {
    return `${start}dword:${[...value.bytes]
      .toReversed()
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')}`
  }
  return hexText(`${start}${value.type === regType.binary ? 'hex:' : `hex(${value.type.toString(16)}):`}`, value.bytes)
}

/**
 * A tree as an exported .reg file: UTF-16LE with BOM, CRLF, regedit's own wrapping, keys in the order of the tree. It reads back to the same
 * bytes of every value (`parseReg`), and Windows's `reg import` takes it. It holds sealed passwords: the file is for its user only.
 */
export function printReg(tree: RegistryTree): Uint8Array {
  const keys = [...tree.values()].map(
    ({ path, values }) => `\r\n[${path}]\r\n${[...values.values()].map((value) => `${lineOf(value)}\r\n`).join('')}`,
  )
  return utf16Bytes(`\ufeff${header}${keys.join('')}\r\n`)
}
