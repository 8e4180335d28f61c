import { describe, expect, test } from 'vitest'
import type { Answer, Question } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Backups, MailClient, Unlock } from '../../shared/client/mail-client.ts'
import { planOf } from '../../shared/plan/fixtures/wishes.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import { contextFrom, memoryJournal, vaultWith } from './fixtures/memory-journal.ts'
import { rewriteClient, type RewriteNeeds } from './rewrite-client.ts'

// What a rewrite asks, checks and hands on. What becomes of files over crashes and days of use is in rewrite-client.test.ts.
const plan = planOf()
const step = plan.steps.find((one): one is StepOf<'rewrite-client'> => one.kind === 'rewrite-client')!
const { folder } = step.input.edit
const backup = { folder: 'backups/abc-1', files: 1, storeMissingPassword: true }
const manifest = { version: 1, client: 'thunderbird', folder, takenAt: '2026-11-20T06:15:00.000Z', files: [] } as const
const files = [{ name: 'prefs.js', sha256: '11' }]
const report = { changed: step.input.edit.changes, files, notes: [] }

interface World {
  /** Times the person finds the mail program open before it is closed. */
  readonly open?: number
  readonly primaryPassword?: string
  readonly answer?: (question: Question) => Answer
  readonly noCopy?: boolean
  readonly putBack?: (anyway: boolean) => Result<void>
  readonly needs?: Partial<RewriteNeeds>
  readonly stop?: AbortSignal
}

async function meet(world: World) {
  const journal = memoryJournal(plan)
  if (!world.noCopy) await journal.append({ kind: 'done', step: step.input.backup, evidence: { backup } })
  const calls: unknown[][] = []
  const questions: Question[] = []
  let open = world.open ?? 0
  const unused = (): never => {
    throw new Error('not asked for here')
  }
  const client: MailClient = {
    id: 'thunderbird',
    find: unused,
    rehearse: unused,
    readBack: unused,
    filesToBackUp: unused,
    running: async () => ok(open > 0),
    unlocks: async (_folder, { primaryPassword }: Unlock) =>
      ok((primaryPassword?.reveal() ?? null) === (world.primaryPassword ?? null)),
    rewrite: async (edit, password, unlock, copy, announce) => {
      const heard = await announce(files)
      if (!heard.ok) return heard
      expect(journal.entries().at(-1)).toMatchObject({ act: { kind: 'rewrite', from: backup.folder, files } })
      calls.push(['rewrite', edit, password.reveal(), unlock.primaryPassword?.reveal() ?? null, copy])
      return ok(report)
    },
  }
  const backups: Backups = {
    take: unused,
    manifestOf: async (from) => (calls.push(['manifestOf', from]), ok({ ...manifest, files: [] })),
    putBack: async ({ from, anyway }) => (calls.push(['putBack', from, anyway]), world.putBack?.(anyway) ?? ok()),
  }
  const performer = rewriteClient({
    clientOf: () => client,
    backups,
    unlocks: new Map(),
    vault: vaultWith([[step.input.password, 'Neu-67890']]),
    ...world.needs,
  })
  const answer = (question: Question): Answer => {
    questions.push(question)
    open -= 1
    return world.answer?.(question) ?? null
  }
  const context = () => contextFrom(plan, step, journal, { answer, ...(world.stop ? { stop: world.stop } : {}) })
  return {
    calls,
    questions,
    look: () => performer.look(step, context()),
    perform: () => performer.perform(step, context()),
    undo: () => performer.undo!(step, context()),
  }
}
const yes = (): Answer => true

test('a look touches nothing and asks nothing', async () => {
  const { look, calls, questions } = await meet({ open: 1 })
  expect(await look()).toEqual({ verdict: 'to-do', problem: null, evidence: null })
  expect([calls, questions]).toEqual([[], []])
})

