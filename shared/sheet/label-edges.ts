import { bar, japanese } from './fold-text.ts'

/**
 * What stands before a label. `line`: nothing but an item number and ornaments. `cell`: a tab or bar behind another label's value. `wide`: two
 * blanks or more. `blank`: one. `comma`: a Japanese comma or full-width slash. `plain-comma`: an ASCII one, which a password may hold, too.
 * `other-cell`: a tab or bar behind a word nobody knows, so the label may belong to that word.
 */
export interface Before {
  readonly edge: 'line' | 'cell' | 'wide' | 'blank' | 'comma' | 'plain-comma' | 'other-cell'
  /** Where the label with its item number begins. */
  readonly start: number
}

/** What stands behind a label, and where its value begins. `tight`: the value follows its mark without a blank, and `markBlank` a blank or the label's own frame stood before the mark. */
export interface After {
  readonly edge: 'mark' | 'cell' | 'blank' | 'none' | 'glued'
  readonly valueAt: number
  readonly mark: string
  /** The whole separator, leaders and all, without the blanks around it. */
  readonly said: string
  readonly tight: boolean
  readonly markBlank: boolean
}

// Long prefixes are no item numbers; the bound keeps a hostile line from costing more than its length.
const reach = 60
const onlyOrnament =
  /^(?:[\s>＞»|｜│┃║+#*＊・･•●○◎■□◆◇▼▽▲△▶►◉☆★✓✔☑☐→⇒➡➔.．,，、。:：)）(（[\]［］【】〔〕「」『』〈〉《》<＜-]|(?:No|№|項目|項)(?=[\s.．]?[0-9０-９]))*(?:[0-9０-９]{1,3}|[\u2460-\u249b\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]|[ivxⅠ-ⅻ]{1,4}(?=[.．)）]))?[\s|｜│┃║.．,，、:：)）\]］】>＞*＊_・･「『【［[(（<＜-]*$/iu
const itemNumber =
  /(?:[(（[［【][0-9０-９]{1,2}[)）\]］】]|[0-9０-９]{1,2}[.．:：、)）]|[\u2460-\u249b\u2776-\u2793])?[\s]*[「『【［[(（<＜・･●○■□◆◇▼*＊]*$/u

/**
 * Judges what stands before a word that begins at `at`. `valueAt` is where the last label's value began, null when the line has no label yet.
 * Null: a label cannot stand here.
 */
export function beforeLabel(raw: string, at: number, valueAt: number | null): Before | null {
  const region = raw.slice(Math.max(valueAt ?? 0, at - reach), at)
  if (valueAt === null && at <= reach && onlyOrnament.test(region)) return { edge: 'line', start: 0 }
  const number = numberBefore(region)
  // The blanks in front of an item number are its left edge, not part of it.
  const lead = /^\s*/.exec(number)![0]
  const edgeText = region.slice(0, region.length - number.length) + lead
  const start = at - number.length + lead.length
  const last = edgeText.at(-1) ?? ''
  if (valueAt !== null && edgeText.trim() === '' && valueAt >= at - reach) return { edge: 'cell', start }
  if (valueAt === null)
    return /\t\s*$/.test(edgeText) || bar.test(edgeText.trimEnd().at(-1) ?? '') ? { edge: 'other-cell', start } : null
  if (/\t\s*$/.test(edgeText) || bar.test(edgeText.trimEnd().at(-1) ?? '')) return { edge: 'cell', start }
  if (/\s\s$|\u3000$/.test(edgeText)) return { edge: 'wide', start }
  if (/\s$/.test(edgeText)) return { edge: 'blank', start }
  if (/[、，／｜；]/.test(last)) return { edge: 'comma', start }
  if (/[,/;]/.test(last)) return { edge: 'plain-comma', start }
  return null
}

/** The item number and opening brackets right before a label; one that touches a value (0!/0) ID) is part of the value. */
function numberBefore(region: string): string {
  const number = itemNumber.exec(region)?.[0] ?? ''
  const touched = region.slice(0, region.length - number.length).at(-1)
  return /[0-9０-９]/.test(number) && !/^\s/.test(number) && touched !== undefined && /[\x21-\x7b\x7d\x7e]/.test(touched)
    ? ''
    : number
}

/** A title may also stand behind a company's name or a mail's subject word, but not inside a sentence. */
export function beforeTitle(raw: string, at: number): Before | null {
  const head = raw.slice(0, at)
  return at <= reach && /[\s:：】」』)）・■●◆]$/.test(head) && !/[をにへ、。]/.test(head) ? { edge: 'line', start: 0 } : null
}

const closers = /^(?:\*\*|__)?[】」』］〉》〕)）\]>＞]*(?:\*\*|__)?/
// Only a remark with Japanese words (（半角）, (初期)): a bracket of plain signs may begin a password.
const remark =
  /^\s*(?:[(（][^()（）]{0,24}[\u3041-\u9fff][^()（）]{0,24}[)）]|[[［][^[\]［］]{0,24}[\u3041-\u9fff][^[\]［］]{0,24}[\]］])(?=\s*(?:[:：︰﹕∶=＝→⇒；|｜│┃║\t]|$))/
