import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Secret } from '../../shared/base/secret.ts'
import type { AccountEdit, StoredAccount } from '../../shared/client/mail-client.ts'
import { endpointUrl, sameEndpoint } from '../../shared/mail/endpoint.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import type { ClientNeeds } from './back-up-client.ts'
import { clientUnlocked } from './open-client.ts'
import { failed, lookToDo, type Performed, type Performer, performed, type StepContext } from './performer.ts'
import { decidingProblem, signInSideBySide } from './probe-servers.ts'
import { type SignInNeeds, signInEvidence } from './sign-in.ts'

export interface ProveNeeds extends ClientNeeds, SignInNeeds {}

const differs = (setting: string, found: string): Problem => fail('client-read-back-differs', 'later', { setting, found }).problem

/** Does the disk hold what was agreed? A wrong stored password is a difference; none stored is not (the person said no). */
function difference(edit: AccountEdit, stored: StoredAccount, password: Secret): Problem | null {
  if (!sameEndpoint(edit.incoming, stored.incoming)) return differs('incoming', endpointUrl(stored.incoming))
  if (edit.userName !== stored.userName) return differs('userName', stored.userName)
  if (stored.password && stored.password.reveal() !== password.reveal()) return differs('password', '')
  if (!edit.outgoing) return null
  if (!stored.outgoing) return differs('outgoing', '')
  if (!sameEndpoint(edit.outgoing.endpoint, stored.outgoing.endpoint))
    return differs('outgoing', endpointUrl(stored.outgoing.endpoint))
  if (stored.outgoing.signsIn && edit.outgoing.userName !== stored.outgoing.userName)
    return differs('outgoing.userName', stored.outgoing.userName)
  if (stored.outgoing.password && stored.outgoing.password.reveal() !== password.reveal()) return differs('outgoing.password', '')
  return null
}

async function fromDisk(needs: ProveNeeds, step: StepOf<'prove-client'>, context: StepContext): Promise<Result<StoredAccount>> {
  const { edit } = step.input
  const client = needs.clientOf(edit.client)
  if (!client) return fail('client-not-found', 'after-person', { client: edit.client })
  const unlock = await clientUnlocked(client, edit.folder, context, needs.unlocks)
  if (!unlock.ok) return unlock
  const stored = await client.readBack(edit, unlock.value)
  return stored.ok ? ok(stored.value) : stored
}

/** Reads the settings back from disk and signs in with exactly those: "done" is this, and nothing less. */
export function proveClient(needs: ProveNeeds): Performer<'prove-client'> {
  return {
    look: lookToDo,
    perform: async (step, context): Promise<Performed> => {
      const stored = await fromDisk(needs, step, context)
      if (!stored.ok) return failed(stored.problem)
      const password = await needs.vault.get(step.input.password)
      if (!password.ok) return failed(password.problem)
      const differs = difference(step.input.edit, stored.value, password.value)
      if (differs) return failed(differs)
      const { incoming, userName, outgoing } = stored.value
      // An outgoing server that is not this mailbox's own was left alone and is not signed in to.
      const signsOut = step.input.edit.outgoing && outgoing?.signsIn ? outgoing : null
      const doors = { incoming, userName, outgoing: signsOut?.endpoint ?? null, outgoingUserName: signsOut?.userName ?? userName }
      const results = await signInSideBySide(needs, context, { ...doors, password: step.input.password })
      const evidence = {
        ...signInEvidence(results),
        stored: { password: stored.value.password !== null, outgoingPassword: (outgoing?.password ?? null) !== null },
      }
      const problem = decidingProblem(results)
      return problem ? failed(problem, evidence) : performed(evidence)
    },
  }
}
