import { expect, test } from 'vitest'
import { login, mailbox, wish } from '../plan/fixtures/site-wishes.ts'
import { makePlan } from '../plan/make-plan.ts'
import { changesMade } from './changes-made.ts'
import type { Entry, WrittenEntry } from './entry.ts'

const made = makePlan(wish({ mailboxes: [mailbox('taro@ca.site.example')], logins: [login] }))
if (!made.ok) throw new Error(made.problem.code)
const plan = made.value
const step = plan.steps.find((one) => one.kind === 'change-portal')!
const written = (...entries: readonly Entry[]): WrittenEntry[] =>
  [{ kind: 'planned', plan } as const, ...entries].map((entry, at) => ({
    ...entry,
    seq: at + 1,
    at: new Date(Date.UTC(2026, 10, 20, 0, 0, at)).toISOString(),
  }))
const sent: Entry = { kind: 'intended', step: step.id, act: { kind: 'commit' } }
const ended = (outcome: 'changed' | 'unchanged' | 'unknown') => ({
  portal: { outcome, commit: 'sent' as const, completed: true, receipt: null, read: {}, pages: [], differences: [] },
})
const at = Date.UTC(2026, 10, 20, 0, 0, 1)

test('what was sent counts from the moment it left, whether it is known to have taken effect or not', () => {
  expect(changesMade(written(sent))).toMatchObject([{ provider: 'site', of: { for: 'taro@ca.site.example' }, at, until: null }])
  expect(changesMade(written(sent, { kind: 'done', step: step.id, evidence: ended('changed') }))).toMatchObject([{ at }])
  const unknown = { code: 'portal-outcome-unknown' as const, again: 'later' as const, facts: {} }
  expect(
    changesMade(written(sent, { kind: 'failed', step: step.id, problem: unknown, evidence: ended('unknown') })),
  ).toMatchObject([{ at }])
})

test('what was never sent, or was seen to be without effect, uses up nothing', () => {
  const problem = { code: 'portal-no-effect' as const, again: 'never' as const, facts: {} }
  expect(changesMade(written({ kind: 'intended', step: step.id, act: { kind: 'step' } }))).toEqual([])
  expect(changesMade(written(sent, { kind: 'failed', step: step.id, problem, evidence: ended('unchanged') }))).toEqual([])
  expect(changesMade([])).toEqual([])
})

test('a refusal as too early is remembered until the moment it named; a change sent after it counts anew', () => {
  const facts = { at: '2026-11-20T15:00:00.000Z' }
  const problem = { code: 'portal-limit-reached' as const, again: 'later' as const, facts }
  const refused: Entry = { kind: 'failed', step: step.id, problem, evidence: ended('unchanged') }
  const until = Date.parse(facts.at)
  expect(changesMade(written(sent, refused))).toMatchObject([{ at: null, until }])
  expect(changesMade(written(sent, refused, sent))).toMatchObject([{ at: at + 2_000, until }])
  expect(changesMade(written({ ...refused, problem: { ...problem, facts: { at: 'soon' } } }))).toEqual([])
})
