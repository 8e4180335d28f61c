import type { Secret } from '../../shared/base/secret.ts'
import type { GuideHands, TakeBack } from '../../shared/guide/guide-hands.ts'
import type { Clipboard } from './clipboard.ts'

/** How long a value stays on the clipboard, ms. */
export const keptFor = 60_000

/** Does something later, unless it is called off. */
export type Later = (ms: number, act: () => void) => () => void

/** By the machine's clock; a program that is through does not wait for it. */
export const byTheClock: Later = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** Does something when the program ends, however it ends short of being killed, unless it is called off. */
export type AtEnd = (act: () => void) => () => void

/** At the end of this process. */
export const atExit: AtEnd = (act) => {
  process.once('exit', act)
  return () => void process.off('exit', act)
}

/** A value that was put on the clipboard. `pause`: its clock stands; `forget`: another has taken its place. */
interface Held {
  readonly takeBack: TakeBack
  readonly pause: () => void
  readonly forget: () => void
}

/** Its clock runs from now. Taken back is what was seen to be gone: a clipboard that does not let itself be emptied is tried again a minute later. */
function hold(clipboard: Clipboard, text: string, later: Later, atEnd: AtEnd): Held {
  let there = true
  const forgetEnd = atEnd(() => clipboard.takeBackNow(text))
  const isGone = (): void => {
    there = false
    forgetEnd()
  }
  let callOff: (() => void) | null = null
  const pause = (): void => callOff?.()
  const begin = (): void => {
    callOff = later(keptFor, () => void takeBack())
  }
  const takeBack = async (): Promise<void> => {
    pause()
    if (!there) return
    const held = await clipboard.holds(text)
    const gone = held === false || (held === true && (await clipboard.clear()))
    if (gone) isGone()
    else if (there) begin()
  }
  begin()
  return {
    takeBack,
    pause,
    forget: () => {
      pause()
      isGone()
    },
  }
}

/**
 * Puts values on the clipboard, each for a minute at most. It is emptied only while it still holds the value: what the person has copied since
 * is left alone, and so is the same value put there anew. Where a value cannot be put there the one before it is taken back at once: its
 * step is over. A program that ends in between (a second Ctrl-C, a bug) takes it back on its way out; one that is killed cannot.
 */
export function copyValue(clipboard: Clipboard | null, later: Later, atEnd: AtEnd): GuideHands['copy'] {
  let last: Held | null = null
  return async (value: Secret): Promise<TakeBack | null> => {
    if (!clipboard) return null
    const text = value.reveal()
    const before = last
    before?.pause()
    const put = text !== '' && (await clipboard.put(text))
    if (put) {
      before?.forget()
      const held = hold(clipboard, text, later, atEnd)
      last = held
      return held.takeBack
    }
    await before?.takeBack()
    // A tool that failed, or was ended for taking too long, may have put it there all the same.
    if (text !== '') await hold(clipboard, text, later, atEnd).takeBack()
    return null
  }
}
