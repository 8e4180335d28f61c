import { expect, test } from 'vitest'
import type { StepId } from '../base/ids.ts'
import type { Plan } from '../plan/plan.ts'
import type { Entry } from './entry.ts'
import { foldRun, stepState } from './fold-run.ts'

const id = (text: string): StepId => text as StepId
const step = (kind: 'rewrite-client' | 'prove-client', lane: string, folder: string) => ({
  id: id(`${kind}:${lane}@${folder}`),
  lane,
  kind,
  input: { edit: { client: 'thunderbird', folder } },
})
const [rewrite, prove] = (['rewrite-client', 'prove-client'] as const).map((kind) => step(kind, 'taro@example.jp', '/p'))
const elsewhere = step('prove-client', 'taro@example.jp', '/other')
const neighbour = step('prove-client', 'hanako@example.jp', '/p')
const all = [rewrite!, prove!, elsewhere, neighbour]
const plan = { steps: all } as unknown as Plan
const doneAll: readonly Entry[] = [
  { kind: 'planned', plan },
  ...all.map((one): Entry => ({ kind: 'done', step: one.id, evidence: {} })),
]
const after = (...more: readonly Entry[]) =>
  foldRun([...doneAll, ...more].map((entry, n) => ({ ...entry, seq: n + 1, at: '2026-11-20T00:00:00.000Z' })))

const overtaking: readonly (readonly [string, Entry])[] = [
  ['taken back', { kind: 'undone', step: rewrite!.id }],
  ['about to be taken back', { kind: 'intended', step: rewrite!.id, act: { kind: 'undo', from: 'copy' } }],
  ['written anew', { kind: 'intended', step: rewrite!.id, act: { kind: 'rewrite', from: 'copy', files: [] } }],
]
test.each(overtaking)('settings that are %s are proved no longer; other profiles and mailboxes are', (_what, entry) => {
  const run = after(entry)
  expect(stepState(run, prove!.id)).toMatchObject({ at: 'untouched', evidence: null })
  expect([elsewhere, neighbour].map((one) => stepState(run, one.id).at)).toEqual(['done', 'done'])
})

test('a proof made behind it counts', () => {
  const run = after({ kind: 'undone', step: rewrite!.id }, { kind: 'done', step: prove!.id, evidence: {} })
  expect(stepState(run, prove!.id).at).toBe('done')
})