const markForm = /^(\s*)(?:(?:[・･·…‥]{2,}|…|\.{3,}|．{2,}|[-‐-―─━_＿]{3,}|ー{2,})\s*)?([:：︰﹕∶=＝→⇒；]|[-–—](?=\s))/
const leaderForm = /^\s*(?:[・･·…‥]{2,}|…|\.{3,}|．{2,}|[-‐-―─━_＿]{3,}|ー{2,})/
const cellForm = /^[^\S\t]*(?:\t\s*|[|｜│┃║┆┇┊┋╎╏]\s*)(?:[:：](?=\s))?/

const pairs: Readonly<Record<string, string>> = {
  '】': '【',
  '］': '［',
  ']': '[',
  '〕': '〔',
  '》': '《',
  '＞': '＜',
  '>': '<',
}
// 【パスワード】をご入力ください is a sentence, whatever its first word is framed by.
const sentence = /^[をはがのにへとでも].*(?:ください|下さい|ます|です|場合|。)/

/** True when the label that ends at `end` is framed by itself: 【パスワード】. */
function isFramed(raw: string, end: number): boolean {
  const opener = pairs[raw[end] ?? '']
  const head = raw.slice(Math.max(0, end - reach), end)
  return opener !== undefined && head.lastIndexOf(opener) > head.lastIndexOf(raw[end]!)
}

/** True when nothing but that frame parts the label from its value: 【パスワード】abc123. */
function frameParts(raw: string, end: number): boolean {
  const rest = raw.slice(end + 1, end + 80)
  // A lone bar frames no cell.
  const cell = rest.startsWith('|') && raw.split('|').length > 2
  const parted = /^(?:\s|$|\*\*|__|[｜│┃║])/.test(rest) || markForm.test(rest) || leaderForm.test(rest)
  return !cell && !parted && !remark.test(rest) && !sentence.test(rest)
}

/** True when the separator is only the frame around the label. */
export const isFrame = (mark: string): boolean => mark in pairs

/** Judges what stands behind a label that ends at `end`; null when the word runs on, so that it is no label. */
export function afterLabel(raw: string, end: number, mayGlue: boolean): After | null {
  let at = end
  const near = (): string => raw.slice(at, at + 80)
  const long = /^[ー\uff70]?/.exec(near())![0].length
  at += long
  const framed = isFramed(raw, at)
  if (framed && frameParts(raw, at)) {
    const valueAt = at + 1
    return { edge: 'mark', valueAt, mark: raw[at]!, said: raw[at]!, markBlank: false, tight: true }
  }
  at += closers.exec(near())![0].length
  at += remark.exec(near())?.[0].length ?? 0
  const rest = near()
  const found = (edge: After['edge'], length: number, mark = '', markBlank = false): After => {
    // Markdown's bold letters may close behind the mark: **パスワード:** abc.
    const bold = /\*\*[^*]*$/.test(raw.slice(Math.max(0, end - reach), end)) && raw.startsWith('** ', at + length) ? 3 : 0
    const valueAt = at + length + bold
    const next = raw[valueAt]
    const tight = next !== undefined && !/\s/.test(next) && bold === 0
    return { edge, valueAt, mark, said: rest.slice(0, length).trim(), markBlank: markBlank || framed, tight }
  }
  if (rest.trim() === '' && raw.slice(at).trim() === '') return found('none', rest.length)
  const marked = markForm.exec(rest)
  // A lone dash needs a blank on both sides; directly behind the label it may be a long-vowel mark of an old typewriter.
  if (marked && !(/[-–—]/.test(marked[2]!) && marked[1] === ''))
    return found('mark', marked[0].length, marked[2], marked[1] !== '')
  if (marked) return found('mark', marked[0].length, marked[2], true)
  const leader = leaderForm.exec(rest)
  if (leader) return found('mark', leader[0].length, leader[0].trim(), true)
  const cell = cellForm.exec(rest)
  if (cell) return found('cell', cell[0].length, cell[0].includes('|') ? '|' : '', /^\s/.test(cell[0]))
  if (/^\s/.test(rest)) return found('blank', /^\s+/.exec(rest)![0].length)
  if (/^[(（［[【「]/.test(rest)) return found('blank', 0)
  if (mayGlue && at === end + long && /^[A-Za-z0-9]/.test(rest)) return found('glued', 0)
  return null
}

/**
 * True when what follows a title or heading on its line can be a date, an issue note or other fields: a sentence right behind it shows that the
 * title was only mentioned.
 */
export function isTitleRest(rest: string): boolean {
  const near = rest.slice(0, 30)
  if (japanese.test(near[0] ?? '') && /[のはでとも]/.test(near[0]!)) return false
  return !/[をにへが]|ください|下さい|ます|です|した[。\s]*$|。\s*$/.test(near)
}
