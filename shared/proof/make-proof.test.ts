import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../base/problem.ts'
import type { Entry, WrittenEntry } from '../journal/entry.ts'
import { foldRun } from '../journal/fold-run.ts'
import { runOutcome } from '../journal/run-outcome.ts'
import { endpointUrl } from '../mail/endpoint.ts'
import type { Evidence } from '../plan/evidence.ts'
import { practice } from '../provider/practice/facts.ts'
import { accountOf, foundOf, planOf, profileOf, wishedOf } from '../plan/fixtures/wishes.ts'
import type { StepKind, StepOf } from '../plan/step.ts'
import { begun, both, done, failed, report, shownBy, written } from './fixtures/whole-run.ts'
import { makeProof, type ProofFrame } from './make-proof.ts'
import { proof as proofSchema, type Proof } from './proof.ts'

const [taro, hanako] = ['taro@renshu.example', 'hanako@renshu.example']
const plan = planOf({
  mailboxes: [accountOf(taro), accountOf(hanako)].map(wishedOf),
  profiles: [profileOf('default', [foundOf(taro)])],
  roundTrip: true,
  proveOldDead: true,
})
const frame: ProofFrame = {
  program: '0.1.0',
  practice: true,
  nameOf: () => ({ ja: '練習用', en: 'Practice' }),
  notices: [{ ja: '控え', en: 'note' }],
  help: [],
  programVersions: { '/profiles/default': '140.5.0' },
  journalHash: 'ab'.repeat(32),
}
const dropped: Problem = { code: 'dropped', again: 'later', facts: {} }
const whole: readonly WrittenEntry[] = written([
  { kind: 'planned', plan },
  ...plan.steps.flatMap((step) => [...begun(step), done(step)]),
  { kind: 'stopped', why: 'finished', problem: null },
])
const stepOf = <K extends StepKind>(kind: K, lane = taro): StepOf<K> =>
  plan.steps.find((step): step is StepOf<K> => step.kind === kind && step.lane === lane)!
/** The journal up to where `kind` begins, and then other entries. */
const until = (kind: StepKind, ...then: Entry[]): WrittenEntry[] =>
  written([
    ...whole.slice(
      0,
      whole.findIndex((one) => 'step' in one && one.step === stepOf(kind).id),
    ),
    ...then,
  ])
const make = (entries: readonly WrittenEntry[]): Proof => makeProof(plan, entries, frame)
const doneAt = (entries: readonly WrittenEntry[], kind: StepKind, lane: string): string | null =>
  entries.find(
    (one) => one.kind === 'done' && one.step === plan.steps.find((step) => step.kind === kind && step.lane === lane)?.id,
  )?.at ?? null

describe('a run that went well', () => {
  test('is shown with its receipt, its sign-ins, what was changed, and the time of each', () => {
    const shown = make(whole)
    expect(shown.outcome).toBe('done')
    expect([shown.startedAt, shown.finishedAt]).toEqual([whole[0]!.at, whole.at(-1)!.at])
    expect(shown.problems).toEqual([])
    const at = (kind: StepKind): string => doneAt(whole, kind, taro)!
    const doors = ['pop3s://mail.example.jp:995', 'smtp://mail.example.jp:587']
    expect(shown.mailboxes[0]).toMatchObject({
      address: taro,
      userName: 'taro',
      portal: 'changed',
      receipt: 'K-1',
      changedAt: at('change-portal'),
      probes: doors.map((door) => ({ door, ok: true, at: at('probe-servers'), from: 'plan' })),
      programs: [
        {
          profile: 'default',
          programVersion: '140.5.0',
          fromDisk: doors.map((door) => ({ door, ok: true, at: at('prove-client'), from: 'disk' })),
          problem: null,
        },
      ],
      roundTrip: { ok: true, problem: null, at: at('round-trip') },
      oldPassword: { outcome: 'refused', problem: null, at: at('prove-old-dead') },
    })
    expect(shown.mailboxes[1]).toMatchObject({ address: hanako, portal: 'changed', programs: [] })
    expect(shown.notProved).toEqual([
      { what: 'no-mail-program', address: hanako },
      { what: 'mail-program-not-opened', address: null },
      { what: 'phones-and-other-pcs', address: null },
    ])
  })
})

