import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { runs } from '../../../build/property-runs.ts'
import { treeOfKeys } from '../../../electron/clients/fixtures/outlook/build-tree.ts'
import { regTextOf } from '../../../electron/clients/fixtures/outlook/reg-text.ts'
import { situations } from '../../../electron/clients/fixtures/outlook/situations.ts'
import { compareTrees } from './compare-trees.ts'
import { utf16Bytes, utf16Text } from './decode-value.ts'
import { parseReg } from './parse-reg.ts'
import { printReg } from './print-reg.ts'
import { keyIn, regType, type RegistryTree, treeOf, valueIn } from './registry-tree.ts'

const folder = path.resolve(import.meta.dirname, '..', '..', '..', 'electron', 'clients', 'fixtures', 'outlook')
const parsed = (bytes: Uint8Array): RegistryTree => {
  const tree = parseReg(bytes, 'x.reg')
  if (!tree.ok) throw new Error(JSON.stringify(tree.problem))
  return tree.value
}
const header = 'Windows Registry Editor Version 5.00\r\n\r\n'
const reg = (text: string): Uint8Array => utf16Bytes(`\ufeff${header}${text}`)

test('every situation has its file, and every file its situation', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.reg'))
  expect(files.sort()).toEqual(situations.map(({ name }) => `${name}.reg`).sort())
  expect(situations.length).toBeGreaterThanOrEqual(12)
})

test.each(situations)('$name: the file is as the table has it, says what is assumed, and reads back to it', (situation) => {
  const bytes = readFileSync(path.join(folder, `${situation.name}.reg`))
  expect(bytes.equals(regTextOf(situation))).toBe(true)
  for (const line of situation.assumed) expect(utf16Text(bytes)).toContain(`; ${line}\r\n`)
  expect(compareTrees(parsed(bytes), treeOfKeys(situation.keys))).toEqual([])
})

const unit = fc.integer({ min: 1, max: 0xffff }).map((code) => String.fromCharCode(code))
const valueNames = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit, maxLength: 8 }),
  fc.constantFrom('', 'a"b\\', '値 𠮷]'),
)
const keyNames = fc
  .string({ unit: fc.oneof(unit, fc.constantFrom('[', ']', '-', ';', '"', '=', ' ', '山')), minLength: 1, maxLength: 8 })
  .map((name) => name.replaceAll(/[\\\0-\x1f]/g, '_'))
const someValue = fc.record({
  name: valueNames.map((name) => name.replaceAll('\0', '_')),
  type: fc.oneof(fc.constantFrom(1, 2, 3, 4, 7, 11, 0), fc.nat({ max: 0xffff_ffff })),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 90 }),
    fc.string({ maxLength: 20 }).map((text) => utf16Bytes(`${text}\0`)),
  ),
})
const someTree = fc
  .array(fc.record({ path: fc.array(keyNames, { minLength: 1, maxLength: 3 }), values: fc.array(someValue, { maxLength: 6 }) }), {
    maxLength: 5,
  })
  .map((keys) => treeOf(keys.map(({ path: parts, values }) => ({ path: ['HKEY_CURRENT_USER', ...parts].join('\\'), values }))))

