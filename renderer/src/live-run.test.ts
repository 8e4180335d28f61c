import { expect, test } from 'vitest'
import { runId } from '../../shared/base/ids.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { hearRun, type LiveRun, withEntries } from './live-run.ts'

const run = runId.parse('20261120-061503-k3f9')
const entry = (seq: number): WrittenEntry => ({
  kind: 'stopped',
  why: 'person',
  problem: null,
  seq,
  at: '2026-11-20T06:15:00.000Z',
})
const live: LiveRun = {
  task: { how: 'watch', run: run },
  run,
  plan: null,
  since: 0,
  entries: [],
  progress: null,
  picture: null,
  stopping: false,
  elsewhere: false,
  ended: false,
  problem: null,
  heldBy: null,
}

test('an entry that was read and told stands once, and in its place', () => {
  expect(withEntries([entry(1), entry(3)], [entry(2), entry(3)]).map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('what is told of another run is not taken for this one', () => {
  const other = runId.parse('20261120-061503-zzzz')
  expect(hearRun(live, { type: 'entry', run: other, entry: entry(1) })).toBe(live)
})

test('a run that is watched ends with its last line, and what was said in passing goes with it', () => {
  const told = hearRun({ ...live, progress: { what: 'open', facts: {} } }, { type: 'entry', run: run, entry: entry(1) })
  expect(told).toMatchObject({ ended: true, progress: null })
})
