import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StepId } from '../base/ids.ts'
import type { Problem } from '../base/problem.ts'
import type { Plan } from '../plan/plan.ts'
import type { Step } from '../plan/step.ts'
import { mayTry, signInsOf, type SpentSignIn } from './attempts.ts'
import type { Entry, WrittenEntry } from './entry.ts'
import { foldRun, stepState } from './fold-run.ts'
import { mostTries, nextMove } from './next-move.ts'
import { portalOutcomeOf, runOutcome } from './run-outcome.ts'

const ref = { run: 'r', for: 'taro@example.jp', realms: ['mail' as const], which: 'old' as const }
const door = { protocol: 'pop3' as const, host: 'mail.example.jp', port: 995, security: 'tls' as const }
const edit = {
  client: 'thunderbird' as const,
  folder: '/p',
  key: 'account1',
  address: 'taro@example.jp',
  incoming: door,
  userName: 'taro',
  outgoing: null,
  storeMissingPassword: false,
  changes: [],
}
const id = (text: string): StepId => text as StepId

function lane(address: string): Step[] {
  const doors = { incoming: door, outgoing: null, userName: 'taro' }
  return [
    { id: id(`reach:${address}`), lane: address, undo: 'none', kind: 'reach-servers', input: { address, doors: [door] } },
    {
      id: id(`rewrite-early:${address}`),
      lane: address,
      undo: 'automatic',
      kind: 'rewrite-client',
      input: { profile: 'p', edit, password: ref, backup: id('b') },
    },
    {
      id: id(`portal:${address}`),
      lane: address,
      undo: 'by-hand',
      kind: 'change-portal',
      input: {
        provider: 'p',
        realm: 'mail',
        recipe: { id: 'a/b', version: '2026-01-01' },
        startUrl: 'http://x/',
        login: 'l',
        address,
        current: ref,
        next: ref,
        attended: false,
        signIn: 'mail',
        loginSecret: null,
        proof: 'mail',
        doors,
      },
    },
    {
      id: id(`probe:${address}`),
      lane: address,
      undo: 'none',
      kind: 'probe-servers',
      input: { address, password: ref, ...doors },
    },
  ]
}
const late = (name: string): Step => ({
  id: id(name),
  lane: 'a@x',
  undo: name.startsWith('rewrite') ? 'automatic' : 'none',
  kind: 'rewrite-client',
  input: { profile: 'p', edit, password: ref, backup: id('b') },
})
const plan: Plan = {
  version: 2,
  run: '20261120-000000-abcd' as Plan['run'],
  createdAt: '2026-11-20T00:00:00.000Z',
  program: 't',
  realm: 'mail',
  sheets: [{ provider: 'p', file: 's', sha256: '0' }],
  manner: { browser: null, headed: false, attended: false, ca: null, vault: 'file' },
  mailboxes: [],
  logins: [],
  untouched: [],
  settled: [],
  steps: [{ id: id('keep'), lane: '', undo: 'none', kind: 'keep-secrets', input: { refs: [] } }, ...lane('a@x'), ...lane('b@x')],
}
const written = (entries: readonly Entry[]): WrittenEntry[] =>
  entries.map((entry, index) => ({ ...entry, seq: index + 1, at: new Date(Date.UTC(2026, 10, 20, 0, 0, index)).toISOString() }))
const done = (step: string): Entry => ({ kind: 'done', step: id(step), evidence: {} })
const intended = (step: string): Entry => ({ kind: 'intended', step: id(step), act: { kind: 'step' } })
const looked = (step: string, verdict: 'to-do' | 'done' | 'cannot-tell', problem: Problem | null = null): Entry => ({
  kind: 'looked',
  step: id(step),
  verdict,
  problem,
  evidence: null,
})
const failed = (step: string, again: Problem['again']): Entry => ({
  kind: 'failed',
  step: id(step),
  problem: { code: 'dropped', again, facts: {} },
  evidence: null,
})
const commit = (step: string): Entry => ({ kind: 'intended', step: id(step), act: { kind: 'commit' } })
const moveAfter = (...entries: Entry[]) => {
  const move = nextMove(plan, foldRun(written([{ kind: 'planned', plan }, ...entries])))
  return 'step' in move ? `${move.kind} ${move.step.id}` : move.kind
}

