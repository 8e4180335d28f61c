import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Played, PlayOrder } from '../../shared/portal/play-recipe.ts'
import type { Works } from './serve-work.ts'
import { type FromWork, toCrossing, type ToWork } from './work-messages.ts'

/** Another process of this program, just started, with a pipe to it. */
export interface WorkProcess {
  readonly post: (message: ToWork) => void
  readonly onMessage: (heard: (message: FromWork) => void) => void
  /** It has ended, or could not be started. */
  readonly onGone: (gone: () => void) => void
  /** Ends it by force; nothing where it has ended. A browser it had open goes with the pipe between the two. */
  readonly kill: () => void
}

class WorkThrew extends Error {
  constructor(stack: string) {
    super('a working process threw')
    this.stack = `WorkThrew\n${stack}`
  }
}

/** Sends one piece of work and hears until it is done. `hear`: what it says meanwhile. `gone`: what it comes to when the process goes away. */
async function inProcess<T>(
  start: () => Promise<WorkProcess>,
  message: ToWork,
  hear: (said: FromWork, process: WorkProcess) => { readonly end: T } | null,
  gone: () => T,
): Promise<T> {
  const process = await start()
  return new Promise((resolve, reject) => {
    process.onGone(() => resolve(gone()))
    process.onMessage((said) => {
      if (said.type === 'threw') return reject(new WorkThrew(said.stack))
      const heard = hear(said, process)
      if (heard) resolve(heard.end)
    })
    process.post(message)
  })
}

/** The process died under a visit. Only what it was given leave for can have happened. */
function brokenOff(order: PlayOrder, mayHaveSent: boolean): Played {
  const facts = { recipe: order.recipe.id, version: order.recipe.version, cause: 'process-ended' }
  const problem: Problem = mayHaveSent
    ? fail('portal-outcome-unknown', 'after-person', facts).problem
    : fail('browser-failed', 'later', facts).problem
  return { commit: mayHaveSent ? 'sent' : 'not-sent', completed: false, read: {}, pages: [], differences: [], problem }
}

/** Milliseconds. */
export interface Patience {
  /** After a wish to stop, until it is said without the process what came of the visit. It answers at once unless it hangs. */
  readonly answer: number
  /** After a wish to stop, until a process that is still tidying up is ended. */
  readonly tidying: number
  /** Until a paper that is still being drawn is given up: a few seconds on a quiet PC. */
  readonly drawing: number
}
const usualPatience: Patience = { answer: 700, tidying: 6_000, drawing: 30_000 }

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** One visit, seen from here: what leave it was given, and whether anybody still waits for it. */
function followVisit(order: PlayOrder) {
  let mayHaveSent = false
  let over = false
  const asked = new AbortController()
  const asking = new Set<Promise<void>>()
  let bug: { readonly error: unknown } | null = null

  const leave = async (what: 'commit' | 'sign-in'): Promise<Result<void>> => {
    if (what === 'sign-in') return order.beforeSignIn()
    const given = await order.beforeCommit()
    // It was written down while the person ceased to wait: leave that never crosses lets nothing out.
    if (over) return fail('cancelled', 'later')
    mayHaveSent ||= given.ok
    return given
  }
  /** Who throws here (the journal cannot be written) ends the visit there before its hand moves. */
  const answer = async (process: WorkProcess, said: Extract<FromWork, { type: 'ask' | 'before' }>): Promise<void> => {
    const { id } = said
    const no = said.type === 'ask' ? null : fail('cancelled', 'later')
    if (over) return process.post({ type: 'answer', id, value: no })
    try {
      const value = said.type === 'ask' ? await order.ask(said.question, asked.signal) : await leave(said.what)
      process.post({ type: 'answer', id, value })
    } catch (error) {
      bug ??= { error }
      process.post({ type: 'answer', id, value: no })
    }
  }
  return {
    bug: () => bug,
    /** What it comes to without the process's own word. Only what leave was given for can have happened. */
    brokenOff: () => brokenOff(order, mayHaveSent),
    /** The person waits no longer: from now on nothing is given leave. */
    end: (): Played => {
      over = true
      return { ...cancelled(order), commit: mayHaveSent ? 'sent' : 'not-sent' }
    },
    /** The visit is over, whoever ended it: its questions are taken back, and are done with in the journal before what came of it is written. */
    close: async (): Promise<void> => {
      asked.abort()
      await Promise.all(asking)
    },
    hear: (said: FromWork, process: WorkProcess): { readonly end: Played } | null => {
      if (said.type === 'played') return { end: said.played }
      if (said.type === 'report' && !over) order.report(said.what, said.line)
      if (said.type === 'pictured' && !over) order.pictured?.(said.page)
      if (said.type === 'before') void answer(process, said)
      if (said.type === 'ask') {
        const answering: Promise<void> = answer(process, said).finally(() => asking.delete(answering))
        asking.add(answering)
      }
      return null
    },
  }
}

const cancelled = (order: PlayOrder): Played => ({
  ...brokenOff(order, false),
  problem: fail('cancelled', 'after-person', { recipe: order.recipe.id }).problem,
})

/** Tells the process of the wish to stop. One that is still there long after is ended: nothing of it may outlive the person's wish. */
function stopInTime(process: WorkProcess, tidying: number): void {
  const clock = setTimeout(process.kill, tidying)
  // Who leaves by then is waited for by nobody.
  clock.unref()
  process.onGone(() => clearTimeout(clock))
  process.post({ type: 'stop' })
}

async function playElsewhere(start: () => Promise<WorkProcess>, order: PlayOrder, patience: Patience): Promise<Played> {
  const visit = followVisit(order)
  const deaf = new AbortController()
  const wish = new Promise<void>((resolve) => order.stop.addEventListener('abort', () => resolve(), { signal: deaf.signal }))
  const begin = async (): Promise<WorkProcess> => {
    const process = await start()
    void wish.then(() => stopInTime(process, patience.tidying))
    return process
  }
  const late = wish.then(() => pause(patience.answer)).then(visit.end)
  try {
    const playing = inProcess(begin, { type: 'play', order: toCrossing(order) }, visit.hear, visit.brokenOff)
    const played = await Promise.race([playing, late])
    const bug = visit.bug()
    if (bug) throw bug.error
    return played
  } finally {
    deaf.abort()
    await Promise.race([visit.close(), pause(patience.answer)])
  }
}

/** A process that is ended after so many ms, if it has not ended by itself: one that hangs would hold up the run that waits for it. */
async function startFor(start: () => Promise<WorkProcess>, most: number): Promise<WorkProcess> {
  const process = await start()
  const clock = setTimeout(process.kill, most)
  process.onGone(() => clearTimeout(clock))
  return process
}

/** The same work in a process of its own, one for each piece: what blocks there, or dies there, holds no window up. */
export const workElsewhere = (start: () => Promise<WorkProcess>, patience: Patience = usualPatience): Works => ({
  play: async (order) => {
    if (order.stop.aborted) return cancelled(order)
    return playElsewhere(start, order, patience)
  },
  draw: async (proof, lang) => {
    const drawn = await inProcess(
      () => startFor(start, patience.drawing),
      { type: 'draw', proof, lang },
      (said) => (said.type === 'drawn' ? { end: ok(said.bytes) } : null),
      () => fail('unexpected', 'later', { where: 'record', cause: 'process-ended' }),
    )
    if (!drawn.ok) throw new WorkThrew('at the drawing of a record')
    return drawn.value
  },
})
