import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { runId, stepId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret, type SecretRef } from '../../shared/base/secret.ts'
import type { AccountEdit, Backups, MailClient, RewriteReport } from '../../shared/client/mail-client.ts'
import type { Entry, Journal, WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { runOutcome } from '../../shared/journal/run-outcome.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Step } from '../../shared/plan/step.ts'
import { fileBackups } from '../files/backups.ts'
import { backUpClient } from './back-up-client.ts'
import { failed, lookToDo, performed, type Performer, type Performers } from './performer.ts'
import { rewriteClient } from './rewrite-client.ts'
import { runPlan, undoPlan } from './runner.ts'
import { runs } from '../../build/property-runs.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

const names = ['logins.json', 'prefs.js'] as const
const run = runId.parse('20261120-061503-k3f9')
const password: SecretRef = { run, for: 'taro@example.jp', realms: ['mail'], which: 'new' }

/** What happens to one rewrite: it goes well, dies after so many writes, fails and puts back, fails and cannot, or may not begin. */
type Fate = 'well' | 0 | 1 | 2 | 'restored' | 'torn' | 'running'
/** An undo comes through, or dies behind its announcement: before the first file is put back, behind the first, behind the last. */
type UndoFate = 'well' | 'undo dies before' | 'undo dies between' | 'undo dies behind'
class Died extends Error {}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A mail program of two small files, rewritten word for word; its rewrite keeps to the contract and dies where it is told to. */
function smallClient(folder: string, fate: () => Fate): MailClient {
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
  const unused = (): never => {
    throw new Error('not asked for here')
  }
  const rewrite: MailClient['rewrite'] = async (
    _edit,
    _password,
    _unlock,
    manifest,
    announce,
  ): Promise<Result<RewriteReport>> => {
    for (const { name, sha256 } of manifest.files)
      if (hash(read(name)) !== sha256) return fail('file-changed-since', 'now', { file: name })
    const draft = names.map((name) => ({ name, before: read(name), after: read(name).replace('old', 'new') }))
    const files = draft.map(({ name, after }) => ({ name, sha256: hash(after) }))
    const chosen = fate()
    if (chosen === 'running') return fail('client-running', 'after-person')
    const heard = await announce(files)
    if (!heard.ok) return heard
    for (const [at, { name, after }] of draft.entries()) {
      if (chosen === at) throw new Died()
      writeFileSync(path.join(folder, name), after)
      if (chosen === 'torn') return fail('disk-full', 'after-person', { restored: false })
    }
    if (chosen === 2) throw new Died()
    if (chosen === 'restored') {
      for (const { name, before } of draft) writeFileSync(path.join(folder, name), before)
      return fail('disk-full', 'after-person', { restored: true })
    }
    return ok({ changed: [], files, notes: [] })
  }
  return {
    id: 'thunderbird',
    find: unused,
    running: async () => ok(false),
    unlocks: async () => ok(true),
    filesToBackUp: async () => ok(names),
    rehearse: async () => ok([]),
    rewrite,
    readBack: async () => ok({ incoming: edit(folder).incoming, userName: 'taro', password: new Secret('x'), outgoing: null }),
  }
}

const edit = (folder: string): AccountEdit => ({
  client: 'thunderbird',
  folder,
  key: 'account1',
  address: 'taro@example.jp',
  incoming: { protocol: 'pop3', host: 'mail.example.jp', port: 995, security: 'tls' },
  userName: 'taro',
  outgoing: null,
  storeMissingPassword: false,
  changes: [],
})

function planOf(folder: string): Plan {
  const named = { profile: 'p', edit: edit(folder) }
  const backup = stepId.parse('back-up-client:p')
  const lane = 'taro@example.jp'
  const steps: Step[] = [
    { id: backup, lane, undo: 'none', kind: 'back-up-client', input: named },
    {
      id: stepId.parse('rewrite-client:p'),
      lane,
      undo: 'automatic',
      kind: 'rewrite-client',
      input: { ...named, password, backup },
    },
    { id: stepId.parse('prove-client:p'), lane, undo: 'none', kind: 'prove-client', input: { ...named, password, backup } },
  ]
  // Only its steps are looked at here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { run, steps } as unknown as Plan
}

/** Real copies; putting them back dies where it is told to. */
function mortalBackups(folder: string, fate: () => UndoFate): Backups {
  const backups = fileBackups(() => new Date(0))
  const putBack: Backups['putBack'] = async (order) => {
    const chosen = fate()
    const announce = async (): Promise<Result<void>> => {
      const heard = await order.announce()
      if (!heard.ok || chosen === 'well' || chosen === 'undo dies behind') return heard
      const first = 'logins.json'
      if (chosen === 'undo dies between') copyFileSync(path.join(order.from, 'files', first), path.join(folder, first))
      throw new Died()
    }
    const back = await backups.putBack({ ...order, announce })
    if (back.ok && chosen === 'undo dies behind') throw new Died()
    return back
  }
  return { ...backups, putBack }
}

/** The proof from disk: fails where a file holds anything but what was meant. */
const proveTexts = (texts: () => readonly string[]): Performer<'prove-client'> => ({
  look: lookToDo,
  perform: async () => (texts().join('').includes('old') ? failed(fail('sign-in-refused', 'later').problem) : performed()),
})

/** One run over one small profile. `take` takes it up (again); `use` is the person working with his mail program. */
function world() {
  const root = mkdtempSync(path.join(os.tmpdir(), 'rewrite-'))
  made.push(root)
  const [folder, home] = [path.join(root, 'profile'), path.join(root, 'run')]
  for (const place of [folder, home]) mkdirSync(place)
  for (const name of names) writeFileSync(path.join(folder, name), `${name} old\n`)
  const entries: WrittenEntry[] = []
  const journal: Journal = {
    entries: () => entries,
    append: async (entry: Entry) => {
      const written = { ...entry, seq: entries.length + 1, at: '2026-11-20T06:15:03.000Z' }
      entries.push(written)
      return written
    },
  }
  const fates: Fate[] = []
  let undoFate: UndoFate = 'well'
  const texts = () => names.map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const questions: string[] = []
  const answers: boolean[] = []
  const plan = planOf(folder)
  const stop = new AbortController().signal
  const session = () => {
    const client = smallClient(folder, () => fates.shift() ?? 'well')
    const needs = {
      clientOf: () => client,
      backups: mortalBackups(folder, () => undoFate),
      unlocks: new Map(),
      vault: { kind: 'memory' as const, get: async () => ok(new Secret('x')), put: async () => ok(), drop: async () => ok() },
    }
    // The plan has no other steps.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const performers = {
      'back-up-client': backUpClient(needs),
      'rewrite-client': rewriteClient(needs),
      'prove-client': proveTexts(texts),
    } as unknown as Performers
    const ask = async ({ name }: { name: string }) => (questions.push(name), answers.shift() ?? false)
    return { journal, performers, folder: home, ask, report: () => undefined }
  }
  return {
    questions,
    answers,
    texts,
    use: (mark: string) => writeFileSync(path.join(folder, 'prefs.js'), `${mark}\n`, { flag: 'a' }),
    outcome: () => runOutcome(plan, foldRun(entries)),
    done: () => foldRun(entries).steps.get(plan.steps[1]!.id)?.at === 'done',
    take: async (...next: Fate[]) => {
      fates.push(...next)
      if (entries.length > 0) await journal.append({ kind: 'stopped', why: 'person', problem: null })
      else await journal.append({ kind: 'planned', plan })
      await runPlan(session(), plan, stop).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error
      })
      fates.length = 0
    },
    /** How many steps were taken back; null where it died. */
    undo: async (fate: UndoFate = 'well') => {
      undoFate = fate
      try {
        return (await undoPlan(session(), plan, stop)).undone.length
      } catch (error) {
        if (error instanceof Died) return null
        throw error
      } finally {
        undoFate = 'well'
      }
    },
  }
}

