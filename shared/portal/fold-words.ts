/** Marks that stand around words without belonging to them: arrows, colons, bullets, stars, "required", numbering. */
const before =
  /^(?:必須|[【[(<](?:必須|任意|必要|required|optional)[】\])>]|[▶▷►▸>＞»›→⇒■□◆◇●○◎≡☰・•※*＊★☆【「『[〔{<@]|\(?\d{1,2}[).:．、]|[①-⑳]|step\d{1,2})+/
const after =
  /(?:[▶▷►▸>＞»›→⇒■□◆◇●○◎・•※*＊★☆:：、。.…!！】」』\]〕}]|[(<]?(?:必須|任意|必要|required|optional)\)?|\(半角(?:英数字?|英数字記号)?\))+$/

/** One spelling for what looks alike: NFKC, lower case, no blanks of any kind, one kind of dash. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff\u00ad]+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

/** Folded words without the marks that merely stand around them (`必須`, `※`, `＞`, `：`, `1.`). */
export function bareWords(text: string): string {
  const folded = foldWords(text)
  const bare = folded.replace(before, '').replace(after, '')
  return bare === '' ? folded : bare
}

/** "Type it once more": words that make another field of the same name. */
const againWords = /確認|再入力|再度|もう一度|繰り?返し|2回目|confirm|again|repeat/

/** Notes in brackets and polite tails that change nothing about what is named. */
function withoutNotes(bare: string): string {
  return bare
    .replace(/\(([^()]*)\)/g, (whole, note: string) => (againWords.test(note) ? whole : ''))
    .replace(/(?:を?(?:ご?入力|ご?記入)(?:して(?:ください|下さい))?|の入力|の?欄|はこちら)$/, '')
    .replace(after, '')
}

/** How well a label on the page says the recipe's words. 3: the same. 2: but for notes in brackets. 1: begins with them. 0: no. */
export type Fit = 0 | 1 | 2 | 3

/**
 * Compares the recipe's words with a label. A label that asks for a second typing never fits words that do not, and
 * the other way round: 新しいパスワード is not 新しいパスワードの再入力.
 */
export function fitOf(wanted: string, label: string): Fit {
  const [want, have] = [bareWords(wanted), bareWords(label)]
  if (want === '' || have === '') return 0
  if (want === have) return 3
  if (againWords.test(want) !== againWords.test(have)) return 0
  if (withoutNotes(have) === want || withoutNotes(have) === withoutNotes(want)) return 2
  // One character alone (姓) begins too many other words.
  return want.length > 1 && have.startsWith(want) ? 1 : 0
}

/** The best fit of any wanted spelling with one label. */
export function bestFit(wanted: readonly string[], label: string): Fit {
  const fits = new Set(wanted.map((words) => fitOf(words, label)))
  return ([3, 2, 1] as const).find((fit) => fits.has(fit)) ?? 0
}

/** Does a label begin with the words, as a word of its own (`パスワード ***** 設定`, `個人名 ご契約者名`)? */
export function beginsAsWord(label: string, words: string): boolean {
  const [have, want] = [label.normalize('NFKC').trim(), words.normalize('NFKC').trim()]
  return want !== '' && have.startsWith(want) && !/^[\p{L}\p{N}]/u.test(have.slice(want.length))
}

/** Does the text say this? `…` in the pattern stands for up to 40 other characters, within one sentence. Both sides are folded. */
export function says(text: string, pattern: string): boolean {
  return placeOf(foldWords(text), pattern) !== null
}

/** Where a folded text says the pattern: start and end, or null. */
export function placeOf(folded: string, pattern: string): readonly [number, number] | null {
  const parts = pattern.split('…').map(foldWords)
  const source = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^。]{0,40}?')
  const found = new RegExp(source).exec(folded)
  return found ? [found.index, found.index + found[0].length] : null
}

/** One spelling of a value such as an address or an ID: NFKC and lower case; its blanks stay, only those around it go. */
export const foldValue = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

const wordLetter = /[a-z0-9._%+\-@]/

/** Is the value shown as a word of its own? `taro@a.jp` is not shown by `hanataro@a.jp` nor by `taro@a.jp.example`. */
export function showsValue(text: string, value: string): boolean {
  const [shown, want] = [foldValue(text), foldValue(value)]
  if (want === '') return false
  for (let at = shown.indexOf(want); at >= 0; at = shown.indexOf(want, at + 1)) {
    const [left, right] = [shown[at - 1] ?? ' ', shown.slice(at + want.length, at + want.length + 2)]
    const sentenceEnd = /^\.(?:$|[^a-z0-9])/.test(right)
    if (!wordLetter.test(left) && (!wordLetter.test(right[0] ?? ' ') || sentenceEnd)) return true
  }
  return false
}
