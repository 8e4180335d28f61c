import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { runId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Busy } from '../../shared/ipc/run-calls.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { beginRun, liveRun, wishToStop } from './live-run.ts'
import type { RunTask } from './flow.ts'

// The main process as the page sees it; what it answers stands in `answers`, a call without one never ends.
const calls: string[] = []
const listeners = new Set<(event: RoadEvent) => void>()
let answers: Record<string, Result<unknown>> = {}
const migration = {
  call: (name: string) => {
    calls.push(name)
    return name in answers ? Promise.resolve(answers[name]) : new Promise(() => undefined)
  },
  onEvent: (listener: (event: RoadEvent) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
// Test files share one process: what is put up here is taken down again.
beforeAll(() => void vi.stubGlobal('window', { migration }))
afterAll(() => void vi.unstubAllGlobals())
afterEach(() => {
  calls.length = 0
  answers = {}
})

const run = runId.parse('20261120-061503-k3f9')
const taskOf = (how: 'resume' | 'undo' | 'watch'): RunTask => ({ how, run })
const stopped = (seq: number): WrittenEntry => ({
  kind: 'stopped',
  why: 'person',
  problem: null,
  seq,
  at: '2026-11-20T06:15:00.000Z',
})
const read = (busy: Busy) => ok({ plan: {}, entries: [stopped(1)], row: { busy }, proof: null })
const settled = () => vi.waitFor(() => expect(liveRun()?.ended).toBe(true))

test('a run is taken up once for each task, however often its screen is drawn', async () => {
  answers = { readRun: read(false) }
  const task = taskOf('resume')
  beginRun(task)
  beginRun(task)
  await vi.waitFor(() => expect(calls).toEqual(['readRun', 'resumeRun']))
  expect(liveRun()).toMatchObject({ ended: false, entries: [{ seq: 1 }] })
})

test('what holds a run up besides its journal is kept for the ending', async () => {
  const { problem } = fail('vault-locked', 'after-person')
  answers = { readRun: read(false), resumeRun: ok({ run, outcome: 'unfinished', problem }) }
  beginRun(taskOf('resume'))
  await settled()
  expect(liveRun()).toMatchObject({ problem: null, heldBy: { code: 'vault-locked' } })
})

test('a run that cannot even be read is said to be so, and nothing is carried out', async () => {
  answers = { readRun: fail('run-unknown', 'after-person') }
  beginRun(taskOf('undo'))
  await settled()
  expect(calls).toEqual(['readRun'])
  expect(liveRun()?.problem?.code).toBe('run-unknown')
})

test('once more after it could not begin', async () => {
  answers = { readRun: read(false), undoRun: fail('run-busy', 'later') }
  const task = taskOf('undo')
  beginRun(task)
  await settled()
  answers = { readRun: read(false), undoRun: ok({ run, outcome: 'done', problem: null }) }
  beginRun(task, true)
  await vi.waitFor(() => expect(liveRun()).toMatchObject({ ended: true, problem: null }))
})

test('a run that is over already is not watched for ever', async () => {
  answers = { readRun: read(false) }
  beginRun(taskOf('watch'))
  await settled()
  expect(calls).toEqual(['readRun'])
})

test('what the main process tells is heard once, whatever was begun before', async () => {
  answers = { readRun: read(false) }
  beginRun(taskOf('resume'))
  await vi.waitFor(() => expect(calls).toContain('resumeRun'))
  expect(listeners.size).toBe(1)
  for (const listener of listeners) listener({ type: 'entry', run, entry: stopped(2) })
  expect(liveRun()?.entries.map(({ seq }) => seq)).toEqual([1, 2])
})

test('a run that another process has in hand is looked at only, and a wish to stop it that is refused leaves nothing that says it stops', async () => {
  answers = { readRun: read('elsewhere') }
  const task = taskOf('watch')
  beginRun(task)
  await vi.waitFor(() => expect(liveRun()).toMatchObject({ plan: {}, elsewhere: true, stopping: false }))
  answers = { ...answers, stopRun: fail('run-busy', 'later', { here: false, run: null }) }
  wishToStop(run)
  expect(liveRun()?.stopping).toBe(true)
  await vi.waitFor(() => expect(liveRun()).toMatchObject({ stopping: false, elsewhere: true }))
  // Nobody looks on any longer: no look comes behind the end of the test.
  for (const listener of listeners) listener({ type: 'entry', run, entry: stopped(2) })
  expect(liveRun()?.ended).toBe(true)
})