const asFound = ['logins.json old\n', 'prefs.js old\n']
const asMeant = ['logins.json new\n', 'prefs.js new\n']

describe('a crash in the middle of a rewrite', () => {
  test.each([0, 1, 2] as const)('after %i files: resumed, and undone to the byte without a question', async (writes) => {
    const { take, undo, texts, questions, done } = world()
    await take(writes)
    await take()
    expect([done(), texts()]).toEqual([true, asMeant])
    expect([await undo(), texts(), questions]).toEqual([1, asFound, []])
  })

  test.each([0, 1, 2] as const)('after %i files: undone at once', async (writes) => {
    const { take, undo, texts, questions } = world()
    await take(writes)
    expect([await undo(), texts(), questions]).toEqual([1, asFound, []])
  })

  test('a resume that fails, days of use, another resume: going back keeps the days', async () => {
    const { take, use, undo, texts, questions } = world()
    await take(1)
    await take('restored')
    expect(texts()).toEqual(asFound)
    use('days of use')
    await take()
    expect(texts()).toEqual([asMeant[0], 'prefs.js new\ndays of use\n'])
    expect([await undo(), texts(), questions]).toEqual([1, [asFound[0], 'prefs.js old\ndays of use\n'], []])
  })

  test('days of use before the resume: they are given up only where the person says so', async () => {
    const { take, use, undo, texts, questions, answers } = world()
    await take(2)
    use('days of use')
    await take()
    const used = texts()
    expect([await undo(), texts(), questions]).toEqual([0, used, ['restore-anyway']])
    answers.push(true)
    expect([await undo(), texts()]).toEqual([1, asFound])
  })
})

