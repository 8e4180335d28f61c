import type { InBoth } from './lang.ts'

/** Headings and lines of what is known of one provider. Facts in braces; a bracketed part is left out when its fact is missing. */
export const providerWords = {
  domains: { ja: '  アドレス: {domains}', en: '  Addresses: {domains}' },
  servers: { ja: '  メールサーバー: {servers}', en: '  Mail servers: {servers}' },
  noServers: {
    ja: '  メールサーバー: 手順書にありません（控えかメールソフトから、または --incoming と --outgoing で）',
    en: '  Mail servers: not in the manual (from the sheet, the mail program, or --incoming and --outgoing)',
  },
  changes: { ja: '■ 変更できるパスワード', en: '■ Passwords that can be changed' },
  change: { ja: '● {title}（--change {option}）', en: '● {title} (--change {option})' },
  automatic: {
    ja: '  進め方: 自動で進めます（--attended を付けると、1画面ずつ確かめます）',
    en: '  How: by itself (with --attended each screen is shown and asked about)',
  },
  attended: {
    ja: '  進め方: 画面を1つずつお見せし、確かめていただきながら進めます（手順書に載っていない画面があるため）',
    en: '  How: each screen is shown and asked about, since the manual does not show them all',
  },
  opens: { ja: '  ログインに使うもの: {name}', en: '  Signs in with: {name}' },
  start: { ja: '  始めるページ: {url}', en: '  Begins at: {url}' },
  startFor: { ja: '  始めるページ（{domains}）: {url}', en: '  Begins at, for {domains}: {url}' },
  rule: { ja: '  決まり: {rule}', en: '  Rule: {rule}' },
  limit: { ja: '  回数: {hours}時間に{most}回まで', en: '  Limit: {most} in {hours} hour(s)' },
  effect: {
    ja: '  行きわたるまで: {minutes}分ほど（待って確かめます）',
    en: '  Takes effect within: {minutes} minutes (waited for)',
  },
  proveOldFirst: {
    ja: '  変更の前に、いまのパスワードでログインできることを確かめます',
    en: '  The present password is tried before the change',
  },
  byMail: {
    ja: '  変わったことの確認: メールサーバーへのログイン',
    en: '  Seen to have changed by: a sign-in at the mail servers',
  },
  byPortal: {
    ja: '  変わったことの確認: 会員ページへのログイン',
    en: '  Seen to have changed by: a sign-in at the member site',
  },
  before: { ja: '  ※変更の前に: {text}', en: '  Before: {text}' },
  after: { ja: '  ※変更のあとに: {text}', en: '  Afterwards: {text}' },
  instead: {
    ja: '■ 自動ではできないもの・できないときの方法',
    en: '■ What the program does not do, and the way by hand',
  },
  insteadOf: { ja: '● {name}: {text}[ {url}]', en: '● {name}: {text}[ {url}]' },
  guidedWay: {
    ja: '  「run … --change {option} --guided」で、この手順を一つずつご案内します',
    en: '  "run … --change {option} --guided" tells these steps one by one',
  },
  notices: { ja: '■ お知らせ', en: '■ Notices' },
  refused: {
    ja: '  パスワードの間違い: {hours}時間に{most}回になる前に、このプログラムは試すのをやめます（締め出されないように）',
    en: '  Refused sign-ins: the program stops trying before there are {most} in {hours} hours, so that nothing is locked',
  },
  guide: { ja: '■ {title}（ご自分でしていただく手順）[ {url}]', en: '■ {title} (done by hand)[ {url}]' },
  line: { ja: '  {n}. {text}', en: '  {n}. {text}' },
  lost: { ja: '■ 控えやパスワードが分からないとき', en: '■ Where the paper, a name or a password is lost' },
  lostWay: { ja: '● {text}[ {url}]', en: '● {text}[ {url}]' },
  recoveries: {
    ja: '■ 会員ページでの問い合わせ・再設定（mail-migrate recover --provider {id}）',
    en: '■ Asked back on the member site (mail-migrate recover --provider {id})',
  },
  recovery: { ja: '● {title}（{from}～{to}分ほどで届きます）', en: '● {title} (comes in {from} to {to} minutes)' },
  help: { ja: '■ お問い合わせ窓口', en: '■ Help lines' },
  noHelp: { ja: '  手順書に電話番号はありません', en: '  The manual prints no telephone number' },
  source: { ja: '■ もとにした資料', en: '■ Source' },
  manual: { ja: '  {manual}（確認日 {confirmed}）', en: '  {manual} (confirmed {confirmed})' },
  inferred: {
    ja: '■ 資料に書かれておらず、推測している点（英語の覚え書き）',
    en: '■ Not stated by the source, and inferred',
  },
  item: { ja: '  ・{text}', en: '  - {text}' },
} as const satisfies Readonly<Record<string, InBoth>>
