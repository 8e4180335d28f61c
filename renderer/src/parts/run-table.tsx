import { type KeyboardEvent, useRef } from 'react'
import type { RunId } from '../../../shared/base/ids.ts'
import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { supportWords } from '../../../shared/words/window/support.ts'
import { providerOf, useWindow } from '../window-state.ts'
import { OutcomeTag } from './outcome-tag.tsx'
import { sayWhen, sayWhose } from './say-run.ts'

interface RunTableProps {
  readonly rows: readonly RunRow[]
  readonly selected: readonly RunId[]
  readonly onSelect: (selected: readonly RunId[]) => void
  readonly onOpen: (run: RunId) => void
}

const cell = 'px-3 py-1.5 text-left align-top'

/** Many runs in little room. Arrows go from row to row, Space selects, Ctrl+A selects all, Enter opens. */
export function RunTable({ rows, selected, onSelect, onOpen }: RunTableProps) {
  const { say, lang, about } = useWindow()
  const body = useRef<HTMLTableSectionElement>(null)
  const toggle = (run: RunId): void =>
    onSelect(selected.includes(run) ? selected.filter((one) => one !== run) : [...selected, run])
  const onKey = (event: KeyboardEvent, at: number): void => {
    const go = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (go !== undefined) body.current?.querySelectorAll('input')[go]?.focus()
    else if (event.key === 'Enter') onOpen(rows[at]!.run)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(rows.map(({ run }) => run))
    else return
    event.preventDefault()
  }
  return (
    <table className="mt-4 w-full border-collapse text-[0.9375rem]">
      <caption className="sr-only">{say(supportWords.runs)}</caption>
      <thead className="border-b-2 border-solid-gray-600">
        <tr>
          <td />
          {[supportWords.address, supportWords.provider, supportWords.when, supportWords.state].map((words) => (
            <th key={words.en} scope="col" className={cell}>
              {say(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, at) => (
          <tr
            key={row.run}
            className="border-b border-solid-gray-200 focus-within:bg-blue-50 hover:bg-blue-50"
            onDoubleClick={() => onOpen(row.run)}
          >
            <td className={cell}>
              <input
                type="checkbox"
                className="size-5"
                aria-label={`${sayWhose(row, lang)} ${sayWhen(row, lang)}`}
                checked={selected.includes(row.run)}
                onChange={() => toggle(row.run)}
                onKeyDown={(event) => onKey(event, at)}
              />
            </td>
            <th scope="row" className={`${cell} font-normal md:wrap-break-word`}>
              {sayWhose(row, lang)}
            </th>
            <td className={cell}>{row.providers.map((id) => providerOf(about, id)?.name[lang] ?? id).join(', ')}</td>
            <td className={`${cell} whitespace-nowrap`}>{sayWhen(row, lang)}</td>
            <td className={cell}>
              <OutcomeTag row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