describe('a journal cut anywhere', () => {
  const cuts = fc.nat(whole.length)

  test('gives a proof by its own schema, the same each time, of the outcome the command line says', () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        const entries = whole.slice(0, cut)
        const shown = make(entries)
        expect(proofSchema.parse(JSON.parse(JSON.stringify(shown)))).toEqual(shown)
        expect(make(entries)).toEqual(shown)
        expect(shown.outcome).toBe(runOutcome(plan, foldRun(entries)))
      }),
    )
  })

  test('claims nothing that was not written down before the cut', () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        const entries = whole.slice(0, cut)
        for (const box of make(entries).mailboxes) {
          const at = (kind: StepKind): string | null => doneAt(entries, kind, box.address)
          const sent = entries.some(
            (one) => one.kind === 'intended' && one.act.kind === 'commit' && one.step.endsWith(box.address),
          )
          expect(box.portal).toBe(at('change-portal') ? 'changed' : sent ? 'unknown' : 'unchanged')
          expect(box.changedAt).toBe(at('change-portal'))
          expect(box.receipt).toBe(at('change-portal') ? 'K-1' : null)
          expect(box.probes.length > 0).toBe(at('probe-servers') !== null)
          for (const program of box.programs) {
            expect(program.changed.length > 0).toBe(at('rewrite-client') !== null)
            expect(program.fromDisk.length > 0).toBe(at('prove-client') !== null)
          }
          expect(box.roundTrip?.at ?? null).toBe(at('round-trip'))
          expect(box.oldPassword?.at ?? null).toBe(at('prove-old-dead'))
        }
      }),
    )
  })

  test('admits by name what is missing, and says the two things no run can show', () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        const { mailboxes, notProved, outcome } = make(whole.slice(0, cut))
        for (const { address, probes, portal } of mailboxes) {
          const named = notProved.flatMap((one) => (one.address === address ? [one.what] : []))
          expect(named.includes('incoming-not-tested')).toBe(probes.length === 0)
          expect(named.includes('portal-outcome-unknown')).toBe(portal === 'unknown')
          expect(named.includes('stopped-before-end')).toBe(outcome !== 'done')
        }
        expect(notProved.slice(-2).map(({ what }) => what)).toEqual(['mail-program-not-opened', 'phones-and-other-pcs'])
      }),
    )
  })
})

describe('what went wrong', () => {
  test('on the site is shown as it was seen at the mailbox: no time of a change that was none', () => {
    const change = stepOf('change-portal')
    const ended = (outcome: 'unchanged' | 'unknown') => {
      const portal = { ...shownBy(change).portal!, outcome, receipt: 'K-2' }
      return make(until('change-portal', ...begun(change), failed(change, dropped, { portal }))).mailboxes[0]
    }
    for (const outcome of ['unchanged', 'unknown'] as const)
      expect(ended(outcome)).toMatchObject({ portal: outcome, receipt: 'K-2', changedAt: null })
  })

  test('at the doors is shown as it was answered, and counts as not tested', () => {
    const probe = stepOf('probe-servers')
    const shown = make(until('probe-servers', ...begun(probe), failed(probe, dropped, { probes: both(probe.input, dropped) })))
    const [box] = shown.mailboxes
    expect(box?.probes.map(({ ok, problem }) => [ok, problem])).toEqual([
      [false, dropped],
      [false, dropped],
    ])
    expect(shown.problems).toContainEqual(dropped)
    expect(shown.notProved).toContainEqual({ what: 'incoming-not-tested', address: taro })
    expect(shown.outcome).toBe('unfinished')
  })

  test('in the mail program names the problem and claims no change; taken back, neither', () => {
    const [rewrite, prove] = [stepOf('rewrite-client'), stepOf('prove-client')]
    const running: Problem = { code: 'client-running', again: 'after-person', facts: {} }
    const programOf = (entries: readonly WrittenEntry[]) => make(entries).mailboxes[0]!.programs[0]!
    expect(programOf(until('rewrite-client', ...begun(rewrite), failed(rewrite, running)))).toMatchObject({
      changed: [],
      fromDisk: [],
      problem: running,
    })
    expect(programOf(until('prove-client', ...begun(prove), failed(prove, dropped)))).toMatchObject({ problem: dropped })
    const back = written([...whole.slice(0, -1), { kind: 'undone', step: rewrite.id }])
    expect(programOf(back)).toMatchObject({ changed: [], fromDisk: [], problem: null })
    expect(make(back)).toMatchObject({ outcome: 'unfinished' })
    expect(make(back).notProved).toContainEqual({ what: 'settings-not-proved-from-disk', address: taro })
  })

  test('with the old password: it still works, it is not clear, it was not tried', () => {
    const old = stepOf('prove-old-dead')
    const after = (problem: Problem, evidence: Evidence | null) =>
      make(until('prove-old-dead', ...begun(old), failed(old, problem, evidence))).mailboxes[0]!.oldPassword
    const works: Problem = { code: 'old-password-still-works', again: 'later', facts: {} }
    expect(after(works, shownBy(old))).toMatchObject({ outcome: 'still-works', problem: works })
    expect(after(dropped, shownBy(old))).toMatchObject({ outcome: 'unclear', problem: dropped })
    // Nothing was sent: neither the vault nor the budget let it come to a try.
    expect(after({ code: 'vault-locked', again: 'after-person', facts: {} }, null)).toBeNull()
  })

  test('with the message to oneself is a message not seen, not one nobody asked for', () => {
    const trip = stepOf('round-trip')
    const shown = make(until('round-trip', ...begun(trip), failed(trip, dropped)))
    expect(shown.mailboxes[0]?.roundTrip).toMatchObject({ ok: false, problem: dropped })
    expect(shown.notProved).toContainEqual({ what: 'round-trip-not-seen', address: taro })
  })

  test('and then right: a later try takes the place of the one before', () => {
    const probe = stepOf('probe-servers')
    const entries = until(
      'probe-servers',
      ...begun(probe),
      failed(probe, dropped, { probes: both(probe.input, dropped) }),
      { kind: 'stopped', why: 'resting', problem: dropped },
      ...begun(probe),
      done(probe),
    )
    const shown = make(entries)
    expect(shown.mailboxes[0]?.probes.map(({ ok, at }) => [ok, at])).toEqual([
      [true, entries.at(-1)!.at],
      [true, entries.at(-1)!.at],
    ])
  })
})

