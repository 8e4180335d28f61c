import type { PasswordFaultCode, PasswordWarningCode } from '../mail/check-password.ts'
import type { InBoth } from './lang.ts'

/** Why a new password is refused: one sentence each. */
export const passwordFaultWords: Readonly<Record<PasswordFaultCode, InBoth>> = {
  empty: { ja: 'パスワードが空です。', en: 'It is empty.' },
  'control-character': {
    ja: '[{position}文字目に、]目に見えない特殊な文字が入っています。手で打ち直してください。',
    en: 'It holds an invisible control character[ (character {position})]. Type it by hand.',
  },
  blank: { ja: '[{position}文字目に、]空白（スペース）が入っています。', en: 'It holds a blank[ (character {position})].' },
  'non-ascii': {
    ja: '[{position}文字目に、]使えない文字（全角文字や日本語など）が入っています。半角の英数字で入れてください。',
    en: 'It holds a character that cannot be used[ (character {position})]. Use plain half-width letters and digits.',
  },
  'too-short': {
    ja: '短すぎます。[{min}文字以上にしてください。][（いま {length}文字）]',
    en: 'It is too short.[ At least {min} characters are needed.][ (It has {length}.)]',
  },
  'too-long': {
    ja: '長すぎます。[{max}文字以内にしてください。][（いま {length}文字）]',
    en: 'It is too long.[ At most {max} characters are allowed.][ (It has {length}.)]',
  },
  'first-character': {
    ja: '先頭の文字が決まりに合いません。[先頭は {allowed} にしてください。]',
    en: 'Its first character does not fit.[ Begin with: {allowed}.]',
  },
  'too-few-kinds': {
    ja: '文字の種類が足りません。[数字・英小文字・英大文字・記号のうち、{atLeast}種類以上を使ってください。]',
    en: 'It uses too few kinds of characters.[ Use at least {atLeast} of: digits, small letters, capital letters, symbols.]',
  },
  'class-missing': {
    ja: '必要な種類の文字がありません。[{class} を1文字以上入れてください。]',
    en: 'A kind of character is missing.[ Put in one or more: {class}.]',
  },
  'too-few-of': {
    ja: '文字の数が足りません。[{of} を合わせて {atLeast}文字以上入れてください。]',
    en: 'Too few of some characters.[ Put in at least {atLeast} of: {of}.]',
  },
  'symbol-refused': { ja: '記号は使えません。[（{position}文字目）]', en: 'Symbols are not allowed[ (character {position})].' },
  'symbol-not-listed': {
    ja: '[{position}文字目の]記号は使えません。[使える記号: {allowed}]',
    en: 'A symbol in it is not allowed[ (character {position})].[ Allowed: {allowed}]',
  },
  'equals-old': { ja: 'いまのパスワードと同じです。', en: 'It is the same as the present password.' },
  'equals-user-name': { ja: 'ユーザー名と同じです。', en: 'It is the same as the user name.' },
  'contains-user-name': { ja: 'ユーザー名が含まれています。', en: 'It contains the user name.' },
  'used-before': { ja: '前に使ったことのあるパスワードです。', en: 'It has been used before.' },
}

/** Why to think twice about a password that the rule allows. */
export const passwordWarningWords: Readonly<Record<PasswordWarningCode, InBoth>> = {
  'symbol-not-stated': {
    ja: '[{position}文字目の]記号が使えるかどうか、手元の資料では分かりません。会員ページが受け付けないことがあります。',
    en: 'Whether that symbol may be used[ (character {position})] is not known here; the member site may refuse it.',
  },
  guessable: { ja: '人に見破られやすいパスワードです。[{warning}]', en: 'It is easy to guess.[ {warning}]' },
}
