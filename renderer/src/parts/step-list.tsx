import type { ReactNode } from 'react'
import type { RowState } from '../../../shared/screen/step-rows.ts'
import { rowStateWords } from '../../../shared/words/window/run.ts'
import { useWindow } from '../window-state.ts'

export interface ListedStep {
  readonly key: string
  readonly state: RowState
  readonly text: string
  /** How long it took or takes, or what is being done inside it. */
  readonly more?: ReactNode
}

const marks: Readonly<Record<RowState, { readonly sign: string; readonly look: string }>> = {
  waiting: { sign: '', look: 'border-solid-gray-536 bg-white' },
  doing: { sign: '…', look: 'border-blue-900 bg-blue-900 text-white' },
  done: { sign: '✓', look: 'border-success-2 bg-success-2 text-white' },
  failed: { sign: '×', look: 'border-error-2 bg-error-2 text-white' },
  asking: { sign: '?', look: 'border-yellow-1000 bg-yellow-1000 text-white' },
  unclear: { sign: '△', look: 'border-yellow-1000 bg-white text-yellow-1000' },
  undone: { sign: '↩', look: 'border-solid-gray-700 bg-white text-solid-gray-700' },
}

/** What is done one after the other, each with how it stands: in a sign, a colour and a word. */
export function StepList({ rows, label }: { readonly rows: readonly ListedStep[]; readonly label: string }) {
  const { say } = useWindow()
  return (
    <ol aria-label={label} className="mt-4 flex flex-col">
      {rows.map(({ key, state, text, more }) => (
        <li
          key={key}
          aria-current={state === 'doing' || state === 'asking' ? 'step' : undefined}
          className={`flex items-start gap-3 border-b border-solid-gray-200 px-2 py-2 ${state === 'doing' ? 'bg-blue-50' : ''}`}
        >
          <span
            aria-hidden
            className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full border text-[0.875rem] leading-100 font-bold ${marks[state].look}`}
          >
            {marks[state].sign}
          </span>
          <span className={`min-w-0 flex-1 ${state === 'waiting' ? 'text-solid-gray-700' : ''}`}>
            {text}
            <span className="block text-[0.875rem] text-solid-gray-700">
              {say(rowStateWords[state])}
              {more !== undefined && <> {more}</>}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
