import type { RunId } from '../../shared/base/ids.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Busy, RunRow, RunView } from '../../shared/ipc/run-calls.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { runOutcome } from '../../shared/journal/run-outcome.ts'
import { type Plan, providersOf } from '../../shared/plan/plan.ts'
import { waysOn } from '../../shared/screen/ways-on.ts'
import type { App } from '../road/app.ts'
import type { PracticeAtHand } from './practice-at-hand.ts'

/** A run with what can be read of its journal; `problem`: why that is not all. */
export interface ReadRun {
  readonly plan: Plan
  readonly entries: readonly WrittenEntry[]
  readonly problem: Problem | null
}

type Rehearsals = Pick<PracticeAtHand, 'runs'>
type Reads = Pick<App, 'readRun' | 'soundPart'>

/** Reads a run; of a damaged journal what stands before the damage. Refuses one whose plan cannot be read. */
export async function readRun(app: Reads, run: RunId): Promise<Result<ReadRun>> {
  const whole = await app.readRun(run)
  const part = whole.ok ? whole : await app.soundPart(run)
  const problem = whole.ok ? null : whole.problem
  const entries = part.ok ? part.value : []
  const { plan } = foldRun(entries)
  if (plan) return ok({ plan, entries, problem })
  return problem ? { ok: false, problem } : fail('run-unknown', 'after-person', { run })
}

/** A rehearsal's passwords were in memory alone: with the program that knew them the run cannot be taken up again. */
const forgotten = async (app: Pick<App, 'secretsOf'>, { plan }: ReadRun): Promise<boolean> =>
  plan.manner.vault === 'memory' && !(await app.secretsOf(plan, true)).ok

/** A rehearsal leads to doors that close with its provider: it can be taken up again while that runs, and not after. */
const doorsOpen = async (practice: Rehearsals, { plan: { manner } }: ReadRun): Promise<boolean> =>
  manner.rehearsal !== true || practice.runs(manner.ca)

async function viewRow(app: Pick<App, 'secretsOf'>, practice: Rehearsals, read: ReadRun, busy: Busy): Promise<RunRow> {
  const { plan, entries, problem } = read
  const state = foldRun(entries)
  const outcome = runOutcome(plan, state)
  const ways = waysOn(plan, entries)
  return {
    run: plan.run,
    createdAt: plan.createdAt,
    // Behind the damage anything may stand: only what is certain is said.
    outcome: problem && outcome !== 'unfinished' ? 'unknown' : outcome,
    busy,
    undo: ways.undone,
    open: !problem && ways.resume && ways.passwords && !(await forgotten(app, read)) && (await doorsOpen(practice, read)),
    practice: plan.manner.rehearsal === true,
    addresses: [...plan.mailboxes.map(({ account }) => account.address), ...plan.logins.map(({ login }) => login)],
    providers: [...providersOf(plan)],
    problem,
  }
}

/** When a run was made, read off its name: all that is left of one whose journal tells nothing. */
const madeAt = (run: RunId): string => run.replace(/^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-.*$/, '$1-$2-$3T$4:$5:$6.000Z')

/** All runs, newest first. `isBusy`: who carries it out, if anybody does. */
export async function listRows(
  app: Reads & Pick<App, 'runs' | 'secretsOf'>,
  practice: Rehearsals,
  isBusy: (run: RunId, entries: readonly WrittenEntry[]) => Busy,
): Promise<Result<readonly RunRow[]>> {
  const runs = await app.runs()
  if (!runs.ok) return runs
  const rows: RunRow[] = []
  for (const run of runs.value.toReversed()) {
    const read = await readRun(app, run)
    if (read.ok) rows.push(await viewRow(app, practice, read.value, isBusy(run, read.value.entries)))
    else {
      const nothing = { busy: false as const, open: false, undo: 'none' as const, practice: false, addresses: [], providers: [] }
      rows.push({ run, createdAt: madeAt(run), outcome: 'unknown', ...nothing, problem: read.problem })
    }
  }
  return ok(rows)
}

/** One run as the window shows it. */
export async function viewRun(app: App, practice: Rehearsals, read: ReadRun, busy: Busy): Promise<RunView> {
  const { plan, entries, problem } = read
  // Without the mail programs' versions: a look at a run looks at no one's profile.
  const proof = problem ? null : await app.proofOf(plan, entries, [])
  return { plan, entries: [...entries], row: await viewRow(app, practice, read, busy), proof }
}
