import { CsvError, parse } from 'csv-parse/sync'
import type { Problem, ProblemCode } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { z } from '../../shared/base/zod.ts'
import { parseEndpoint, type Endpoint, type Protocol } from '../../shared/mail/endpoint.ts'
import type { ProbeListRow } from './probe-list.ts'

/** One line of the list: a mailbox to try, or what is wrong with the line. */
export type ProbeListEntry =
  { readonly row: ProbeListRow } | { readonly bad: { readonly line: number; readonly problem: Problem } }

const columns = ['address', 'userName', 'incoming', 'outgoing', 'password'] as const
type Column = (typeof columns)[number]
/** Bytes of a list: some hundred thousand mailboxes. */
export const listLimit = 64 * 1024 * 1024

/** UTF-8 with or without BOM, else CP932 (what Excel writes in Japan). Null when it is neither. */
function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  }
  return null
}

/** Values never go into a problem: where columns are shifted, any of them may be the password. */
const bad = (line: number, code: ProblemCode, column: Column | null): ProbeListEntry => ({
  bad: { line, problem: fail(code, 'after-person', { line, ...(column ? { column } : {}) }).problem },
})

function readDoor(text: string, kinds: readonly Protocol[]): Endpoint | null | 'invalid' {
  if (text.trim() === '') return null
  const door = parseEndpoint(text, kinds)
  return door.ok ? door.value : 'invalid'
}

function readRow(line: number, cell: (column: Column) => string): ProbeListEntry {
  const [address, userName] = [cell('address').trim(), cell('userName').trim()]
  if (address === '') return bad(line, 'sheet-incomplete', 'address')
  if (userName === '') return bad(line, 'sheet-incomplete', 'userName')
  if (cell('password') === '') return bad(line, 'password-empty', 'password')
  const incoming = readDoor(cell('incoming'), ['pop3', 'imap'])
  const outgoing = readDoor(cell('outgoing'), ['smtp'])
  if (incoming === 'invalid') return bad(line, 'endpoint-invalid', 'incoming')
  if (outgoing === 'invalid') return bad(line, 'endpoint-invalid', 'outgoing')
  if (incoming === null && outgoing === null) return bad(line, 'sheet-incomplete', 'incoming')
  return { row: { line, address, userName, incoming, outgoing, password: new Secret(cell('password')) } }
}

const csvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** csv-parse's records with their line; its errors are not passed on, since they quote the record they stumbled over. */
function readRecords(text: string): Result<readonly { readonly line: number; readonly cells: readonly string[] }[]> {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      // a quote inside an unquoted password stands for itself
      relax_quotes: true,
      skip_empty_lines: true,
    })
    return ok(csvRecords.parse(parsed).map(({ record, info }) => ({ line: info.lines, cells: record })))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line: unknown = error['lines']
    return fail('file-unreadable', 'after-person', {
      ...(typeof line === 'number' ? { line } : {}),
      reason: 'no-csv',
      csv: error.code,
    })
  }
}

/**
 * Reads a list of mailboxes from the bytes of a CSV file whose first line names the columns address, userName, incoming,
 * outgoing, password (any order, any case). A bad line is reported with its number and does not hide the others; passwords are
 * taken as they stand, spaces included, and appear in no problem.
 */
export function readProbeList(bytes: Uint8Array): Result<readonly ProbeListEntry[]> {
  if (bytes.length > listLimit) return fail('sheet-too-large', 'after-person', { bytes: bytes.length })
  const text = decode(bytes)
  if (text === null) return fail('file-unreadable', 'after-person', { reason: 'not-utf-8-nor-cp932' })
  const read = readRecords(text)
  if (!read.ok) return read
  const [head, ...records] = read.value
  if (!head) return fail('sheet-empty', 'after-person')
  const names = head.cells.map((name) => name.trim().toLowerCase())
  const missing = columns.filter((column) => !names.includes(column.toLowerCase()))
  if (missing.length > 0)
    return fail('file-unreadable', 'after-person', { reason: 'columns-missing', missing: missing.join(', ') })
  if (records.length === 0) return fail('sheet-empty', 'after-person')
  const place = (column: Column): number => names.indexOf(column.toLowerCase())
  return ok(
    records.map(({ line, cells }) => {
      if (cells.length !== names.length) return bad(line, 'sheet-doubtful', null)
      return readRow(line, (column) => cells[place(column)] ?? '')
    }),
  )
}
