import type { Goal } from '../../../shared/screen/plan-choices.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { useWindow } from '../window-state.ts'
import { Box } from './box.tsx'
import { PageButton } from './page-button.tsx'

/** Passwords nothing here can change: what the provider says to do instead, and its page where that is the way. */
export function Elsewhere({ goals }: { readonly goals: readonly Goal[] }) {
  const { lang } = useWindow()
  return (
    <ul className="mt-1 list-disc pl-6">
      {goals.map(({ realm, name, instead }) => (
        <li key={realm} className="mt-1">
          {name[lang]}: {instead.map(({ text }) => text[lang]).join(' ')}
          {instead.map(({ provider, url }) => url !== null && <PageButton key={provider} provider={provider} url={url} />)}
        </li>
      ))}
    </ul>
  )
}

/** The same beside those that can be changed here; nothing where all can. */
export function ElsewhereBox({ goals }: { readonly goals: readonly Goal[] }) {
  const { say } = useWindow()
  const elsewhere = goals.filter(({ instead }) => instead.length > 0)
  if (elsewhere.length === 0) return null
  return (
    <Box title={say(planWords.realmNotHere)}>
      <Elsewhere goals={elsewhere} />
    </Box>
  )
}
