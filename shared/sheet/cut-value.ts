import { bar } from './fold-text.ts'
import type { Token } from './find-labels.ts'
import type { CandidateLabel, DoubtReason } from './sheet-accounts.ts'

/** How this paper parts labels from values: a colon met once behind a label is a separator everywhere. */
export interface Style {
  readonly marks: ReadonlyMap<string, number>
  readonly unmarked: number
}
const styleKey = (mark: string): string =>
  /^[:：︰﹕∶]$/.test(mark) ? ':' : /^[=＝]$/.test(mark) ? '=' : mark.length > 1 ? '…' : mark

/** Counts the separators of all labels of a text. */
export function separatorStyle(tokens: readonly Token[]): Style {
  const marks = new Map<string, number>()
  const labels = tokens.filter((token) => token.kind === 'label')
  for (const { after } of labels)
    if (after.edge === 'mark') marks.set(styleKey(after.mark), (marks.get(styleKey(after.mark)) ?? 0) + 1)
  return { marks, unmarked: labels.filter(({ after }) => after.edge === 'blank' || after.edge === 'cell').length }
}

/** A value cut out of its line. `column` counts from 1. `other`: the second way to cut it. */
export interface Piece {
  readonly raw: string
  readonly column: number
  readonly doubt: DoubtReason | null
  readonly other: { readonly label: CandidateLabel; readonly raw: string } | null
}

/** Cuts a value out of its line: from behind the separator to the next label or the end of its cell, without the blanks around it. */
export function cutValue(raw: string, token: Token, next: Token | undefined, style: Style): Piece {
  const whole = raw.slice(token.after.valueAt, next ? next.before.start : raw.length)
  const framed =
    bar.test(raw.replace(/^\s*(?:[>＞]\s*)+/, '').trimStart()[0] ?? '') ||
    /^[^\S\t]*[|｜│┃║]/.test(raw.slice(token.after.valueAt - 2, token.after.valueAt))
  const end = whole.search(framed ? /[\t|｜│┃║┆┇┊┋╎╏]/ : /[\t│┃║┆┇┊┋╎╏]/)
  const first = whole.slice(0, whole.trimStart().length === 0 || end < 0 ? whole.length : leadingCell(whole, end))
  const text = first.trim()
  const column = token.after.valueAt + (first.length - first.trimStart().length) + 1
  const uncut = whole.replace(/[\s|｜│┃║┆┇┊┋╎╏]+$/, '').trimStart()
  if (token.before.edge === 'other-cell' || token.after.edge === 'glued')
    return { raw: text, column, doubt: 'label-unclear', other: null }
  if (text !== '' && uncut.length > text.length)
    return { raw: text, column, doubt: 'separator-unclear', other: { label: 'as-written', raw: uncut } }
  if (next?.before.edge === 'plain-comma') {
    const other = { label: 'as-written' as const, raw: raw.slice(token.after.valueAt).trim() }
    return { raw: text.replace(/[,/;]$/, ''), column, doubt: 'separator-unclear', other }
  }
  const { edge, tight, markBlank, mark } = token.after
  const alone = edge === 'mark' && tight && markBlank && (style.marks.get(styleKey(mark)) ?? 0) <= 1 && style.unmarked > 0
  if (alone && text !== '')
    return {
      raw: text,
      column,
      doubt: 'separator-unclear',
      other: { label: 'with-mark', raw: `${mark}${text}` },
    }
  return { raw: next?.before.edge === 'comma' ? text.replace(/[、，／｜；]$/, '') : text, column, doubt: null, other: null }
}

const leadingCell = (whole: string, end: number): number => {
  // A tab that only pads the value from the left ends no cell.
  const lead = whole.length - whole.trimStart().length
  if (end >= lead) return end
  const later = whole.slice(lead).search(/[\t|｜│┃║┆┇┊┋╎╏]/)
  return later < 0 ? whole.length : lead + later
}
