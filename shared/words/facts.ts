import type { Facts } from '../base/problem.ts'
import { realm } from '../base/secret.ts'
import { security } from '../mail/endpoint.ts'
import { sayClasses } from './classes.ts'
import { guessReason, guessWords } from './guesses.ts'
import type { InBoth, Lang } from './lang.ts'
import { passwordFaultWords } from './passwords.ts'
import { sayTime } from './say-time.ts'
import { clientNames, realmWords, sayName, securityWords } from './settings.ts'

/** Names in a row, each in words; `between` parts them. */
const eachOf = (text: string, lang: Lang, say: (name: string) => string, between = lang === 'ja' ? '、' : ', '): string =>
  text
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .map(say)
    .filter((words) => words !== '')
    .join(between)

function sayRealm(name: string, lang: Lang): string {
  const found = realm.safeParse(name)
  return found.success ? realmWords[found.data][lang] : name
}

function saySecurity(name: string, lang: Lang): string {
  const found = security.safeParse(name)
  return found.success ? securityWords[found.data][lang] : name
}

function sayGuess(name: string, lang: Lang): string {
  const found = guessReason.safeParse(name)
  return found.success ? guessWords[found.data][lang] : name
}

function saySomeFault(name: string, lang: Lang): string {
  const words = Object.entries(passwordFaultWords).find(([code]) => code === name)?.[1]
  return words ? words[lang].replaceAll(/\[[^\]]*\]/g, '').trim() : ''
}

/** Why a mail account is left alone; other reasons are for the log and stay out of sentences. */
const reasonWords: Readonly<Record<string, InBoth>> = {
  protocol: { ja: '受信の方式（POP3 と IMAP）が違うため', en: 'POP3 and IMAP are not exchanged' },
  oauth: { ja: 'パスワードを使わない方式（OAuth）のため', en: 'it signs in without a password (OAuth)' },
  kerberos: { ja: '会社の認証（Kerberos など）を使う方式のため', en: 'it signs in through the company (Kerberos)' },
  locked: { ja: '設定が固定されているため', en: 'its settings are locked' },
}

const unanswered: InBoth = {
  ja: 'パスワードを送った後だったので、合っているかどうかは分かりません。',
  en: 'The password had been sent, so whether it is right is not known.',
}

/** Facts that are names of the program's own, and how they are said. All others are shown as they are. */
const sayings: Readonly<Record<string, (text: string, lang: Lang) => string>> = {
  client: (text) => clientNames[text] ?? text,
  realm: (text, lang) => eachOf(text, lang, (name) => sayRealm(name, lang)),
  setting: (text, lang) => sayName(text, lang),
  field: (text, lang) => sayName(text, lang),
  missing: (text, lang) => eachOf(text, lang, (name) => sayName(name, lang)),
  security: (text, lang) => saySecurity(text, lang),
  of: (text, lang) => sayClasses(text, lang) ?? text,
  class: (text, lang) => sayClasses(text, lang) ?? text,
  allowed: (text, lang) => sayClasses(text, lang) ?? text,
  warning: (text, lang) => sayGuess(text, lang),
  reason: (text, lang) => reasonWords[text]?.[lang] ?? '',
  reasons: (text, lang) => eachOf(text, lang, (name) => saySomeFault(name, lang), lang === 'ja' ? '' : ' '),
  signIn: (text, lang) => (text === 'unanswered' ? unanswered[lang] : ''),
  at: (text, lang) => sayTime(text, lang) ?? text,
  since: (text, lang) => sayTime(text, lang) ?? text,
}

/** One fact as it stands in a sentence. A plain `true` or `false` says nothing to a person and comes out empty. */
export function sayFact(name: string, value: NonNullable<Facts[string]>, lang: Lang): string {
  if (typeof value === 'boolean') return ''
  const text = String(value)
  return Object.hasOwn(sayings, name) ? sayings[name]!(text, lang) : text
}
