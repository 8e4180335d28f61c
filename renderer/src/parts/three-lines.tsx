import type { Proof } from '../../../shared/proof/proof.ts'
import { type LineMark, threeLines } from '../../../shared/screen/three-lines.ts'
import { doneWords, fileWords, lineWords, markWords } from '../../../shared/words/window/done.ts'
import { useWindow } from '../window-state.ts'

/** The marks of the paper record: they survive a bad FAX, and a screen without colours. */
const marks: Readonly<Record<LineMark, { readonly sign: string; readonly look: string }>> = {
  yes: { sign: '○', look: 'text-success-2' },
  no: { sign: '×', look: 'text-error-2' },
  unclear: { sign: '△', look: 'text-yellow-1000' },
  none: { sign: '－', look: 'text-solid-gray-700' },
}

/** What a run came to, in three lines: password, servers, mail program; of each mailbox by its name where they differ. */
export function ThreeLines({ proof }: { readonly proof: Proof }) {
  const { say } = useWindow()
  return (
    <section className="mt-6 max-w-3xl">
      <h2 className="text-[1.25rem] font-bold">{say(doneWords.lines)}</h2>
      {threeLines(proof).map(({ of, count, lines }) => (
        <div key={of ?? ''} className="mt-2">
          {of !== null && <h3 className="font-bold">{of}</h3>}
          {count > 1 && <h3 className="font-bold">{say(doneWords.all, { count })}</h3>}
          <ul className="rounded-8 border border-solid-gray-420">
            {lines.map(({ what, mark, files }) => (
              <li key={what} className="flex items-start gap-4 border-b border-solid-gray-200 px-5 py-3 last:border-b-0">
                <span
                  role="img"
                  aria-label={say(markWords[mark])}
                  className={`text-[1.5rem] leading-130 font-bold ${marks[mark].look}`}
                >
                  {marks[mark].sign}
                </span>
                <span className="text-[1.125rem]">{say(files ? fileWords[files] : lineWords[what][mark])}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
