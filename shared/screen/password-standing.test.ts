import { describe, expect, test } from 'vitest'
import { secretKey, type SecretRef } from '../base/secret.ts'
import { changedSince } from '../journal/changed-since.ts'
import type { Entry, WrittenEntry } from '../journal/entry.ts'
import { passwordsSeen } from '../journal/passwords-seen.ts'
import { allRefs } from '../plan/all-refs.ts'
import { login, mailbox, wish } from '../plan/fixtures/site-wishes.ts'
import { valueOf } from '../plan/fixtures/wishes.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanWish } from '../plan/plan-wish.ts'
import { changesPassword, type Step } from '../plan/step.ts'
import { passwordStandings } from './password-standing.ts'

const [one, other] = ['one@ca.site.example', 'other@ca.site.example']
const runA = '20261120-061503-k3f9'
const runB = '20261121-061503-k3f9'
const refsOf = (run: string, whose: string) => ({ run, for: whose, realms: ['mail' as const], which: 'old' as const })

/** A plan of a named run, planned at a named minute of the same day. */
function planOf(run: string, minute: number, over: Partial<PlanWish> = {}): Plan {
  const at = (whose: string) => mailbox(whose, { password: refsOf(run, whose) })
  const createdAt = new Date(Date.UTC(2026, 10, 20, 6, minute)).toISOString()
  return valueOf(makePlan(wish({ run: run as Plan['run'], createdAt, mailboxes: [one, other].map(at), ...over })))
}
const journal = (plan: Plan, entries: readonly Entry[]): WrittenEntry[] =>
  [{ kind: 'planned', plan } as const, ...entries].map((entry, seq) => ({
    ...entry,
    seq: seq + 1,
    at: new Date(Date.parse(plan.createdAt) + seq * 1000).toISOString(),
  }))
const changeOf = (plan: Plan, lane: string): Step => plan.steps.find((step) => step.lane === lane && changesPassword(step))!
const sent = (plan: Plan, lane: string): Entry => ({ kind: 'intended', step: changeOf(plan, lane).id, act: { kind: 'commit' } })
const told = (
  plan: Plan,
  lane: string,
  outcome: 'changed' | 'unchanged' | 'unknown',
  commit: 'sent' | 'not-sent' = 'sent',
): Entry => ({
  kind: 'failed',
  step: changeOf(plan, lane).id,
  problem: { code: 'portal-refused', again: 'later', facts: {} },
  evidence: { portal: { outcome, commit, completed: false, receipt: null, read: {}, pages: [], differences: [] } },
})
const changed = (plan: Plan, lane: string): Entry[] => [sent(plan, lane), told(plan, lane, 'changed')]

/** Old and new of one mailbox as they stand, with what another run's journal tells. */
function both(plan: Plan, entries: readonly WrittenEntry[], whose: string, others: readonly WrittenEntry[] = [], whole = true) {
  const since = changedSince(plan, entries, passwordsSeen(others))
  const standingOf = passwordStandings({ plan, entries, whole, since })
  const refs = allRefs(plan).filter((ref) => ref.for === whose && ref.realms.includes('mail'))
  const distinct = [...new Map(refs.map((ref) => [secretKey(ref), ref])).values()]
  return distinct.toSorted((a, b) => b.which.localeCompare(a.which)).map((ref) => standingOf(ref).standing)
}

const a = planOf(runA, 0)

describe('how a password of a run stands', () => {
  test.each([
    ['nothing was sent', [], ['not-changed', 'not-yet']],
    [
      'the member site refused the paper’s before anything was sent',
      [told(a, one, 'unchanged', 'not-sent')],
      ['not-changed', 'not-yet'],
    ],
    ['a change was sent', [sent(a, one)], ['unclear', 'unclear']],
    ['nothing tells what came of it', [sent(a, one), told(a, one, 'unknown')], ['unclear', 'unclear']],
    ['the old one was seen in force behind it', [sent(a, one), told(a, one, 'unchanged')], ['in-force', 'not-yet']],
    ['the new one was seen in force', changed(a, one), ['before', 'in-force']],
  ] as const)('%s', (_, entries, standing) => {
    expect(both(a, journal(a, entries), one)).toEqual(standing)
  })

  test('of two mailboxes each has its own: nobody is told to write down a password that never came into force', () => {
    expect(both(a, journal(a, changed(a, one)), other)).toEqual(['not-changed', 'not-yet'])
  })

  test('changed by the person, as he said: neither is claimed before a sign-in has shown it', () => {
    const skipped = planOf(runA, 0, { skipPortal: true })
    expect(both(skipped, journal(skipped, []), one)).toEqual(['unclear', 'unclear'])
    const probe = skipped.steps.find((step) => step.lane === one && step.kind === 'probe-servers')!
    expect(both(skipped, journal(skipped, [{ kind: 'done', step: probe.id, evidence: {} }]), one)).toEqual(['before', 'in-force'])
  })

  test('behind damage a change may stand that was sent; one seen in force stays seen', () => {
    expect(both(a, journal(a, []), one, [], false)).toEqual(['unclear', 'unclear'])
    expect(both(a, journal(a, changed(a, one)), one, [], false)).toEqual(['before', 'in-force'])
  })
})

describe('what a later run has changed', () => {
  const b = planOf(runB, 30)
  test('is not the one to use now, in the run before it', () => {
    expect(both(a, journal(a, changed(a, one)), one, journal(b, changed(b, one)))).toEqual(['before', 'replaced'])
    expect(both(a, journal(a, changed(a, one)), other, journal(b, changed(b, one)))).toEqual(['not-changed', 'not-yet'])
  })
  test('is known of a run, too, that has sent nothing itself', () => {
    expect(both(a, journal(a, []), one, journal(b, changed(b, one)))).toEqual(['replaced', 'not-yet'])
  })
  test('makes what was in force uncertain as long as nothing tells what came of it', () => {
    expect(both(a, journal(a, changed(a, one)), one, journal(b, [sent(b, one)]))).toEqual(['before', 'unclear'])
  })
  test('takes nothing from the later run itself', () => {
    expect(both(b, journal(b, changed(b, one)), one, journal(a, changed(a, one)))).toEqual(['before', 'in-force'])
  })
})

test('a member site password is not taken for the mail password of the same name', () => {
  // The mail program's own login at the site is called like the mailbox: two passwords, told apart by what they open.
  const secret: SecretRef = { run: runA, for: one, realms: ['portal', 'connection'], which: 'old' }
  const opener = { name: one, realms: ['portal' as const, 'connection' as const], secret }
  const plan = planOf(runA, 0, {
    mailboxes: [mailbox(one, { password: refsOf(runA, one), login: opener })],
    logins: [],
  })
  const entries = journal(plan, changed(plan, one))
  const standingOf = passwordStandings({ plan, entries, whole: true, since: [] })
  const site = allRefs(plan).find(({ realms }) => realms.includes('portal'))!
  expect(standingOf(site).standing).toBe('not-ours')
  const separate = planOf(runA, 0, { realm: 'portal', mailboxes: [], logins: [login] })
  const standing = passwordStandings({ plan: separate, entries: journal(separate, []), whole: true, since: [] })
  expect(
    allRefs(separate)
      .map((ref) => standing(ref).standing)
      .toSorted(),
  ).toEqual(['not-changed', 'not-yet'])
})
