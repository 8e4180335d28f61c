import { describe, expect, test } from 'vitest'
import type { Problem } from '../base/problem.ts'
import type { Entry, WrittenEntry } from '../journal/entry.ts'
import type { Evidence } from '../plan/evidence.ts'
import { foldRun } from '../journal/fold-run.ts'
import { nextMove } from '../journal/next-move.ts'
import { accountOf, planOf, wishedOf } from '../plan/fixtures/wishes.ts'
import { goodMailbox, goodProof } from '../proof/fixtures/proofs.ts'
import { countSteps, rowInHand, stepRows } from './step-rows.ts'
import { isPuttingBack, stopMeaning } from './stop-meaning.ts'
import { threeLines } from './three-lines.ts'

const address = 'taro@renshu.example'
const plan = planOf()
const start = Date.UTC(2026, 10, 20, 6, 15, 0)
const second = 1_000

/** Entries a second apart, numbered. */
const written = (entries: readonly Entry[]): WrittenEntry[] =>
  entries.map((entry, at) => ({ ...entry, seq: at + 1, at: new Date(start + at * second).toISOString() }))
const idOf = (kind: string) => plan.steps.find((step) => step.kind === kind)!.id
const begin = (kind: string): Entry[] => [
  { kind: 'looked', step: idOf(kind), verdict: 'to-do', problem: null, evidence: null },
  { kind: 'intended', step: idOf(kind), act: { kind: 'step' } },
]
const done = (kind: string): Entry[] => [...begin(kind), { kind: 'done', step: idOf(kind), evidence: {} }]
const planned: Entry = { kind: 'planned', plan }
const before = plan.steps
  .map((step) => step.kind)
  .slice(
    0,
    plan.steps.findIndex((step) => step.kind === 'change-portal'),
  )
const upToChange = [planned, ...before.flatMap(done)]
const problem: Problem = { code: 'portal-changed', again: 'after-person', facts: {} }
const statesOf = (entries: readonly Entry[], live: boolean) =>
  stepRows(plan, written(entries), live ? start : null).flatMap(({ rows }) =>
    rows.map(({ step, state }) => `${step.kind} ${state}`),
  )

describe('the list of steps', () => {
  test('has the step under the hand before anything is written about it', () => {
    expect(statesOf([planned], true)[0]).toBe('keep-secrets doing')
    expect(statesOf([planned], false)[0]).toBe('keep-secrets waiting')
  })
  test('is grouped by mailbox, the whole run first', () => {
    expect(stepRows(plan, written([planned]), start).map(({ lane }) => lane)).toEqual(['', address])
  })
  test('says that a step waits for the person, and nothing else does', () => {
    const asked: Entry = { kind: 'asked', step: idOf('keep-secrets'), question: 'try-again', facts: {} }
    expect(statesOf([planned, ...begin('keep-secrets'), asked], true).filter((row) => row.endsWith('asking'))).toEqual([
      'keep-secrets asking',
    ])
    const shown: Entry = { kind: 'revealed', what: 'passwords' }
    expect(statesOf([planned, ...begin('keep-secrets'), asked, shown], true)[0]).toBe('keep-secrets asking')
  })
  test('shows a failure with its problem once the hand is off it', () => {
    const entries = [
      ...upToChange,
      ...begin('change-portal'),
      { kind: 'failed', step: idOf('change-portal'), problem, evidence: null },
    ]
    const rows = stepRows(plan, written(entries as Entry[]), start).flatMap((group) => group.rows)
    expect(rows.find(({ step }) => step.kind === 'change-portal')).toMatchObject({ state: 'failed', problem })
  })
  test('marks nothing as going on in a run that has stopped', () => {
    const entries: Entry[] = [...upToChange, ...begin('change-portal'), { kind: 'stopped', why: 'person', problem: null }]
    expect(rowInHand(stepRows(plan, written(entries), start))).toBeNull()
  })
  test('counts what is behind', () => {
    expect(countSteps(stepRows(plan, written(upToChange), start))).toEqual({ done: before.length, all: plan.steps.length })
  })
  test('the row under the hand is the one the runner moves next', () => {
    for (const [at] of upToChange.entries()) {
      const entries = written(upToChange.slice(0, at + 1))
      const move = nextMove(plan, foldRun(entries))
      expect(rowInHand(stepRows(plan, entries, start))?.id).toBe('step' in move ? move.step.id : undefined)
    }
  })
})

