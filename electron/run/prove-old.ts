import type { Problem } from '../../shared/base/problem.ts'
import { fail } from '../../shared/base/result.ts'
import type { Realm } from '../../shared/base/secret.ts'
import type { Step } from '../../shared/plan/step.ts'
import type { Change } from '../../shared/provider/provider.ts'
import { changeAllowed, type LimitNeeds } from './change-allowed.ts'
import { type DoorReport, type LiveDoor, mailDoor } from './live-door.ts'
import { failed, lookToDo, type Performed, type Performer, performed, type StepContext } from './performer.ts'
import { siteDoor, type SiteInput, type SiteNeeds } from './visit-site.ts'

/** The recipe a plan was made with. */
export interface PlannedRecipe {
  readonly id: string
  readonly version: string
}

export interface ChangeNeeds extends SiteNeeds, LimitNeeds {
  /** Was a password that this step is about to sign in with replaced by another run since? Then it is not tried. */
  readonly replaced: (step: Step) => Promise<Problem | null>
  /** With `recipe`: the change that has this very one, from whichever edition of the provider's data; without: the edition in use. */
  readonly changeOf: (provider: string, realm: Realm, signIn: Realm, recipe?: PlannedRecipe) => Change | null
}

/** The places where a live sign-in tells which password of a lane is in force, in the order in which they are asked. */
export function liveDoors(
  needs: ChangeNeeds,
  context: StepContext,
  lane: string,
  input: SiteInput,
  change: Change | null,
): readonly LiveDoor[] {
  if (input.proof === 'portal') {
    const recipe = change?.proofRecipe
    return recipe ? [siteDoor(needs, context, lane, input, recipe)] : []
  }
  const { doors } = input
  const endpoints = doors ? [doors.incoming, doors.outgoing] : []
  return endpoints.flatMap((endpoint) =>
    endpoint && doors ? [mailDoor(needs, context, { endpoint, userName: doors.userName })] : [],
  )
}

const allOf = (reports: readonly DoorReport[]) => ({
  signIns: reports.flatMap(({ signIns }) => signIns),
  probes: reports.flatMap(({ probes }) => probes),
})

/**
 * Signs in with the old password, so that a change the provider allows once a day is not wasted on a wrong one. Asks the limit first: where
 * the change is not yet allowed, no sign-in is spent either.
 */
export function proveOld(needs: ChangeNeeds): Performer<'prove-old'> {
  return {
    look: lookToDo,
    perform: async (step, context): Promise<Performed> => {
      const { input } = step
      const change = needs.changeOf(input.provider, input.realm, input.signIn)
      const allowed = await changeAllowed(needs, input, change?.limit ?? null)
      if (!allowed.ok) return failed(allowed.problem)
      const replaced = await needs.replaced(step)
      if (replaced) return failed(replaced)
      const reports: DoorReport[] = []
      for (const door of liveDoors(needs, context, step.lane, input, change)) {
        context.report('proving-old')
        const report = await door.ask(input.current)
        reports.push(report)
        if (report.answer === 'accepted') return performed(allOf(reports))
        if (report.answer === 'refused') break
      }
      const problem = reports.at(-1)?.problem ?? fail('endpoint-invalid', 'never', { address: input.address }).problem
      const spent = reports.some(({ signIns }) => signIns.length > 0)
      // A password that left and was not taken is not sent again by itself.
      return failed(spent && problem.again === 'now' ? { ...problem, again: 'later' } : problem, allOf(reports))
    },
  }
}
