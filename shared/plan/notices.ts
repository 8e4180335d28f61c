import { namedChange } from '../provider/find-change.ts'
import type { Change, Provider, Words } from '../provider/provider.ts'
import { type Plan, providersOf } from './plan.ts'

type Find = (id: string) => Provider | null

/** The changes a plan makes, as the catalogue describes them, each once. */
export function changesOf(plan: Plan, find: Find): readonly Change[] {
  const changes = plan.steps.flatMap((step) => {
    if (step.kind !== 'change-portal' && step.kind !== 'guide-change') return []
    const { provider, realm, signIn } = step.input
    const known = signIn && find(provider)
    return (known && signIn && namedChange(known, realm, signIn)) ?? []
  })
  return [...new Set(changes)]
}

const each = (lists: readonly (readonly Words[])[]): Words[] => [
  ...new Map(lists.flat().map((words) => [words.ja, words])).values(),
]

/** What the providers want said before and after, their own remarks first, then those of each change, each once. */
export function noticesOf(plan: Plan, find: Find): { readonly before: Words[]; readonly after: Words[] } {
  const sources = [...providersOf(plan).flatMap((id) => find(id) ?? []), ...changesOf(plan, find)].map(({ notices }) => notices)
  return { before: each(sources.map(({ before }) => before)), after: each(sources.map(({ after }) => after)) }
}