describe('nextMove', () => {
  test('walks the table of the house', () => {
    expect(moveAfter()).toBe('look keep')
    expect(moveAfter(intended('keep'))).toBe('look keep')
    expect(moveAfter(looked('keep', 'to-do'))).toBe('perform keep')
    expect(moveAfter(looked('keep', 'done'))).toBe('write-done keep')
    expect(moveAfter(done('keep'))).toBe('look reach:a@x')
    expect(moveAfter(done('keep'), intended('reach:a@x'), failed('reach:a@x', 'now'))).toBe('look reach:a@x')
  })
  test('gives up on `now` after the allowed tries and goes on with the next mailbox', () => {
    const tries = Array.from({ length: mostTries }, () => [intended('reach:a@x'), failed('reach:a@x', 'now')]).flat()
    expect(moveAfter(done('keep'), ...tries)).toBe('look reach:b@x')
  })
  test('an answer to a question whose step has failed meanwhile takes up nothing: only a person who resumes does', () => {
    const question = { step: id('reach:a@x'), question: 'confirm-step' } as const
    const asked: Entry = { kind: 'asked', ...question, facts: {} }
    const answered: Entry = { kind: 'answered', ...question, answer: true }
    const died = [done('keep'), intended('reach:a@x'), asked, failed('reach:a@x', 'later')]
    expect(moveAfter(...died)).toBe('look reach:b@x')
    expect(moveAfter(...died, answered)).toBe('look reach:b@x')
  })
  test('what belongs to the whole run holds up every mailbox', () => {
    expect(moveAfter(intended('keep'), failed('keep', 'later'))).toBe('rest keep')
  })
  test('a refusal is not repeated by itself, but is after the person resumes', () => {
    const refused = [done('keep'), intended('reach:a@x'), failed('reach:a@x', 'after-person')]
    expect(moveAfter(...refused)).toBe('look reach:b@x')
    expect(moveAfter(...refused, { kind: 'stopped', why: 'resting', problem: null })).toBe('look reach:a@x')
  })
  test('a lane without hope is taken back, newest first, and not redone', () => {
    const before = [
      done('keep'),
      done('reach:a@x'),
      done('rewrite-early:a@x'),
      intended('portal:a@x'),
      failed('portal:a@x', 'never'),
    ]
    expect(moveAfter(...before)).toBe('undo rewrite-early:a@x')
    expect(moveAfter(...before, { kind: 'undone', step: id('rewrite-early:a@x') })).toBe('look reach:b@x')
  })
  test('settings that were rewritten behind a changed password stay, also where a later step has no hope', () => {
    const changed = [commit('portal:a@x'), done('portal:a@x'), done('probe:a@x')]
    const rewritten = [done('rewrite-late:a@x'), intended('prove-late:a@x'), failed('prove-late:a@x', 'never')]
    const longer: Plan = {
      ...plan,
      steps: [...plan.steps.slice(0, 5), late('rewrite-late:a@x'), late('prove-late:a@x'), ...plan.steps.slice(5)],
    }
    const entries = [done('keep'), done('reach:a@x'), done('rewrite-early:a@x'), ...changed, ...rewritten]
    const move = nextMove(longer, foldRun(written([{ kind: 'planned', plan: longer }, ...entries])))
    expect(move).toMatchObject({ kind: 'look', step: { id: 'reach:b@x' } })
  })
  test('behind a changed password nothing is taken back', () => {
    const changed = [commit('portal:a@x'), done('portal:a@x'), intended('probe:a@x'), failed('probe:a@x', 'never')]
    const entries = [done('keep'), done('reach:a@x'), done('rewrite-early:a@x'), ...changed]
    expect(moveAfter(...entries)).toBe('look reach:b@x')
  })
  test('a crash after the commit looks and never performs first', () => {
    expect(
      moveAfter(
        done('keep'),
        done('reach:a@x'),
        done('rewrite-early:a@x'),
        looked('portal:a@x', 'to-do'),
        intended('portal:a@x'),
        commit('portal:a@x'),
      ),
    ).toBe('look portal:a@x')
  })
  test('cut anywhere, the next move of a full journal is the one that was made or a look at the same step', () => {
    const full: Entry[] = plan.steps.flatMap((step) => [looked(step.id, 'to-do'), intended(step.id), done(step.id)])
    fc.assert(
      fc.property(fc.nat(full.length), (cut) => {
        const move = nextMove(plan, foldRun(written([{ kind: 'planned', plan }, ...full.slice(0, cut)])))
        const expected = plan.steps[Math.floor(cut / 3)]
        if (!expected) return move.kind === 'finish'
        const kinds = cut % 3 === 1 ? ['perform'] : ['look']
        return 'step' in move && move.step.id === expected.id && kinds.includes(move.kind)
      }),
    )
  })
})

