import type { UndoStanding } from '../journal/undo-standing.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goodMailbox } from './fixtures/proofs.ts'
import { nextThings, notProved } from './not-proved.ts'
import { checklistFor } from '../plan/checklist.ts'
import type { NextThing, NotProvedStatement, ProofMailbox, ProofProgram, RunOutcome } from './proof.ts'

const at = '2026-11-20T15:05:00+09:00'
const problem = { code: 'dropped', again: 'later', facts: {} } as const
const good = goodMailbox('taro@example.jp')
const goodProgram = good.programs[0]!

const probe = (from: 'plan' | 'disk') =>
  fc
    .record({ service: fc.constantFrom('incoming' as const, 'outgoing' as const), ok: fc.boolean() })
    .map(({ service, ok }) => ({ ...good.probes[0]!, service, ok, problem: ok ? null : problem, from }))
const program: fc.Arbitrary<ProofProgram> = fc
  .record({ stores: fc.boolean(), fromDisk: fc.array(probe('disk'), { maxLength: 2 }), failed: fc.boolean() })
  .map(({ stores, fromDisk, failed }) => ({
    ...goodProgram,
    changed: stores ? goodProgram.changed : goodProgram.changed.filter(({ setting }) => setting !== 'password'),
    fromDisk,
    problem: failed ? problem : null,
  }))
const mailbox: fc.Arbitrary<ProofMailbox> = fc
  .record({
    portal: fc.constantFrom('changed' as const, 'unchanged' as const, 'unknown' as const, 'skipped' as const),
    probes: fc.array(probe('plan'), { maxLength: 2 }),
    programs: fc.array(program, { maxLength: 2 }),
    roundTrip: fc.option(fc.boolean().map((ok) => ({ ok, problem: ok ? null : problem, at }))),
    oldPassword: fc.option(
      fc
        .constantFrom('refused' as const, 'still-works' as const, 'unclear' as const)
        .map((outcome) => ({ outcome, problem: null, at })),
    ),
  })
  .map((over) => ({ ...good, ...over }))
const outcome = fc.constantFrom('done' as const, 'stopped' as const, 'unfinished' as const, 'unknown' as const)

const said = (box: ProofMailbox, how: Parameters<typeof notProved>[1] = 'done'): readonly NotProvedStatement[] =>
  notProved(box, how).map(({ what }) => what)

describe('what is not proved', () => {
  test('of a mailbox with everything shown but the message nobody asked for: that alone', () => {
    expect(notProved(good, 'done')).toEqual([{ what: 'round-trip-not-asked', address: 'taro@example.jp' }])
  })

  test('for any mailbox: a claim is either shown or named as not shown, each at most once, of this mailbox', () => {
    fc.assert(
      fc.property(mailbox, outcome, (box, how) => {
        const all = notProved(box, how)
        const names = all.map(({ what }) => what)
        expect(new Set(names).size).toBe(names.length)
        expect(all.every(({ address }) => address === box.address)).toBe(true)
        const has = (what: NotProvedStatement): boolean => names.includes(what)
        const probes = [...box.probes, ...box.programs.flatMap(({ fromDisk }) => fromDisk)]
        for (const service of ['incoming', 'outgoing'] as const)
          expect(has(`${service}-not-tested`)).toBe(!probes.some((one) => one.ok && one.service === service))
        expect(has('portal-outcome-unknown')).toBe(box.portal === 'unknown')
        expect(has('portal-changed-by-hand')).toBe(box.portal === 'skipped')
        expect([has('round-trip-not-asked'), has('round-trip-not-seen')]).toEqual([
          box.roundTrip === null,
          box.roundTrip?.ok === false,
        ])
        expect([has('old-password-not-tried'), has('old-password-unclear')]).toEqual([
          box.oldPassword === null,
          box.oldPassword?.outcome === 'unclear',
        ])
        expect(has('stopped-before-end')).toBe(how !== 'done')
      }),
    )
  })

  test('for any mailbox: its mail programs are proved from disk one and all, or it is said, and so is one that asks', () => {
    fc.assert(
      fc.property(mailbox, (box) => {
        const names = said(box)
        const proved = box.programs.filter((one) => !one.problem && one.fromDisk.length > 0 && one.fromDisk.every(({ ok }) => ok))
        const all = proved.length === box.programs.length
        expect(names.includes('no-mail-program')).toBe(box.programs.length === 0)
        expect(names.includes('settings-not-proved-from-disk')).toBe(!all)
        const asks = proved.some(({ changed }) => !changed.some(({ setting }) => setting === 'password'))
        expect(names.includes('password-not-stored')).toBe(asks)
      }),
    )
  })

  test('what a worse look takes away is said, and nothing is unsaid by it', () => {
    fc.assert(
      fc.property(mailbox, (box) => {
        const blind: ProofMailbox = {
          ...box,
          probes: [],
          programs: box.programs.map((one) => ({ ...one, fromDisk: [] })),
          roundTrip: null,
          oldPassword: null,
        }
        const before = said(box).filter((what) => /^(?:incoming|outgoing|portal|settings|no-mail)/.test(what))
        expect(said(blind)).toEqual(expect.arrayContaining(before))
      }),
    )
  })

  test('a second mail program that asks for its password is said, though the first has it stored', () => {
    const asking = { ...goodProgram, profile: 'second', changed: goodProgram.changed.slice(1) }
    const two: ProofMailbox = { ...good, programs: [goodProgram, asking] }
    expect(said(two)).toContain('password-not-stored')
    expect(left([two], 'done')).toContain('enter-password-in-mail-program')
  })

  test('sending over a server that is not the mailbox’s own was left alone, and that is said', () => {
    const incomingOnly = { ...goodProgram, fromDisk: goodProgram.fromDisk.filter(({ service }) => service === 'incoming') }
    expect(said({ ...good, programs: [incomingOnly] })).toContain('mail-program-left-alone')
  })
})

