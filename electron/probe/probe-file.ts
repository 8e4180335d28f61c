import { readFile } from 'node:fs/promises'
import { errnoOf } from '../../shared/base/errno.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ProbeReport } from '../../shared/probe/probe.ts'
import { probeList, type ProbeListRow } from './probe-list.ts'
import { type ProbeListEntry, readProbeList } from './read-probe-list.ts'

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

/** Probes the mailboxes of a CSV file, results as they come; bad lines first, each with its number. */
export async function probeFile(
  file: string,
  options: { readonly atOnce: number; readonly ca: string | undefined; readonly stop: AbortSignal },
): Promise<Result<AsyncIterable<FileRow>>> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    return fail(errnoOf(error) === 'ENOENT' ? 'file-missing' : 'file-unreadable', 'after-person', { file })
  }
  const read = readProbeList(bytes)
  return read.ok ? ok(results(read.value, options)) : read
}
