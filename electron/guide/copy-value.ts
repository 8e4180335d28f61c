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

/**
 * Puts values on the clipboard, each for a minute at most. It is emptied only while it still holds the value: what the person has copied since
 * is left alone, and so is the same value put there anew.
 */
export function copyValue(clipboard: Clipboard | null, later: Later): GuideHands['copy'] {
  let callOff: (() => void) | null = null
  return async (value: Secret): Promise<TakeBack | null> => {
    callOff?.()
    if (!clipboard || value.reveal() === '' || !(await clipboard.put(value.reveal()))) return null
    let there = true
    const takeBack = async (): Promise<void> => {
      if (!there) return
      there = false
      if (await clipboard.holds(value.reveal())) await clipboard.clear()
    }
    const cancel = later(keptFor, () => void takeBack())
    callOff = () => {
      cancel()
      there = false
    }
    return async () => {
      cancel()
      await takeBack()
    }
  }
}
