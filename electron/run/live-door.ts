import type { SecretRef } from '../../shared/base/secret.ts'
import type { Endpoint } from '../../shared/mail/endpoint.ts'
import type { Problem } from '../../shared/base/problem.ts'
import type { SignIn } from '../../shared/plan/evidence.ts'
import { answerOf, type DoorAnswer } from '../../shared/plan/judge-change.ts'
import type { ProbeReport } from '../../shared/probe/probe.ts'
import type { StepContext } from './performer.ts'
import { type SignInNeeds, signInEvidence, signInOnce } from './sign-in.ts'

/** What one live sign-in came to. `problem`: why it told nothing, or refused. */
export interface DoorReport {
  readonly answer: DoorAnswer
  readonly problem: Problem | null
  readonly signIns: readonly SignIn[]
  readonly probes: readonly ProbeReport[]
}

/** A place where a live sign-in tells which of two passwords is in force. `rest`: ms between two looks at it while a change takes effect. */
export interface LiveDoor {
  readonly rest: number
  readonly ask: (password: SecretRef) => Promise<DoorReport>
}

/** A mail server. An accepted sign-in costs nothing of the budget, so it can be looked at often. */
export function mailDoor(
  needs: SignInNeeds,
  context: StepContext,
  door: { readonly endpoint: Endpoint; readonly userName: string },
): LiveDoor {
  return {
    rest: 2_500,
    ask: async (password) => {
      const result = await signInOnce(needs, context, { ...door, password })
      const { report } = result
      return { answer: answerOf(report), problem: report.problem, ...signInEvidence([result]) }
    },
  }
}
