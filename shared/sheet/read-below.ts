import { japanese } from './fold-text.ts'
import type { ValueKind } from './layout.ts'
import type { FoundValue, SheetRecord } from './sheet-record.ts'

/** A label that had nothing behind it: its value may stand below. */
export interface Pending {
  readonly value: FoundValue
  readonly record: SheetRecord
  readonly line: number
  readonly after: string
  readonly raw: string
  /** The line below looks like a label, too. */
  readonly odd: boolean
}

export interface Taken {
  readonly values: readonly { readonly record: SheetRecord; readonly value: FoundValue; readonly instead: FoundValue }[]
  readonly lines: number
  /** The labels waiting above are served or given up. */
  readonly done: boolean
}

const quote = /^\s*(?:[>＞]\s*)+/
const rule = /^[-=─━—―＝_＿*+|｜│┃║┼├┤┬┴┌┐└┘╋┣┫\s>]*$/
const note = /^[\s>＞]*(?:[※＊◎☆★]|\*(?!\*)|注|［注|\[注|\(注|（注)/

/** Reads what stands below one label, or below a column of labels. Takes a line only if it can be a value of the label's kind. */
export function takeBelow(
  pending: readonly Pending[],
  lines: readonly string[],
  labelled: (line: number) => boolean,
  index: number,
): Taken {
  const raw = lines[index]!
  if (rule.test(raw) || note.test(raw)) return { values: [], lines: 1, done: false }
  const waiting = pending.slice(-12)
  if (waiting.length > 1) {
    const rows = looseRows(lines, labelled, index, waiting.length + 1)
    if (rows.length === waiting.length && waiting.every((one, at) => canStandBelow(one, lines[rows[at]!]!, true))) {
      const values = waiting.map((one, at) => instead(one, lines[rows[at]!]!, rows[at]!, true))
      return { values, lines: rows.at(-1)! - index + 1, done: true }
    }
  }
  const last = waiting.at(-1)!
  if (!canStandBelow(last, raw, index === last.line + 1)) return { values: [], lines: 1, done: true }
  return { values: [instead(last, raw, index, waiting.length > 1)], lines: 1, done: true }
}

function looseRows(
  lines: readonly string[],
  labelled: (line: number) => boolean,
  index: number,
  most: number,
): readonly number[] {
  const rows: number[] = []
  for (let at = index; at < lines.length && rows.length < most && !labelled(at); at += 1) {
    const raw = lines[at]!
    if (raw.trim() === '' || rule.test(raw) || note.test(raw)) continue
    rows.push(at)
  }
  return rows
}

const selfTelling: readonly ValueKind[] = ['address', 'host', 'port']
const addressLike = /^[^\s@]*@[a-z0-9.-]+$/i
const looksLikeOther = /^\S+[@＠]\S+\.\S+$|^https?:|^[0-9０-９]{2,4}[年/.-][0-9０-９]{1,2}[月/.-]/i

function instead(
  { value, record, raw: labelLine, after, odd: strange }: Pending,
  raw: string,
  line: number,
  unclear: boolean,
): Taken['values'][number] {
  const { text, at } = bare(raw, quoteDepth(labelLine))
  const kind = value.field.kind
  // What has the very form the layout asks for is what is meant (an ID that is written like an address).
  const formed = value.field.pattern !== undefined && new RegExp(`^(?:${value.field.pattern})$`, 'u').test(text)
  const odd = strange || ((kind === 'secret' || kind === 'user') && !formed && looksLikeOther.test(text))
  const guessed = kind === 'text' && after === 'mark'
  const doubt = (unclear && !selfTelling.includes(kind)) || odd || guessed ? ('label-unclear' as const) : null
  return {
    record,
    value,
    instead: { ...value, raw: text, place: { line: line + 1, column: at + 1, length: text.length }, doubt },
  }
}

/**
 * A value that may go on below: the next line is set in under its label and is one word of plain signs. Where a mail program broke a long
 * line nobody can see from the text, so both readings are offered. Null: the line below is none of it.
 */
export function wrapped(value: FoundValue, labelLine: string, raw: string): FoundValue | null {
  const { text } = bare(raw, quoteDepth(labelLine))
  const whole = /@[^@\s]+\.[a-z]{2,}$/i.test(value.raw)
  // Broken beside its dot or @ an address goes on in whatever column the next line begins.
  const beside = value.field.kind === 'address' && (/[@.-]$/.test(value.raw) || /^[@.]/.test(text))
  const wraps = value.field.kind === 'address' ? !whole || beside : value.field.kind === 'secret' || value.field.kind === 'user'
  if (!wraps || !/^[\x21-\x7e]+$/.test(text)) return null
  if (beside ? !addressLike.test(`${value.raw}${text}`) : indent(raw) <= indent(labelLine)) return null
  if (value.field.kind !== 'address' && looksLikeOther.test(text)) return null
  const joined = `${value.raw}${text}`
  return value.field.kind === 'address'
    ? { ...value, raw: joined, doubt: 'wrapped', others: [{ label: 'as-written', raw: value.raw }] }
    : { ...value, doubt: 'wrapped', others: [{ label: 'without-blanks', raw: joined }] }
}

const indent = (raw: string): number => /^\s*/.exec(raw.replace(quote, ''))![0].replaceAll('\u3000', '  ').length

const quoteDepth = (raw: string): number => (quote.exec(raw)?.[0].match(/[>＞]/g) ?? []).length

/** The line without as much quoting as its label had, without a separator left at its head, without its frame. */
function bare(raw: string, depth: number): { readonly text: string; readonly at: number } {
  const head = depth === 0 ? 0 : (new RegExp(`^\\s*(?:[>＞]\\s*){0,${depth}}`).exec(raw)?.[0].length ?? 0)
  const skip = /^[\s│┃║]*(?:[:：=＝](?=\s)\s*|[|｜]\s+)?/.exec(raw.slice(head))![0].length
  const text = raw.slice(head + skip).replace(/[\s│┃║]+$/, '')
  return { text, at: head + skip }
}

function canStandBelow({ value, raw: labelLine, after }: Pending, raw: string, adjacent: boolean): boolean {
  const { text } = bare(raw, quoteDepth(labelLine))
  const word = /^\S*/.exec(text)![0]
  switch (value.field.kind) {
    case 'none':
    case 'url':
      return false
    case 'address':
      return /[@＠]/.test(text)
    case 'host':
      // The rest of a label broken in two may stand before it: 受信メール(POP3) / サーバー : mail.example.jp.
      return /^(?:[^\s:：]{0,8}[\u3041-\u9fff][^\s:：]{0,8}\s*[:：]\s*)?[0-9A-Za-z０-９Ａ-Ｚａ-ｚ\uff0d-]+[.．][0-9A-Za-z０-９Ａ-Ｚａ-ｚ.．\uff0d-]+/.test(
        text,
      )
    case 'port':
      return /^[0-9０-９]{2,5}(?![0-9０-９])/.test(text)
    case 'date':
      return /^[^:：]{0,4}[0-9０-９]/.test(text)
    case 'user':
    case 'secret':
    case 'code':
      return word !== '' && !japanese.test(word) && !/^\[.*\]\(.*\)/.test(text)
    default:
      if (!adjacent || /[:：]/.test(text) || /(?:ください|下さい|です|ます)[。\s]*$/.test(text)) return false
      // Behind 「登録者名 :」 nothing is a blank, unless the next line is set in: what follows is else another part of the paper.
      return after !== 'mark' || /^[>＞\s]*\s{2}|^\s*\u3000/.test(raw)
  }
}
