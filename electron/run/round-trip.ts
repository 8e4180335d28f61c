import { fail } from '../../shared/base/result.ts'
import { roundTripWords } from '../../shared/words/round-trip.ts'
import { type Endpoint, sameEndpoint } from '../../shared/mail/endpoint.ts'
import type { SignIn } from '../../shared/plan/evidence.ts'
import type { DoorTry, RoundTrip } from '../../shared/probe/probe.ts'
import { failed, lookToDo, type Performer, performed } from './performer.ts'
import { maySignIn, outcomeOf, type SignInNeeds } from './sign-in.ts'

/** What happened at one door. One that was not come to has spent nothing, and its intention gets that ending. */
function booked(door: Endpoint, user: string, tries: readonly DoorTry[]): SignIn[] {
  const at = tries.filter(({ endpoint }) => sameEndpoint(endpoint, door))
  const outcomes = at.length === 0 ? (['other'] as const) : at.map(outcomeOf)
  return outcomes.map((outcome) => ({ host: door.host, user, which: 'new', outcome }))
}

/** Sends the mailbox a message from itself and fetches it back. Only planned where the person agreed. */
export function roundTripMessage(needs: SignInNeeds & { readonly roundTrip: RoundTrip }): Performer<'round-trip'> {
  return {
    look: lookToDo,
    perform: async (step, context) => {
      const { incoming, outgoing, userName, address } = step.input
      if (!incoming || !outgoing) return failed(fail('endpoint-invalid', 'never', { address }).problem)
      const password = await needs.vault.get(step.input.password)
      if (!password.ok) return failed(password.problem)
      const doors = [incoming, outgoing]
      // Asked for both before either is written down: they come in turn and the first refusal ends it, so one that is left is enough.
      for (const { host } of doors) {
        const may = await maySignIn(needs, { host, user: userName })
        if (!may.ok) return failed(may.problem)
      }
      for (const { host } of doors) {
        const noted = await context.note({ kind: 'sign-in', signIn: { host, user: userName, which: 'new' } })
        if (!noted.ok) return failed(noted.problem)
      }
      const signer = (endpoint: typeof incoming) => ({ endpoint, userName, password: password.value })
      const report = await needs.roundTrip({
        words: roundTripWords,
        address,
        incoming: signer(incoming),
        outgoing: signer(outgoing),
        ca: needs.ca,
        stop: context.stop,
      })
      const signIns = doors.flatMap((door) => booked(door, userName, report.signIns))
      if (report.ok) return performed({ signIns, roundTrip: { tag: report.tag, ms: report.ms } })
      const problem = report.problem ?? fail('unexpected', 'later').problem
      // Where a password has left, nothing is tried again by itself: each try would send one more message.
      const spent = report.signIns.some(({ sent }) => sent)
      return failed(spent && problem.again === 'now' ? { ...problem, again: 'later' } : problem, { signIns })
    },
  }
}
