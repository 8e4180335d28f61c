import type { PasswordFault, PasswordWarning } from '../mail/check-password.ts'
import { fillSentence } from './fill-sentence.ts'
import type { Lang } from './lang.ts'
import { passwordFaultWords, passwordWarningWords } from './passwords.ts'

/** One reason against a password, ready to show. */
export const sayPasswordFault = (fault: PasswordFault, lang: Lang): string =>
  fillSentence(passwordFaultWords[fault.code][lang], fault.facts, lang)

/** One reason to think twice about a password, ready to show. */
export const sayPasswordWarning = (warning: PasswordWarning, lang: Lang): string =>
  fillSentence(passwordWarningWords[warning.code][lang], warning.facts, lang)
