import { foldLabel, foldLine, japanese, type FoldedLine } from './fold-text.ts'
import type { Layout, LayoutField, LayoutSection } from './layout.ts'
import { afterLabel, beforeLabel, beforeTitle, isFrame, isTitleRest, type After, type Before } from './label-edges.ts'

/** What a word on a sheet can be. */
export interface Meaning {
  readonly kind: 'title' | 'heading' | 'label'
  readonly layout: Layout
  readonly section: LayoutSection
  readonly field: LayoutField | null
  readonly spare: boolean
}

/** Folded word → all it can mean, looked up by first character, longest word first. */
export type Vocabulary = ReadonlyMap<
  string,
  readonly { readonly word: string; readonly numbered: boolean; readonly means: readonly Meaning[] }[]
>

/** A title, heading or label found in a line. Positions count UTF-16 units of the raw line. */
export interface Token {
  readonly word: string
  readonly means: readonly Meaning[]
  readonly kind: Meaning['kind']
  readonly before: Before
  readonly after: After
  /** The number behind a heading or label (追加メールアドレス2), if any. */
  readonly number: number | null
  /** Where, within the word that stands for this password, something like another label begins (abc/ID:def); null when nowhere. */
  looseAt: number | null
}

/** Every word a set of layouts knows. */
export function makeVocabulary(layouts: readonly Layout[]): Vocabulary {
  const words = new Map<string, { word: string; numbered: boolean; means: Meaning[] }>()
  const add = (spelling: string, meaning: Meaning): void => {
    const numbered = spelling.includes('{n}')
    const word = foldLabel(spelling.replace('{n}', ''))
    const key = `${word}${numbered ? '#' : ''}`
    const entry = words.get(key) ?? { word, numbered, means: [] }
    entry.means.push(meaning)
    words.set(key, entry)
  }
  for (const layout of layouts) {
    for (const title of layout.titles)
      add(title, { kind: 'title', layout, section: layout.sections[0]!, field: null, spare: false })
    for (const section of layout.sections) {
      for (const heading of section.headings) add(heading, { kind: 'heading', layout, section, field: null, spare: false })
      for (const field of section.fields) {
        for (const label of field.labels) add(label, { kind: 'label', layout, section, field, spare: false })
        for (const label of field.spareLabels ?? []) add(label, { kind: 'label', layout, section, field, spare: true })
      }
    }
  }
  const byFirst = new Map<string, { word: string; numbered: boolean; means: Meaning[] }[]>()
  for (const entry of words.values()) {
    if (entry.word === '') continue
    const first = entry.word[0]!
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  for (const list of byFirst.values())
    list.sort((a, b) => b.word.length - a.word.length || Number(b.numbered) - Number(a.numbered))
  return byFirst
}

const number = /^(?:([0-9０-９]{1,2})|([①-⑳]))(?![0-9０-９A-Za-z@＠.．-])/

/** Reads a number directly behind a word: its value, and where the raw text goes on. */
function numberAt(raw: string, from: number, overBlanks: boolean): { readonly value: number; readonly end: number } | null {
  const at = overBlanks ? from + /^\s*/.exec(raw.slice(from, from + 4))![0].length : from
  const found = number.exec(raw.slice(at, at + 3))
  if (!found) return null
  const value = found[1] ? Number(found[1].normalize('NFKC')) : found[2]!.charCodeAt(0) - 0x2460 + 1
  return { value, end: at + found[0].length }
}

/**
 * Finds the titles, headings and labels of one line, left to right, the longest word first. A word counts only where a label can stand: at
 * the line's or a cell's beginning (item number and ornaments aside) or behind another label's value, and followed by a separator, a blank or
 * the end. Words inside sentences and inside longer words (接続パスワード) do not count.
 */
export function findLabels(raw: string, vocabulary: Vocabulary): readonly Token[] {
  const line = foldLine(raw)
  const tokens: Token[] = []
  for (let at = 0; at < line.text.length;) {
    const token = tokenAt(raw, line, at, vocabulary, tokens.at(-1))
    if (token) {
      tokens.push(token.token)
      at = token.next
    } else at += 1
  }
  return tokens
}

function tokenAt(raw: string, line: FoldedLine, at: number, vocabulary: Vocabulary, last: Token | undefined) {
  const start = line.from[at]!
  for (const { word, numbered, means } of vocabulary.get(line.text[at]!) ?? []) {
    if (!line.text.startsWith(word, at)) continue
    const end = line.to[at + word.length - 1]!
    const kind = means[0]!.kind
    const before = beforeLabel(raw, start, last?.after.valueAt ?? null) ?? (kind === 'title' ? beforeTitle(raw, start) : null)
    if (!before) continue
    const suffix = kind === 'title' ? null : numberAt(raw, end, numbered)
    if (numbered && !suffix) continue
    const behindNumber = suffix && afterLabel(raw, suffix.end, false)
    // A lone number behind a label is its value (ポート番号 25), not its number.
    const counts = behindNumber !== null && (numbered || behindNumber.edge !== 'none')
    const after = counts ? behindNumber : numbered ? null : afterLabel(raw, end, japanese.test(raw[end - 1]!))
    if (!after || !fits(kind, raw, before, after)) continue
    const value = last ? firstWord(raw, last) : null
    if (last && value && isWithin(raw, last, value, start, end, after)) {
      if (after.edge === 'mark' && isSecret(last) && !isSameAgain(last, means, start === value.from)) last.looseAt ??= start
      continue
    }
    // What looks like the label's item number may be the end of the password before it (x9|1. ID : abc).
    const edge = value && start >= value.to ? { ...before, start: Math.max(before.start, value.to) } : before
    let next = at + word.length
    while (next < line.text.length && line.from[next]! < after.valueAt) next += 1
    return {
      token: { word, means, kind, before: edge, after, number: counts ? suffix!.value : null, looseAt: null } satisfies Token,
      next,
    }
  }
  return null
}

interface Word {
  readonly from: number
  readonly to: number
}

/** The first word of plain signs behind a label. */
function firstWord(raw: string, { after, kind }: Token): Word | null {
  if (kind !== 'label') return null
  const from = after.valueAt + /^\s*/.exec(raw.slice(after.valueAt))![0].length
  return { from, to: from + /^[\x21-\x7e]*/.exec(raw.slice(from))![0].length }
}

const isSecret = (token: Token): boolean => token.means.some(({ field }) => field?.kind === 'secret')

/** Where a separator already told where the password begins, another word for password at its head (Pw2:bbbb) parts nothing. */
const isSameAgain = (last: Token, means: readonly Meaning[], atHead: boolean): boolean =>
  atHead && last.after.edge === 'mark' && means.every(({ field }) => field?.kind === 'secret')

/**
 * A value's first word stays whole, whatever it looks like: a label inside it (Pass:x9|ID, id--7@…) is none. A word that is nothing but a label
 * with its own separator shows that the place was left blank (パスワード :  ID : abc); where no password can stand, a label with its value may
 * touch (メールサーバー名 POP3:mail.…).
 */
function isWithin(raw: string, label: Token, word: Word, start: number, end: number, after: After): boolean {
  if (start >= word.to) return false
  if (start > word.from) return true
  const rest = raw.slice(end, word.to)
  if (/^[:=]$/.test(rest) || (!isSecret(label) && /^[:=]/.test(rest))) return false
  return !(rest === '' && (after.edge === 'mark' || label.after.edge !== 'mark'))
}

// パスワード（8桁）abc123 has a value behind its remark; パスワード(…)変更 is a longer word.
const bracketedValue = /^[(（［[【「][^)）\]］】」]*[\u3041-\u9fff][^)）\]］】」]*[)）\]］】」]\s*[!-~]|^[「【]/

function fits(kind: Meaning['kind'], raw: string, before: Before, after: After): boolean {
  if (kind !== 'label')
    return (
      !/comma|^blank$/.test(before.edge) &&
      after.edge !== 'glued' &&
      ((after.edge === 'mark' && !isFrame(after.mark)) || isTitleRest(raw.slice(after.valueAt)))
    )
  if (
    after.edge === 'blank' &&
    !/\s/.test(raw[after.valueAt - 1]!) &&
    /^[(（［[【「]/.test(raw.slice(after.valueAt)) &&
    !bracketedValue.test(raw.slice(after.valueAt, after.valueAt + 80))
  )
    return false
  if (before.edge === 'line' || before.edge === 'cell' || before.edge === 'wide' || before.edge === 'other-cell') {
    return after.edge !== 'glued' || before.edge === 'line'
  }
  // Behind a single blank or a comma only a separator of its own makes a word a label: values hold blanks, too.
  return after.edge === 'mark' || (before.edge === 'comma' && after.edge === 'cell')
}
