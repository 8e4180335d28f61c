import type { HandProgram } from '../client/by-hand/found-by-hand.ts'
import type { Endpoint } from '../mail/endpoint.ts'
import type { InBoth, Lang } from './lang.ts'

const security: Readonly<Record<Endpoint['security'], InBoth>> = {
  tls: { ja: 'SSL/TLS を使う', en: 'SSL/TLS' },
  starttls: { ja: 'STARTTLS を使う', en: 'STARTTLS' },
  none: { ja: '暗号化なし', en: 'no encryption' },
}

/** How the program's own dialog names what is typed there; what differs nowhere is named once. */
const places: Readonly<Record<HandProgram, { readonly where: InBoth; readonly login: InBoth }>> = {
  'outlook-new': {
    where: { ja: '設定（歯車）＞ アカウント ＞ 管理 ＞ 修復', en: 'Settings (cogwheel) > Accounts > Manage > Repair' },
    login: { ja: 'ユーザー名', en: 'User name' },
  },
  'windows-live-mail': {
    where: { ja: 'プロパティ ＞「サーバー」と「詳細設定」', en: 'Properties > Servers, and Advanced' },
    login: { ja: '電子メールのユーザー名', en: 'Email user name' },
  },
  becky: {
    where: { ja: 'メールボックスの設定 ＞「基本設定」と「詳細」', en: 'Mailbox properties > General, and Advanced' },
    login: { ja: 'ユーザーID', en: 'User ID' },
  },
}

export interface ToType {
  readonly userName: string
  readonly incoming: Endpoint | null
  readonly outgoing: Endpoint | null
}

function door(name: InBoth, { host, port, security: kind }: Endpoint, lang: Lang): string {
  const protection = security[kind][lang]
  return lang === 'ja'
    ? `${name.ja}: ${host}（ポート ${port}、${protection}）`
    : `${name.en}: ${host} (port ${port}, ${protection})`
}

/** What is typed by hand into a program that is not rewritten, one line each, in the order of its dialog. The password itself is not among it. */
export function typeByHand(program: HandProgram, { userName, incoming, outgoing }: ToType, lang: Lang): readonly string[] {
  const { where, login } = places[program]
  const kind = incoming?.protocol === 'imap' ? 'IMAP' : 'POP3'
  return [
    where[lang],
    ...(incoming ? [door({ ja: `受信サーバー（${kind}）`, en: `Incoming server (${kind})` }, incoming, lang)] : []),
    ...(outgoing ? [door({ ja: '送信サーバー（SMTP）', en: 'Outgoing server (SMTP)' }, outgoing, lang)] : []),
    `${login[lang]}: ${userName}`,
    lang === 'ja' ? 'パスワード: 新しいパスワード' : 'Password: the new password',
  ]
}
