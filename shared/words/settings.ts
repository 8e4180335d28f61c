import type { Realm } from '../base/secret.ts'
import type { Security } from '../mail/endpoint.ts'
import type { InBoth, Lang } from './lang.ts'

/**
 * Names of settings as mail programs show them. The keys are those of `SettingChange.setting` and of problem facts; dots
 * lead from a door to its part. Unknown names are shown as they are.
 */
const settingWords: Readonly<Record<string, InBoth>> = {
  address: { ja: 'メールアドレス', en: 'mail address' },
  incoming: { ja: '受信サーバー', en: 'incoming server' },
  'incoming.host': { ja: '受信サーバーの名前', en: 'incoming server name' },
  'incoming.port': { ja: '受信サーバーの番号（ポート）', en: 'incoming server port' },
  'incoming.security': { ja: '受信の暗号化', en: 'incoming encryption' },
  outgoing: { ja: '送信サーバー', en: 'outgoing server' },
  'outgoing.host': { ja: '送信サーバーの名前', en: 'outgoing server name' },
  'outgoing.port': { ja: '送信サーバーの番号（ポート）', en: 'outgoing server port' },
  'outgoing.security': { ja: '送信の暗号化', en: 'outgoing encryption' },
  userName: { ja: 'ユーザー名', en: 'user name' },
  'incoming.userName': { ja: '受信のユーザー名', en: 'incoming user name' },
  'outgoing.userName': { ja: '送信のユーザー名', en: 'outgoing user name' },
  password: { ja: 'パスワード', en: 'password' },
  'outgoing.password': { ja: '送信のパスワード', en: 'outgoing password' },
  mailboxes: { ja: 'メールアドレスの欄', en: 'any mailbox' },
  folder: { ja: '置き場所', en: 'folder' },
  portalUrl: { ja: '会員サイト', en: 'member site' },
  sheetFile: { ja: '控え', en: 'sheet' },
  caFile: { ja: '認証局のファイル', en: 'certificate authority' },
  thunderbirdRoot: { ja: 'Thunderbird の設定', en: 'Thunderbird’s settings' },
  addresses: { ja: 'メールアドレス', en: 'mail addresses' },
  folders: { ja: 'フォルダーの場所', en: 'where folders are kept' },
  customerName: { ja: '登録者名', en: 'registered name' },
  memberNumber: { ja: '会員番号', en: 'member number' },
  provider: { ja: 'プロバイダー', en: 'provider' },
  portalUser: { ja: '会員ページの ID', en: 'member site ID' },
  portalPassword: { ja: '会員ページのパスワード', en: 'member site password' },
}

const plainName = (name: string, lang: Lang): string => (Object.hasOwn(settingWords, name) ? settingWords[name]![lang] : name)

/** Name of a setting or of a sheet's field for people; `mailboxes[1].password` becomes the password of the second mailbox. */
export function sayName(name: string, lang: Lang): string {
  const listed = /^[A-Za-z]+\[(\d{1,4})\]\.(.+)$/.exec(name)
  if (!listed) return plainName(name, lang)
  const [which, part] = [Number(listed[1]) + 1, plainName(listed[2]!, lang)]
  return lang === 'ja' ? `${which}件目の${part}` : `${part} no. ${which}`
}

/** How a door protects the password, as mail programs call it, with what it means. */
export const securityWords: Readonly<Record<Security, InBoth>> = {
  tls: { ja: 'SSL/TLS（暗号化する）', en: 'SSL/TLS (encrypted)' },
  starttls: { ja: 'STARTTLS（暗号化する）', en: 'STARTTLS (encrypted)' },
  none: { ja: '暗号化しない', en: 'not encrypted' },
}

/** Which of a contract's passwords is meant, so that nobody enters one for the other. */
export const realmWords: Readonly<Record<Realm, InBoth>> = {
  portal: { ja: '会員ページのパスワード', en: 'member site password' },
  mail: { ja: 'メールのパスワード', en: 'mail password' },
  connection: { ja: 'インターネット接続のパスワード', en: 'internet connection password' },
  account: { ja: 'アカウント ID のパスワード', en: 'account ID password' },
  contract: { ja: 'お客様番号パスワード', en: 'customer number password' },
}

/** The password that opens all of these, by what most people know it for; what else it opens behind that. */
export function sayRealms(realms: readonly Realm[], lang: Lang): string {
  const [first, ...others] = [...realms].sort((a, b) => Number(b === 'mail') - Number(a === 'mail'))
  if (first === undefined) return ''
  const rest = others.map((realm) => realmWords[realm][lang])
  if (rest.length === 0) return realmWords[first][lang]
  return lang === 'ja'
    ? `${realmWords[first].ja}（${rest.join('・')}も同じもの）`
    : `${realmWords[first].en} (the same as the ${rest.join(' and the ')})`
}

/** The doors' protocols by what they are for. */
export const serviceWords = {
  incoming: { ja: '受信', en: 'Receiving' },
  outgoing: { ja: '送信', en: 'Sending' },
} as const satisfies Readonly<Record<string, InBoth>>

/** Mail programs by the name on their window. */
export const clientNames: Readonly<Record<string, string>> = {
  thunderbird: 'Thunderbird',
  outlook: 'Outlook',
  // Found and reported, not rewritten.
  'outlook-new': 'Outlook (new)',
  'windows-live-mail': 'Windows Live Mail',
  becky: 'Becky!',
}
