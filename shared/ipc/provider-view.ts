import { realm, type Realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { canBeGuided } from '../guide/guide-lines.ts'
import { changesFor, opensMailbox } from '../provider/find-change.ts'
import { pagesOf } from '../provider/pages-of.ts'
import type { Provider } from '../provider/provider.ts'
import { sayRule } from '../words/rules.ts'
import { realmWords } from '../words/settings.ts'

const inBoth = z.strictObject({ ja: z.string(), en: z.string() })

/** One password that can be changed, and how: `recipe` by the program, `guided` by the person who is told each step. */
const goalView = z.strictObject({
  realm,
  /** By what the paper calls it. */
  name: inBoth,
  opensMailbox: z.boolean(),
  ways: z.array(z.enum(['recipe', 'guided'])),
  /** What a new one must look like; null: the manual states nothing. */
  rule: inBoth.nullable(),
  limit: z.strictObject({ most: z.int().positive(), hours: z.number().positive() }).nullable(),
  /** What to do where there is no way here. */
  instead: inBoth.nullable(),
  /** The provider's page for it, which `openPage` opens; null: none that it would open. */
  url: z.string().nullable(),
})
export type GoalView = Readonly<z.infer<typeof goalView>>

/** What the screens know of a provider. */
export const providerView = z.strictObject({
  id: z.string(),
  name: inBoth,
  practice: z.boolean(),
  help: z.array(z.strictObject({ name: inBoth, phone: z.string(), hours: inBoth })),
  /** The mailbox's password first, where it can be changed. */
  goals: z.array(goalView),
})
export type ProviderView = Readonly<z.infer<typeof providerView>>

function viewGoal(provider: Provider, wanted: Realm): GoalView {
  const [change] = changesFor(provider, wanted)
  const instead = provider.instead.find((one) => one.realm === wanted)
  const password = provider.passwords.find(({ realms }) => realms.includes(wanted))
  const rule = change?.rule ?? instead?.rule ?? null
  return {
    realm: wanted,
    name: password?.name ?? realmWords[wanted],
    opensMailbox: opensMailbox(provider, wanted),
    ways: [...(change ? (['recipe'] as const) : []), ...(canBeGuided(provider, wanted) ? (['guided'] as const) : [])],
    rule: rule ? { ja: sayRule(rule, 'ja'), en: sayRule(rule, 'en') } : null,
    limit: change?.limit ?? null,
    instead: instead?.text ?? null,
    url: [instead?.url, change?.startUrl].find((url) => url && pagesOf(provider).includes(url)) ?? null,
  }
}

/** A provider's data as the window is told them: one goal for each password (several realms that one password opens are one goal). */
export function viewProvider(provider: Provider): ProviderView {
  const wanted = provider.passwords.map(({ realms }) => (realms.includes('mail') ? 'mail' : realms[0]!))
  const goals = [...new Set<Realm>(wanted)].map((one) => viewGoal(provider, one))
  const { id, name, practice, help } = provider
  return { id, name, practice, help: [...help], goals: goals.sort((a, b) => Number(b.opensMailbox) - Number(a.opensMailbox)) }
}
