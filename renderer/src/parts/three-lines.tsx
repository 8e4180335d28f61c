import type { Proof } from '../../../shared/proof/proof.ts'
import { type LineMark, threeLines } from '../../../shared/screen/three-lines.ts'
import { doneWords, lineWords, markWords } from '../../../shared/words/window/done.ts'
import { useWindow } from '../window-state.ts'

/** The marks of the paper record: they survive a bad FAX, and a screen without colours. */
const marks: Readonly<Record<LineMark, { readonly sign: string; readonly look: string }>> = {
  yes: { sign: '○', look: 'text-success-2' },
  no: { sign: '×', look: 'text-error-2' },
  unclear: { sign: '△', look: 'text-yellow-1000' },
  none: { sign: '－', look: 'text-solid-gray-700' },
}

/** What a run came to, in three lines: password, servers, mail program. */
export function ThreeLines({ proof }: { readonly proof: Proof }) {
  const { say } = useWindow()
  // A login that is no mailbox has nothing to do with mail.
  const lines = threeLines(proof).filter(({ what }) => what === 'site' || proof.mailboxes.length > 0)
  return (
    <ul aria-label={say(doneWords.lines)} className="mt-4 max-w-3xl rounded-8 border border-solid-gray-420">
      {lines.map(({ what, mark, good, all }) => (
        <li key={what} className="flex items-start gap-4 border-b border-solid-gray-200 px-5 py-3 last:border-b-0">
          <span
            role="img"
            aria-label={say(markWords[mark])}
            className={`text-[1.5rem] leading-130 font-bold ${marks[mark].look}`}
          >
            {marks[mark].sign}
          </span>
          <span className="text-[1.125rem]">
            {say(lineWords[what][mark])}
            {all > 1 && good < all && (
              <span className="ml-2 whitespace-nowrap text-[1rem]">{say(doneWords.count, { good, all })}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
