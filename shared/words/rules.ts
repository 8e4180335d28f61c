import type { PasswordRule } from '../mail/password-rule.ts'
import { sayClasses } from './classes.ts'
import { fillSentence } from './fill-sentence.ts'
import type { InBoth, Lang } from './lang.ts'

/** What a rule can demand, one short clause each. */
export const ruleWords = {
  exactly: { ja: '{min}文字', en: '{min} characters' },
  between: { ja: '{min}～{max}文字', en: '{min} to {max} characters' },
  atLeast: { ja: '{min}文字以上', en: 'at least {min} characters' },
  noLength: { ja: '長さの決まりは案内に書かれていない', en: 'the manual states no length' },
  first: { ja: '先頭は{allowed}', en: 'the first one out of {allowed}' },
  kinds: {
    ja: '数字・英小文字・英大文字・記号のうち{atLeast}種類以上',
    en: 'at least {atLeast} of digits, small letters, capital letters, symbols',
  },
  required: { ja: '{of}を必ず入れる', en: '{of} must each be there' },
  counts: { ja: '{of}を合わせて{atLeast}文字以上', en: 'at least {atLeast} out of {of}' },
  symbolsRefused: { ja: '記号は使えない', en: 'no symbols' },
  symbolsListed: { ja: '使える記号は {symbols}', en: 'these symbols only: {symbols}' },
  symbolsNotStated: { ja: '記号が使えるかは案内に書かれていない', en: 'the manual does not say whether symbols may be used' },
  'user-name': { ja: 'ユーザー名と同じものは使えない', en: 'not the user name' },
  'used-before': { ja: '前に使ったものは使えない', en: 'none that was used before' },
  without: { ja: 'ユーザー名を含むものは使えない', en: 'not with the user name in it' },
  generated: { ja: '（このプログラムが作るときは {length}文字）', en: ' (the program itself makes {length})' },
} as const satisfies Readonly<Record<string, InBoth>>

function sayLength({ min, max }: PasswordRule['length'], say: (word: keyof typeof ruleWords, facts: object) => string): string {
  if (max === null) return min === 1 ? say('noLength', {}) : say('atLeast', { min })
  return say(min === max ? 'exactly' : 'between', { min, max })
}

/** A password rule in words, one clause behind the other: exactly what the data say, so that nobody looks for more. */
export function sayRule(rule: PasswordRule, lang: Lang): string {
  const say = (word: keyof typeof ruleWords, facts: object): string => fillSentence(ruleWords[word][lang], { ...facts }, lang)
  const classes = (of: readonly string[]): string => sayClasses(of.join(' '), lang) ?? ''
  const { symbols } = rule
  const clauses = [
    sayLength(rule.length, say),
    ...(rule.first ? [say('first', { allowed: classes(rule.first) })] : []),
    ...(rule.kinds > 1 ? [say('kinds', { atLeast: rule.kinds })] : []),
    ...(rule.required.length > 0 ? [say('required', { of: classes(rule.required) })] : []),
    ...rule.counts.map(({ of, atLeast }) => say('counts', { of: classes(of), atLeast })),
    symbols.policy === 'listed'
      ? say('symbolsListed', { symbols: symbols.characters })
      : say(symbols.policy === 'refused' ? 'symbolsRefused' : 'symbolsNotStated', {}),
    ...rule.differsFrom.map((what) => say(what, {})),
    ...(rule.without.length > 0 ? [say('without', {})] : []),
  ]
  return `${clauses.join(lang === 'ja' ? '、' : '; ')}${say('generated', { length: rule.generate.length })}`
}
