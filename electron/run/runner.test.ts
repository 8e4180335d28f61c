import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../shared/base/ask.ts'
import type { Again, Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Entry, Journal } from '../../shared/journal/entry.ts'
import { commitSent, foldRun, stepState } from '../../shared/journal/fold-run.ts'
import { mostTries } from '../../shared/journal/next-move.ts'
import { runOutcome } from '../../shared/journal/run-outcome.ts'
import { accountOf, foundOf, planOf, profileOf, wishedOf } from '../../shared/plan/fixtures/wishes.ts'
import type { Step, StepKind } from '../../shared/plan/step.ts'
import { memoryJournal } from './fixtures/memory-journal.ts'
import { failed, lookToDo, type Looked, type Performed, type Performers, performed, type StepContext } from './performer.ts'
import { runPlan, type RunnerNeeds, undoPlan } from './runner.ts'

const [taro, hanako] = ['taro@renshu.example', 'hanako@renshu.example']
const plan = planOf({
  mailboxes: [accountOf(taro), accountOf(hanako)].map(wishedOf),
  profiles: [profileOf('default', [foundOf(taro), foundOf(hanako)])],
  roundTrip: true,
})
const stepsOf = (kind: StepKind): readonly Step[] => plan.steps.filter((step) => step.kind === kind)
const never = new AbortController().signal
const problemOf = (again: Again): Problem => fail('dropped', again).problem

/** A performer for every kind of step. */
interface AnyPerformer {
  look(step: Step, context: StepContext): Promise<Looked>
  perform(step: Step, context: StepContext): Promise<Performed>
  undo?(step: Step, context: StepContext): Promise<Result<void>>
}
const performersOf = (one: AnyPerformer): Performers => ({
  'keep-secrets': one,
  'reach-servers': one,
  'back-up-client': one,
  'prove-old': one,
  'change-portal': one,
  'guide-change': one,
  'reset-portal': one,
  'probe-servers': one,
  'rewrite-client': one,
  'prove-client': one,
  'round-trip': one,
  'prove-old-dead': one,
})
const needsOf = (journal: Journal, one: Partial<AnyPerformer>, more: Partial<RunnerNeeds> = {}): RunnerNeeds => ({
  journal,
  performers: performersOf({ look: lookToDo, perform: async () => performed(), ...one }),
  folder: '/data/runs/1',
  ask: async () => null,
  report: () => undefined,
  ...more,
})
const linesOf = (journal: Journal): readonly string[] =>
  journal.entries().map((entry) => ('step' in entry ? `${entry.kind} ${entry.step}` : entry.kind))

/** The disk is full, or the power fails, with this line: before it is written, or right after. */
class Died extends Error {}
function mortal(journal: Journal, line: number, written: boolean): Journal {
  let lines = 0
  return {
    entries: () => journal.entries(),
    append: async (entry: Entry) => {
      lines += 1
      if (lines === line && !written) throw new Died()
      const done = await journal.append(entry)
      if (lines === line) throw new Died()
      return done
    },
  }
}

/** What stands outside the program: passwords changed on a site, files rewritten. It outlives every process. */
function outside() {
  const commits: string[] = []
  const files = new Set<string>()
  const one: AnyPerformer = {
    look: async (step, context) => {
      if (step.kind !== 'change-portal' || !commitSent(context.state)) return lookToDo()
      const changed = commits.includes(step.lane)
      const outcome = changed ? ('changed' as const) : ('unchanged' as const)
      const evidence = {
        portal: { outcome, commit: 'sent' as const, completed: false, receipt: null, read: {}, pages: [], differences: [] },
      }
      return { verdict: changed ? 'done' : 'cannot-tell', problem: changed ? null : problemOf('later'), evidence }
    },
    perform: async (step, context) => {
      if (step.kind === 'change-portal') {
        const noted = await context.note({ kind: 'commit' })
        if (!noted.ok) return failed(noted.problem)
        commits.push(step.lane)
      }
      if (step.kind === 'rewrite-client') files.add(step.id)
      return performed()
    },
    undo: async (step, context) => {
      const heard = await context.note({ kind: 'undo', from: 'backups/1' })
      if (!heard.ok) return heard
      files.delete(step.id)
      return ok()
    },
  }
  return { commits, files, one }
}

