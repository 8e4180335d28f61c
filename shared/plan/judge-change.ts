import type { ProbeReport } from '../probe/probe.ts'
import type { PortalOutcome } from './evidence.ts'

const refused = (report: ProbeReport | null): boolean =>
  report?.problem?.code === 'sign-in-refused' || report?.problem?.code === 'must-change-password'

/** Is the old password worth its one try? Only when the new one was explicitly refused: silence tells nothing about either. */
export const asksForOld = (withNew: ProbeReport): boolean => refused(withNew)

/** Was this sign-in explicitly refused for its password? */
export const wasRefused = (report: ProbeReport): boolean => refused(report)

/**
 * What a sent commit came to, by live sign-in alone: a completion page is no proof and an error page no disproof.
 * New accepted → changed. New refused and old accepted → unchanged. Anything else → unknown.
 */
export function judgeChange(withNew: ProbeReport | null, withOld: ProbeReport | null): Exclude<PortalOutcome, 'skipped'> {
  // Only an accepted sign-in: "in use" and the like are often told by words that mean something else.
  if (withNew?.ok) return 'changed'
  if (refused(withNew) && withOld?.ok) return 'unchanged'
  return 'unknown'
}
