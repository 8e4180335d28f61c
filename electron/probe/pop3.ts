import type { LookupFunction } from 'node:net'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { reportAttempt } from './attempt.ts'
import { openPop3 } from './pop3-session.ts'
import { signInPop3 } from './pop3-sign-in.ts'

/** One POP3 sign-in: TLS as the door says, sign in once, QUIT. Reads and deletes nothing. */
export function probePop3(order: ProbeOrder, lookup?: LookupFunction): Promise<ProbeReport> {
  return reportAttempt(order, lookup, async (whom, ways, attempt) => {
    const session = await openPop3(whom, ways)
    if (!session.ok) return session
    const signedIn = await signInPop3(session.value, whom, attempt)
    session.value.leave()
    return signedIn
  })
}
