import { foldWords } from './fold-words.ts'
import type { PageView } from './page-view.ts'
import { readBeforeAfter, readValue } from './read-value.ts'
import type { Line } from './recipe.ts'

/** What the site was to show and what it shows; a secret stands covered on both sides. */
export interface ShownDifference {
  readonly expected: string
  readonly found: string
}
type Check = Extract<Line, { do: 'check' }>

const cover = '‹•••›'

/**
 * Holds what a page shows beside a check's label against what we hold (`wanted`: the value, text or secret meant). Null: it fits, or the label is
 * not there and need not be.
 */
export function compareShown(line: Check, wanted: string, view: PageView): ShownDifference | null {
  const { is } = line
  if ('unchanged' in is) return changedIn(line, view)
  const found = readValue(view, line.words)
  if (found === null) return line.optional === true ? null : { expected: 'secret' in is ? cover : wanted, found: '' }
  if ('secret' in is) return startsLike(wanted, found, is.first) ? null : { expected: cover, found: cover }
  return foldWords(found) === foldWords(wanted) ? null : { expected: wanted, found }
}

function changedIn(line: Check, view: PageView): ShownDifference | null {
  const rows = readBeforeAfter(view, line.words)
  const changed = rows.find(({ before, after }) => before !== after)
  if (changed) return { expected: changed.before, found: changed.after }
  return rows.length > 0 || line.optional === true ? null : { expected: line.words[0]!, found: '' }
}

/** `abc*****` for `abcd2345`: the first characters, then masking signs alone. A remark in the same cell (※…) changes nothing. */
function startsLike(secret: string, shown: string, first: number): boolean {
  const text = shown.trim()
  return text.startsWith(secret.slice(0, first)) && /^[*＊●•・]+(?:\s*[※(（].*)?$/s.test(text.slice(first))
}
