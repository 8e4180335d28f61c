import { bar } from './fold-text.ts'
import type { Token } from './find-labels.ts'

/** A row of labels whose values stand in the rows below, column by column. `rows` counts those already read. */
export interface Table {
  readonly columns: readonly (Token | null)[]
  readonly split: 'bar' | 'tab' | 'wide' | 'blank'
  readonly rows: number
}

interface Cell {
  readonly text: string
  /** From 0, in the raw line. */
  readonly at: number
}

const forms = { bar: /[|｜│┃║┆┇┊┋╎╏]/g, tab: /\t/g, wide: /\s{2,}|\u3000+|\t/g, blank: /\s+/g } as const

/** Splits a line into its cells; blank cells stay, the frame's own bars and quoting do not make one. */
function cellsOf(raw: string, split: Table['split']): readonly Cell[] {
  const quote = /^\s*(?:[>＞]\s*)*/.exec(raw)![0].length
  const [start, end] = split === 'tab' ? [0, raw.length] : [Math.min(quote, raw.length), raw.trimEnd().length]
  const cells: Cell[] = []
  let from = start
  const push = (to: number): void => {
    const piece = raw.slice(from, to)
    cells.push({ text: piece.trim(), at: from + (piece.length - piece.trimStart().length) })
  }
  for (const hit of raw.matchAll(forms[split])) {
    if (hit.index < from || hit.index >= end) continue
    push(hit.index)
    from = hit.index + hit[0].length
  }
  push(end)
  if (split === 'bar' && cells.length > 1) {
    if (cells[0]!.text === '' && bar.test(raw.slice(start).trimStart()[0] ?? '')) cells.shift()
    if (cells.at(-1)!.text === '') cells.pop()
  }
  return cells
}

/**
 * Recognises a heading row: two labels or more, none with a value or a separator of its own, each in a cell of its own. Null otherwise.
 */
export function makeTable(raw: string, tokens: readonly Token[]): Table | null {
  if (
    tokens.length < 2 ||
    tokens.some((token) => token.kind !== 'label' || token.after.edge === 'mark' || token.after.edge === 'glued')
  )
    return null
  const between = tokens.map((token, at) => raw.slice(token.after.valueAt, tokens[at + 1]?.before.start ?? raw.length))
  const candidates: readonly Table['split'][] = bar.test(raw)
    ? ['bar']
    : raw.trim().includes('\t')
      ? ['tab', 'wide']
      : ['wide', 'blank']
  for (const split of candidates) {
    const cells = cellsOf(raw, split)
    const columns = cells.map((cell) => {
      const inside = tokens.filter(
        (token) => cell.at < token.after.valueAt && (tokens[tokens.indexOf(token) - 1]?.after.valueAt ?? 0) <= cell.at,
      )
      return inside.find((token) => startsIn(token, cell)) ?? null
    })
    if (
      columns.filter((column) => column !== null).length === tokens.length &&
      new Set(columns.filter(Boolean)).size === tokens.length
    ) {
      // Unknown words between the labels are further columns; with only blanks to part them they could as well be values.
      if (split === 'bar' || split === 'tab' || between.every((text) => text.trim() === '')) return { columns, split, rows: 0 }
    }
  }
  return null
}

const startsIn = (token: Token, cell: Cell): boolean =>
  cell.text !== '' && token.before.start <= cell.at + cell.text.length && token.after.valueAt > cell.at

/** Reads one row below the labels: null for rules and for rows whose cells do not match the columns (then nothing is guessed). */
export function tableRow(
  table: Table,
  raw: string,
): readonly { readonly token: Token; readonly text: string; readonly column: number }[] | null {
  if (/^[-=─━—―＝_＿*+|｜│┃║┼├┤┬┴┌┐└┘╋┣┫:：\s>]*$/.test(raw)) return null
  const alternatives = table.split === 'wide' || table.split === 'blank' ? (['wide', 'blank'] as const) : [table.split]
  const cells = alternatives.map((split) => cellsOf(raw, split)).find((list) => list.length === table.columns.length)
  if (!cells) return null
  return table.columns.flatMap((token, at) => (token ? [{ token, text: cells[at]!.text, column: cells[at]!.at + 1 }] : []))
}

/** True for a row below the labels, although a word in it looks like a label (a password 「PW:2#」): every column has its cell, and not all are labels. */
export function isRow(table: Table, raw: string, tokens: readonly Token[]): boolean {
  const filled = tableRow(table, raw)?.filter(({ text }) => text !== '')
  return filled !== undefined && tokens.length < filled.length && tokens.every(({ kind }) => kind === 'label')
}
