import { cutValue, separatorStyle, type Style } from './cut-value.ts'
import { findLabels, makeVocabulary, type Meaning, type Token } from './find-labels.ts'
import type { FieldName, Layout, LayoutField } from './layout.ts'
import { takeBelow, wrapped, type Pending } from './read-below.ts'
import { isRow, makeTable, tableRow, type Table } from './read-table.ts'
import { openRecord, placeFor, recordFor, takeHeading, type FoundValue, type SheetRecord, type Standing } from './sheet-record.ts'
import type { SheetText } from './sheet-text.ts'

/** All that a set of layouts finds in a text, in the order of the paper. */
export interface Reading {
  readonly records: readonly SheetRecord[]
  readonly titles: readonly { readonly layout: Layout; readonly line: number }[]
  /** Per layout id: which fields had their label on the paper. */
  readonly labels: ReadonlyMap<string, ReadonlySet<FieldName>>
}

interface State extends Standing {
  pending: Pending[]
  /** The value that ended the last line with a label. */
  tail: { readonly value: FoundValue; readonly record: SheetRecord; readonly line: number } | null
  table: Table | null
  /** Blank lines since the last label. */
  gap: number
}

// A sheet's line is short; what is longer is no sheet, and reading it would only cost time.
const longestLine = 4000

/** Reads every labelled value out of a text. Finds and decides nothing about what the values are worth: that is `judge-value`. */
export function readFields(text: SheetText, layouts: readonly Layout[]): Reading {
  const vocabulary = makeVocabulary(layouts)
  const lines = text.lines.map((line) => (line.length > longestLine ? '' : line))
  const marked = lines.map((line) => findLabels(line, vocabulary))
  const state: State = {
    layout: firstLayout(marked, layouts),
    section: null,
    titled: null,
    records: [],
    open: new Map(),
    again: new Set(),
    pending: [],
    tail: null,
    table: null,
    gap: 0,
  }
  const style = separatorStyle(marked.flat())
  for (let index = 0; index < lines.length;) {
    const tokens = marked[index]!
    const odd = tokens.length > 0 && isOddBelow(state, lines[index]!, index)
    if (odd) state.pending = state.pending.slice(-1).map((one) => ({ ...one, odd }))
    if (tokens.length > 0 && !odd && !(state.table && isRow(state.table, lines[index]!, tokens))) {
      // Labels below labels: the first row was no heading row, its places are blank.
      const mayHead = marked[lineBelow(lines, index)]?.[0]?.before.edge !== 'line'
      takeTokens(state, lines, index, tokens, style, mayHead)
      state.gap = 0
      index += 1
    } else index += takeLoose(state, lines, marked, index)
  }
  return { records: state.records, titles: titlesOf(marked), labels: labelsOf(marked) }
}

/** The next line that is neither blank nor a rule. */
function lineBelow(lines: readonly string[], index: number): number {
  const most = Math.min(lines.length, index + 6)
  for (let at = index + 1; at < most; at += 1) if (!/^[-=─━—―＝_＿*+|｜│┃║┼├┤┬┴┌┐└┘╋┣┫:：\s>]*$/.test(lines[at]!)) return at
  return -1
}

/** The layout that holds before any title or heading: the one most labels up there fit, else that of the first title. */
function firstLayout(marked: readonly (readonly Token[])[], layouts: readonly Layout[]): Layout | null {
  const at = marked.findIndex((tokens) => tokens.some((token) => token.kind !== 'label'))
  const named = at < 0 ? null : marked[at]!.find((token) => token.kind !== 'label')!.means[0]!.layout
  const labels = labelsOf(at < 0 ? marked : marked.slice(0, at))
  const count = (layout: Layout | null): number => (layout && labels.get(layout.id)?.size) ?? 0
  const best = layouts.reduce((most, layout) => (count(layout) > count(most) ? layout : most), named ?? layouts[0]!)
  // A label or two above a title (a mail's head, the customer's name) belong to the paper that follows.
  return named && count(best) <= 2 ? named : best
}

const titlesOf = (marked: readonly (readonly Token[])[]): Reading['titles'] =>
  marked.flatMap((tokens, index) =>
    tokens.filter((token) => token.kind === 'title').map((token) => ({ layout: token.means[0]!.layout, line: index + 1 })),
  )

function labelsOf(marked: readonly (readonly Token[])[]): Map<string, Set<FieldName>> {
  const labels = new Map<string, Set<FieldName>>()
  for (const meaning of marked.flat().flatMap((token) => token.means)) {
    if (!meaning.field) continue
    const seen = labels.get(meaning.layout.id) ?? new Set<FieldName>()
    seen.add(meaning.field.field)
    labels.set(meaning.layout.id, seen)
  }
  return labels
}