describe('outcome', () => {
  const outcome = (...entries: Entry[]) => {
    const run = foldRun(written([{ kind: 'planned', plan }, ...entries]))
    return [runOutcome(plan, run), portalOutcomeOf(plan, run, 'a@x')]
  }
  test('nothing sent: stopped and unchanged', () => expect(outcome(done('keep'))).toEqual(['stopped', 'unchanged']))
  test('a sent commit without a verdict is unknown', () =>
    expect(outcome(done('keep'), commit('portal:a@x'))).toEqual(['unknown', 'unknown']))
  test('a changed password with more to do is unfinished', () => {
    const seen = { receipt: null, read: {}, pages: [], differences: [] }
    const portal = { outcome: 'changed' as const, commit: 'sent' as const, completed: true, ...seen }
    expect(outcome(done('keep'), commit('portal:a@x'), { kind: 'done', step: id('portal:a@x'), evidence: { portal } })).toEqual([
      'unfinished',
      'changed',
    ])
  })
  test('all done is done', () => expect(outcome(...plan.steps.map((step) => done(step.id)))[0]).toBe('done'))
  test('a step keeps what it began over all tries', () => {
    const run = foldRun(written([commit('portal:a@x'), looked('portal:a@x', 'cannot-tell')]))
    expect(stepState(run, id('portal:a@x')).acts).toEqual([{ kind: 'commit' }])
  })
})

describe('attempts', () => {
  const limit = { most: 2, hours: 1 }
  const now = Date.UTC(2026, 10, 20, 12)
  const spent = (minutes: number, outcome: SpentSignIn['outcome']): SpentSignIn => ({
    host: 'MAIL.example.jp',
    user: 'taro',
    which: 'new',
    outcome,
    at: now - minutes * 60_000,
  })
  const at = { host: 'mail.example.jp', user: 'taro' }
  test('counts refusals and silence within the hours, not successes', () => {
    expect(mayTry([spent(5, 'accepted'), spent(6, 'other'), spent(7, 'refused')], limit, at, now)).toEqual({ may: true, left: 1 })
    expect(mayTry([spent(5, 'unanswered'), spent(30, 'refused')], limit, at, now)).toEqual({
      may: false,
      later: now + 30 * 60_000,
    })
    expect(mayTry([spent(5, 'refused'), spent(61, 'refused')], limit, at, now).may).toBe(true)
  })
  test('another user or another host has its own budget', () => {
    const full = [spent(1, 'refused'), spent(2, 'refused')]
    expect(mayTry(full, limit, { ...at, user: 'Taro' }, now).may).toBe(true)
    expect(mayTry(full, limit, { ...at, host: 'other.example.jp' }, now).may).toBe(true)
  })
  test('what the process itself has seen is no longer unanswered', () => {
    const signIn = { host: 'h', user: 'u', which: 'old' as const }
    const open: Entry = { kind: 'intended', step: id('probe:a@x'), act: { kind: 'sign-in', signIn } }
    const seen = signInsOf(written([open, open]), [{ ...signIn, outcome: 'accepted' }])
    expect(seen.map((one) => one.outcome)).toEqual(['unanswered', 'accepted'])
  })
  test('a sign-in that never got its ending counts as unanswered', () => {
    const signIn = { host: 'h', user: 'u', which: 'new' as const }
    const open: Entry = { kind: 'intended', step: id('probe:a@x'), act: { kind: 'sign-in', signIn } }
    expect(signInsOf(written([open]))).toMatchObject([{ ...signIn, outcome: 'unanswered' }])
    const ended: Entry = { kind: 'done', step: id('probe:a@x'), evidence: { signIns: [{ ...signIn, outcome: 'accepted' }] } }
    expect(signInsOf(written([open, ended]))).toMatchObject([{ outcome: 'accepted' }])
    expect(signInsOf(written([open, open, ended])).map((one) => one.outcome)).toEqual(['accepted', 'unanswered'])
  })
})
