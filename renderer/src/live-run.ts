import type { RunId } from '../../shared/base/ids.ts'
import type { Facts, Problem } from '../../shared/base/problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Busy } from '../../shared/ipc/run-calls.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { call, onEvent } from './api.ts'
import type { RunTask } from './flow.ts'
import { createStore } from './store.ts'

/** The run under way as the window knows it: what stands in its journal, and what is said in passing. */
export interface LiveRun {
  readonly task: RunTask
  readonly run: RunId
  /** When it was taken up here, ms since 1970. */
  readonly since: number
  readonly plan: Plan | null
  readonly entries: readonly WrittenEntry[]
  readonly progress: { readonly what: string; readonly facts: Facts } | null
  /** The newest page of the member site, by the name its picture is asked for. */
  readonly picture: { readonly name: string; readonly heading: string } | null
  readonly stopping: boolean
  /** Another process carries it out: it can be looked at from here, and stopped and answered only there. */
  readonly elsewhere: boolean
  readonly ended: boolean
  /** Nothing came to be: why. What held up a step stands in the journal. */
  readonly problem: Problem | null
  /** What holds the run up besides what its journal says (the store of passwords is locked, the paper could not be written). */
  readonly heldBy: Problem | null
}

const store = createStore<LiveRun | null>(null)

/** The run under way, or the last one of this sitting. */
export const useLiveRun = store.use
export const liveRun = store.get

const change = (run: RunId, next: (live: LiveRun) => Partial<LiveRun>): void => {
  const live = store.get()
  if (live !== null && live.run === run) store.set({ ...live, ...next(live) })
}

/** Entries by their numbers, each once: those that were read may come as events as well. */
export function withEntries(known: readonly WrittenEntry[], more: readonly WrittenEntry[]): readonly WrittenEntry[] {
  const last = known.at(-1)?.seq ?? 0
  if (more.every(({ seq }) => seq > last)) return [...known, ...more]
  const bySeq = new Map([...known, ...more].map((entry) => [entry.seq, entry]))
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

/** A step that has ended leaves nothing of what was said inside it. */
const endsProgress = ({ kind }: WrittenEntry): boolean => kind === 'done' || kind === 'failed' || kind === 'stopped'

/** How one thing told by the main process changes what is known of the run. */
export function hearRun(live: LiveRun, event: RoadEvent): LiveRun {
  if (!('run' in event) || event.run !== live.run) return live
  switch (event.type) {
    case 'entry': {
      const entries = withEntries(live.entries, [event.entry])
      const plan = event.entry.kind === 'planned' ? event.entry.plan : live.plan
      const watched = live.task.how === 'watch' && event.entry.kind === 'stopped'
      return { ...live, entries, plan, ended: live.ended || watched, ...(endsProgress(event.entry) ? { progress: null } : {}) }
    }
    case 'progress':
      return { ...live, progress: { what: event.what, facts: event.facts } }
    case 'picture':
      return { ...live, picture: { name: event.name, heading: event.heading } }
  }
}

const runOf = (task: RunTask): RunId => (task.how === 'start' ? task.draft.plan.run : task.run)

/** How often a run that another process has in hand is read anew, ms: no event tells of it. */
const watchEvery = 2_000

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

async function readKnown(run: RunId): Promise<Result<{ readonly busy: Busy }>> {
  const view = await call('readRun', { run })
  if (!view.ok) return view
  const { plan, entries, row } = view.value
  const elsewhere = row.busy === 'elsewhere'
  change(run, (live) => ({ plan, entries: withEntries(live.entries, entries), elsewhere }))
  return ok({ busy: row.busy })
}

type Ended = Pick<LiveRun, 'problem' | 'heldBy'>
const fine: Ended = { problem: null, heldBy: null }

/** Looks on until the run is over, here or in another process. */
async function watch(task: RunTask, run: RunId): Promise<Ended> {
  const isLooking = (): boolean => store.get()?.task === task && store.get()?.ended === false
  while (isLooking()) {
    await pause(watchEvery)
    // It may have ended meanwhile, or another task have taken its place.
    if (!isLooking()) break
    const known = await readKnown(run)
    if (!known.ok) return { ...fine, problem: known.problem }
    if (!known.value.busy) break
  }
  return fine
}

async function carryOut(task: RunTask, run: RunId): Promise<Ended> {
  if (task.how !== 'start') {
    const known = await readKnown(run)
    if (!known.ok) return { ...fine, problem: known.problem }
    if (task.how === 'watch') return known.value.busy ? watch(task, run) : fine
  }
  const result =
    task.how === 'start'
      ? await call('startRun', { draft: task.draft.draft })
      : await call(task.how === 'undo' ? 'undoRun' : 'resumeRun', { run })
  return result.ok ? { ...fine, heldBy: result.value.problem } : { ...fine, problem: result.problem }
}

let hearing = false

/**
 * Begins what the run screen was opened for: once for each task, however often the screen is drawn. `again`: the same once more, after it
 * could not begin.
 */
export function beginRun(task: RunTask, again = false): void {
  if (store.get()?.task === task && !again) return
  if (!hearing) {
    hearing = true
    onEvent((event) => {
      const live = store.get()
      if (live !== null) store.set(hearRun(live, event))
    })
  }
  const run = runOf(task)
  const plan = task.how === 'start' ? task.draft.plan : null
  const fresh = { entries: [], progress: null, picture: null, ended: false, problem: null, heldBy: null }
  store.set({ task, run, plan, since: Date.now(), stopping: false, elsewhere: false, ...fresh })
  const work = async (): Promise<void> => {
    const ended = await carryOut(task, run)
    // Another task may have taken its place meanwhile.
    if (store.get()?.task === task) change(run, () => ({ ...ended, ended: true, progress: null }))
  }
  void work()
}

/** Says that the person wishes to stop; what it came to stands in the ending. */
export function wishToStop(run: RunId): void {
  change(run, () => ({ stopping: true }))
  const work = async (): Promise<void> => {
    const wished = await call('stopRun', { run })
    // Nobody stops it for us: then nothing says so.
    if (!wished.ok) change(run, () => ({ stopping: false, elsewhere: wished.problem.facts['here'] === false }))
  }
  void work()
}
