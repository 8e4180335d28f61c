import type { Endpoint } from '../../shared/mail/endpoint.ts'
import type { SecretRef } from '../../shared/base/secret.ts'
import { fail } from '../../shared/base/result.ts'
import type { Problem } from '../../shared/base/problem.ts'
import type { Reach } from '../../shared/probe/probe.ts'
import { changesPassword, type StepOf } from '../../shared/plan/step.ts'
import { failed, lookToDo, type Performer, performed, type StepContext } from './performer.ts'
import { type SignInNeeds, type SignInResult, signInEvidence, signInOnce, signInsLeft } from './sign-in.ts'

/** Goes to each door without name or password. The first door that is not as planned stops the lane while nothing is changed yet. */
export function reachServers(needs: { readonly reach: Reach; readonly ca: string | undefined }): Performer<'reach-servers'> {
  return {
    look: lookToDo,
    perform: async (step, context) => {
      const probes = await Promise.all(
        step.input.doors.map((endpoint) => needs.reach({ endpoint, ca: needs.ca, stop: context.stop })),
      )
      const shut = probes.find((probe) => !probe.ok)
      return shut ? failed(shut.problem ?? fail('unexpected', 'later').problem, { probes }) : performed({ probes })
    },
  }
}

export interface DoorPair {
  readonly incoming: Endpoint | null
  readonly outgoing: Endpoint | null
  readonly userName: string
  readonly outgoingUserName?: string
  readonly password: SecretRef
}

type Opening = { readonly endpoint: Endpoint; readonly userName: string }

const openings = (doors: DoorPair): readonly Opening[] =>
  [
    { endpoint: doors.incoming, userName: doors.userName },
    { endpoint: doors.outgoing, userName: doors.outgoingUserName ?? doors.userName },
  ].flatMap(({ endpoint, userName }) => (endpoint ? [{ endpoint, userName }] : []))

/**
 * Signs in at the incoming door and then, unless that refused the password, at the outgoing one: a password that one door has refused
 * is not carried to the next.
 */
export async function signInInTurn(needs: SignInNeeds, context: StepContext, doors: DoorPair): Promise<readonly SignInResult[]> {
  const results: SignInResult[] = []
  for (const opening of openings(doors)) {
    context.report('signing-in', { host: opening.endpoint.host, port: opening.endpoint.port })
    const result = await signInOnce(needs, context, { ...opening, password: doors.password })
    results.push(result)
    if (result.signIn?.outcome === 'refused' || context.stop.aborted) break
  }
  return results
}

/** Would the provider endure it if every one of these were refused? */
async function roomForAll(needs: SignInNeeds, wanted: readonly Opening[]): Promise<boolean> {
  for (const { endpoint, userName } of wanted) {
    const alike = wanted.filter((other) => other.endpoint.host === endpoint.host && other.userName === userName).length
    if ((await signInsLeft(needs, { host: endpoint.host, user: userName })) < alike) return false
  }
  return true
}

/**
 * Both doors at the same time: for a password that has been seen to be in force. In turn where the budget has no room for both at once,
 * since a sign-in under way counts until it has ended.
 */
export async function signInSideBySide(
  needs: SignInNeeds,
  context: StepContext,
  doors: DoorPair,
): Promise<readonly SignInResult[]> {
  const wanted = openings(doors)
  if (!(await roomForAll(needs, wanted))) return signInInTurn(needs, context, doors)
  return Promise.all(
    wanted.map((opening) => {
      context.report('signing-in', { host: opening.endpoint.host, port: opening.endpoint.port })
      return signInOnce(needs, context, { ...opening, password: doors.password })
    }),
  )
}

/**
 * The problem that decides what may be done next: a refusal before anything else. Where a password has left this machine and was not
 * accepted, nothing is tried again by itself.
 */
export function decidingProblem(results: readonly SignInResult[]): Problem | null {
  const problems = results.flatMap(({ report }) => (report.ok || !report.problem ? [] : [report.problem]))
  const refused = results.find(({ signIn }) => signIn?.outcome === 'refused')?.report.problem
  const problem = refused ?? problems[0] ?? null
  const spent = results.some(({ report }) => report.sent && !report.ok)
  return problem && spent && problem.again === 'now' ? { ...problem, again: 'later' } : problem
}

/** Live sign-ins with the password that shall be in force. `replaced`: why it is known not to be; then it is not tried. */
export function probeServers(
  needs: SignInNeeds,
  replaced: (step: StepOf<'probe-servers'>) => Promise<Problem | null>,
): Performer<'probe-servers'> {
  return {
    look: lookToDo,
    perform: async (step, context) => {
      const known = await replaced(step)
      if (known) return failed(known)
      const seenInForce =
        context.runState.plan?.steps.some((other) => other.lane === step.lane && changesPassword(other)) ?? false
      const results = await (seenInForce ? signInSideBySide : signInInTurn)(needs, context, step.input)
      const problem = decidingProblem(results)
      return problem ? failed(problem, signInEvidence(results)) : performed(signInEvidence(results))
    },
  }
}

/** One single sign-in with the old password, which shall be refused. Anything but an explicit refusal proves nothing. */
export function proveOldDead(needs: SignInNeeds): Performer<'prove-old-dead'> {
  return {
    look: lookToDo,
    perform: async (step, context) => {
      const endpoint = step.input.incoming ?? step.input.outgoing
      if (!endpoint) return failed(fail('endpoint-invalid', 'never').problem)
      const result = await signInOnce(needs, context, { endpoint, userName: step.input.userName, password: step.input.old })
      const evidence = signInEvidence([result])
      if (result.report.problem?.code === 'sign-in-refused') return performed(evidence)
      if (result.report.ok) return failed(fail('old-password-still-works', 'later', { host: endpoint.host }).problem, evidence)
      return failed(result.report.problem ?? fail('unexpected', 'later').problem, evidence)
    },
  }
}
