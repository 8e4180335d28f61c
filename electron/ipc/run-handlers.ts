import type { RunId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Handlers, Output } from '../../shared/ipc/contract.ts'
import type { Busy } from '../../shared/ipc/run-calls.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import type { RunHooks } from '../road/app.ts'
import { mayResume } from '../road/may-resume.ts'
import { carryRun } from './carry-run.ts'
import { type Draft, findDraft, type HeldDrafts } from './held-drafts.ts'
import { revealPasswords } from './reveal-passwords.ts'
import { listRows, type ReadRun, readRun, viewRun } from './view-run.ts'
import type { WindowNeeds } from './window-needs.ts'

/** Is this run being carried out? Of another process is known only that it has one in hand: it is one that has not been stopped. */
async function busyTest({ app, underWay }: WindowNeeds): Promise<(run: RunId, entries: readonly WrittenEntry[]) => Busy> {
  const own = underWay.run()
  const elsewhere = own === null && (await app.busy())
  return (run, entries) => (run === own ? 'here' : elsewhere && foldRun(entries).stopped === null ? 'elsewhere' : false)
}

async function startDraft({ app }: WindowNeeds, draft: Draft, drafts: HeldDrafts, hooks: RunHooks) {
  const ready = await app.vaultReady(draft.prepared.plan)
  if (!ready.ok) return ready
  const room = await app.roomReady()
  if (!room.ok) return room
  // From its first line on it is the journal's, whatever becomes of it. One that never came to be may be tried again.
  const onEntry: RunHooks['onEntry'] = (entry) => {
    if (entry.kind === 'planned') drafts.drop(draft.draft)
    hooks.onEntry(entry)
  }
  return app.startRun(draft.prepared, { ...hooks, onEntry })
}

async function takeUp(needs: WindowNeeds, run: RunId, known: ReadRun): Promise<Result<Output<'resumeRun'>>> {
  const { plan } = known
  const work = async (hooks: RunHooks) => {
    const problem = await mayResume(needs.app, known)
    return problem ? { ok: false as const, problem } : needs.app.resumeRun(plan, null, hooks)
  }
  return carryRun(needs, run, work, { root: undefined })
}

async function withRun<T>(needs: WindowNeeds, run: RunId, use: (read: ReadRun) => Promise<Result<T>>): Promise<Result<T>> {
  const read = await readRun(needs.app, run)
  if (!read.ok) return read
  // A damaged journal is shown, and nothing is ever continued from it.
  return read.value.problem ? { ok: false, problem: read.value.problem } : use(read.value)
}

/** Stops what was meant, and nothing else. A run that has ended meanwhile needs no stopping. */
async function stopOne({ app, underWay }: WindowNeeds, run: RunId | null): Promise<Result<Record<string, never>>> {
  const own = underWay.run()
  if (own !== run) return own === null && !(await app.busy()) ? ok({}) : fail('run-busy', 'later', { here: own !== null, run: own })
  void underWay.stop()
  return ok({})
}

type RunCalls =
  | ('startRun' | 'resumeRun' | 'undoRun' | 'stopRun' | 'answer')
  | ('listRuns' | 'readRun' | 'revealPasswords' | 'picture' | 'deleteRun')

/** Calls about runs: one is carried out at a time, and everything about it is told as it happens. */
export function runHandlers(needs: WindowNeeds, drafts: HeldDrafts): Pick<Handlers, RunCalls> {
  const { app, questions } = needs
  return {
    startRun: async ({ draft }) => {
      const found = findDraft(drafts, draft)
      if (!found.ok) return found
      const { root, prepared } = found.value
      return carryRun(needs, prepared.plan.run, (hooks) => startDraft(needs, found.value, drafts, hooks), { root })
    },
    resumeRun: ({ run }) => withRun(needs, run, (known) => takeUp(needs, run, known)),
    undoRun: ({ run }) => withRun(needs, run, ({ plan }) => carryRun(needs, run, (hooks) => app.undoRun(plan, hooks), null)),
    stopRun: ({ run }) => stopOne(needs, run),
    answer: async ({ question, value }) => questions.answer(question, value),
    listRuns: async () => {
      const rows = await listRows(app, needs.practice, await busyTest(needs))
      return rows.ok ? ok({ runs: [...rows.value] }) : rows
    },
    readRun: async ({ run }) => {
      const read = await readRun(app, run)
      if (!read.ok) return read
      const isBusy = await busyTest(needs)
      return ok(await viewRun(app, needs.practice, read.value, isBusy(run, read.value.entries)))
    },
    revealPasswords: ({ run }) => revealPasswords(app, run),
    picture: async ({ run, name }) => {
      const picture = await app.pictureOf(run, name)
      return picture.ok ? ok({ png: Buffer.from(picture.value).toString('base64') }) : picture
    },
    deleteRun: async ({ run, sure }) => {
      const gone = await app.deleteRun(run, sure)
      return gone.ok ? ok({}) : gone
    },
  }
}
