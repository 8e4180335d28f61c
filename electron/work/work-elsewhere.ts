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

/** How long after a wish to stop the process may take to say what came of the visit, ms. */
const grace = 800

/** One visit, seen from here: what leave it was given, and whether anybody still waits for it. */
function followVisit(order: PlayOrder) {
  let mayHaveSent = false
  /** Leave for the commit is being asked for or was given: then only the process can tell. */
  let leaveAsked = false
  let over = false
  let bug: { readonly error: unknown } | null = null

  const leave = async (what: 'commit' | 'sign-in'): Promise<Result<void>> => {
    if (over) return fail('cancelled', 'later')
    if (what === 'sign-in') return order.beforeSignIn()
    leaveAsked = true
    const given = await order.beforeCommit()
    mayHaveSent = given.ok
    leaveAsked = given.ok
    return given
  }
  /** Who throws here (the journal cannot be written) ends the visit there before its hand moves. */
  const answer = async (process: WorkProcess, said: Extract<FromWork, { type: 'ask' | 'before' }>): Promise<void> => {
    const { id } = said
    try {
      const value = said.type === 'ask' ? await order.ask(said.question) : await leave(said.what)
      process.post({ type: 'answer', id, value })
    } catch (error) {
      bug ??= { error }
      process.post({ type: 'answer', id, value: said.type === 'ask' ? null : fail('cancelled', 'later') })
    }
  }
  return {
    mayHaveSent: () => mayHaveSent,
    bug: () => bug,
    /** The person waits no longer: nothing is given leave any more. False where something may be on its way. */
    end: (): boolean => {
      if (!leaveAsked) over = true
      return over
    },
    hear: (said: FromWork, process: WorkProcess): { readonly end: Played } | null => {
      if (said.type === 'played') return { end: said.played }
      if (said.type === 'report') order.report(said.what, said.line)
      if (said.type === 'pictured') order.pictured?.(said.page)
      if (said.type === 'ask' || said.type === 'before') void answer(process, said)
      return null
    },
  }
}

const cancelled = (order: PlayOrder): Played => ({
  ...brokenOff(order, false),
  problem: fail('cancelled', 'after-person', { recipe: order.recipe.id }).problem,
})

async function playElsewhere(start: () => Promise<WorkProcess>, order: PlayOrder): Promise<Played> {
  const visit = followVisit(order)
  const deaf = new AbortController()
  const wish = new Promise<void>((resolve) => order.stop.addEventListener('abort', () => resolve(), { signal: deaf.signal }))
  const begin = async (): Promise<WorkProcess> => {
    const process = await start()
    void wish.then(() => process.post({ type: 'stop' }))
    return process
  }
  const late = wish.then(async () => {
    await new Promise((resolve) => setTimeout(resolve, grace))
    return visit.end() ? cancelled(order) : new Promise<never>(() => undefined)
  })
  try {
    const playing = inProcess(begin, { type: 'play', order: toCrossing(order) }, visit.hear, () =>
      brokenOff(order, visit.mayHaveSent()),
    )
    const played = await Promise.race([playing, late])
    const bug = visit.bug()
    if (bug) throw bug.error
    return played
  } finally {
    deaf.abort()
  }
}

/** The same work in a process of its own, one for each piece: what blocks there, or dies there, holds no window up. */
export const workElsewhere = (start: () => Promise<WorkProcess>): Works => ({
  play: async (order) => {
    if (order.stop.aborted) return cancelled(order)
    return playElsewhere(start, order)
  },
  draw: async (proof, lang) => {
    const drawn = await inProcess(
      start,
      { type: 'draw', proof, lang },
      (said) => (said.type === 'drawn' ? { end: ok(said.bytes) } : null),
      () => fail('unexpected', 'later', { where: 'record', cause: 'process-ended' }),
    )
    if (!drawn.ok) throw new WorkThrew('at the drawing of a record')
    return drawn.value
  },
})
