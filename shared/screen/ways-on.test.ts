import { describe, expect, test } from 'vitest'
import type { Problem } from '../base/problem.ts'
import type { Entry } from '../journal/entry.ts'
import { accountOf, foundOf, planOf, profileOf, wishedOf } from '../plan/fixtures/wishes.ts'
import { changesPassword } from '../plan/step.ts'
import { begun, done, failed, written } from '../proof/fixtures/whole-run.ts'
import { leftOver, waysOn } from './ways-on.ts'

const taro = 'taro@renshu.example'
const plan = planOf({
  mailboxes: [wishedOf(accountOf(taro))],
  profiles: ['default', 'second'].map((name) => profileOf(name, [foundOf(taro)])),
})
const planned: Entry = { kind: 'planned', plan }
const all: readonly Entry[] = [planned, ...plan.steps.flatMap((step) => [...begun(step), done(step)])]
const [first, second] = plan.steps.filter(({ kind }) => kind === 'rewrite-client')
const ways = (...entries: readonly Entry[]) => waysOn(plan, written(entries))
const back = (step: typeof first): Entry => ({ kind: 'undone', step: step!.id })
const begin = (step: typeof first): Entry => ({ kind: 'intended', step: step!.id, act: { kind: 'undo', from: 'copy' } })

describe('ways on', () => {
  test('a run can be taken up until every step is done; settings can be put back once they may have been written', () => {
    expect(ways(planned)).toEqual({ resume: true, undo: false, undone: 'none', anew: false, passwords: false })
    expect(ways(...all)).toEqual({ resume: false, undo: true, undone: 'none', anew: false, passwords: true })
  })
  test.each([
    ['is begun with one', [begin(second)], 'cut', true],
    ['has one back and is begun with the next', [back(second), begin(first)], 'cut', true],
    [
      'has one back, and stops there',
      [back(second), { kind: 'stopped', why: 'declined', problem: null } as const],
      'partly',
      true,
    ],
    ['has both back', [back(second), back(first)], 'whole', false],
  ] as const)('putting back that %s', (_, entries, undone, undo) => {
    expect(ways(...all, ...entries)).toMatchObject({ undone, undo, resume: true })
  })
  test('settings rewritten once more after they were put back count as rewritten', () => {
    const again = [first!, second!].flatMap((step) => [...begun(step), done(step)])
    expect(ways(...all, back(second), back(first), ...again)).toMatchObject({ undone: 'none', undo: true })
  })

  const at = plan.steps.findIndex(changesPassword)
  const before = [planned, ...plan.steps.slice(0, at).flatMap((step) => [...begun(step), done(step)])]
  const refusedWith = (code: Problem['code']): Entry[] => [
    ...before,
    failed(plan.steps[at]!, { code, again: 'after-person', facts: {} }),
  ]
  test('what another run has replaced is not taken up again: it would stop at once', () => {
    expect(ways(...refusedWith('password-replaced'))).toMatchObject({ resume: false })
    expect(ways(...refusedWith('portal-changed'))).toMatchObject({ resume: true, anew: false })
  })
  test('with what the site refused of the paper it begins anew', () => {
    expect(ways(...refusedWith('portal-sign-in-refused'))).toMatchObject({ anew: true })
  })
})

test('nobody is reminded of a run whose settings are all back; one half done comes before going on', () => {
  const outcome = 'unfinished' as const
  expect(leftOver({ open: true, undo: 'whole', outcome })).toBe('over')
  expect(leftOver({ open: true, undo: 'whole', outcome: 'unknown' })).toBe('open')
  expect(leftOver({ open: true, undo: 'none', outcome })).toBe('open')
  expect(leftOver({ open: true, undo: 'partly', outcome })).toBe('half')
  expect(leftOver({ open: false, undo: 'cut', outcome })).toBe('half')
})