test('the edit is the one that was shown, with what was agreed when the copy was taken, and the new password', async () => {
  const { perform, calls, questions } = await meet({})
  expect(await perform()).toEqual({ ok: true, evidence: { rewrite: report, backup } })
  expect(calls).toEqual([
    ['manifestOf', `/data/runs/1/${backup.folder}`],
    ['rewrite', { ...step.input.edit, storeMissingPassword: true }, 'Neu-67890', null, { ...manifest, files: [] }],
  ])
  expect(questions).toEqual([])
})

test('an open mail program is asked to be closed, and looked at again; a primary password is asked for until it is right', async () => {
  const typed = ['wrong', 'Haupt-1']
  const answer = ({ kind }: Question): Answer => (kind === 'secret' ? typed.shift()! : true)
  const { perform, calls, questions } = await meet({ open: 2, primaryPassword: 'Haupt-1', answer })
  expect(await perform()).toMatchObject({ ok: true })
  expect(questions.map(({ name, facts }) => [name, facts['wrong'] ?? null])).toEqual([
    ['close-thunderbird', null],
    ['close-thunderbird', null],
    ['primary-password', false],
    ['primary-password', true],
  ])
  expect(calls.at(-1)).toContain('Haupt-1')
})

describe('nothing is written, or said to have been', () => {
  const stopped = new AbortController()
  stopped.abort()
  test.each<[string, World, string, number]>([
    ['without the mail program', { needs: { clientOf: () => null } }, 'client-not-found', 0],
    ['without a copy to go back to', { noCopy: true }, 'file-missing', 0],
    ['without the new password', { needs: { vault: vaultWith([]) } }, 'secret-missing', 0],
    ['while the person leaves the mail program open', { open: 9 }, 'client-running', 1],
    ['while it is never closed, whatever is answered', { open: 99, answer: yes }, 'client-running', 5],
    ['without the primary password', { primaryPassword: 'x' }, 'client-primary-password', 1],
    ['with a wrong primary password', { primaryPassword: 'x', answer: () => 'y' }, 'client-primary-password', 3],
    ['once the person wishes to stop', { stop: stopped.signal }, 'cancelled', 0],
  ])('%s', async (_name, world, code, asked) => {
    const { perform, calls, questions } = await meet(world)
    expect(await perform()).toEqual({ ok: false, problem: expect.objectContaining({ code }), evidence: null })
    expect(calls.filter(([what]) => what !== 'manifestOf')).toEqual([])
    expect(questions).toHaveLength(asked)
  })
})

describe('undo', () => {
  const from = `/data/runs/1/${backup.folder}`
  const changed = (anyway: boolean): Result<void> =>
    anyway ? ok() : fail('file-changed-since', 'after-person', { file: 'prefs.js' })

  test('puts the copy back without a question where nobody else has written', async () => {
    const { undo, calls, questions } = await meet({})
    expect(await undo()).toEqual(ok())
    expect([calls, questions]).toEqual([[['putBack', from, false]], []])
  })

  test('asks before it overwrites what somebody else has written; a no leaves it as it is', async () => {
    const refused = await meet({ putBack: changed, answer: () => false })
    expect(await refused.undo()).toMatchObject({
      ok: false,
      problem: { code: 'file-changed-since', facts: { file: 'prefs.js' } },
    })
    expect(refused.calls).toEqual([['putBack', from, false]])
    const agreed = await meet({ putBack: changed, answer: yes })
    expect(await agreed.undo()).toEqual(ok())
    expect(agreed.questions.map(({ name }) => name)).toEqual(['restore-anyway'])
    expect(agreed.calls).toEqual([
      ['putBack', from, false],
      ['putBack', from, true],
    ])
  })

  test.each<[World, string]>([
    [{ needs: { clientOf: () => null } }, 'client-not-found'],
    [{ noCopy: true }, 'nothing-to-undo'],
    [{ open: 9 }, 'client-running'],
    [{ putBack: () => fail('file-unreadable', 'after-person') }, 'file-unreadable'],
  ])('says why it cannot: %#', async (world, code) => {
    const { undo, calls } = await meet(world)
    expect(await undo()).toMatchObject({ ok: false, problem: { code } })
    expect(calls.filter(([, , anyway]) => anyway === true)).toEqual([])
  })
})
