import { setMaxListeners } from 'node:events'
import type { LookupFunction } from 'node:net'
import type { Secret } from '../../shared/base/secret.ts'
import type { StopSignal } from '../../shared/base/stop.ts'
import { endpointUrl, type Endpoint } from '../../shared/mail/endpoint.ts'
import type { ProbeOrder, ProbeReport, ProbeTimes } from '../../shared/probe/probe.ts'
import { atDoor } from './mail-problems.ts'
import { makeHostPace, type HostPace } from './host-pace.ts'
import { nameCache } from './name-cache.ts'
import { probeDoor } from './probe.ts'

/** One mailbox of a list. `incoming` or `outgoing` may be missing, not both. `line`: where it stands in its file. */
export interface ProbeListRow {
  readonly line: number
  readonly address: string
  readonly userName: string
  readonly password: Secret
  readonly incoming: Endpoint | null
  readonly outgoing: Endpoint | null
}

/** What came of one mailbox: one report a door, incoming first. */
export interface ProbeListResult {
  readonly line: number
  readonly address: string
  readonly reports: readonly ProbeReport[]
}

export interface ProbeListOptions {
  /** Mailboxes at a time, over all hosts; both doors of a mailbox are tried side by side. Default 8. */
  readonly atOnce?: number
  readonly ca?: string | undefined
  readonly times?: ProbeTimes
  readonly stop?: StopSignal | undefined
  /** First pause, ms, after a server asked for less. */
  readonly rest?: number
  readonly probe?: (order: ProbeOrder, lookup?: LookupFunction) => Promise<ProbeReport>
}

/** Another try where a server was too busy to listen; the password had not been sent, so no sign-in is repeated. */
const tries = 3

interface Work {
  readonly options: ProbeListOptions
  readonly pace: HostPace
  readonly lookup: LookupFunction
  readonly stop: AbortSignal
  /** Doors already tried with a name: one sign-in a mailbox and service, however often it stands on the list. */
  readonly spent: Set<string>
}

const unasked = (row: ProbeListRow, endpoint: Endpoint, code: 'attempts-spent' | 'cancelled'): ProbeReport => ({
  endpoint,
  userName: row.userName,
  ok: false,
  problem: atDoor({ endpoint, userName: row.userName, password: null }, code).problem,
  ms: 0,
  sent: false,
  mechanism: null,
})

async function probeOne(work: Work, row: ProbeListRow, endpoint: Endpoint): Promise<ProbeReport> {
  const key = `${endpointUrl(endpoint)} ${row.userName}`
  if (work.spent.has(key)) return unasked(row, endpoint, 'attempts-spent')
  work.spent.add(key)
  const { ca, times, probe = probeDoor } = work.options
  const order: ProbeOrder = {
    endpoint,
    userName: row.userName,
    password: row.password,
    ca,
    stop: work.stop,
    ...(times ? { times } : {}),
  }
  for (let turn = 1; ; turn++) {
    if (!(await work.pace.enter(endpoint.host))) return unasked(row, endpoint, 'cancelled')
    const report = await probe(order, work.lookup)
    const code = report.problem?.code ?? null
    work.pace.leave(endpoint.host, code)
    const unheard = !report.sent && (code === 'busy' || code === 'temporary' || code === 'slow-down')
    if (!unheard || turn === tries) return report
  }
}

async function probeRow(work: Work, row: ProbeListRow): Promise<ProbeListResult> {
  const doors = [row.incoming, row.outgoing].filter((door) => door !== null)
  const reports = await Promise.all(doors.map((door) => probeOne(work, row, door)))
  return { line: row.line, address: row.address, reports }
}

/**
 * Probes many mailboxes, results in the order they come. Takes rows only as places come free, and none while results wait to
 * be read, so the length of the list costs no memory. A server that asks for less gets less; the others do not wait for it
 * longer than their place is taken. Stopping (or leaving the loop) ends what is under way; rows not begun are not reported.
 */
export async function* probeList(
  rows: Iterable<ProbeListRow> | AsyncIterable<ProbeListRow>,
  options: ProbeListOptions = {},
): AsyncGenerator<ProbeListResult, void, undefined> {
  const atOnce = Math.max(1, Math.floor(options.atOnce ?? 8))
  const leaving = new AbortController()
  // Every wait of every probe listens to it; Node 20 would warn of a leak.
  setMaxListeners(0, leaving.signal)
  const onStop = (): void => leaving.abort()
  options.stop?.addEventListener('abort', onStop, { once: true })
  if (options.stop?.aborted) leaving.abort()
  const pace = makeHostPace(options.rest, leaving.signal)
  const work: Work = { options, pace, lookup: nameCache(), stop: leaving.signal, spent: new Set() }
  const source = (async function* () {
    yield* rows
  })()
  const ready: ProbeListResult[] = []
  const state: { running: number; more: boolean; bug: { readonly error: unknown } | null } = { running: 0, more: true, bug: null }
  let ring: (() => void) | null = null
  const begin = async (row: ProbeListRow): Promise<void> => {
    state.running++
    try {
      ready.push(await probeRow(work, row))
    } catch (error) {
      state.bug ??= { error }
    }
    state.running--
    ring?.()
  }
  const someEnd = (): Promise<void> => new Promise((resolve) => (ring = resolve))
  try {
    for (;;) {
      while (state.more && !leaving.signal.aborted && state.running < atOnce && ready.length < atOnce) {
        const next = await source.next()
        if (next.done) state.more = false
        else void begin(next.value)
      }
      if (state.bug) throw state.bug.error
      const result = ready.shift()
      if (result) yield result
      else if (state.running > 0) await someEnd()
      else return
    }
  } finally {
    leaving.abort()
    options.stop?.removeEventListener('abort', onStop)
    while (state.running > 0) await someEnd()
  }
}