describe('the time of a step', () => {
  const timeOf = (entries: readonly WrittenEntry[], kind: string, since = start) =>
    stepRows(plan, entries, since)
      .flatMap((group) => group.rows)
      .find((row) => row.step.kind === kind)!
  test('begins with the line before its look, which is written when it is over', () => {
    expect(timeOf(written([planned, ...done('keep-secrets')]), 'keep-secrets').took).toBe(3 * second)
    expect(timeOf(written([planned]), 'keep-secrets').since).toBe(start)
  })
  test('does not count the night between two sittings', () => {
    const entries = written([planned, { kind: 'stopped', why: 'person', problem: null }, ...begin('keep-secrets')])
    const late = entries.map((entry, at) =>
      at < 2 ? entry : { ...entry, at: new Date(start + 36e5 + at * second).toISOString() },
    )
    expect(timeOf(late, 'keep-secrets', start + 36e5).since).toBe(start + 36e5)
  })
  test('after a crash it begins when the run was taken up again, not when it broke off', () => {
    const again = start + 36e5
    const broken = written([planned, ...begin('keep-secrets')])
    expect(timeOf(broken, 'keep-secrets', again).since).toBe(again)
    const look: WrittenEntry = { ...begin('keep-secrets')[0]!, seq: 4, at: new Date(again + second).toISOString() }
    expect(timeOf([...broken, look], 'keep-secrets', again).since).toBe(again)
  })
})

const changedAt: NonNullable<Evidence['portal']> = {
  outcome: 'changed',
  commit: 'sent',
  completed: true,
  receipt: null,
  read: {},
  pages: [],
  differences: [],
}

describe('what stopping means', () => {
  const commit: Entry = { kind: 'intended', step: idOf('change-portal'), act: { kind: 'commit' } }
  test('follows the one irreversible act', () => {
    expect(stopMeaning(plan, written([planned]))).toBe('nothing-changed')
    expect(stopMeaning(plan, written([...upToChange, ...begin('change-portal')]))).toBe('about-to-send')
    expect(stopMeaning(plan, written([...upToChange, ...begin('change-portal'), commit]))).toBe('sent')
    const changed: Entry = { kind: 'done', step: idOf('change-portal'), evidence: { portal: changedAt } }
    expect(stopMeaning(plan, written([...upToChange, ...begin('change-portal'), commit, changed]))).toBe('changed')
  })
  test('while settings are put back nothing is said of the road forward', () => {
    const all = [planned, ...plan.steps.flatMap((step) => done(step.kind))]
    const back: Entry = { kind: 'intended', step: idOf('rewrite-client'), act: { kind: 'undo', from: 'copy' } }
    expect(stopMeaning(plan, written([...all, back]), true)).toBe('undoing')
    expect(stopMeaning(plan, written(all), true)).toBe('undoing')
    expect(stopMeaning(plan, written(all))).not.toBe('undoing')
  })
  test('that settings are being put back is seen in the journal by whoever only looks on', () => {
    const all = [planned, ...plan.steps.flatMap((step) => done(step.kind))]
    const step = idOf('rewrite-client')
    const back: Entry = { kind: 'intended', step, act: { kind: 'undo', from: 'copy' } }
    const asked: Entry = { kind: 'asked', step, question: 'restore-anyway', facts: {} }
    const stopped: Entry = { kind: 'stopped', why: 'person', problem: null }
    expect(
      [
        [...all, back],
        [...all, back, asked],
        [...all, back, { kind: 'undone', step } as const],
      ].map((one) => isPuttingBack(written(one))),
    ).toEqual([true, true, true])
    expect(
      [all, [...all, back, stopped], [...all, back, stopped, ...begin('rewrite-client')]].map((one) =>
        isPuttingBack(written(one)),
      ),
    ).toEqual([false, false, false])
  })
  test('what holds for one mailbox is not said of both', () => {
    const [first, second] = ['taro@renshu.example', 'hanako@renshu.example']
    const both = planOf({ mailboxes: [first, second].map((one) => wishedOf(accountOf(one))) })
    const own = (one: string, kinds: readonly string[]): Entry[] =>
      both.steps
        .filter((step) => step.lane === one && kinds.includes(step.kind))
        .flatMap((step): Entry[] => [
          { kind: 'looked', step: step.id, verdict: 'to-do', problem: null, evidence: null },
          { kind: 'done', step: step.id, evidence: step.kind === 'change-portal' ? { portal: changedAt } : {} },
        ])
    const kinds = both.steps.map(({ kind }) => kind)
    const ready = kinds.slice(0, kinds.indexOf('change-portal'))
    const meant = (...more: Entry[]) =>
      stopMeaning(both, written([{ kind: 'planned', plan: both }, ...own('', kinds), ...own(first, kinds), ...more]))
    // The second one's password is the old one, whether the member site is open for it or not.
    expect(meant()).toBe('partly-changed')
    expect(meant(...own(second, ready))).toBe('partly-changed')
    const [change] = both.steps.filter((step) => step.lane === second && step.kind === 'change-portal')
    const sent: Entry[] = [
      { kind: 'looked', step: change!.id, verdict: 'to-do', problem: null, evidence: null },
      { kind: 'intended', step: change!.id, act: { kind: 'step' } },
      { kind: 'intended', step: change!.id, act: { kind: 'commit' } },
    ]
    expect(meant(...own(second, ready), ...sent)).toBe('sent')
    expect(meant(...own(second, kinds))).toBe('changed')
  })
})

