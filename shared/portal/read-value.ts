import { bareWords, foldWords } from './fold-words.ts'
import type { PageView } from './page-view.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What a sentence says of the words: 「お申込受付番号は 1709082609 です。」 */
function told(blocks: PageView['blocks'], words: readonly string[]): readonly string[] {
  const form = new RegExp(`(?:${words.map(escaped).join('|')})は[\\s「『]*([^\\s「」『』、。]+)[\\s」』]*です`, 'u')
  return blocks.flatMap((block) => form.exec(block.text)?.[1] ?? [])
}

/** The text beside a label, or told in a sentence (`お申込受付番号`), trimmed; null when it is not there or two different ones are. */
export function readValue(
  view: Pick<PageView, 'pairs'> & Partial<Pick<PageView, 'blocks'>>,
  words: readonly string[],
): string | null {
  const wanted = new Set(words.map(bareWords))
  const beside = view.pairs.filter((pair) => wanted.has(bareWords(pair.label))).map((pair) => pair.text.trim())
  const values = new Set([...beside, ...told(view.blocks ?? [], words)].filter((text) => text !== ''))
  return values.size === 1 ? [...values][0]!.slice(0, 200) : null
}

/** What a table of changes shows behind a label: before and after. Empty where no row of that label has both. */
export function readBeforeAfter(
  view: Pick<PageView, 'pairs'>,
  words: readonly string[],
): readonly { readonly before: string; readonly after: string }[] {
  const wanted = new Set(words.map(bareWords))
  return view.pairs.flatMap((pair, at) => {
    if (!wanted.has(bareWords(pair.label)) || pair.text.trim() === '') return []
    // The cells of one row come as pairs, one after the other: label and before, then before and after.
    const next = view.pairs.slice(at + 1, at + 3).find(({ label }) => label !== '' && pair.text.startsWith(label))
    return next ? [{ before: foldWords(pair.text), after: foldWords(next.text) }] : []
  })
}
