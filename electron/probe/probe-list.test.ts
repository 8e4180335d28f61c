import { describe, expect, it } from 'vitest'
import type { ProblemCode } from '../../shared/base/problem.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { Endpoint } from '../../shared/mail/endpoint.ts'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { atDoor } from './mail-problems.ts'
import { probeList, type ProbeListOptions, type ProbeListResult, type ProbeListRow } from './probe-list.ts'

const door = (protocol: Endpoint['protocol'], host = 'mail.example.jp'): Endpoint => ({
  protocol,
  host,
  port: 995,
  security: 'tls',
})
const row = (line: number, host?: string): ProbeListRow => ({
  line,
  address: `user${line}@example.jp`,
  userName: `user${line}`,
  password: new Secret('p'),
  incoming: door('pop3', host),
  outgoing: door('smtp', host),
})
const rows = (count: number, host?: string): ProbeListRow[] => Array.from({ length: count }, (_, index) => row(index + 2, host))

/** A probe without a network: what each call answers is given, and how many ran at once is counted. */
function fake(answer: (order: ProbeOrder, call: number) => { readonly code: ProblemCode; readonly sent: boolean } | null) {
  const counts = { calls: 0, now: 0, most: 0 }
  const probe = async (order: ProbeOrder): Promise<ProbeReport> => {
    counts.calls++
    counts.most = Math.max(counts.most, ++counts.now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    counts.now--
    const said = answer(order, counts.calls)
    const problem = said ? atDoor({ ...order, password: null }, said.code).problem : null
    return {
      endpoint: order.endpoint,
      userName: order.userName,
      ok: said === null,
      problem,
      ms: 1,
      sent: said?.sent ?? true,
      mechanism: null,
    }
  }
  return { counts, probe }
}

async function collect(
  source: Iterable<ProbeListRow> | AsyncIterable<ProbeListRow>,
  options: ProbeListOptions,
): Promise<ProbeListResult[]> {
  const results: ProbeListResult[] = []
  for await (const result of probeList(source, options)) results.push(result)
  return results
}

describe('a whole list', () => {
  it('reports each mailbox once, both doors, incoming first', async () => {
    const { probe, counts } = fake(() => null)
    const results = await collect(rows(100), { probe })
    expect(results.map(({ line }) => line).sort((a, b) => a - b)).toEqual(rows(100).map(({ line }) => line))
    expect(results.every(({ reports }) => reports.map(({ endpoint }) => endpoint.protocol).join() === 'pop3,smtp')).toBe(true)
    expect(counts.calls).toBe(200)
  })

  it.each([1, 8, 32])('tries no more than %i mailboxes at once, and no fewer', async (atOnce) => {
    const { probe, counts } = fake(() => null)
    await collect(rows(100), { probe, atOnce })
    expect(counts.most).toBe(atOnce * 2)
  })

  it('a single door is enough', async () => {
    const { probe } = fake(() => null)
    const results = await collect(
      [
        { ...row(2), outgoing: null },
        { ...row(3), incoming: null },
      ],
      { probe },
    )
    expect(results.map(({ reports }) => reports.length)).toEqual([1, 1])
  })

  it('takes rows only as places come free', async () => {
    const { probe } = fake(() => null)
    let taken = 0
    async function* source() {
      for (const next of rows(1000)) {
        taken++
        yield next
      }
    }
    const results = probeList(source(), { probe, atOnce: 4 })
    await results.next()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(taken).toBeLessThanOrEqual(10)
    await results.return()
  })

  it('the same mailbox twice: one sign-in a service', async () => {
    const { probe, counts } = fake(() => ({ code: 'sign-in-refused', sent: true }))
    const results = await collect(
      [row(2), { ...row(3), userName: 'user2' }, { ...row(4), userName: 'user2', outgoing: door('smtp', 'other.example.jp') }],
      { probe, atOnce: 1 },
    )
    expect(results.map(({ reports }) => reports.map((report) => report.problem?.code))).toEqual([
      ['sign-in-refused', 'sign-in-refused'],
      ['attempts-spent', 'attempts-spent'],
      ['attempts-spent', 'sign-in-refused'],
    ])
    expect(counts.calls).toBe(3)
  })

  it('tries again only where the password had not been sent, and not for ever', async () => {
    const unsent = fake((_order, call) => (call < 3 ? { code: 'busy', sent: false } : null))
    expect((await collect([{ ...row(2), outgoing: null }], { probe: unsent.probe, rest: 1 }))[0]?.reports[0]?.ok).toBe(true)
    expect(unsent.counts.calls).toBe(3)

    const always = fake(() => ({ code: 'busy', sent: false }))
    expect((await collect([{ ...row(2), outgoing: null }], { probe: always.probe, rest: 1 }))[0]?.reports[0]?.problem?.code).toBe(
      'busy',
    )
    expect(always.counts.calls).toBe(3)

    const sent = fake(() => ({ code: 'slow-down', sent: true }))
    await collect([{ ...row(2), outgoing: null }], { probe: sent.probe, rest: 1 })
    expect(sent.counts.calls).toBe(1)
  })

  it('a server that asks for less gets less, the other does not notice', async () => {
    const now: Record<string, number> = {}
    const afterwards: Record<string, number> = {}
    let asked = false
    const probe = async (order: ProbeOrder): Promise<ProbeReport> => {
      const { host } = order.endpoint
      now[host] = (now[host] ?? 0) + 1
      if (asked) afterwards[host] = Math.max(afterwards[host] ?? 0, now[host])
      await new Promise((resolve) => setTimeout(resolve, 2))
      now[host]--
      const slow = host === 'slow.example.jp' && !asked
      if (slow) asked = true
      const problem = slow ? atDoor({ ...order, password: null }, 'slow-down').problem : null
      return { endpoint: order.endpoint, userName: order.userName, ok: !slow, problem, ms: 1, sent: true, mechanism: null }
    }
    const mixed = Array.from({ length: 60 }, (_, index) =>
      row(index + 2, index % 2 === 0 ? 'slow.example.jp' : 'fast.example.jp'),
    )
    const results = await collect(mixed, { probe, atOnce: 16, rest: 20 })
    expect(results).toHaveLength(60)
    expect(afterwards['slow.example.jp']).toBeLessThan(afterwards['fast.example.jp'] ?? 0)
  })

  it('stops when the person wishes: nothing new is begun', async () => {
    const stop = new AbortController()
    const { probe, counts } = fake(() => null)
    let seen = 0
    for await (const _ of probeList(rows(1000), { probe, atOnce: 4, stop: stop.signal })) if (++seen === 5) stop.abort()
    expect(seen).toBeLessThan(20)
    expect(counts.calls).toBeLessThan(60)
  })

  it('a stop also ends a pause that a server asked for', async () => {
    const stop = new AbortController()
    const { probe } = fake(() => ({ code: 'busy', sent: false }))
    setTimeout(() => stop.abort(), 30)
    const results = await collect([row(2)], { probe, rest: 60_000, stop: stop.signal })
    expect(
      results
        .flatMap(({ reports }) => reports.map((report) => report.problem?.code))
        .every((code) => code === 'busy' || code === 'cancelled'),
    ).toBe(true)
  })

  it('leaving the loop ends what is under way', async () => {
    const { probe, counts } = fake(() => null)
    for await (const _ of probeList(rows(1000), { probe, atOnce: 4 })) break
    const calls = counts.calls
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(counts.calls).toBe(calls)
    expect(counts.now).toBe(0)
  })
})