const left = (mailboxes: readonly ProofMailbox[], how: RunOutcome, undo: UndoStanding = 'none'): NextThing[] =>
  nextThings({
    mailboxes,
    logins: [],
    outcome: how,
    undo,
    others: checklistFor(mailboxes.some(({ portal }) => portal === 'changed' || portal === 'skipped') ? ['mail'] : []),
  })

describe('what is left to do', () => {
  test.each(['cut', 'partly'] as const)(
    'where putting settings back is %s, to finish that, and nothing that would rewrite them',
    (undo) => {
      expect(left([good], 'unfinished', undo)[0]).toBe('finish-undo')
      expect(left([good], 'unfinished', undo)).not.toContain('resume-run')
      // Which password holds is found out by taking the run up again, and by nothing else.
      expect(left([{ ...good, portal: 'unknown' }], 'unknown', undo)).toContain('resume-run')
    },
  )
  test('after all settings were put back: the new password by hand', () => {
    const back: ProofMailbox = { ...good, programs: [{ ...goodProgram, changed: [], fromDisk: [], files: 'put-back' }] }
    expect(left([back], 'unfinished', 'whole')).toContain('change-mail-program-by-hand')
    expect(left([back], 'unfinished', 'whole')).not.toContain('resume-run')
  })
  test('after everything went well: the other devices, and the old paper', () => {
    expect(left([good], 'done')).toEqual([
      'start-mail-program',
      'change-phones',
      'change-other-pcs',
      'change-webmail',
      'change-copier',
      'cross-out-old-password',
      'keep-this-paper',
    ])
  })

  test('an unknown outcome keeps both passwords and calls, and crosses out nothing', () => {
    expect(left([{ ...good, portal: 'unknown' }], 'unknown')).toEqual([
      'resume-run',
      'keep-both-passwords',
      'call-provider',
      'keep-this-paper',
    ])
  })

  test('by hand is to be changed what changed at the provider and stands in no mail program here, and only that', () => {
    const none = { ...good, programs: [] }
    expect(left([none], 'done')).toContain('change-mail-program-by-hand')
    expect(left([{ ...none, portal: 'skipped' }], 'done')).toContain('change-mail-program-by-hand')
    expect(left([good, { ...none, portal: 'unchanged' }], 'unfinished')).not.toContain('change-mail-program-by-hand')
  })

  test('for any mailboxes: each at most once, the paper last; an old password is crossed out only when all is done', () => {
    fc.assert(
      fc.property(fc.array(mailbox, { minLength: 1, maxLength: 3 }), outcome, (boxes, how) => {
        const things = left(boxes, how)
        expect(new Set(things).size).toBe(things.length)
        expect(things.at(-1)).toBe('keep-this-paper')
        expect(things.includes('cross-out-old-password')).toBe(how === 'done')
        expect(things.includes('resume-run')).toBe(how === 'unfinished' || how === 'unknown')
        expect(things.includes('keep-both-passwords')).toBe(boxes.some(({ portal }) => portal === 'unknown'))
        const moved = boxes.some(({ portal }) => portal === 'changed' || portal === 'skipped')
        expect(things.includes('change-phones')).toBe(moved)
      }),
    )
  })
})
