import { classOf } from '../mail/password-rule.ts'
import type { InBoth, Lang } from './lang.ts'

/** One character of a password and how it is said, so that nobody at the other end writes another one. */
export interface DictatedPart {
  readonly character: string
  readonly said: string
}

const letters: Readonly<Record<string, InBoth>> = {
  a: { ja: 'エー', en: 'Alfa' },
  b: { ja: 'ビー', en: 'Bravo' },
  c: { ja: 'シー', en: 'Charlie' },
  d: { ja: 'ディー', en: 'Delta' },
  e: { ja: 'イー', en: 'Echo' },
  f: { ja: 'エフ', en: 'Foxtrot' },
  g: { ja: 'ジー', en: 'Golf' },
  h: { ja: 'エイチ', en: 'Hotel' },
  i: { ja: 'アイ', en: 'India' },
  j: { ja: 'ジェイ', en: 'Juliett' },
  k: { ja: 'ケー', en: 'Kilo' },
  l: { ja: 'エル', en: 'Lima' },
  m: { ja: 'エム', en: 'Mike' },
  n: { ja: 'エヌ', en: 'November' },
  o: { ja: 'オー', en: 'Oscar' },
  p: { ja: 'ピー', en: 'Papa' },
  q: { ja: 'キュー', en: 'Quebec' },
  r: { ja: 'アール', en: 'Romeo' },
  s: { ja: 'エス', en: 'Sierra' },
  t: { ja: 'ティー', en: 'Tango' },
  u: { ja: 'ユー', en: 'Uniform' },
  v: { ja: 'ブイ', en: 'Victor' },
  w: { ja: 'ダブリュー', en: 'Whiskey' },
  x: { ja: 'エックス', en: 'X-ray' },
  y: { ja: 'ワイ', en: 'Yankee' },
  z: { ja: 'ゼット', en: 'Zulu' },
}

const digits: Readonly<Record<Lang, readonly string[]>> = {
  ja: ['ゼロ', 'イチ', 'ニ', 'サン', 'ヨン', 'ゴ', 'ロク', 'ナナ', 'ハチ', 'キュウ'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
}

const symbols: Readonly<Record<string, InBoth>> = {
  '!': { ja: 'びっくりマーク', en: 'exclamation mark' },
  '"': { ja: 'ダブルクォート（二重引用符）', en: 'double quote' },
  '#': { ja: 'シャープ（いげた）', en: 'number sign' },
  $: { ja: 'ドル', en: 'dollar' },
  '%': { ja: 'パーセント', en: 'percent' },
  '&': { ja: 'アンド', en: 'ampersand' },
  "'": { ja: 'シングルクォート（引用符）', en: 'single quote' },
  '(': { ja: '左かっこ', en: 'left parenthesis' },
  ')': { ja: '右かっこ', en: 'right parenthesis' },
  '*': { ja: 'アスタリスク（星印）', en: 'asterisk' },
  '+': { ja: 'プラス', en: 'plus' },
  ',': { ja: 'カンマ', en: 'comma' },
  '-': { ja: 'ハイフン', en: 'hyphen' },
  '.': { ja: 'ドット（ピリオド）', en: 'dot' },
  '/': { ja: 'スラッシュ', en: 'slash' },
  ':': { ja: 'コロン', en: 'colon' },
  ';': { ja: 'セミコロン', en: 'semicolon' },
  '<': { ja: '小なり（左向きの山かっこ）', en: 'less-than sign' },
  '=': { ja: 'イコール', en: 'equals sign' },
  '>': { ja: '大なり（右向きの山かっこ）', en: 'greater-than sign' },
  '?': { ja: 'はてなマーク', en: 'question mark' },
  '@': { ja: 'アットマーク', en: 'at sign' },
  '[': { ja: '左の角かっこ', en: 'left square bracket' },
  '\\': { ja: 'バックスラッシュ（円マーク）', en: 'backslash' },
  ']': { ja: '右の角かっこ', en: 'right square bracket' },
  '^': { ja: 'ハット（山形）', en: 'caret' },
  _: { ja: 'アンダーバー（下線）', en: 'underscore' },
  '`': { ja: 'バッククォート', en: 'backquote' },
  '{': { ja: '左の波かっこ', en: 'left curly bracket' },
  '|': { ja: '縦棒', en: 'vertical bar' },
  '}': { ja: '右の波かっこ', en: 'right curly bracket' },
  '~': { ja: 'チルダ（波線）', en: 'tilde' },
}

function sayCharacter(character: string, lang: Lang): string {
  const ja = lang === 'ja'
  const letter = letters[character.toLowerCase()]?.[lang] ?? ''
  const kind = classOf(character)
  if (kind === 'upper') return ja ? `大文字${letter}` : `capital ${character} (${letter})`
  if (kind === 'lower') return ja ? `小文字${letter}` : `small ${character} (${letter})`
  if (kind === 'digit') return ja ? `数字の${digits.ja[Number(character)]!}` : `digit ${digits.en[Number(character)]!}`
  if (kind === 'symbol') return ja ? `記号の${symbols[character]!.ja}` : `symbol ${symbols[character]!.en}`
  if (character === ' ') return ja ? '空白（スペース）' : 'blank (space)'
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  return ja ? `文字「${character}」（${code}）` : `character “${character}” (${code})`
}

/**
 * A password character by character, as it is read out on the telephone or printed beside it on a FAX. Every character of
 * printable ASCII has a saying of its own; anything else is shown with its code point.
 */
export const dictatePassword = (text: string, lang: Lang): readonly DictatedPart[] =>
  Array.from(text, (character) => ({ character, said: sayCharacter(character, lang) }))
