import { fail } from '../../shared/base/result.ts'
import { roundTripWords } from '../../shared/words/round-trip.ts'
import type { RoundTrip } from '../../shared/probe/probe.ts'
import { failed, lookToDo, type Performer, performed } from './performer.ts'
import { maySignIn, type SignInNeeds } from './sign-in.ts'

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
