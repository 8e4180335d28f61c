import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../build/property-runs.ts'
import { z } from '../../shared/base/zod.ts'
import { journalLine, lineHash, readLines } from './journal-lines.ts'

const entry = z.strictObject({ kind: z.string(), note: z.string(), count: z.int().nullable() })
const anyEntry = fc.record({ kind: fc.string(), note: fc.string({ unit: 'grapheme' }), count: fc.option(fc.integer()) })
const someEntries = fc.array(anyEntry, { minLength: 1, maxLength: 6 })
const at = '2026-11-20T06:15:03.123Z'

function journalOf(entries: readonly object[]): Buffer {
  let prev = lineHash('')
  const lines = entries.map((one, index) => {
    const line = journalLine(one, { seq: index + 1, prev, at })
    prev = lineHash(line)
    return `${line}\n`
  })
  return Buffer.from(lines.join(''), 'utf8')
}

const three = [
  { kind: 'a', note: 'パスワードを変えました', count: 1 },
  { kind: 'b', note: 'line\nfeed "quoted" \u2028', count: null },
  { kind: 'c', note: '', count: 3 },
]

describe('readLines', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const read = readLines(journalOf(entries), entry)
        expect(read).toMatchObject({ torn: 0, open: false })
        expect('entries' in read && read.entries).toEqual(entries.map((one, index) => ({ ...one, seq: index + 1, at })))
      }),
    )
  })

  it('cut at any byte, reads a prefix and tells how much was torn', () => {
    const bytes = journalOf(three)
    for (let cut = 0; cut <= bytes.length; cut++) {
      const read = readLines(bytes.subarray(0, cut), entry)
      if (!('entries' in read)) throw new Error(`cut at ${cut}: ${read.reason}`)
      expect(read.entries).toEqual(three.slice(0, read.entries.length).map((one, index) => ({ ...one, seq: index + 1, at })))
      expect(read.length + read.torn).toBe(cut)
      expect(read.entries.length).toBeGreaterThanOrEqual(bytes.subarray(0, cut).filter((byte) => byte === 10).length)
    }
  })

  it('any other byte anywhere is damage, its last line feed included', () => {
    const bytes = journalOf(three)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(bytes)
        changed[place] = changed[place]! ^ flip
        const read = readLines(changed, entry)
        // A zero in the last line looks like a power cut that left the file grown without its data.
        const lastLineStart = bytes.lastIndexOf(10, bytes.length - 2) + 1
        const looksLikePowerCut = place >= lastLineStart && changed[place] === 0
        expect('entries' in read ? read.entries.length : 'damaged').toBe(looksLikePowerCut ? 2 : 'damaged')
      }),
      { numRuns: runs(2000) },
    )
  })

  it('names the line that is wrong', () => {
    const lines = journalOf(three).toString('utf8').split('\n')
    const without = (index: number) => Buffer.from(lines.filter((_, at) => at !== index).join('\n'))
    expect(readLines(without(1), entry)).toMatchObject({ damagedLine: 2, reason: 'chain', sound: [{ seq: 1 }] })
    expect(readLines(without(0), entry)).toEqual({ damagedLine: 1, reason: 'chain', sound: [] })
    expect(readLines(Buffer.from([lines[0], lines[0], lines[1], ''].join('\n')), entry)).toMatchObject({
      damagedLine: 2,
      reason: 'chain',
    })
    expect(readLines(Buffer.from(`\ufeff${lines.join('\n')}`), entry)).toMatchObject({ damagedLine: 1 })
    expect(readLines(Buffer.from(lines.join('\r\n')), entry)).toMatchObject({ damagedLine: 1 })
    expect(readLines(Buffer.from('\n'), entry)).toMatchObject({ damagedLine: 1 })
    expect(readLines(Buffer.from([0xff, 0xfe, 10]), entry)).toMatchObject({ damagedLine: 1 })
  })

  it('a line grown without its data is torn, a whole line of another program is damage', () => {
    const bytes = journalOf(three.slice(0, 2))
    const zeros = Buffer.concat([bytes, Buffer.alloc(300)])
    expect(readLines(zeros, entry)).toMatchObject({ entries: [{}, {}], torn: 300 })
    expect(readLines(Buffer.concat([zeros, Buffer.from('\n')]), entry)).toMatchObject({ entries: [{}, {}], torn: 301 })
    expect(readLines(Buffer.concat([bytes, Buffer.from('{"seq":3}\n')]), entry)).toMatchObject({ damagedLine: 3 })
  })

  it('refuses an entry of another kind, even in an honest chain', () => {
    const bytes = journalOf([{ kind: 'a', note: 'n', count: 1, extra: true }])
    expect(readLines(bytes, entry)).toEqual({ damagedLine: 1, reason: 'entry', sound: [] })
  })

  it('an empty file is a journal without entries', () => {
    expect(readLines(Buffer.alloc(0), entry)).toEqual({ entries: [], torn: 0, length: 0, open: false, last: lineHash('') })
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readLines(bytes, entry)).toBeDefined()
      }),
    )
  })
})

it('journalLine refuses names that are its own', () => {
  expect(() => journalLine({ seq: 3 }, { seq: 1, prev: '', at })).toThrow('seq')
})