describe('a rewrite that failed', () => {
  test.each(['running', 'restored'] as const)('(%s) with nothing left behind is not put back', async (fate) => {
    const { take, use, undo, texts, questions, outcome } = world()
    await take(fate)
    expect(outcome()).toBe('stopped')
    use('days of use')
    expect([await undo(), questions]).toEqual([0, []])
    expect(texts()[1]).toContain('days of use')
  })

  test('and could not put its files back is put back', async () => {
    const { take, undo, texts, outcome, questions } = world()
    await take('torn')
    expect([outcome(), texts()[0]]).toEqual(['unfinished', asMeant[0]])
    expect([await undo(), texts(), questions]).toEqual([1, asFound, []])
    expect(outcome()).toBe('stopped')
  })
})

test('what is undone can be done again, and undone again', async () => {
  const { take, use, undo, texts, questions } = world()
  await take()
  expect([await undo(), await undo(), texts()]).toEqual([1, 0, asFound])
  use('days of use')
  await take()
  expect([await undo(), texts()[1], questions]).toEqual([1, 'prefs.js old\ndays of use\n', []])
})

describe.each(['undo dies before', 'undo dies between', 'undo dies behind'] as const)('%s', (fate) => {
  test('is not called done, can be asked again, and leaves every byte as found', async () => {
    const { take, undo, texts, questions, outcome } = world()
    await take()
    expect([outcome(), await undo(fate), outcome()]).toEqual(['done', null, 'unfinished'])
    expect([await undo(), texts(), questions, outcome()]).toEqual([1, asFound, [], 'stopped'])
  })

  test('and is taken up as a run: the settings are written and proved anew, and can be undone', async () => {
    const { take, undo, texts, questions, outcome } = world()
    await take()
    await undo(fate)
    await take()
    expect([texts(), outcome()]).toEqual([asMeant, 'done'])
    expect([await undo(), texts(), questions]).toEqual([1, asFound, []])
  })

  test('and days of use: what was written since is given up only where the person says so', async () => {
    const { take, use, undo, texts, answers } = world()
    await take()
    await undo(fate)
    use('days of use')
    const used = texts()
    const said = await undo()
    if (said === 0) expect(texts()).toEqual(used)
    expect(texts().join('')).toContain('days of use')
    answers.push(true)
    await undo()
    expect(texts()).toEqual(asFound)
  })
})

test('an undo that is declined leaves the run done, as it is', async () => {
  const { take, use, undo, outcome, questions, texts } = world()
  await take()
  use('days of use')
  const used = texts()
  expect([await undo(), questions, texts(), outcome()]).toEqual([0, ['restore-anyway'], used, 'done'])
})

type Act = { take: Fate } | 'use' | UndoAct
type UndoAct = 'undo' | Exclude<UndoFate, 'well'>
const undoFates: readonly Exclude<UndoFate, 'well'>[] = ['undo dies before', 'undo dies between', 'undo dies behind']
const acts = fc.array(
  fc.oneof(
    fc.constantFrom<Fate>('well', 0, 1, 2, 'restored', 'torn', 'running').map((take): Act => ({ take })),
    fc.constantFrom<Act>('use', 'undo', ...undoFates),
  ),
  { maxLength: 9 },
)

test('whatever happens, nothing of the person’s is lost unasked, an undo that asks nothing leaves nothing of ours, and done means what stands on disk', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const { take, use, undo, texts, questions, outcome } = world()
      const marks: string[] = []
      for (const act of [...sequence, 'undo' as const]) {
        if (act === 'use') use(marks[marks.push(`mark ${marks.length}`) - 1]!)
        else if (typeof act === 'object') await take(act.take)
        else if (act !== 'undo') await undo(act)
        else if ((await undo()) === 1 && questions.length === 0) expect(texts().join('')).not.toContain('new')
        for (const mark of marks) expect(texts()[1]).toContain(mark)
        if (outcome() === 'done') expect(texts().join('')).not.toContain('old')
      }
    }),
    { numRuns: runs(300) },
  )
}, 60_000)
