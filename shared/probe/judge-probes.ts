import type { Problem, ProblemCode } from '../base/problem.ts'
import type { ProbeReport } from './probe.ts'

/** Whether mail works with what was tried: proven, disproven, or neither. */
export type Standing = 'ready' | 'not-ready' | 'cannot-tell'

export interface Judgement {
  readonly standing: Standing
  /** The problem that decided, or kept it from being decided. */
  readonly problem: Problem | null
}

// Answers that stand whatever is tried again: the server said no, or the settings do not fit the server.
const settled: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'sign-in-refused',
  'must-change-password',
  'account-blocked',
  'needs-tls',
  'auth-not-offered',
  'mechanism-unsupported',
  'wrong-port-or-security',
  'not-a-mail-server',
  'tls-expired',
  'tls-wrong-host',
  'tls-untrusted',
  'tls-too-old',
  'tls-stripped',
  'dns',
  'port-25-blocked',
  'password-empty',
  'password-control-character',
  'plaintext-not-allowed',
])

/**
 * Reports → ready (all signed in, and there was at least one), not ready (one settled refusal is enough), cannot tell
 * (no refusal, but a server busy, silent or out of reach). Guessing is not among the answers.
 */
export function judgeProbes(reports: readonly ProbeReport[]): Judgement {
  const problems = reports.flatMap((report) => (report.ok || !report.problem ? [] : [report.problem]))
  const against = problems.find((problem) => settled.has(problem.code))
  if (against) return { standing: 'not-ready', problem: against }
  if (reports.length > 0 && reports.every((report) => report.ok)) return { standing: 'ready', problem: null }
  return { standing: 'cannot-tell', problem: problems[0] ?? null }
}

/**
 * What the reports say of the password itself: a server that signs in, or that says the mailbox is in use (it looks only
 * after the password was right), accepts it; only an explicit refusal refuses it. Servers that disagree leave it unknown.
 */
export function judgePassword(reports: readonly ProbeReport[]): 'accepted' | 'refused' | 'unknown' {
  const accepted = reports.some(
    (report) => report.ok || (report.problem?.code === 'in-use' && report.endpoint.protocol === 'pop3'),
  )
  const refused = reports.some((report) => report.problem?.code === 'sign-in-refused')
  if (accepted === refused) return 'unknown'
  return accepted ? 'accepted' : 'refused'
}
