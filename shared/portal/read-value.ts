import { bareWords } from './fold-words.ts'
import type { PageView } from './page-view.ts'

/** The text beside a label (`お申込受付番号`), trimmed; null when it is not there or two different ones are. */
export function readValue(view: Pick<PageView, 'pairs'>, words: readonly string[]): string | null {
  const wanted = new Set(words.map(bareWords))
  const values = new Set(
    view.pairs.filter((pair) => wanted.has(bareWords(pair.label)) && pair.text.trim() !== '').map((pair) => pair.text.trim()),
  )
  return values.size === 1 ? [...values][0]!.slice(0, 200) : null
}
