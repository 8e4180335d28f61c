import type { Input } from '../../../shared/ipc/contract.ts'
import type { DoubtView, SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { tameText } from '../../../shared/words/tame-text.ts'
import { candidateWords } from '../../../shared/words/window/say-choice.ts'
import { sayServer } from '../../../shared/words/window/say-server.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { call } from '../api.ts'
import { useWindow } from '../window-state.ts'
import type { ChoiceOption } from './choice.tsx'
import { ShownSecret } from './shown-secret.tsx'
import { Snippet } from './snippet.tsx'

type Settled = Input<'settleDoubt'>['settled']

/** The choice that none of the readings is right. */
export const typed = 'typed'
const leftOut = 'left-out'

/** What a choice comes to; null where there is nothing to send yet. */
export function settledBy(choice: string | null, text: string): Settled | null {
  if (choice === null || (choice === typed && text === '')) return null
  if (choice === typed) return { how: 'typed', value: text }
  return choice === leftOut ? { how: 'left-out' } : { how: 'candidate', index: Number(choice) }
}

/** Readings of a doubt as they are offered: with where they stand, and passwords hidden until asked for. */
export function useDoubtOptions(sheet: SheetView, doubt: DoubtView): readonly ChoiceOption[] {
  const { say, lang } = useWindow()
  const reveal = async (candidate: number): Promise<string | null> => {
    const shown = await call('revealField', { sheet: sheet.sheet, field: doubt.field, candidate })
    return shown.ok ? shown.value.value : null
  }
  const candidates = doubt.candidates.map(({ label, text, place, snippet }, index) => ({
    value: String(index),
    label: text === null ? candidateWords[label][lang] : tameText(sayServer(text, lang)),
    description: (
      <>
        {text !== null && <span className="block">{candidateWords[label][lang]}</span>}
        <Snippet snippet={snippet} line={place.line} />
      </>
    ),
    ...(doubt.secret
      ? { beside: <ShownSecret name={say(sheetsWords.candidateName, { n: index + 1 })} reveal={() => reveal(index)} /> }
      : {}),
  }))
  const none = { value: typed, label: say(candidates.length > 0 ? sheetsWords.doubtType : sheetsWords.doubtTypeOnly) }
  const without = doubt.mayLeaveOut ? [{ value: leftOut, label: say(sheetsWords.doubtLeaveOut) }] : []
  return [...candidates, none, ...without]
}
