import { namedChange } from '../provider/find-change.ts'
import type { Provider } from '../provider/provider.ts'
import type { Plan } from './plan.ts'

/** One control that will be pressed on a member site, in the site's own words; `irreversible`: the one act that cannot be taken back. */
export interface PlannedPress {
  readonly lane: string
  readonly control: string
  readonly irreversible: boolean
}

/** Everything the recipes of a plan will press, in order. Acts of a person (guided) are told line by line while they happen, and stand not here. */
export function pressesOf(plan: Plan, find: (id: string) => Provider | null): readonly PlannedPress[] {
  return plan.steps.flatMap((step) => {
    if (step.kind !== 'change-portal') return []
    const provider = find(step.input.provider)
    const change = provider && namedChange(provider, step.input.realm, step.input.signIn)
    return (change?.recipe.lines ?? []).flatMap((line) => {
      if (line.do !== 'press' && line.do !== 'sign-in' && line.do !== 'commit') return []
      const control = change?.recipe.fence[line.control]?.words[0] ?? line.control
      return [{ lane: step.lane, control, irreversible: line.do === 'commit' }]
    })
  })
}