describe('a .reg file', () => {
  it('reads back to the same bytes, whatever stands in the tree', () => {
    fc.assert(
      fc.property(someTree, (tree) => {
        expect(compareTrees(parsed(printReg(tree)), tree)).toEqual([])
      }),
      { numRuns: runs(500) },
    )
  })

  it('is written as regedit does: where lines of bytes break, what is escaped, what is text and what is not', () => {
    const text = (bytes: number[]) => ({ type: regType.text, bytes: Uint8Array.from(bytes) })
    const tree = treeOf([
      {
        path: 'HKEY_CURRENT_USER\\Software\\x',
        values: [
          { name: '', ...text([0x61, 0, 0, 0]) },
          { name: 'say "it"\\', ...text([0x22, 0, 0x5c, 0, 0, 0]) },
          { name: 'line', ...text([0x61, 0, 0x0a, 0, 0, 0]) },
          { name: 'no end', ...text([0x61, 0]) },
          { name: 'n', type: 4, bytes: Uint8Array.from([0xe3, 3, 0, 0]) },
          { name: 'short n', type: 4, bytes: Uint8Array.from([1]) },
          { name: 'empty', type: 3, bytes: new Uint8Array() },
          { name: 'long', type: 3, bytes: Uint8Array.from({ length: 50 }, (_, at) => at) },
        ],
      },
    ])
    expect(utf16Text(printReg(tree)).split('\r\n')).toEqual([
      '\ufeffWindows Registry Editor Version 5.00',
      '',
      '[HKEY_CURRENT_USER\\Software\\x]',
      '@="a"',
      '"say \\"it\\"\\\\"="\\"\\\\"',
      '"line"=hex(1):61,00,0a,00,00,00',
      '"no end"=hex(1):61,00',
      '"n"=dword:000003e3',
      '"short n"=hex(4):01',
      '"empty"=hex:',
      '"long"=hex:00,01,02,03,04,05,06,07,08,09,0a,0b,0c,0d,0e,0f,10,11,12,13,14,15,\\',
      '  16,17,18,19,1a,1b,1c,1d,1e,1f,20,21,22,23,24,25,26,27,28,29,2a,2b,2c,2d,2e,\\',
      '  2f,30,31',
      '',
      '',
    ])
  })

  it('is understood when an editor has saved it anew, and when a text runs over lines', () => {
    const utf8 = Buffer.from(`\ufeff${header}[HKEY_CURRENT_USER\\x]\n"名"="値\r\n二"\r\n`)
    expect(valueIn(keyIn(parsed(utf8), 'hkey_current_user\\X'), '名')?.bytes).toEqual(utf16Bytes('値\r\n二\0'))
    const gone = reg('; note\r\n[HKEY_CURRENT_USER\\x]\r\n"a"=-\r\n"b"=dword:1\r\n\r\n[-HKEY_CURRENT_USER\\y]\r\n')
    expect([...(keyIn(parsed(gone), 'HKEY_CURRENT_USER\\x')?.values.keys() ?? [])]).toEqual(['B'])
    expect(parsed(reg('')).size).toBe(0)
  })

  it.each([
    ['"a"="no end\r\n', 3],
    ['"a"=hex:0\r\n', 3],
    ['"a"=hex:01,,02\r\n', 3],
    ['"a"=hex:zz\r\n', 3],
    ['\r\n"a"=dword:123456789\r\n', 4],
    ['a=b\r\n', 3],
    ['"a"=hex:00,\\\r\n  01,\r\n', 3],
  ])('is refused with its line where it is damaged: %j', (text, line) => {
    const read = parseReg(reg(`[HKEY_CURRENT_USER\\x]${text.startsWith('\r') ? '' : '\r\n'}${text}`), 'x.reg')
    expect(read).toMatchObject({ ok: false, problem: { code: 'file-unreadable', facts: { reason: 'damaged' } } })
    expect(!read.ok && read.problem.facts['line']).toBeGreaterThanOrEqual(line)
  })

  it('is refused where a value stands before any key, or where it is no such file', () => {
    expect(parseReg(reg('"a"="b"\r\n'), 'x.reg')).toMatchObject({ ok: false, problem: { facts: { reason: 'damaged' } } })
    for (const bytes of [Buffer.from('REGEDIT4\r\n\r\n'), new Uint8Array(), Buffer.from([0xff, 0xfe, 0x41])])
      expect(parseReg(bytes, 'x.reg')).toMatchObject({
        ok: false,
        problem: { facts: { reason: 'not-a-reg-file', file: 'x.reg' } },
      })
  })

  it('of any damage is read or refused in time, and never throws', () => {
    const whole = regTextOf(situations[1]!)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), fc.boolean(), (at, byte, cut) => {
        const bytes = cut ? whole.slice(0, at) : Uint8Array.from(whole, (old, place) => (place === at ? byte : old))
        expect(typeof parseReg(bytes, 'x.reg').ok).toBe('boolean')
      }),
      { numRuns: runs(300) },
    )
  })
})
