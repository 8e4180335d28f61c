import type { Ask } from '../../shared/base/ask.ts'
import type { RunId } from '../../shared/base/ids.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Secret, SecretRef } from '../../shared/base/secret.ts'
import type { Entry, Journal, WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun, type RunState } from '../../shared/journal/fold-run.ts'
import type { Manner, Plan } from '../../shared/plan/plan.ts'
import type { Step } from '../../shared/plan/step.ts'
import type { Performers } from './performer.ts'
import { runPlan, undoPlan } from './runner.ts'

/** A journal open for writing, closed when the session ends. */
export interface OpenJournal extends Journal {
  close(): Promise<void>
}

export interface SessionNeeds {
  /** One run at a time per data folder; the value releases it. */
  readonly lock: () => Promise<Result<() => Promise<void>>>
  readonly openJournal: (run: RunId, isNew: boolean) => Promise<Result<OpenJournal>>
  readonly folderOf: (run: RunId) => string
  readonly performers: (session: { plan: Plan; given: (ref: SecretRef) => Secret | null; journal: Journal }) => Performers
  /** Journals open in this process, by their run: what is to be written while a run is on goes through its own. */
  readonly standing: Map<RunId, Journal>
  /** The problem inside a journal that could not be written; null for any other throw. */
  readonly unwritable: (error: unknown) => Problem | null
}

/** How the caller follows a run and answers its questions. `onEntry` gets each entry once it is on disk. */
export interface SessionHooks {
  readonly ask: Ask
  readonly onEntry: (entry: WrittenEntry) => void
  readonly onProgress: (step: Step, what: string, facts?: Problem['facts']) => void
  readonly stop: AbortSignal
}

export interface SessionEnd {
  readonly plan: Plan
  readonly state: RunState
  readonly entries: readonly WrittenEntry[]
}

const noneGiven = (): null => null

function told(journal: OpenJournal, onEntry: SessionHooks['onEntry']): Journal {
  return {
    entries: () => journal.entries(),
    append: async (entry: Entry) => {
      const written = await journal.append(entry)
      onEntry(written)
      return written
    },
  }
}

async function inSession<T>(
  needs: SessionNeeds,
  run: RunId,
  isNew: boolean,
  onEntry: SessionHooks['onEntry'],
  work: (journal: Journal) => Promise<Result<T>>,
): Promise<Result<T>> {
  const lock = await needs.lock()
  if (!lock.ok) return lock
  try {
    const journal = await needs.openJournal(run, isNew)
    if (!journal.ok) return journal
    const journalOfRun = told(journal.value, onEntry)
    needs.standing.set(run, journalOfRun)
    try {
      return await work(journalOfRun)
    } catch (error) {
      const problem = needs.unwritable(error)
      if (!problem) throw error
      return { ok: false, problem }
    } finally {
      needs.standing.delete(run)
      await journal.value.close()
    }
  } finally {
    await lock.value()
  }
}

function runnerNeeds(
  needs: SessionNeeds,
  plan: Plan,
  journal: Journal,
  hooks: SessionHooks,
  given: (ref: SecretRef) => Secret | null,
) {
  return {
    journal,
    performers: needs.performers({ plan, given, journal }),
    folder: needs.folderOf(plan.run),
    ask: hooks.ask,
    report: hooks.onProgress,
  }
}

/** Starts a run that was agreed to. The plan is the journal's first line; from then on the journal is the truth. `draft-gone`: it was started before. */
export function startRun(
  needs: SessionNeeds,
  plan: Plan,
  given: (ref: SecretRef) => Secret | null,
  hooks: SessionHooks,
): Promise<Result<SessionEnd>> {
  return inSession(needs, plan.run, true, hooks.onEntry, async (journal) => {
    // One journal tells of one plan: a second first line would have everything before it read anew.
    if (journal.entries().length > 0) return fail('draft-gone', 'after-person', { run: plan.run })
    await journal.append({ kind: 'planned', plan })
    const state = await runPlan(runnerNeeds(needs, plan, journal, hooks, given), plan, hooks.stop)
    return ok({ plan, state, entries: journal.entries() })
  })
}

/** Takes a run up again where its journal ends, whatever ended it. `manner`: what the person says anew (browser, trusted authority). */
export function resumeRun(
  needs: SessionNeeds,
  run: RunId,
  manner: Omit<Manner, 'vault'> | null,
  hooks: SessionHooks,
): Promise<Result<SessionEnd>> {
  return inSession(needs, run, false, hooks.onEntry, async (journal) => {
    const before = foldRun(journal.entries())
    if (!before.plan) return fail('run-unknown', 'never', { run })
    const plan: Plan = { ...before.plan, manner: { ...before.plan.manner, ...manner } }
    // A process that was killed left no `stopped`: the person who resumes has agreed to try again what failed.
    if (!before.stopped) await journal.append({ kind: 'stopped', why: 'person', problem: null })
    const state = await runPlan(runnerNeeds(needs, plan, journal, hooks, noneGiven), plan, hooks.stop)
    return ok({ plan, state, entries: journal.entries() })
  })
}

/** Puts the mail program's files back as they were before the run. The provider's side stays as it is: that is the person's to change. */
export function undoRun(
  needs: SessionNeeds,
  run: RunId,
  hooks: SessionHooks,
): Promise<Result<SessionEnd & { readonly undone: readonly Step[]; readonly problem: Problem | null }>> {
  return inSession(needs, run, false, hooks.onEntry, async (journal) => {
    const { plan } = foldRun(journal.entries())
    if (!plan) return fail('run-unknown', 'never', { run })
    const { undone, problem } = await undoPlan(runnerNeeds(needs, plan, journal, hooks, noneGiven), plan, hooks.stop)
    return ok({ plan, state: foldRun(journal.entries()), entries: journal.entries(), undone, problem })
  })
}

const tellNobody = (): void => undefined

/** Writes down that the passwords of a run were shown: into its open journal where it is being carried out here, else under the lock. */
export async function noteRevealed(needs: SessionNeeds, run: RunId): Promise<Result<void>> {
  const entry = { kind: 'revealed', what: 'passwords' } as const
  const standing = needs.standing.get(run)
  if (standing) {
    try {
      await standing.append(entry)
      return ok()
    } catch (error) {
      const problem = needs.unwritable(error)
      if (!problem) throw error
      return { ok: false, problem }
    }
  }
  return inSession(needs, run, false, tellNobody, async (journal) => {
    await journal.append(entry)
    return ok()
  })
}
