import type { Output } from '../../../shared/ipc/contract.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { useWindow } from '../window-state.ts'

/** A password character by character, as it is said on the telephone. */
export function Dictation({ parts }: { readonly parts: Output<'makePassword'>['dictation'] }) {
  const { say } = useWindow()
  if (parts.length === 0) return null
  return (
    <div className="mt-3">
      <p className="font-bold">{say(planWords.dictation)}</p>
      <p className="text-[0.875rem] text-solid-gray-700">{say(planWords.dictationHelp)}</p>
      <ol className="mt-1 grid max-w-2xl grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4">
        {parts.map(({ character, said }, index) => (
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
