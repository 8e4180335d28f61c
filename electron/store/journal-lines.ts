import { createHash } from 'node:crypto'
import { z } from '../../shared/base/zod.ts'

/** An entry as it stands on disk: numbered from 1, timed in ISO 8601 with milliseconds, UTC. */
export type Written<E> = E & { readonly seq: number; readonly at: string }

/** What a journal's bytes hold. `torn`: bytes of a last line that was never finished, hence never relied on. */
export type JournalReading<E> =
  | {
      readonly entries: readonly Written<E>[]
      readonly torn: number
      /** Bytes that hold whole lines; the next line goes here. */
      readonly length: number
      /** The last whole line lacks its line feed (the cut came right before it). */
      readonly open: boolean
      /** Hash of the last whole line: what the next one names as `prev`. */
      readonly last: string
    }
  | { readonly damagedLine: number; readonly reason: string; readonly sound: readonly Written<E>[] }

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const noLine = sha256('')
const sumTail = /^,"sum":"([0-9a-f]{64})"\}$/
const tailLength = `,"sum":"${noLine}"}`.length
const frame = z.looseObject({ seq: z.int().positive(), prev: z.string(), at: z.iso.datetime({ precision: 3 }) })
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * One line of a journal, without its line feed. `prev` is the hash of the line before (of nothing, for the first); `sum` is
 * the hash of the line's own text before it, so that a changed last line is noticed too, which the chain alone cannot do.
 */
export function journalLine(entry: object, place: { readonly seq: number; readonly prev: string; readonly at: string }): string {
  for (const name of ['seq', 'prev', 'at', 'sum'])
    if (name in entry) throw new Error(`a journal entry may not have a field ${name}`)
  const body = JSON.stringify({ seq: place.seq, prev: place.prev, at: place.at, ...entry })
  return `${body.slice(0, -1)},"sum":"${sha256(body)}"}`
}

/** The hash by which the next line names this one. */
export const lineHash = sha256

/** One line read and checked against its place in the chain, or the reason why it is none. */
export function readLine<E>(bytes: Uint8Array, seq: number, prev: string, schema: z.ZodType<E>): Written<E> | string {
  let text: string
  let found: unknown
  try {
    text = utf8.decode(bytes)
    const sum = sumTail.exec(text.slice(-tailLength))?.[1]
    if (sum === undefined || sum !== sha256(`${text.slice(0, -tailLength)}}`)) return 'sum'
    found = JSON.parse(text)
  } catch {
    return 'not-json'
  }
  const framed = frame.safeParse(found)
  if (!framed.success) return 'frame'
  const { seq: foundSeq, prev: foundPrev, at, sum: _sum, ...rest } = framed.data
  if (foundSeq !== seq || foundPrev !== prev) return 'chain'
  const entry = schema.safeParse(rest)
  return entry.success ? { ...entry.data, seq, at } : 'entry'
}

/**
 * Reads a journal's bytes and checks every line. A last line without its line feed, or with zeros in it (a power cut can
 * leave a grown file without its data), was never flushed and is left out; everything else that is wrong is damage.
 */
export function readLines<E>(bytes: Uint8Array, schema: z.ZodType<E>): JournalReading<E> {
  const entries: Written<E>[] = []
  let last = noLine
  let start = 0
  while (start < bytes.length) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed
    const line = bytes.subarray(start, end)
    const read = readLine(line, entries.length + 1, last, schema)
    if (typeof read === 'string') {
      const isLast = feed < 0 || feed === bytes.length - 1
      if (!isLast || !looksTorn(line, feed < 0)) return { damagedLine: entries.length + 1, reason: read, sound: entries }
      return { entries, torn: bytes.length - start, length: start, open: false, last }
    }
    entries.push(read)
    last = sha256(line)
    if (feed < 0) return { entries, torn: 0, length: end, open: true, last }
    start = end + 1
  }
  return { entries, torn: 0, length: bytes.length, open: false, last }
}

// An unfinished write is the beginning of a line. One that goes on behind its sum is a finished line that was changed later.
function looksTorn(line: Uint8Array, unfinished: boolean): boolean {
  if (line.includes(0)) return true
  return unfinished && !/,"sum":"[0-9a-f]{64}"\}/.test(Buffer.from(line).toString('latin1'))
}
