import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { SecretRef, Vault } from '../../shared/base/secret.ts'
import { mayTry, type SignInLimit, type SpentSignIn } from '../../shared/journal/attempts.ts'
import type { Endpoint } from '../../shared/mail/endpoint.ts'
import type { SignIn } from '../../shared/plan/evidence.ts'
import type { Probe, ProbeReport } from '../../shared/probe/probe.ts'
import type { StepContext } from './performer.ts'

export interface SignInNeeds {
  readonly probe: Probe
  readonly vault: Vault
  readonly ca: string | undefined
  readonly limit: SignInLimit
  /** Sign-ins of every run in this data folder, this one included. */
  readonly spent: () => Promise<readonly SpentSignIn[]>
  readonly now: () => number
  /** Every outcome seen by this process, in order: no step's ending has told of the newest yet. */
  readonly seen: SignIn[]
}

/** One sign-in as it ended: the report, and how it counts against the budget (null: it was not tried at all). */
export interface SignInResult {
  readonly report: ProbeReport
  readonly signIn: SignIn | null
}

const refusals: readonly string[] = ['sign-in-refused', 'account-blocked', 'must-change-password']
const silences: readonly string[] = ['server-silent', 'dropped', 'timed-out', 'cancelled', 'offline']

/** How a sign-in counts against the budget. */
export function outcomeOf(report: Pick<ProbeReport, 'ok' | 'problem' | 'sent'>): SignIn['outcome'] {
  if (report.ok) return 'accepted'
  if (!report.sent) return 'other'
  const code = report.problem?.code ?? 'unexpected'
  if (refusals.includes(code)) return 'refused'
  return silences.includes(code) ? 'unanswered' : 'other'
}

type Budget = Pick<SignInNeeds, 'limit' | 'spent' | 'now'>

/** How many refusals of this user the door still endures: a sign-in that is under way counts as one until it has ended. */
export async function signInsLeft(needs: Budget, door: { readonly host: string; readonly user: string }): Promise<number> {
  const budget = mayTry(await needs.spent(), needs.limit, door, needs.now())
  return budget.may ? budget.left : 0
}

/** Asks the budget and nothing else. Refuses with `attempts-spent` (later, with the hour) when another refusal could lock the door. */
export async function maySignIn(needs: Budget, door: { readonly host: string; readonly user: string }): Promise<Result<void>> {
  const budget = mayTry(await needs.spent(), needs.limit, door, needs.now())
  if (budget.may) return ok()
  return fail('attempts-spent', 'later', { host: door.host, user: door.user, at: new Date(budget.later).toISOString() })
}

/** Asks the budget and writes the intention down. */
export async function spendSignIn(
  needs: Budget,
  context: StepContext,
  signIn: { readonly host: string; readonly user: string; readonly which: 'old' | 'new' },
): Promise<Result<void>> {
  const may = await maySignIn(needs, signIn)
  return may.ok ? context.note({ kind: 'sign-in', signIn }) : may
}

const unsent = (endpoint: Endpoint, userName: string, problem: Problem): SignInResult => ({
  report: { endpoint, userName, ok: false, problem, ms: 0, sent: false, mechanism: null },
  signIn: null,
})

/** Signs in once at one door with a password from the vault, within the budget. Never repeats. */
export async function signInOnce(
  needs: SignInNeeds,
  context: StepContext,
  door: { readonly endpoint: Endpoint; readonly userName: string; readonly password: SecretRef },
): Promise<SignInResult> {
  const { endpoint, userName } = door
  const secret = await needs.vault.get(door.password)
  if (!secret.ok) return unsent(endpoint, userName, secret.problem)
  const named = { host: endpoint.host, user: userName, which: door.password.which }
  const spent = await spendSignIn(needs, context, named)
  if (!spent.ok) return unsent(endpoint, userName, spent.problem)
  const report = await needs.probe({ endpoint, userName, password: secret.value, ca: needs.ca, stop: context.stop })
  // What was written down as intended gets its ending, also where nothing was sent and nothing is spent.
  const signIn = { ...named, outcome: outcomeOf(report) }
  needs.seen.push(signIn)
  return { report, signIn }
}

/** The sign-ins and reports of several results, as evidence. */
export const signInEvidence = (results: readonly SignInResult[]): { signIns: SignIn[]; probes: ProbeReport[] } => ({
  signIns: results.flatMap((result) => (result.signIn ? [result.signIn] : [])),
  probes: results.map((result) => result.report),
})
