import type { QuestionName } from '../../base/ask.ts'
import type { InBoth } from '../lang.ts'
import { wayNames } from './way-names.ts'

/** What stands on the two buttons under a question: what they do, not just "yes" and "no". */
export interface AnswerWords {
  readonly yes: InBoth
  readonly no: InBoth
}

const plain: AnswerWords = { yes: wayNames.yes, no: wayNames.no }
const stopHere: InBoth = { ja: 'やめる', en: 'Stop here' }
const goOn: InBoth = { ja: 'この内容で進む', en: 'Go on with this' }
const typed: AnswerWords = { yes: goOn, no: stopHere }

/** A question without its buttons does not compile. */
export const answerWords: Readonly<Record<QuestionName, AnswerWords>> = {
  'confirm-plan': { yes: { ja: '始める', en: 'Begin' }, no: stopHere },
  'confirm-step': { yes: { ja: 'この操作をする', en: 'Do this' }, no: stopHere },
  'close-thunderbird': { yes: { ja: '閉じました', en: 'It is closed' }, no: stopHere },
  'store-password': { yes: { ja: '保存する', en: 'Store it' }, no: { ja: '保存しない', en: 'Do not store it' } },
  'primary-password': typed,
  'two-factor-code': typed,
  'sheet-doubt': typed,
  'vault-passphrase': typed,
  'try-again': { yes: { ja: 'もう一度確かめる', en: 'Look again' }, no: { ja: 'ここで終わる', en: 'End here' } },
  'restore-anyway': { yes: { ja: '元に戻す', en: 'Put it back' }, no: { ja: '戻さない', en: 'Leave it' } },
  'pdf-password': { yes: { ja: '印刷する', en: 'Print it' }, no: { ja: '印刷しない', en: 'Do not print it' } },
  'remember-browser': plain,
  'portal-value': typed,
  'go-by-hand': {
    yes: { ja: '自分で操作する', en: 'I do it by hand' },
    no: { ja: '何も変えずに終わる', en: 'End without a change' },
  },
  'acted-by-hand': { yes: { ja: '終わりました', en: 'Done' }, no: stopHere },
  'reset-link': typed,
  'choose-recovery': typed,
  'user-name': typed,
  'settle-difference': { yes: { ja: 'これが正しい', en: 'This one is right' }, no: stopHere },
  'password-replaced': { yes: goOn, no: stopHere },
  'new-hosts': plain,
  'fewer-guards': plain,
  'trust-key': plain,
  'replace-record': { yes: { ja: '置き換える', en: 'Replace it' }, no: { ja: '置き換えない', en: 'Keep the old one' } },
}

/** The name of the field, where an answer is typed or chosen. */
export const answerLabels: Readonly<Partial<Record<QuestionName, InBoth>>> = {
  'primary-password': { ja: 'プライマリパスワード', en: 'Primary password' },
  'two-factor-code': { ja: '確認コード', en: 'Code' },
  'vault-passphrase': { ja: '合言葉', en: 'Passphrase' },
  'user-name': { ja: 'ユーザー名', en: 'User name' },
  'reset-link': { ja: '届いたリンク', en: 'The link you received' },
  'portal-value': { ja: '入れる内容', en: 'What to enter' },
}
export const anyAnswerLabel: InBoth = { ja: 'お答え', en: 'Your answer' }
