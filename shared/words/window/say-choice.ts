import type { Question } from '../../base/ask.ts'
import { candidateLabel, type CandidateLabel } from '../../sheet/sheet-accounts.ts'
import { fillSentence } from '../fill-sentence.ts'
import type { InBoth, Lang } from '../lang.ts'
import { sayServer } from './say-server.ts'

/** How a reading was got from what stands on the paper, for someone who holds the paper in hand. */
export const candidateWords: Readonly<Record<CandidateLabel, InBoth>> = {
  'as-written': { ja: '書いてあるとおり', en: 'As it is written' },
  'half-width': { ja: '全角を半角に直したもの', en: 'With full-width characters made plain' },
  'plain-signs': { ja: '特別な記号をふつうの記号に直したもの', en: 'With special signs made plain' },
  'without-blanks': { ja: '空白を除いたもの', en: 'Without the blanks' },
  'without-invisible': { ja: '目に見えない文字を除いたもの', en: 'Without the invisible characters' },
  'without-quotes': { ja: 'かっこや引用符を除いたもの', en: 'Without the quotes or brackets' },
  'without-note': { ja: '後ろの注記を除いたもの', en: 'Without the note behind it' },
  'with-mark': { ja: '記号も含めたもの', en: 'With the mark' },
  'first-of-several': { ja: 'はじめの1つ', en: 'The first of them' },
  'other-place': { ja: '別の場所に書いてあるもの', en: 'What stands in the other place' },
  'so-far': { ja: 'いまの内容のまま', en: 'As it is now' },
}

const lineWords: InBoth = { ja: '{reading}（{line} 行目）', en: '{reading} (line {line})' }
const sides = {
  sheet: { ja: '控え', en: 'sheet' },
  catalogue: { ja: 'プロバイダーの案内', en: 'provider' },
  mailProgram: { ja: 'いまのメールソフト', en: 'mail program now' },
} as const satisfies Readonly<Record<string, InBoth>>

/** How a run goes on whose paper is out of date. */
const startWords: Readonly<Record<string, InBoth>> = {
  leave: {
    ja: 'このメールアドレスは済んでいるので除き、ほかだけを行う',
    en: 'Leave this mailbox out (it is done) and go on with the others',
  },
  kept: {
    ja: '保管庫にあるパスワードから始める',
    en: 'Start from the password in the vault',
  },
  paper: {
    ja: 'それでも控えのパスワードから始める（プロバイダーが控えのとおりに戻したとき）',
    en: 'Start from the paper’s all the same (the provider has set it back to that)',
  },
  stop: { ja: '何もせずに終わる', en: 'Stop; nothing is done' },
}

/** A choice of a question as people read it; what is asked with stays as it is. */
export function sayChoice({ name, facts }: Pick<Question, 'name' | 'facts'>, choice: string, lang: Lang): string {
  if (name === 'sheet-doubt') {
    const [, reading = '', line] = /^([a-z-]+)(?: \(line (\d+).*\))?$/.exec(choice) ?? []
    const known = candidateLabel.safeParse(reading)
    if (!known.success) return choice
    const words = candidateWords[known.data][lang]
    return line === undefined ? words : fillSentence(lineWords[lang], { reading: words, line }, lang)
  }
  if (name === 'settle-difference') {
    const from = Object.entries(sides).flatMap(([side, words]) => (facts[side] === choice ? [words[lang]] : []))
    const said = sayServer(choice, lang)
    if (from.length > 0) return lang === 'ja' ? `${said}（${from.join('・')}）` : `${said} (${from.join(', ')})`
  }
  if (name === 'password-replaced' && Object.hasOwn(startWords, choice)) return startWords[choice]![lang]
  return choice
}
