import type { Provider, Words } from '../provider.ts'
import { extraList, memberCard } from './layouts.ts'
import { changePassword } from './recipes.ts'

const hours: Words = { ja: '平日 9:00～17:00', en: 'weekdays 9:00–17:00' }
const office = (ja: string, en: string, phone: string): Provider['help'][number] => ({ name: { ja, en }, phone, hours })

/**
 * EFネット on BIGLOBE, sold by the offices of Essam. From EFネット事務局's second notice of June 2026 (「第2報【重要】BIGLOBE パスワード変更の
 * お願い」), which shows the sheet, the list of extra addresses, the member site and the rule.
 */
export const biglobeEf: Provider = {
  id: 'biglobe-ef',
  edition: '2026-06-26.1',
  name: { ja: 'EFネット（BIGLOBE）', en: 'EFネット (BIGLOBE)' },
  domains: ['biglobe.ne.jp', '*.biglobe.ne.jp'],
  incoming: [{ protocol: 'pop3', host: 'mail.biglobe.ne.jp' }],
  outgoing: [{ protocol: 'smtp', host: 'mail.biglobe.ne.jp', port: 587 }],
  passwords: [
    { id: 'biglobe', name: { ja: 'BIGLOBEパスワード', en: 'BIGLOBEパスワード (BIGLOBE password)' }, realms: ['portal', 'mail'] },
    { id: 'connection', name: { ja: '接続パスワード', en: '接続パスワード (connection password)' }, realms: ['connection'] },
  ],
  layouts: [memberCard, extraList],
  changes: [
    {
      realm: 'mail',
      title: { ja: 'BIGLOBEパスワードの変更', en: 'BIGLOBEパスワード変更 (change of the BIGLOBE password)' },
      signIn: 'mail',
      startUrl: 'https://biz.biglobe.ne.jp/member/ryokinsei/',
      alsoAt: [],
      recipe: changePassword,
      rule: {
        length: { min: 8, max: 16 },
        first: null,
        kinds: 2,
        required: [],
        counts: [],
        // Which symbols may be used stands on a help page the notice does not reproduce.
        symbols: { policy: 'not-stated' },
        differsFrom: [],
        without: [],
        generate: { length: 12, classes: ['digit', 'lower', 'upper'] },
      },
      proof: 'mail',
      proofRecipe: null,
      proveOldFirst: false,
      effectSeconds: 10,
      limit: null,
      notices: { before: [], after: [] },
    },
  ],
  instead: [
    {
      realm: 'connection',
      text: {
        ja: '接続パスワードはインターネット接続用です。このプログラムは変更しません。変更したいときは担当営業所にお問い合わせください。',
        en: 'The 接続パスワード is for the Internet connection. This program does not change it; ask your sales office.',
      },
      url: null,
      guide: [],
      rule: null,
    },
  ],
  recoveries: [],
  lost: [
    {
      what: 'sheet',
      realm: null,
      text: {
        ja: 'EFネット会員証・追加メールアドレスリストが見つからないときは、担当の営業所にお電話で再発行をご依頼ください。',
        en: 'Where the EFネット会員証 or 追加メールアドレスリスト is lost, call your sales office and ask for another.',
      },
      url: null,
      help: [],
    },
  ],
  limits: { refusedSignIns: { most: 3, hours: 24 } },
  help: [
    office('札幌営業所', 'Sapporo office', '011-222-4321'),
    office('新庄出張所', 'Shinjo branch', '0233-22-8655'),
    office('仙台営業所', 'Sendai office', '022-262-6741'),
    office('大宮営業所', 'Omiya office', '048-647-8331'),
    office('東京営業所', 'Tokyo office', '03-3256-1201'),
    office('横浜営業所', 'Yokohama office', '045-212-4562'),
    office('名古屋営業所', 'Nagoya office', '052-459-5758'),
    office('京都営業所', 'Kyoto office', '075-231-3941'),
    office('大阪営業所', 'Osaka office', '06-6942-4028'),
    office('神戸営業所', 'Kobe office', '078-222-2371'),
    office('広島営業所', 'Hiroshima office', '082-242-1661'),
    office('福岡営業所', 'Fukuoka office', '092-714-7631'),
    office('熊本営業所', 'Kumamoto office', '096-373-0166'),
  ],
  notices: {
    before: [
      {
        ja: 'BIGLOBEパスワードは、会員サイトへのログインとメールの送受信の両方に使うパスワードです。変更すると、すぐに両方が新しいパスワードになります。',
        en: 'The BIGLOBEパスワード opens the member site and the mailbox. After the change both take the new one at once.',
      },
      {
        ja: '会員サイトでは「BIGLOBEパスワード変更」だけを使います。接続パスワード・コース・明細などほかの項目には触れません。',
        en: 'On the member site only 「BIGLOBEパスワード変更」 is used. Connection password, course, bills and all else are left alone.',
      },
      {
        ja: '追加メールアドレスは、アドレスごとにIDとパスワードが違います。1つずつ変更します。',
        en: 'Each extra address has an ID and a password of its own. They are changed one by one.',
      },
    ],
    after: [
      {
        ja: '新しいパスワードを、EFネット会員証（追加メールアドレスは追加メールアドレスリスト）に必ず書き留めてください。',
        en: 'Write the new password on the EFネット会員証 (for extra addresses: on the 追加メールアドレスリスト).',
      },
      {
        ja: 'ほかのパソコンやスマートフォンで同じメールアドレスをお使いのときは、そちらのパスワードも変更してください。',
        en: 'Where the same address is used on other PCs or phones, change the password there, too.',
      },
    ],
  },
  source: { manual: 'EFネット事務局 第2報【重要】BIGLOBEパスワード変更のお願い（令和8年6月）', confirmed: '2026-06-26' },
  inferred: [
    'domains: the notice shows no address; mail.biglobe.ne.jp is the mail server it names',
    'limits.refusedSignIns: the notice does not say when the site or the mail server locks',
    'changes.limit: the notice states no limit',
    'changes.effectSeconds: the notice does not say how soon the mail servers follow',
    'outgoing port 587: printed for extra addresses only, used for the first address, too',
    'connection security: the notice names no TLS and no port for POP3',
    'notices.after (other devices): follows from one password for all mail programs',
  ],
  practice: false,
}
