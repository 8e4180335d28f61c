/** Characters that lie on a sheet as layout: any Unicode blank. */
export const blankClass = '\\s'

/** Characters nobody sees: zero-width blanks and joiners, soft hyphen, direction marks, byte order mark. */
export const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/

/** Kana and Chinese characters (and their half-width and iteration forms): never part of a login name, a server or a password. */
export const japanese = /[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]/

/** Lines and bars that frame a cell. The plain and the full-width bar count too. */
export const bar = /[|｜│┃║┆┇┊┋╎╏]/

/** What a mail's HTML leaves behind a value when it is saved as text. */
export const htmlTag = /\s*<\/?(?:br|p|div|span|td|th|tr|b|font|li)(?:\s[^<>]*)?\/?>/gi

const breaks = /[\t|｜│┃║┆┇┊┋╎╏]/
const katakana = /[\u30a1-\u30fa\uff66-\uff9d]/
const dash = /[-\u2010-\u2015\u2212\u2500\uff0d\uff70\u30fc]/
const longMark = /[\u30fc\uff70]/
const ignored = /[\s\u30fb\uff65()（）[\]［］【】〔〕「」『』〈〉《》<>＜＞{}｛｝"'*＊_`]/
const joins = /[\u3099\u309a\uff9e\uff9f\p{M}]/u

/** A line brought to the one spelling in which labels are compared. `from[i]`/`to[i]`: which raw characters the i-th folded one stands for. */
export interface FoldedLine {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/**
 * Folds a line for finding labels: full and half width, kana with separate sound marks, case, blanks, brackets, middle dots and
 * long-vowel marks (サーバ/サーバー, ユ-ザ-) no longer tell two spellings apart. Tabs and bars stay, as line feeds: no label crosses one.
 * Never use the result as a value.
 */
export function foldLine(raw: string): FoldedLine {
  const out: string[] = []
  const from: number[] = []
  const to: number[] = []
  for (let start = 0; start < raw.length;) {
    let end = start + String.fromCodePoint(raw.codePointAt(start)!).length
    while (end < raw.length && joins.test(raw[end]!)) end += 1
    const cluster = raw.slice(start, end)
    // What stands before in the folded text decides, so that folding twice is folding once (㋐- folds as ア- does).
    for (const character of foldCluster(cluster, out.at(-1) ?? '')) {
      out.push(character)
      from.push(start)
      to.push(end)
    }
    start = end
  }
  return { text: out.join(''), from, to }
}

function foldCluster(cluster: string, before: string): string {
  const head = cluster[0]!
  const folded = cluster.normalize('NFKC').toLowerCase().normalize('NFC')
  if (breaks.test(head) || breaks.test(folded)) return '\n'
  const first = folded[0] ?? head
  if (longMark.test(head) || (dash.test(first) && katakana.test(before))) return ''
  // One UTF-16 unit each, so that the index arrays stay in step with the joined text.
  return Array.from(folded)
    .filter(
      (character) =>
        character.length === 1 &&
        !ignored.test(character) &&
        !longMark.test(character) &&
        !invisible.test(character) &&
        // A mark that found no letter to join would join the one before it the next time.
        !joins.test(character),
    )
    .join('')
}

/** Folds a label or title of a layout in the same way. */
export const foldLabel = (label: string): string => foldLine(label).text.replaceAll('\n', '')

/** Full-width ASCII (！ to ～) and the ideographic blank to half width; nothing else. The only folding without a second possible reading. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (wide) => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)))

/** Takes away what nobody sees. */
export const withoutInvisible = (text: string): string => text.replace(new RegExp(invisible, 'g'), '')

const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212\u2500\u30fc\uff70\u02d7\ufe63]/g, '-'],
  [/[\u2018\u2019\u201b\u2032\u00b4\u02bc]/g, "'"],
  [/[\u201c\u201d\u201f\u2033\u3003]/g, '"'],
  [/[\u3002\uff61\u30fb\uff65\u00b7\u2022]/g, '.'],
  [/[\u3001\uff64]/g, ','],
  [/[\u301c\u223c\u02dc\u203e\uffe3]/g, '~'],
  [/[\u00a5\uffe5]/g, '\\'],
  [/[\u3008\u2039\u27e8]/g, '<'],
  [/[\u3009\u203a\u27e9]/g, '>'],
  [/[\u00a6\uffe4\u2502]/g, '|'],
  [/[\u0430\u0391\u0410]/g, 'a'],
  [/[\u0435\u0395\u0415]/g, 'e'],
  [/[\u043e\u039f\u041e\u3007]/g, 'o'],
  [/[\u0440\u03a1\u0420]/g, 'p'],
  [/[\u0441\u0421]/g, 'c'],
  [/[\u0445\u03a7\u0425\u00d7]/g, 'x'],
  [/[\u0443\u03a5\u0423]/g, 'y'],
  [/[\u0456\u0399\u0406]/g, 'i'],
]

/**
 * The likeliest plain reading of signs that only look like ASCII (dashes, curly quotes, 。 for a dot, Cyrillic letters). A guess: it may be
 * offered to a person and never taken by itself.
 */
export function plainSigns(text: string): string {
  let out = halfWidth(withoutInvisible(text))
  for (const [alike, plain] of lookAlikes) out = out.replace(alike, plain)
  return out
}

/** Names compared as people do: width, blanks, 様/御中 and the ways to write 株式会社 and 有限会社 make no difference. */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/株式会社|\(株\)|有限会社|\(有\)/g, (form) => (form.includes('株') ? '㈱' : '㈲'))
    .replace(/(?:様|御中|殿)$/, '')
    .toLowerCase()
