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

/** パスワード: ID:abc may be a blank password before an ID, or the password 「ID:abc」. */
const mayBeValue = (label: Token | undefined, inner: Token | undefined): boolean =>
  label !== undefined &&
  inner?.after.edge === 'mark' &&
  inner.after.tight &&
  !inner.after.markBlank &&
  label.after.edge !== 'none' &&
  inner.before.start - label.after.valueAt <= 1 &&
  label.means.some(({ field }) => field?.kind === 'secret')

const anyBar = /[\t|｜│┃║┆┇┊┋╎╏]/
const frameOnly = /[\t│┃║┆┇┊┋╎╏]/

/**
 * Cuts a value out of its line: from behind the separator to the next label or the end of its cell, without the blanks around it. A plain `|`
 * ends a cell only in a line that is framed by such bars: passwords may hold one.
 */
export function cutValue(raw: string, tokens: readonly Token[], at: number, style: Style): Piece {
  const [token, next] = [tokens[at]!, tokens[at + 1]]
  const { valueAt } = token.after
  const whole = raw.slice(valueAt, next ? next.before.start : raw.length)
  const framed =
    anyBar.test(raw.replace(/^\s*(?:[>＞]\s*)+/, '').trimStart()[0] ?? '') || /[|｜│┃║]\s?$/.test(raw.slice(valueAt - 2, valueAt))
  // A tab that only pads the value from the left ends no cell.
  const lead = framed ? 0 : whole.length - whole.trimStart().length
  const found = whole.slice(lead).search(framed ? anyBar : frameOnly)
  const cell = found < 0 ? whole : whole.slice(0, lead + found)
  const text = cell.trim()
  const column = valueAt + (cell.length - cell.trimStart().length) + 1
  const piece = (doubt: DoubtReason | null, label: CandidateLabel = 'as-written', other = ''): Piece => ({
    raw: text,
    column,
    doubt,
    other: other === '' ? null : { label, raw: other },
  })
  if (text === '' && mayBeValue(token, next))
    return { raw: raw.slice(valueAt).trim(), column: next!.before.start + 1, doubt: 'separator-unclear', other: null }
  if (token.before.edge === 'other-cell' || token.after.edge === 'glued') return piece('label-unclear')
  if (mayBeValue(tokens[at - 1], token)) return piece('label-unclear')
  const uncut = whole.replace(/[\s|｜│┃║┆┇┊┋╎╏]+$/, '').trimStart()
  if (text !== '' && uncut.length > text.length) return piece('separator-unclear', 'as-written', uncut)
  // In a frame with air around its bars, a bar that touches the value may belong to it.
  if (text !== '' && framed && found > 0 && /\s$/.test(raw.slice(0, valueAt)) && !/\s$/.test(cell))
    return piece('separator-unclear', 'as-written', `${text}|`)
  if (next?.before.edge === 'plain-comma')
    return { ...piece('separator-unclear', 'as-written', raw.slice(valueAt).trim()), raw: text.replace(/[,/;]$/, '') }
  const { edge, tight, markBlank, mark } = token.after
  const alone = edge === 'mark' && tight && markBlank && (style.marks.get(styleKey(mark)) ?? 0) <= 1 && style.unmarked > 0
  if (alone && text !== '') return piece('separator-unclear', 'with-mark', `${mark}${text}`)
  return next?.before.edge === 'comma' ? { ...piece(null), raw: text.replace(/[、，／｜；]$/, '') } : piece(null)
}
