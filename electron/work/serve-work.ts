import type { Answer } from '../../shared/base/ask.ts'
import { fail, type Result } from '../../shared/base/result.ts'
import type { PlayRecipe } from '../../shared/portal/play-recipe.ts'
import type { Proof } from '../../shared/proof/proof.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { type CrossingOrder, type FromWork, fromCrossing, type ToWork } from './work-messages.ts'

/** The pipe to the process that gave the work. */
export interface WorkPort {
  readonly post: (message: FromWork) => void
  readonly onMessage: (heard: (message: ToWork) => void) => void
  /** The other side is gone: nobody hears any more. */
  readonly onGone: (gone: () => void) => void
}

export interface Works {
  readonly play: PlayRecipe
  readonly draw: (proof: Proof, lang: Lang) => Promise<Uint8Array>
}

const isResult = (value: Answer | Result<void>): value is Result<void> => typeof value === 'object' && value !== null

/** Where it happened, without the message, which may quote a value. */
const whereOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}\n${(error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')}`
    : 'not an error'

/** Does the one piece of work it is given and says what came of it. A wish to stop, and the other side's going away, stop it. */
export function serveWork(port: WorkPort, works: Works): void {
  const stop = new AbortController()
  const waiting = new Map<number, (value: Answer | Result<void>) => void>()
  let last = 0
  const asked = (say: (id: number) => FromWork): Promise<Answer | Result<void>> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      port.post(say(last))
    })
  const before = (what: 'commit' | 'sign-in') => async (): Promise<Result<void>> => {
    const value = await asked((id) => ({ type: 'before', id, what }))
    return isResult(value) ? value : fail('cancelled', 'later')
  }
  const play = (order: CrossingOrder) =>
    works.play(
      fromCrossing(order, {
        stop: stop.signal,
        ask: async (question) => {
          const value = await asked((id) => ({ type: 'ask', id, question }))
          return isResult(value) ? null : value
        },
        beforeCommit: before('commit'),
        beforeSignIn: before('sign-in'),
        report: (what, line) => port.post({ type: 'report', what, line }),
        pictured: (page) => port.post({ type: 'pictured', page }),
      }),
    )
  const work = async (message: Extract<ToWork, { type: 'play' | 'draw' }>): Promise<FromWork> => {
    try {
      if (message.type === 'draw') return { type: 'drawn', bytes: await works.draw(message.proof, message.lang) }
      return { type: 'played', played: await play(message.order) }
    } catch (error) {
      return { type: 'threw', stack: whereOf(error) }
    }
  }
  port.onGone(() => stop.abort())
  port.onMessage((message) => {
    if (message.type === 'stop') stop.abort()
    else if (message.type === 'answer') {
      waiting.get(message.id)?.(message.value)
      waiting.delete(message.id)
    } else void work(message).then(port.post)
  })
}
