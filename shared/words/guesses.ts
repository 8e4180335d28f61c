import { z } from '../base/zod.ts'
import type { InBoth } from './lang.ts'

/** Why a password is easy to guess, in the few kinds a person can do something about. */
export const guessReason = z.enum(['keyboard', 'repeat', 'sequence', 'date', 'common', 'word', 'name', 'own', 'simple'])
export type GuessReason = z.infer<typeof guessReason>

/** The reasons in words. */
export const guessWords: Readonly<Record<GuessReason, InBoth>> = {
  keyboard: { ja: 'キーボードの並びが使われています。', en: 'It follows the keyboard.' },
  repeat: { ja: '同じ文字や並びの繰り返しです。', en: 'It repeats itself.' },
  sequence: { ja: 'abc や 123 のような並びが使われています。', en: 'It holds a sequence like abc or 123.' },
  date: { ja: '日付や年が使われています。', en: 'It holds a date or a year.' },
  common: { ja: '多くの人が使うパスワードに似ています。', en: 'It is like a password many people use.' },
  word: { ja: 'よく知られた単語です。', en: 'It is a common word.' },
  name: { ja: '人の名前が使われています。', en: 'It holds a person’s name.' },
  own: {
    ja: 'お名前・会社名・住所・生年月日・ユーザー名などが使われています。',
    en: 'It holds your name, company, address, birth date or user name.',
  },
  simple: { ja: '短すぎるか、単純すぎます。', en: 'It is too short or too simple.' },
}
