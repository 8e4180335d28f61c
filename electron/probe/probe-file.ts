import { createReadStream } from 'node:fs'
import { errnoOf } from '../../shared/base/errno.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ProbeReport } from '../../shared/probe/probe.ts'
import { probeList, type ProbeListRow } from './probe-list.ts'
import { listLimit, type ProbeListEntry, readProbeList } from './read-probe-list.ts'

/** One line of a list and what came of it: reports of its doors, or what is wrong with the line. */
export interface FileRow {
  readonly line: number
  readonly address: string
  readonly probes: readonly ProbeReport[]
  readonly problem: Problem | null
}

const rowOf = (entry: ProbeListEntry): readonly ProbeListRow[] => ('row' in entry ? [entry.row] : [])

async function* results(
  entries: readonly ProbeListEntry[],
  options: Parameters<typeof probeList>[1],
): AsyncGenerator<FileRow, void, undefined> {
  for (const entry of entries) {
    if ('bad' in entry) yield { line: entry.bad.line, address: '', probes: [], problem: entry.bad.problem }
  }
  for await (const result of probeList(entries.flatMap(rowOf), options)) {
    yield { line: result.line, address: result.address, probes: result.reports, problem: null }
  }
}

/** At most one byte more than `most`: a device or a pipe may never end. */
async function readBounded(file: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(file, { end: most, highWaterMark: 1 << 20 })) {
    if (!Buffer.isBuffer(chunk)) throw new Error('a stream without encoding gives bytes')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Probes the mailboxes of a CSV file, results as they come; bad lines first, each with its number. */
export async function probeFile(
  file: string,
  options: { readonly atOnce: number; readonly ca: string | undefined; readonly stop: AbortSignal },
): Promise<Result<AsyncIterable<FileRow>>> {
  let bytes: Uint8Array
  try {
    bytes = await readBounded(file, listLimit)
  } catch (error) {
    const missing = errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR'
    return fail(missing ? 'file-missing' : 'file-unreadable', 'after-person', { file })
  }
  const read = readProbeList(bytes)
  return read.ok
    ? ok(results(read.value, options))
    : { ok: false, problem: { ...read.problem, facts: { file, ...read.problem.facts } } }
}
