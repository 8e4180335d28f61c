import type { SheetFieldView } from '../../../shared/ipc/sheet-calls.ts'
import { tameText } from '../../../shared/words/tame-text.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { useWindow } from '../window-state.ts'

interface SnippetProps {
  readonly snippet: SheetFieldView['snippet']
  readonly line: number | null
}

/** Paper is aligned with rows of blanks; one is enough to compare by. */
const calm = (text: string): string => tameText(text.replaceAll(/[\s\u3000]+/gu, ' '))

/** Where a value stands on the paper: its line, with the value marked. Nothing where it stands nowhere. */
export function Snippet({ snippet, line }: SnippetProps) {
  const { say } = useWindow()
  if (snippet === null) return null
  return (
    <span className="mt-1 block text-[0.875rem] leading-150">
      {line !== null && <span className="text-solid-gray-700">{say(sheetsWords.line, { line })} </span>}
      <q className="rounded-4 bg-solid-gray-50 px-2 py-0.5 font-mono [quotes:none]" lang="ja">
        {calm(snippet.before)}
        <mark className="bg-yellow-200 px-0.5 text-solid-gray-900">{tameText(snippet.value)}</mark>
        {calm(snippet.after)}
      </q>
    </span>
  )
}