function takeTokens(
  state: State,
  lines: readonly string[],
  index: number,
  tokens: readonly Token[],
  style: Style,
  mayHead: boolean,
): void {
  const raw = lines[index]!
  state.tail = null
  state.table = mayHead ? makeTable(raw, tokens) : null
  if (state.table) {
    state.pending = []
    return
  }
  tokens.forEach((token, at) => {
    const piece = cutValue(raw, tokens, at, style)
    const found = (field: LayoutField, spare: boolean): FoundValue => ({
      field,
      raw: piece.raw,
      place: { line: index + 1, column: piece.column, length: piece.raw.length },
      spare,
      doubt: field.kind === 'secret' || piece.doubt === 'label-unclear' ? piece.doubt : null,
      others: field.kind === 'secret' ? piece.others : [],
    })
    if (token.kind === 'label') {
      const { meaning, record } = placeFor(state, token, piece.raw)
      const value = found(meaning.field!, meaning.spare)
      record.values.push(value)
      if (value.raw !== '') {
        state.pending = []
        state.tail = at === tokens.length - 1 ? { value, record, line: index } : null
      }
      if (value.raw === '' && at === tokens.length - 1)
        state.pending.push({ value, record, line: index, after: token.after.edge, raw, odd: false })
    } else {
      state.pending = []
      takeHeading(state, token)
      const carried = state.section?.fields.find((field) => field.field === state.section?.carries)
      if (token.kind === 'heading' && carried && piece.raw !== '') {
        // Dates and remarks stand behind headings, too: only what can be the carried value is taken, or what says where it stands.
        if (carried.kind !== 'address' || /[@＠]|別紙|別途|別送|同封|参照/.test(piece.raw))
          recordFor(state, state.section!, carried, null).values.push(found(carried, false))
      }
    }
  })
}

/**
 * Below a password's label that had nothing behind it, a word of plain signs that looks like another label (PW:2#kq) may as well be the
 * password: it is read as that, as a question.
 */
function isOddBelow(state: State, raw: string, index: number): boolean {
  const last = state.pending.at(-1)
  if (last?.value.field.kind !== 'secret' || index - last.line > 2) return false
  return /^\s*(?:[>＞]\s*)*[\x21-\x7e]+\s*$/.test(raw)
}

/** A line without any label: a row of a table, the value of a label above, or nothing. Answers how many lines it used. */
function takeLoose(state: State, lines: readonly string[], marked: readonly (readonly Token[])[], index: number): number {
  const raw = lines[index]!
  if (raw.trim() === '') {
    state.gap += 1
    if (state.gap > 2) state.pending = []
    if (state.table && (state.gap > 1 || state.table.rows > 0)) state.table = null
    return 1
  }
  if (state.table) {
    takeRow(state, raw, index)
    return 1
  }
  if (state.pending.length === 0) {
    takeWrapped(state, lines, index)
    takeUnlabelled(state, raw, index)
    return 1
  }
  const taken = takeBelow(state.pending, lines, (line) => marked[line]!.length > 0, index)
  for (const { record, value, instead } of taken.values) record.values[record.values.indexOf(value)] = instead
  if (taken.done) state.pending = []
  const last = taken.values.at(-1)
  // Only an address shows by its form that it goes on.
  if (last?.instead.field.kind === 'address')
    state.tail = { value: last.instead, record: last.record, line: index + taken.lines - 1 }
  return taken.lines
}

function takeWrapped({ tail }: State, lines: readonly string[], index: number): void {
  const longer = tail?.line === index - 1 ? wrapped(tail.value, lines[tail.line]!, lines[index]!) : null
  if (tail && longer) tail.record.values[tail.record.values.indexOf(tail.value)] = longer
}

/** Between the title and the first heading or label a line may be a value by its form alone. */
function takeUnlabelled(state: State, raw: string, index: number): void {
  const section = state.titled?.sections[0]
  if (section === undefined || state.section !== section || state.open.has(section)) return
  const head = /^\s*(?:[>＞]\s*)*/.exec(raw)![0].length
  const text = raw.slice(head).trim()
  const field = section.fields.find(
    ({ unlabelled }) => unlabelled !== undefined && new RegExp(`^(?:${unlabelled})$`, 'u').test(text),
  )
  if (!field) return
  const place = { line: index + 1, column: head + 1, length: text.length }
  const value: FoundValue = { field, raw: text, place, spare: true, doubt: null, others: [] }
  recordFor(state, section, field, null).values.push(value)
}

function takeRow(state: State, raw: string, index: number): void {
  const cells = tableRow(state.table!, raw)
  if (!cells) return
  const first = cells[0]
  if (!first) return
  state.table = { ...state.table!, rows: state.table!.rows + 1 }
  const home = placeFor(state, first.token)
  const many = home.meaning.section.many
  const inside = (token: Token): Meaning | undefined =>
    token.means.find((one) => one.section === home.meaning.section && one.field)
  const filled = home.record.values.some(({ field }) => cells.some(({ token }) => inside(token)?.field?.field === field.field))
  const record = many && filled ? openRecord(state, home.meaning, null, true) : home.record
  for (const { token, text, column } of cells) {
    const meaning = inside(token)
    const target = meaning ? { meaning, record } : placeFor(state, token, text)
    const place = { line: index + 1, column, length: text.length }
    target.record.values.push({
      field: target.meaning.field!,
      raw: text,
      place,
      spare: target.meaning.spare,
      doubt: null,
      others: [],
    })
  }
}
