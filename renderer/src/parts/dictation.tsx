import { dictatePassword } from '../../../shared/words/dictate-password.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { useWindow } from '../window-state.ts'

/** A password character by character, as it is said on the telephone, in the language that stands. */
export function Dictation({ value }: { readonly value: string }) {
  const { say, lang } = useWindow()
  return (
    <div className="mt-3">
      <p className="font-bold">{say(planWords.dictation)}</p>
      <p className="text-[0.875rem] text-solid-gray-700">{say(planWords.dictationHelp)}</p>
      <ol className="mt-1 grid max-w-2xl grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4">
        {dictatePassword(value, lang).map(({ character, said }, index) => (
          // The same character may come twice: its place is what tells it apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="flex items-baseline gap-2">
            <span className="font-mono text-[1.125rem] font-bold">{character}</span>
            <span className="text-[0.875rem]">{said}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
