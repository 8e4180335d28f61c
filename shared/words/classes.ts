import { characterClass, type CharacterClass } from '../mail/password-rule.ts'
import type { InBoth, Lang } from './lang.ts'

/** The four classes of characters as a rule on paper calls them. */
export const classWords: Readonly<Record<CharacterClass, InBoth>> = {
  digit: { ja: '数字', en: 'digits' },
  lower: { ja: '英小文字', en: 'small letters' },
  upper: { ja: '英大文字', en: 'capital letters' },
  symbol: { ja: '記号', en: 'symbols' },
}

/** Class names separated by blanks, as facts hold them, in words; null when the text is anything else. */
export function sayClasses(text: string, lang: Lang): string | null {
  const found = text.split(' ').map((name) => characterClass.safeParse(name))
  if (!found.every((one) => one.success)) return null
  return found.map((one) => classWords[one.data][lang]).join(lang === 'ja' ? '・' : ', ')
}
