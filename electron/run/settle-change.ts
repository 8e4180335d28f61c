import { setTimeout as sleep } from 'node:timers/promises'
import type { SecretRef } from '../../shared/base/secret.ts'
import { asksForOld, judgeChange } from '../../shared/plan/judge-change.ts'
import type { DoorReport, LiveDoor } from './live-door.ts'
import type { StepContext } from './performer.ts'

export interface Verdict {
  readonly outcome: 'changed' | 'unchanged' | 'unknown'
  readonly reports: readonly DoorReport[]
}

export interface Settling {
  readonly doors: readonly LiveDoor[]
  readonly current: SecretRef
  readonly next: SecretRef
  /** The site said in plain words why it does not do it: nothing is on its way. */
  readonly refused: boolean
  /** Seconds within which a confirmed change takes effect. */
  readonly effectSeconds: number
  readonly now: () => number
}

/** Waits, or less long when the person wishes to stop. */
const pause = (ms: number, stop: AbortSignal): Promise<void> => sleep(ms, undefined, { signal: stop }).catch(() => undefined)

/** A change that takes minutes can take effect between two sign-ins: then the new password was refused, and right after it the old one. */
const minutes = 60

async function askDoor(settling: Settling, door: LiveDoor): Promise<Verdict & { readonly askedOld: boolean }> {
  const withNew = await door.ask(settling.next)
  if (!asksForOld(withNew.answer)) return { outcome: judgeChange(withNew.answer, null), reports: [withNew], askedOld: false }
  const withOld = await door.ask(settling.current)
  const both = [withNew, withOld]
  const between = withOld.answer === 'refused' && !settling.refused && settling.effectSeconds >= minutes
  if (!between) return { outcome: judgeChange(withNew.answer, withOld.answer), reports: both, askedOld: true }
  const again = await door.ask(settling.next)
  return { outcome: judgeChange(again.answer, null), reports: [...both, again], askedOld: true }
}

/**
 * The change was sent and the door still takes the old password: it may follow late. Looks with the old one until it is refused or the
 * provider's time is over; only then is the new one tried once more.
 */
async function waitForEffect(settling: Settling, context: StepContext, door: LiveDoor): Promise<Verdict> {
  const { stop } = context
  const reports: DoorReport[] = []
  const until = settling.now() + settling.effectSeconds * 1000
  while (settling.now() < until && !stop.aborted) {
    context.report('waiting-for-effect', { seconds: Math.ceil((until - settling.now()) / 1000) })
    await pause(Math.min(door.rest, Math.max(0, until - settling.now())), stop)
    if (stop.aborted) break
    const old = await door.ask(settling.current)
    reports.push(old)
    if (old.answer === 'accepted') continue
    // Only a refusal shows that something has changed. A dropped line or a spent budget does not call for the refused new one again.
    if (old.answer !== 'refused') return { outcome: 'unknown', reports }
    const again = await door.ask(settling.next)
    return { outcome: judgeChange(again.answer, null), reports: [...reports, again] }
  }
  return { outcome: stop.aborted ? 'unknown' : 'unchanged', reports }
}

/** The live sign-in that decides what a sent change came to: new password first; the old one, once, only when the new one was refused. */
export async function settleChange(settling: Settling, context: StepContext): Promise<Verdict> {
  const reports: DoorReport[] = []
  context.report('settling')
  for (const door of settling.doors) {
    const { outcome, reports: asked, askedOld } = await askDoor(settling, door)
    reports.push(...asked)
    if (outcome === 'unchanged' && !settling.refused) {
      const later = await waitForEffect(settling, context, door)
      return { outcome: later.outcome, reports: [...reports, ...later.reports] }
    }
    // A door that answered neither way tells nothing: the other one may. A door that refused has spent its tries.
    if (outcome !== 'unknown' || askedOld) return { outcome, reports }
  }
  return { outcome: 'unknown', reports }
}
