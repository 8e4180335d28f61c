import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { formsOf } from './forms.ts'
import type { Canary } from './register.ts'

/** A password where none may be: the file below the folder that was searched, whose it is, and the form it lies in. */
export interface Finding {
  readonly file: string
  readonly what: string
  readonly form: string
}

interface Needle {
  readonly bytes: Buffer
  readonly what: string
  readonly form: string
}

/** Which passwords stand in some bytes, and in which form. */
export type Scan = (bytes: Buffer) => readonly Omit<Finding, 'file'>[]

/** Answers which of many byte strings stand in a text, in one pass: a table of three-byte beginnings tells where to look closer. */
export function makeScan(canaries: readonly Canary[]): Scan {
  const begins = new Uint8Array(1 << 21)
  const needles = new Map<number, Needle[]>()
  for (const { what, value } of canaries) {
    for (const { form, bytes } of formsOf(value)) {
      const key = bytes.readUIntBE(0, 3)
      begins[key >> 3]! |= 1 << (key & 7)
      needles.set(key, [...(needles.get(key) ?? []), { bytes, what, form }])
    }
  }
  return (bytes) => {
    const found = new Map<string, Omit<Finding, 'file'>>()
    let key = 0
    for (let at = 0; at < bytes.length; at += 1) {
      key = ((key << 8) | bytes[at]!) & 0xffffff
      if (at < 2 || (begins[key >> 3]! & (1 << (key & 7))) === 0) continue
      for (const needle of needles.get(key) ?? []) {
        const start = at - 2
        const stands =
          bytes.compare(needle.bytes, 0, needle.bytes.length, start, Math.min(bytes.length, start + needle.bytes.length)) === 0
        if (stands) found.set(`${needle.what}\n${needle.form}`, { what: needle.what, form: needle.form })
      }
    }
    return [...found.values()]
  }
}

/** What a printed page says, as set and without blanks: its text is packed inside the file. Nothing where no reader of pages is installed. */
function printedText(file: string, bytes: Buffer): Buffer {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return Buffer.alloc(0)
  const { stdout } = spawnSync('pdftotext', [file, '-'], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 })
  const text = String(stdout ?? '')
  return Buffer.from(`${text}\n${text.replaceAll(/\s+/g, '')}`)
}

/** The bytes of a file and of what it shows; of a link where it leads; nothing of sockets, devices and what has gone meanwhile. */
function contents(file: string): readonly Buffer[] {
  try {
    const stat = lstatSync(file)
    if (stat.isSymbolicLink()) return [Buffer.from(readlinkSync(file))]
    if (!stat.isFile()) return []
    const bytes = readFileSync(file)
    return [bytes, printedText(file, bytes)]
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw error
  }
}

/** Names below a folder; a folder that goes while it is listed has no more. */
function namesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const place = path.join(folder, entry.name)
      return entry.isDirectory() ? [place, ...namesBelow(place)] : [place]
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw error
  }
}

/** Where passwords stand below a folder, in file contents, links and names. Does not judge whether they may. */
export function searchBelow(folder: string, scan: Scan): readonly Finding[] {
  return namesBelow(folder).flatMap((place) => {
    const file = path.relative(folder, place)
    return [Buffer.from(path.basename(place)), ...contents(place)]
      .flatMap((bytes) => scan(bytes))
      .map((hit) => ({ file, ...hit }))
  })
}
