import { japanese } from './fold-text.ts'
import type { CandidateLabel, DoubtReason } from './sheet-accounts.ts'

/** One way to read a value, before it has a place. Holds secrets in clear: it never leaves shared/sheet. */
export interface Reading {
  readonly label: CandidateLabel
  readonly value: string
}

/**
 * What a piece of paper is worth. `certain`: one reading. `doubtful`: the likeliest reading first. `nothing`: no value stands there;
 * `blank` is an empty place, the other reasons say what stands there instead.
 */
export type Judged =
  | { readonly worth: 'certain'; readonly value: string }
  | { readonly worth: 'doubtful'; readonly reason: DoubtReason; readonly readings: readonly Reading[] }
  | { readonly worth: 'nothing'; readonly reason: 'blank' | 'instruction' | 'masked' }

/** One reading, and no reason to doubt it. */
export const certain = (value: string): Judged => ({ worth: 'certain', value })
/** No value stands there. */
export const nothing = (reason: 'blank' | 'instruction' | 'masked'): Judged => ({ worth: 'nothing', reason })

/** Builds a doubt from several readings; equal ones count once, empty ones not at all. */
export function doubtful(reason: DoubtReason, readings: readonly Reading[]): Judged {
  const seen = new Set<string>()
  const distinct = readings.filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value))
  return { worth: 'doubtful', reason, readings: distinct }
}

const maskOnly = /^[\s*＊●■□◼◾▪○◯◎×✕✖✱_＿‗\-ー─―‐－…‥・･.．]+$/
const redacted = /^[[［<＜(（【]?(?:redacted|masked|hidden|非公開|非表示|伏せ字|黒塗り)[\]］>＞)）】]?$/i
const blankWord = /^[(（「【[]?(?:なし|無し|ナシ|無|空欄|空き|未使用|未登録|未設定|未発行|該当なし|n\/a|none)[)）」】\]]?$/i

/** True for a place that says in words or signs that it is empty, or that its value is covered (●●●, [REDACTED]). */
export function emptyOrMasked(raw: string): 'blank' | 'masked' | null {
  const text = raw.trim()
  if (/^(?:""|''|「」|『』|【】|（）|“”|\(\)|\[\])$/.test(text)) return 'blank'
  if (text === '' || /^[_＿\s]+$/.test(text) || /^[-ー─―‐－…‥・･.．]{1,2}$/.test(text) || blankWord.test(text)) return 'blank'
  if (redacted.test(text)) return 'masked'
  // ASCII signs may make up a password; only one sign over and over is a cover.
  const cover = /^[\x21-\x7e]+$/.test(text) ? new Set(text).size === 1 : true
  return cover && maskOnly.test(text) && text.length >= 2 ? 'masked' : null
}

const general =
  /(?:必要です|不要です|参照|ご覧|ください|下さい|お願い|記載|別紙|別途|別送|同上|同様|省略|後日|お問い?合わせ|ご確認|変更済|のものです|を入力)/

/**
 * True for words that stand where a value should be and tell the reader to do or look up something
 * (「こちらのユーザーID・パスワードが必要です」「紙面参照」). `phrases` come from the layout.
 */
export function isInstruction(raw: string, phrases: readonly string[]): boolean {
  if (!japanese.test(raw)) return false
  const text = raw.normalize('NFKC').replace(/\s/g, '')
  return general.test(text) || phrases.some((phrase) => text.includes(phrase.normalize('NFKC').replace(/\s/g, '')))
}
