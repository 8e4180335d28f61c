import { frameWords } from '../../../shared/words/window/frame.ts'
import type { Lang } from '../../../shared/words/lang.ts'
import { useWindow } from '../window-state.ts'

/** Each language by its own name, in itself. */
const names: Readonly<Record<Lang, string>> = { ja: '日本語', en: 'English' }

/** Switches between the languages at once, wherever one is. */
export function LanguageSwitch() {
  const { lang, setLang, say } = useWindow()
  return (
    <div role="group" aria-label={say(frameWords.language)} className="flex">
      {(['ja', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={lang === one}
          onClick={() => setLang(one)}
          className={`min-h-10 cursor-pointer border border-blue-900 px-3 text-[0.875rem] first:rounded-l-8 last:rounded-r-8 last:border-l-0 ${
            lang === one ? 'bg-blue-900 font-bold text-white' : 'bg-white text-blue-900 hover:bg-blue-50'
          }`}
        >
          {names[one]}
        </button>
      ))}
    </div>
  )
}