describe('three lines', () => {
  const marks = (proof: typeof goodProof) =>
    threeLines(proof).map(({ of, count, lines }) => `${of ?? `all ${count}`}: ${lines.map(({ mark }) => mark).join(' ')}`)
  test('are said once where they hold for all', () => {
    expect(marks(goodProof)).toEqual(['all 1: yes yes yes'])
    const both = [...goodProof.mailboxes, goodMailbox('hanako@example.jp')]
    expect(marks({ ...goodProof, mailboxes: both })).toEqual(['all 2: yes yes yes'])
  })
  test('are said of each where one stands otherwise: a half is never taken for the whole', () => {
    const other = { ...goodMailbox('hanako@example.jp'), portal: 'unknown' as const, probes: [], programs: [] }
    expect(marks({ ...goodProof, mailboxes: [...goodProof.mailboxes, other] })).toEqual([
      'taro@example.jp: yes yes yes',
      'hanako@example.jp: unclear none none',
    ])
  })
  test('rewritten and not proved from disk is not a yes', () => {
    const [mailbox] = goodProof.mailboxes
    const programs = mailbox!.programs.map((program) => ({ ...program, fromDisk: [] }))
    expect(marks({ ...goodProof, mailboxes: [{ ...mailbox!, programs }] })).toEqual(['all 1: yes yes unclear'])
  })
  test('files that may be half old and half new are said so of the whole, whatever else is seen', () => {
    const [mailbox] = goodProof.mailboxes
    const [program] = mailbox!.programs
    const linesOf = (...files: NonNullable<typeof program>['files'][]) => {
      const programs = files.map((one) => ({ ...program!, changed: [], fromDisk: [], problem, ...(one ? { files: one } : {}) }))
      return threeLines({ ...goodProof, mailboxes: [{ ...mailbox!, programs }] })[0]!.lines.at(-1)
    }
    expect(linesOf('undo-cut')).toEqual({ what: 'programs', mark: 'unclear', files: 'undo-cut' })
    expect(linesOf('rewrite-cut', undefined)).toEqual({ what: 'programs', mark: 'unclear', files: 'rewrite-cut' })
    expect(linesOf('put-back', 'undo-cut')).toEqual({ what: 'programs', mark: 'unclear', files: 'undo-cut' })
    expect(linesOf('put-back', undefined)).toEqual({ what: 'programs', mark: 'unclear', files: 'put-back-partly' })
    expect(linesOf('put-back')).toEqual({ what: 'programs', mark: 'none', files: 'put-back' })
  })
  test('a change by the person’s own hand is not claimed as seen', () => {
    const [mailbox] = goodProof.mailboxes
    expect(marks({ ...goodProof, mailboxes: [{ ...mailbox!, portal: 'skipped' }] })).toEqual(['all 1: none yes yes'])
  })
  test('a login that is no mailbox has nothing to do with mail', () => {
    const login = {
      login: 'taro',
      provider: 'p',
      realms: ['portal' as const],
      portal: 'changed' as const,
      receipt: null,
      changedAt: null,
      differences: [],
    }
    expect(marks({ ...goodProof, mailboxes: [], logins: [login] })).toEqual(['all 1: yes'])
  })
})
