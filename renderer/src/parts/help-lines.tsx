import type { ProviderView } from '../../../shared/ipc/provider-view.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { useWindow } from '../window-state.ts'

/** Whom to call, and when; nothing where the manual names nobody. */
export function HelpLines({ help }: { readonly help: ProviderView['help'] }) {
  const { say, lang } = useWindow()
  if (help.length === 0) return null
  return (
    <div className="mt-3">
      <p className="font-bold">{say(kitWords.help)}</p>
      <ul>
        {help.map(({ name, phone, hours }) => (
          <li key={`${name.ja} ${phone}`}>
            {name[lang]} <span className="whitespace-nowrap font-bold">{phone}</span>{' '}
            <span className="text-solid-gray-700">{lang === 'ja' ? `（${hours.ja}）` : `(${hours.en})`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