describe('runPlan', () => {
  test('does the steps in the order of the plan, each begun in the journal before it is done, and finishes', async () => {
    const journal = memoryJournal(plan)
    const performedSteps: string[] = []
    const perform: AnyPerformer['perform'] = async (step) => {
      expect(journal.entries().at(-1)).toMatchObject({ kind: 'intended', step: step.id, act: { kind: 'step' } })
      performedSteps.push(step.id)
      return performed()
    }
    const state = await runPlan(needsOf(journal, { perform }), plan, never)
    expect(performedSteps).toEqual(plan.steps.map(({ id }) => id))
    expect(linesOf(journal)).toEqual([
      'planned',
      ...plan.steps.flatMap(({ id }) => [`looked ${id}`, `intended ${id}`, `done ${id}`]),
      'stopped',
    ])
    expect(state.stopped).toMatchObject({ why: 'finished', problem: null })
    expect(state).toEqual(foldRun(journal.entries()))
  })

  test('killed at any lines, before or after they are written, and taken up again: all is done, and no form was sent twice', async () => {
    const deaths = fc.array(fc.record({ line: fc.integer({ min: 1, max: 45 }), written: fc.boolean() }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(deaths, async (all) => {
        const journal = memoryJournal(plan)
        const world = outside()
        for (const { line, written } of all) {
          await runPlan(needsOf(mortal(journal, line, written), world.one), plan, never).catch((error: unknown) => {
            if (!(error instanceof Died)) throw error
          })
          // As the person's resume does where the dead process could not.
          if (!foldRun(journal.entries()).stopped) await journal.append({ kind: 'stopped', why: 'person', problem: null })
        }
        const state = await runPlan(needsOf(journal, world.one), plan, never)
        expect(new Set(world.commits).size).toBe(world.commits.length)
        for (const step of stepsOf('change-portal')) {
          const at = stepState(state, step.id)
          // A line that tells of a form which never left: nobody can know, and nobody sends it again.
          expect(at.at).toBe(world.commits.includes(step.lane) ? 'done' : 'looked')
        }
        if (world.commits.length === 2) {
          expect(runOutcome(plan, state)).toBe('done')
          expect(world.files.size).toBe(stepsOf('rewrite-client').length)
        }
      }),
    )
  })

  test('whatever fails, and however: it ends, with a line that says why, and tries nothing oftener than it may', async () => {
    const again = fc.constantFrom<Again[]>('now', 'later', 'after-person', 'never')
    const fates = fc.record({ step: fc.nat(plan.steps.length - 1), again, times: fc.integer({ min: 1, max: 5 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(fates, { maxLength: 4 }), async (all) => {
        const journal = memoryJournal(plan)
        const world = outside()
        const left = new Map(all.map((fate) => [plan.steps[fate.step]!.id, { ...fate }]))
        const tries = new Map<string, number>()
        const perform: AnyPerformer['perform'] = async (step, context) => {
          tries.set(step.id, (tries.get(step.id) ?? 0) + 1)
          const fate = left.get(step.id)
          if (!fate || fate.times === 0) return world.one.perform(step, context)
          fate.times -= 1
          return failed(problemOf(fate.again))
        }
        const state = await runPlan(needsOf(journal, { ...world.one, perform }), plan, never)
        const { again: why } = state.stopped?.problem ?? { again: null }
        expect(state.stopped?.why).toBe(why ? 'resting' : 'finished')
        expect(state.stopped?.why === 'finished').toBe(runOutcome(plan, state) === 'done')
        for (const [id, count] of tries) {
          const fate = all.findLast((one) => plan.steps[one.step]!.id === id)
          expect(count).toBeLessThanOrEqual(fate?.again === 'now' ? mostTries : 1)
        }
        // Behind a step that failed for good nothing of its mailbox was begun.
        for (const step of plan.steps) {
          if (stepState(state, step.id).at !== 'failed') continue
          const behind = plan.steps
            .slice(plan.steps.indexOf(step) + 1)
            .filter(({ lane }) => step.lane === '' || lane === step.lane)
          expect(behind.filter(({ id }) => tries.has(id))).toEqual([])
        }
      }),
    )
  })

  test('a wish to stop is heeded before the next step, but for passwords that stand in this process alone', async () => {
    const journal = memoryJournal(plan)
    const wish = new AbortController()
    wish.abort()
    const done: string[] = []
    const perform: AnyPerformer['perform'] = async (step) => (done.push(step.kind), performed())
    const state = await runPlan(needsOf(journal, { perform }), plan, wish.signal)
    expect(done).toEqual(['keep-secrets'])
    expect(state.stopped).toMatchObject({ why: 'person' })
  })

  test('a wish to stop in the middle of a step: nothing more is announced by it, and the rest is left for another day', async () => {
    const journal = memoryJournal(plan)
    const world = outside()
    const wish = new AbortController()
    const perform: AnyPerformer['perform'] = (step, context) => {
      if (step.kind === 'change-portal') wish.abort()
      return world.one.perform(step, context)
    }
    await runPlan(needsOf(journal, { ...world.one, perform }), plan, wish.signal)
    expect(world.commits).toEqual([])
    expect(journal.entries().some((entry) => entry.kind === 'intended' && entry.act.kind === 'commit')).toBe(false)
    const state = await runPlan(needsOf(journal, world.one), plan, never)
    expect([runOutcome(plan, state), world.commits]).toEqual(['done', [taro, hanako]])
  })

  test('what a look found done is written down as done, with what it saw, but not with its sign-ins a second time', async () => {
    const journal = memoryJournal(plan)
    const signIns = [{ host: 'h', user: 'u', which: 'new' as const, outcome: 'accepted' as const }]
    const evidence = { signIns, roundTrip: { tag: 't', ms: 1 } }
    const done = { verdict: 'done' as const, problem: null, evidence }
    const perform = () => Promise.reject(new Error('nothing was to do'))
    await runPlan(needsOf(journal, { look: async () => done, perform }), plan, never)
    const lines = journal.entries().filter((entry) => 'evidence' in entry)
    expect(lines.flatMap((entry) => (entry.kind === 'looked' ? [entry.evidence] : [])).length).toBe(plan.steps.length)
    for (const entry of lines)
      expect(entry.evidence).toEqual(entry.kind === 'looked' ? evidence : { roundTrip: { tag: 't', ms: 1 } })
  })

  test('questions and answers are written down; of a typed secret or text only that it came', async () => {
    const journal = memoryJournal(plan)
    const facts = { client: 'thunderbird' }
    const questions: readonly Question[] = [
      { name: 'close-thunderbird', kind: 'yes-no', facts },
      { name: 'primary-password', kind: 'secret', facts },
      { name: 'two-factor-code', kind: 'text', facts },
    ]
    const perform: AnyPerformer['perform'] = async (step, context) => {
      if (step.kind === 'keep-secrets') for (const question of questions) await context.ask(question)
      return performed()
    }
    const ask = async ({ kind }: Question) => (kind === 'yes-no' ? true : 'canary-1234')
    await runPlan(needsOf(journal, { perform }, { ask }), plan, never)
    const said = journal.entries().flatMap((one): unknown[] => {
      if (one.kind === 'asked') return [[one.question, one.facts]]
      return one.kind === 'answered' ? [[one.question, one.answer]] : []
    })
    expect(said).toEqual(
      questions.flatMap(({ name }) => [
        [name, facts],
        [name, true],
      ]),
    )
    expect(JSON.stringify(journal.entries())).not.toContain('canary')
  })
})

describe('undoPlan', () => {
  /** A run that came to its end, or to the step that fails; what it wrote to files stands. */
  async function ran(failing: StepKind | null = null) {
    const journal = memoryJournal(plan)
    const world = outside()
    const perform: AnyPerformer['perform'] = (step, context) =>
      step.kind === failing ? Promise.resolve(failed(problemOf('later'))) : world.one.perform(step, context)
    await runPlan(needsOf(journal, { ...world.one, perform }), plan, never)
    return { journal, ...world }
  }

  test('takes back every rewrite, newest first, and leaves the site alone', async () => {
    const { journal, one, files, commits } = await ran()
    const before = journal.entries().length
    const { undone, problem } = await undoPlan(needsOf(journal, one), plan, never)
    expect(problem).toBeNull()
    expect(undone.map(({ id }) => id)).toEqual(
      stepsOf('rewrite-client')
        .map(({ id }) => id)
        .toReversed(),
    )
    expect([files.size, commits]).toEqual([0, [taro, hanako]])
    expect(linesOf(journal).slice(before)).toEqual([...undone.flatMap(({ id }) => [`intended ${id}`, `undone ${id}`]), 'stopped'])
  })

  test('a second time, or where nothing was written, takes nothing back', async () => {
    const { journal, one } = await ran()
    await undoPlan(needsOf(journal, one), plan, never)
    const undo = () => Promise.reject(new Error('nothing stands to be taken back'))
    expect(await undoPlan(needsOf(journal, { undo }), plan, never)).toEqual({ undone: [], problem: null })
    const early = await ran('probe-servers')
    expect(await undoPlan(needsOf(early.journal, { undo }), plan, never)).toEqual({ undone: [], problem: null })
  })

  test('stops at the first that refuses: what was done stands as done, and can be taken back later', async () => {
    const { journal, one, files } = await ran()
    const [first, second] = stepsOf('rewrite-client')
    const declined = problemOf('after-person')
    const undo: AnyPerformer['undo'] = async (step, context) =>
      step.id === first!.id ? { ok: false, problem: declined } : one.undo!(step, context)
    const refused = await undoPlan(needsOf(journal, { undo }), plan, never)
    expect([refused.undone.map(({ id }) => id), refused.problem]).toEqual([[second!.id], declined])
    const state = foldRun(journal.entries())
    expect(state.stopped).toMatchObject({ why: 'declined', problem: declined })
    expect(stepState(state, first!.id).at).toBe('done')
    const later = await undoPlan(needsOf(journal, one), plan, never)
    expect([later.undone.map(({ id }) => id), later.problem, files.size]).toEqual([[first!.id], null, 0])
  })

  test('killed at any line and asked for again, everything is as it was before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.boolean(), async (line, written) => {
        const { journal, one, files } = await ran()
        await undoPlan(needsOf(mortal(journal, line, written), one), plan, never).catch((error: unknown) => {
          if (!(error instanceof Died)) throw error
        })
        expect((await undoPlan(needsOf(journal, one), plan, never)).problem).toBeNull()
        expect(files.size).toBe(0)
        for (const { id } of stepsOf('rewrite-client')) expect(stepState(foldRun(journal.entries()), id).at).toBe('undone')
      }),
    )
  })
})