test('a login that is no mailbox’s own is told of by itself, once its password is another', () => {
  const secret = { ...accountOf(taro).password, for: 'ef0012345', realms: ['portal' as const, 'connection' as const] }
  const opener = { name: 'ef0012345', realms: secret.realms, secret }
  const change = practice.changes[0]!
  const wished = { provider: practice, change, login: 'ef0012345', current: secret, opener, near: [] }
  const shared = planOf({ mailboxes: [], logins: [wished] })
  const entries = written([{ kind: 'planned', plan: shared }, ...shared.steps.flatMap((step) => [...begun(step), done(step)])])
  expect(makeProof(shared, entries, frame).logins).toEqual([
    {
      login: 'ef0012345',
      provider: 'practice',
      realms: ['portal', 'connection'],
      portal: 'changed',
      receipt: 'K-1',
      changedAt: entries.find((one) => one.kind === 'done' && one.step.startsWith('change-portal'))!.at,
      differences: [],
    },
  ])
  expect(make(whole).logins).toEqual([])
})

describe('whose it is', () => {
  const [yamada, suzuki] = [
    { customerName: '山田工業', memberNumber: '9900001' },
    { customerName: '鈴木商店', memberNumber: '9900002' },
  ]
  const of = (...holders: readonly { customerName: string | null; memberNumber: string | null }[]) => {
    const mailboxes = holders.map((holder, at) => wishedOf({ ...accountOf([taro, hanako][at]!), ...holder }))
    const shared = planOf({ mailboxes })
    const made = makeProof(shared, written([{ kind: 'planned', plan: shared }]), frame)
    expect(proofSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
    return [made.customerName, made.memberNumber, ...made.mailboxes.map(({ holder }) => holder)]
  }

  test('stands once where all mailboxes are one household’s', () => {
    expect(of(yamada, yamada)).toEqual(['山田工業', '9900001', undefined, undefined])
    expect(of(yamada)).toEqual(['山田工業', '9900001', undefined])
  })
  test('stands with each mailbox of two households: nobody’s record bears another’s name', () => {
    expect(of(yamada, suzuki)).toEqual([null, null, yamada, suzuki])
    const alike = { ...yamada, memberNumber: '9900003' }
    expect(of(yamada, alike)).toEqual([null, null, yamada, alike])
    const unknown = { customerName: null, memberNumber: null }
    expect(of(yamada, unknown)).toEqual([null, null, yamada, undefined])
  })
  test('is not said of a login, whose household no plan knows', () => {
    const secret = { ...accountOf(taro).password, for: 'ef0012345', realms: ['portal' as const] }
    const opener = { name: 'ef0012345', realms: secret.realms, secret }
    const login = { provider: practice, change: practice.changes[0]!, login: 'ef0012345', current: secret, opener, near: [] }
    const shared = planOf({ mailboxes: [wishedOf({ ...accountOf(taro), ...yamada })], logins: [login] })
    const made = makeProof(shared, written([{ kind: 'planned', plan: shared }]), frame)
    expect([made.customerName, made.mailboxes[0]?.holder]).toEqual([null, yamada])
  })
})

describe('a paper that was left out of the run', () => {
  const problem: Problem = {
    code: 'portal-cannot-change',
    again: 'never',
    facts: { provider: 'other', address: 'left@other.example' },
  }
  const shared = planOf({
    mailboxes: [wishedOf(accountOf(taro))],
    untouched: ['left@other.example'],
    refused: [{ provider: 'other', file: 'other.txt', problem }],
  })
  const through = written([{ kind: 'planned', plan: shared }, ...shared.steps.flatMap((step) => [...begun(step), done(step)])])

  test('leaves the run unfinished, and is named with its reason; nothing is to be resumed', () => {
    const made = makeProof(shared, through, frame)
    expect(proofSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
    expect([made.outcome, made.problems, made.untouched]).toEqual(['unfinished', [problem], ['left@other.example']])
    expect(made.next).not.toContain('resume-run')
    expect(made.notProved.map(({ what }) => what)).not.toContain('stopped-before-end')
    const whole = makeProof({ ...shared, refused: undefined }, through, frame)
    expect([whole.outcome, whole.next, whole.notProved]).toEqual(['done', made.next, made.notProved])
  })
  test('makes nothing changed out of a run that stopped before it changed anything, and hides no problem of the others', () => {
    const begin = through.slice(0, 1)
    expect(makeProof(shared, begin, frame)).toMatchObject({ outcome: 'stopped', problems: [problem] })
    const last = shared.steps.at(-1)!
    const cut = written([
      { kind: 'planned', plan: shared },
      ...shared.steps.slice(0, -1).flatMap((step) => [...begun(step), done(step)]),
      ...begun(last),
      { kind: 'failed', step: last.id, problem: dropped, evidence: null },
    ])
    const made = makeProof(shared, cut, frame)
    expect([made.outcome, made.problems]).toEqual(['unfinished', [dropped, problem]])
    expect(made.next).toContain('resume-run')
  })
})

test('doors are written as the command line takes them', () => {
  const probe = stepOf('probe-servers')
  const incoming = { protocol: 'imap', host: 'fe80::1', port: 1143, security: 'none' } as const
  const shown = make(
    until('probe-servers', ...begun(probe), { kind: 'done', step: probe.id, evidence: { probes: [report(incoming)] } }),
  )
  expect(shown.mailboxes[0]?.probes.map(({ door, service }) => [door, service])).toEqual([[endpointUrl(incoming), 'incoming']])
})

describe('settings of a mail program that are not simply as they were written', () => {
  const rewrite = stepOf('rewrite-client').id
  const begins = (kind: 'rewrite' | 'undo'): Entry =>
    kind === 'undo'
      ? { kind: 'intended', step: rewrite, act: { kind, from: 'copy' } }
      : { kind: 'intended', step: rewrite, act: { kind, from: 'copy', files: [] } }
  const restoredNot: Problem = { code: 'disk-full', again: 'later', facts: { restored: false } }
  const behind = (...then: Entry[]): WrittenEntry[] => written([...whole, ...then])
  test.each([
    [
      'a rewrite that was announced and has no ending',
      until('rewrite-client', ...begun(stepOf('rewrite-client')), begins('rewrite')),
      'rewrite-cut',
      undefined,
    ],
    [
      'one that failed and could not put the files back',
      until('rewrite-client', ...begun(stepOf('rewrite-client')), failed(stepOf('rewrite-client'), restoredNot)),
      'rewrite-cut',
      undefined,
    ],
    ['a put-back that was begun and has no ending', behind(begins('undo')), 'undo-cut', 'cut'],
    [
      'the same, seen again by whoever takes it up',
      behind(begins('undo'), {
        kind: 'looked',
        step: rewrite,
        verdict: 'to-do',
        problem: null,
        evidence: { backup: { folder: 'copy', files: 2, storeMissingPassword: false } },
      }),
      'rewrite-cut',
      undefined,
    ],
    ['all back', behind(begins('undo'), { kind: 'undone', step: rewrite }), 'put-back', 'whole'],
  ] as const)('%s', (_, entries, files, undo) => {
    const shown = make(entries)
    expect(proofSchema.parse(shown)).toEqual(shown)
    expect(shown.mailboxes[0]!.programs[0]).toMatchObject({ files, changed: [], fromDisk: [] })
    expect(shown.undo).toBe(undo)
  })
  test('says nothing of it where all went well', () => {
    expect(make(whole).mailboxes[0]!.programs[0]!.files).toBeUndefined()
    expect(make(whole).undo).toBeUndefined()
  })
})
