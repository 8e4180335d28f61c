import type { ProviderView } from '../../../shared/ipc/provider-view.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { useWindow } from '../window-state.ts'
import { Folded } from './box.tsx'

/** As many as are read by somebody who wants to call now; a provider with an office in every town has the rest behind a name. */
const most = 3

const Lines = ({ help }: { readonly help: ProviderView['help'] }) => {
  const { lang } = useWindow()
  return (
    <ul>
      {help.map(({ name, phone, hours }) => (
        <li key={`${name.ja} ${phone}`}>
          {name[lang]} <span className="whitespace-nowrap font-bold">{phone}</span>{' '}
          <span className="text-solid-gray-700">{lang === 'ja' ? `（${hours.ja}）` : `(${hours.en})`}</span>
        </li>
      ))}
    </ul>
  )
}

/** Whom to call, and when; nothing where the manual names nobody. */
export function HelpLines({ help }: { readonly help: ProviderView['help'] }) {
  const { say } = useWindow()
  if (help.length === 0) return null
  const [shown, more] = help.length > most ? [help.slice(0, 1), help.slice(1)] : [help, []]
  return (
    <div className="mt-3">
      <p className="font-bold">{say(kitWords.help)}</p>
      <Lines help={shown} />
      {more.length > 0 && (
        <Folded title={say(kitWords.helpMore, { count: more.length })}>
          <Lines help={more} />
        </Folded>
      )}
    </div>
  )
}
