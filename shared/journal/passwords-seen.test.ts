import { describe, expect, test } from 'vitest'
import { login, mailbox, wish } from '../plan/fixtures/site-wishes.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { Step } from '../plan/step.ts'
import type { Entry, WrittenEntry } from './entry.ts'
import { passwordsSeen, seenOf } from './passwords-seen.ts'

const address = 'taro@ca.site.example'
const made = makePlan(wish({ mailboxes: [mailbox(address)], logins: [login] }))
if (!made.ok) throw new Error(made.problem.code)
const plan = made.value
const of = (kind: Step['kind']): Step => plan.steps.find((one) => one.kind === kind && one.lane === address)!
const start = Date.UTC(2026, 10, 20)
const written = (...entries: readonly Entry[]): WrittenEntry[] =>
  [{ kind: 'planned', plan } as const, ...entries].map((entry, at) => ({
    ...entry,
    seq: at + 1,
    at: new Date(start + at * 1000).toISOString(),
  }))
const change = of('change-portal').id
const sent: Entry = { kind: 'intended', step: change, act: { kind: 'commit' } }
const told = (outcome: 'changed' | 'unchanged' | 'unknown', commit: 'sent' | 'not-sent' = 'sent'): Entry => ({
  kind: 'failed',
  step: change,
  problem: { code: 'portal-refused', again: 'later', facts: {} },
  evidence: { portal: { outcome, commit, completed: false, receipt: null, read: {}, pages: [], differences: [] } },
})
const seen = (...entries: readonly Entry[]) => passwordsSeen(written(...entries)).map(({ inForce }) => inForce)
const done = (kind: Step['kind']): Entry => ({ kind: 'done', step: of(kind).id, evidence: {} })

describe('what a journal tells of a password', () => {
  test('nothing, where nothing was sent and nobody has signed in', () => {
    expect(passwordsSeen([])).toEqual([])
    expect(seen({ kind: 'intended', step: change, act: { kind: 'step' } }, told('unchanged', 'not-sent'))).toEqual([])
  })
  test('either, from the moment a change was announced until something tells', () => {
    expect(seen(sent)).toEqual(['either'])
    expect(seen(sent, told('unknown'))).toEqual(['either'])
  })
  test('what a live sign-in has shown', () => {
    expect(seen(sent, told('changed'))).toEqual(['new'])
    expect(seen(sent, told('unchanged'))).toEqual(['old'])
    expect(seen(sent, done('probe-servers'))).toEqual(['new'])
    expect(seen(done('prove-old'))).toEqual(['old'])
  })
  test('settings put back take nothing from it', () => {
    expect(seen(sent, told('changed'), { kind: 'undone', step: change })).toEqual(['new'])
  })
  test('since when, and when it was last seen so', () => {
    const [one] = passwordsSeen(written(sent, told('changed'), done('probe-servers')))
    expect([one!.since - start, one!.at - start]).toEqual([2000, 3000])
  })
})

test('the password of a reference is found by provider, owner and what it opens; what was seen last stands last', () => {
  const [one] = passwordsSeen(written(sent))
  const later = { ...one!, at: one!.at + 5 }
  const ref = { ...one!.current, run: 'another' }
  expect(seenOf([later, one!], { ref, provider: 'site' })).toEqual([one, later])
  expect(seenOf([one!], { ref, provider: 'elsewhere' })).toEqual([])
  expect(seenOf([one!], { ref: { ...ref, for: 'hanako@ca.site.example' }, provider: 'site' })).toEqual([])
  expect(seenOf([one!], { ref: { ...ref, realms: ['contract'] }, provider: 'site' })).toEqual([])
})
