import type { Token } from './find-labels.ts'
import type { CandidateLabel, DoubtReason } from './sheet-accounts.ts'

/** How this paper parts labels from values: a colon met once behind a label is a separator everywhere. */
export interface Style {
  readonly marks: ReadonlyMap<string, number>
  /** Labels with any separator at all. */
  readonly labels: number
}
const styleKey = (mark: string): string =>
  /^[:：︰﹕∶]$/.test(mark) ? ':' : /^[=＝]$/.test(mark) ? '=' : mark.length > 1 ? '…' : mark

/** Counts the separators of all labels of a text. */
export function separatorStyle(tokens: readonly Token[]): Style {
  const marks = new Map<string, number>()
  const labels = tokens.filter((token) => token.kind === 'label')
  for (const { after } of labels)
    if (after.mark !== '') marks.set(styleKey(after.mark), (marks.get(styleKey(after.mark)) ?? 0) + 1)
  return { marks, labels: labels.filter(({ after }) => after.edge !== 'none').length }
}

/** Another way to cut a value. */
export interface OtherCut {
  readonly label: CandidateLabel
  readonly raw: string
}

/** A value cut out of its line. `column` counts from 1. `others`: the other ways to cut it, when there is a doubt. */
export interface Piece {
  readonly raw: string
  readonly column: number
  readonly doubt: DoubtReason | null
  readonly others: readonly OtherCut[]
}

/** What ends a cell in this line: tabs and drawn bars always, a plain `|` or `｜` where the line is framed by it. */
function cellEnd(raw: string, valueAt: number): RegExp {
  const head = raw.replace(/^\s*(?:[>＞]\s*)+/, '').trimStart()[0] ?? ''
  const before = raw.slice(0, valueAt).trimEnd().at(-1) ?? ''
  const frame = [head, before].find((sign) => sign === '|' || sign === '｜') ?? ''
  return new RegExp(`[\\t${frame}│┃║┆┇┊┋╎╏]`)
}

/**
 * Cuts a value out of its line: from behind the separator to the next label or the end of its cell, without the blanks around it. A plain `|`
 * ends a cell only in a line that is framed by such bars: passwords may hold one.
 */
export function cutValue(raw: string, tokens: readonly Token[], at: number, style: Style): Piece {
  const [token, next] = [tokens[at]!, tokens[at + 1]]
  const { valueAt } = token.after
  const whole = raw.slice(valueAt, next ? next.before.start : raw.length)
  const end = cellEnd(raw, valueAt)
  // A tab that only pads the value from the left ends no cell.
  const lead = end.test('|') || end.test('｜') ? 0 : whole.length - whole.trimStart().length
  const found = whole.slice(lead).search(end)
  const cell = found < 0 ? whole : whole.slice(0, lead + found)
  const text = cell.trim()
  const column = valueAt + (cell.length - cell.trimStart().length) + 1
  const { tight, markBlank, mark, said } = token.after
  const alone = mark !== '' && tight && markBlank && (style.marks.get(styleKey(mark)) ?? 0) <= 1 && style.labels > 1
  const piece = (doubt: DoubtReason | null, others: readonly OtherCut[] = []): Piece => ({ raw: text, column, doubt, others })
  if (token.before.edge === 'other-cell' || token.after.edge === 'glued') return piece('label-unclear')
  const longer = text === '' ? [] : beyondCell(raw, valueAt, whole, cell)
  const marked = alone && text !== '' ? withMark([mark, said], [text, whole.trim()]) : []
  // abc/ID:def is one word: a password, or a password and what stands behind it.
  const parted =
    token.looseAt === null
      ? ''
      : raw
          .slice(valueAt, token.looseAt)
          .trim()
          .replace(/[,/;|]$/, '')
  const loose: readonly OtherCut[] = token.looseAt === null ? [] : [{ label: 'first-of-several', raw: parted }]
  if (longer.length + marked.length + loose.length > 0) return piece('separator-unclear', [...longer, ...marked, ...loose])
  if (next?.before.edge === 'plain-comma') return { ...piece(null), raw: text.replace(/[,/;]$/, '') }
  return next?.before.edge === 'comma' ? { ...piece(null), raw: text.replace(/[、，／｜；]$/, '') } : piece(null)
}

const withMark = (signs: readonly string[], texts: readonly string[]): readonly OtherCut[] =>
  signs.flatMap((sign) => texts.map((text) => ({ label: 'with-mark', raw: `${sign}${text}` })))

/**
 * The value if the bar or tab that ended its cell were part of it; none when there is no such doubt. Bars with nothing but blanks between are the
 * frame; in a frame with air around its bars, one that touches the value may belong to it.
 */
function beyondCell(raw: string, valueAt: number, whole: string, cell: string): readonly OtherCut[] {
  const rest = whole.slice(cell.length)
  if (rest.trim() === '') return []
  const frame = /^[|｜│┃║┆┇┊┋╎╏](?:\s+[|｜│┃║┆┇┊┋╎╏])*\s*$/.test(rest)
  const touches = rest.startsWith('|') && /\s$/.test(raw.slice(0, valueAt)) && !/\s$/.test(cell)
  if (frame && !touches) return []
  const all = whole.trim()
  return [all.replace(/\s*[|｜│┃║┆┇┊┋╎╏]$/, ''), all].map((longer) => ({ label: 'as-written', raw: longer }))
}
