import { fail } from '../../shared/base/result.ts'
import { roundTripWords } from '../../shared/words/round-trip.ts'
import type { RoundTrip } from '../../shared/probe/probe.ts'
import { failed, lookToDo, type Performer, performed } from './performer.ts'
import { type SignInNeeds, spendSignIn } from './sign-in.ts'

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
      for (const door of doors) {
        const spent = await spendSignIn(needs, context, { host: door.host, user: userName, which: 'new' })
        if (!spent.ok) return failed(spent.problem)
      }
      const signer = (endpoint: typeof incoming) => ({ endpoint, userName, password: password.value })
      const report = await needs.roundTrip({
        words: roundTripWords.ja,
        address,
        incoming: signer(incoming),
        outgoing: signer(outgoing),
        ca: needs.ca,
        stop: context.stop,
      })
      const refused = report.problem?.code === 'sign-in-refused'
      const outcome = report.ok ? ('accepted' as const) : refused ? ('refused' as const) : ('other' as const)
      const signIns = doors.map((door) => ({ host: door.host, user: userName, which: 'new' as const, outcome }))
      if (report.ok) return performed({ signIns, roundTrip: { tag: report.tag, ms: report.ms } })
      return failed(report.problem ?? fail('unexpected', 'later').problem, { signIns })
    },
  }
}
