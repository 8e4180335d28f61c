import type { Facts } from '../base/problem.ts'
import { realm } from '../base/secret.ts'
import { security } from '../mail/endpoint.ts'
import { sayClasses } from './classes.ts'
import { guessReason, guessWords } from './guesses.ts'
import type { InBoth, Lang } from './lang.ts'
import { passwordFaultWords } from './passwords.ts'
import { guardWords } from './guards.ts'
import { causeWords, reasonWords } from './reasons.ts'
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

const unanswered: InBoth = {
  ja: 'パスワードを送った後だったので、合っているかどうかは分かりません。',
  en: 'The password had been sent, so whether it is right is not known.',
}

/** Where a value is that was handed to the person. */
const handedWords: Readonly<Record<string, InBoth>> = {
  clipboard: {
    ja: 'コピーしてあるので、貼り付けられます（60 秒で消えます）。',
    en: 'It is copied and can be pasted; after 60 seconds it is gone.',
  },
  screen: { ja: 'すぐ上に表示してあります。', en: 'It is shown right above.' },
  vault: {
    ja: 'ここには表示できないので、別の画面で見てください。',
    en: 'It cannot be shown here; look it up in another window.',
  },
}

/** What a passphrase is asked for: nothing needs saying where the store is only opened. */
const whyWords: Readonly<Record<string, InBoth>> = {
  new: { ja: 'はじめてしまうので、合言葉を新しく決めてください。', en: 'It is new: choose a passphrase for it.' },
  again: {
    ja: '打ち間違いがないか確かめるため、同じものをもう一度入れてください。',
    en: 'Enter the same one once more, so that no slip of the finger locks it.',
  },
}

/** Facts that are names of the program's own, and how they are said. All others are shown as they are. */
const sayings: Readonly<Record<string, (text: string, lang: Lang) => string>> = {
  client: (text) => clientNames[text] ?? text,
  realm: (text, lang) => eachOf(text, lang, (name) => sayRealm(name, lang)),
  changes: (text, lang) =>
    eachOf(text, lang, (name) => `${sayRealm(name, lang)}${lang === 'ja' ? `（--change ${name}）` : ` (--change ${name})`}`),
  setting: (text, lang) => sayName(text, lang),
  field: (text, lang) => sayName(text, lang),
  missing: (text, lang) => eachOf(text, lang, (name) => sayName(name, lang)),
  security: (text, lang) => saySecurity(text, lang),
  of: (text, lang) => sayClasses(text, lang) ?? text,
  class: (text, lang) => sayClasses(text, lang) ?? text,
  allowed: (text, lang) => sayClasses(text, lang) ?? text,
  warning: (text, lang) => sayGuess(text, lang),
  reason: (text, lang) => reasonWords(text)?.[lang] ?? '',
  cause: (text, lang) => (Object.hasOwn(causeWords, text) ? causeWords[text]![lang] : ''),
  reasons: (text, lang) => eachOf(text, lang, (name) => saySomeFault(name, lang), lang === 'ja' ? '' : ' '),
  signIn: (text, lang) => (text === 'unanswered' ? unanswered[lang] : ''),
  handed: (text, lang) => (Object.hasOwn(handedWords, text) ? handedWords[text]![lang] : ''),
  why: (text, lang) => (Object.hasOwn(whyWords, text) ? whyWords[text]![lang] : ''),
  guards: (text, lang) => eachOf(text, lang, (name) => guardWords[name]?.[lang] ?? ''),
  usage: (text, lang) => (lang === 'ja' ? text.replaceAll(/\b[A-Z]+\b/g, (place) => placeWords[place] ?? place) : text),
  at: (text, lang) => sayTime(text, lang) ?? text,
  since: (text, lang) => sayTime(text, lang) ?? text,
}

/** What a form of the command line leaves to be filled in; an address (URL) and a provider's ID are called so everywhere. */
const placeWords: Readonly<Record<string, string>> = { RUN: '実行番号', SHEET: '控え', FILE: 'ファイル', NAME: 'ユーザー名' }

/** What a plain yes adds to a sentence; all other yes and no facts are for the log. */
const whenTrue: Readonly<Record<string, InBoth>> = {
  irreversible: { ja: 'この操作は元に戻せません。', en: 'This cannot be undone.' },
  window: { ja: 'ブラウザーの画面で確かめてください。', en: 'Look at the browser’s window.' },
  guided: {
    ja: '「--guided」を付けると、このプログラムが画面の手順を一つずつご案内します。',
    en: 'With “--guided” this program tells you each step.',
  },
  nameProvider: {
    ja: '会社が分かるときは「--provider」で指定できます。',
    en: 'If you know the provider, name it with "--provider".',
  },
  leaveOut: {
    ja: 'このメールアドレスを扱わないときは、何も入れずに Enter を押してください。',
    en: 'To leave this mailbox out, press Enter without typing anything.',
  },
  wrong: { ja: '違っていました。', en: 'That was not right.' },
  maybe: { ja: '（画面に出たときだけ）', en: '(Only if the page shows it.)' },
  asksBack: { ja: '確かめの小さな画面が出たら「OK」です', en: '“OK” if a small window asks back' },
}

/** One fact as it stands in a sentence. Reasons and yes/no facts nobody has words for come out empty. */
export function sayFact(name: string, value: NonNullable<Facts[string]>, lang: Lang): string {
  if (typeof value === 'boolean') return value && Object.hasOwn(whenTrue, name) ? whenTrue[name]![lang] : ''
  const text = String(value)
  return Object.hasOwn(sayings, name) ? sayings[name]!(text, lang) : text
}
