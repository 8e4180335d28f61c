import type { Realm } from '../base/secret.ts'
import type { GoalView, ProviderView } from '../ipc/provider-view.ts'
import type { SheetView } from '../ipc/sheet-calls.ts'

/** How a password is changed: by the program, by the person who is told each step, or it was changed already. */
export type Way = 'recipe' | 'guided' | 'skip'

/** What a provider says of a password nothing here changes. `url`: its page for it, null where none can be opened. */
export interface Instead {
  readonly text: NonNullable<GoalView['instead']>
  readonly provider: string
  readonly url: string | null
}

/** One password that may be chosen, with what the providers of all papers at hand say about it. */
export interface Goal {
  readonly realm: Realm
  readonly name: GoalView['name']
  readonly opensMailbox: boolean
  readonly ways: readonly Way[]
  readonly rules: readonly { readonly provider: ProviderView; readonly rule: NonNullable<GoalView['rule']> }[]
  /** What to do where nothing here changes it, with the provider's own page for it. */
  readonly instead: readonly Instead[]
}

/** The providers of the papers, each once. */
export const providersOfSheets = (sheets: readonly SheetView[], providers: readonly ProviderView[]): readonly ProviderView[] =>
  providers.filter(({ id }) => sheets.some(({ provider }) => provider === id))

function joinGoals(realm: Realm, found: readonly { readonly provider: ProviderView; readonly goal: GoalView }[]): Goal {
  const goals = found.map(({ goal }) => goal)
  const opensMailbox = goals.some((goal) => goal.opensMailbox)
  const can = (way: 'recipe' | 'guided') => goals.some(({ ways }) => ways.includes(way))
  return {
    realm,
    name: goals[0]!.name,
    opensMailbox,
    // Only a mailbox can be looked at from outside: what else was changed by hand leaves nothing to be done here.
    ways: [
      ...(can('recipe') ? (['recipe'] as const) : []),
      ...(can('guided') ? (['guided'] as const) : []),
      ...(opensMailbox ? (['skip'] as const) : []),
    ],
    rules: found.flatMap(({ provider, goal }) => (goal.rule ? [{ provider, rule: goal.rule }] : [])),
    instead: found.flatMap(({ provider, goal: { ways, instead, url } }) =>
      ways.length === 0 && instead ? [{ text: instead, provider: provider.id, url }] : [],
    ),
  }
}

/** Every password of the papers' providers, the mailbox's first, those that can be changed here before those that cannot. */
export function goalsOf(sheets: readonly SheetView[], providers: readonly ProviderView[]): readonly Goal[] {
  const found = providersOfSheets(sheets, providers).flatMap((provider) => provider.goals.map((goal) => ({ provider, goal })))
  const realms = [...new Set(found.map(({ goal }) => goal.realm))]
  const goals = realms.map((realm) =>
    joinGoals(
      realm,
      found.filter(({ goal }) => goal.realm === realm),
    ),
  )
  const rank = ({ ways, opensMailbox }: Goal): number =>
    (ways.includes('recipe') ? 0 : ways.includes('guided') ? 1 : 2) * 2 + (opensMailbox ? 0 : 1)
  return goals.sort((a, b) => rank(a) - rank(b))
}

/** Every address of the papers, each once. */
export const addressesOf = (sheets: readonly SheetView[]): readonly string[] => [
  ...new Set(sheets.flatMap(({ addresses }) => addresses)),
]
