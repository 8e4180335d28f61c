import { whyFailed } from '../../../shared/words/window/checked-table.ts'
import { sayProblemInWindow } from '../../../shared/words/window/say-in-window.ts'
import { supportWords } from '../../../shared/words/window/support.ts'
import type { CheckedRow } from '../live-check.ts'
import { useWindow } from '../window-state.ts'

/** More rows than anybody reads would only make the window slow. */
const most = 300

const cell = 'px-3 py-1.5 text-left align-top'

/** What the rows of a checked list came to, the first of them where there are very many (and that is said): the address, yes or no, and why with what to do. */
export function CheckTable({ rows }: { readonly rows: readonly CheckedRow[] }) {
  const { say, lang } = useWindow()
  if (rows.length === 0) return <p className="mt-4">{say(supportWords.nothing)}</p>
  return (
    <>
      {rows.length > most && <p className="mt-4 font-bold">{say(supportWords.cut, { most, all: rows.length })}</p>}
      <table className="mt-4 w-full border-collapse text-[0.9375rem]">
        <caption className="sr-only">{say(supportWords.check)}</caption>
        <thead className="border-b-2 border-solid-gray-600">
          <tr>
            {[supportWords.line, supportWords.address, supportWords.state, supportWords.reason].map((words) => (
              <th key={words.en} scope="col" className={cell}>
                {say(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => {
            const problem = whyFailed(row)
            return (
              <tr key={row.line} className="border-b border-solid-gray-200">
                <td className={cell}>{row.line}</td>
                <th scope="row" className={`${cell} font-normal md:wrap-break-word`}>
                  {row.address}
                </th>
                <td className={`${cell} whitespace-nowrap font-bold ${row.ok ? 'text-success-2' : 'text-error-2'}`}>
                  {row.ok ? '○' : '×'} {say(row.ok ? supportWords.works : supportWords.fails)}
                </td>
                <td className={cell}>{problem ? sayProblemInWindow(problem, lang).text : ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
