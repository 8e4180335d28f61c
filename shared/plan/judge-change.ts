import type { ProbeReport } from '../probe/probe.ts'
import type { PortalOutcome } from './evidence.ts'

/** What a door said to a password: taken, explicitly refused, or nothing that tells (silence, an error, a spent budget). */
export type DoorAnswer = 'accepted' | 'refused' | 'untold'

/** A mail server's answer. Only an accepted sign-in is one: "in use" and the like are often told by words that mean something else. */
export function answerOf(report: ProbeReport): DoorAnswer {
  if (report.ok) return 'accepted'
  const code = report.problem?.code
  return code === 'sign-in-refused' || code === 'must-change-password' ? 'refused' : 'untold'
}

/** Is the old password worth its one try? Only when the new one was explicitly refused: silence tells nothing about either. */
export const asksForOld = (withNew: DoorAnswer): boolean => withNew === 'refused'

/**
 * What a sent commit came to, by live sign-in alone: a completion page is no proof and an error page no disproof.
 * New accepted → changed. New refused and old accepted → unchanged. Anything else → unknown.
 */
export function judgeChange(withNew: DoorAnswer, withOld: DoorAnswer | null): Exclude<PortalOutcome, 'skipped'> {
  if (withNew === 'accepted') return 'changed'
  return withNew === 'refused' && withOld === 'accepted' ? 'unchanged' : 'unknown'
}
