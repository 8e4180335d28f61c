import type { Goal } from '../../../shared/screen/plan-choices.ts'
import { useWindow } from '../window-state.ts'
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
