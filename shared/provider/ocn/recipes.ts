import type { Control, Fault, Line, Page, Recipe } from '../../portal/recipe.ts'

// カスタマサポートデスク as 「カスタマサポートデスク操作マニュアル 1.0版」 (2024年3月1日) shows it: sign-in 1.1, 認証パスワード変更 1.2.1. Values: `loginName`
// (the 認証ID, both sides of its @). The page behind 「登録」 (STEP3 完了) and every refusal's words are not in the manual.

const signInFence: Readonly<Record<string, Control>> = {
  authenticationId: { as: 'text', words: ['認証ID'] },
  // The list has no label of its own in the manual's picture: its first entry says what to do with it.
  domain: {
    as: 'choice',
    words: ['選択してください', '選択して下さい', '認証ID', '認証IDの@以降', '認証IDの@の右側', 'ドメイン'],
  },
  password: { as: 'password', words: ['パスワード', '認証パスワード'] },
  signIn: { as: 'press', words: ['ログイン', 'ログインする'] },
  change: { as: 'press', words: ['認証パスワード変更', '認証パスワードの変更'] },
}

const signInPages: Readonly<Record<string, Page>> = {
  signIn: { controls: ['authenticationId', 'domain', 'password', 'signIn'] },
  usage: { shows: ['ご利用状況の確認'], controls: ['change'], without: ['signIn'] },
}

/** The way in. Which password opens the site is the planner's to say: `loginPassword`. */
const signInLines: readonly Line[] = [
  { do: 'open' },
  { do: 'expect', page: 'signIn' },
  { do: 'fill', control: 'authenticationId', from: { value: 'loginName', part: 'before-at' } },
  { do: 'choose', control: 'domain', from: { value: 'loginName', part: 'after-at' } },
  { do: 'fill', control: 'password', from: { secret: 'loginPassword' } },
  { do: 'sign-in', control: 'signIn' },
  { do: 'expect', page: 'usage' },
]

/** Menu entries and buttons that stand beside ours on every page: they cost money, change the address, or end the contract. */
const neighbours = [
  'お支払い方法（クレジットカードへ）',
  '「請求書」および「口座振替のお知らせ」送付先住所',
  '「口座振替のお知らせ」の送付方法',
  '担当者連絡先',
  'メールアカウントおよびウイルスチェック',
  'メールアカウントおよびウィルスチェック',
  'メールアドレスおよびウイルスチェック',
  'メールアドレスおよびウィルスチェック',
  '廃止申込',
  '申し込む',
  '規約に同意してウイルスチェックサービスを申し込む',
  '規約に同意してウィルスチェックサービスを申し込む',
]

// Refusals come back on the input page, before 「登録」 has been pressed: they count at any time. None of these words stand among the page's
// own remarks (6文字以上8文字以下の文字列にしてください, 約1時間、パスワードの変更は実施できません).
const faults: readonly Fault[] = [
  {
    code: 'portal-limit-reached',
    words: [
      '前回の変更から…時間',
      '前回変更…時間',
      '変更してから…時間',
      '変更から約1時間',
      '時間が経過していない',
      '時間…経過していません',
      'しばらく…パスワード…変更できません',
      '現在パスワードの変更は実施できません',
    ],
  },
  {
    code: 'portal-old-password-refused',
    words: [
      '現在の…パスワード…正しく',
      '現在の…パスワード…違',
      '現在の…パスワード…誤',
      '現在の…パスワード…間違',
      '現在の…パスワード…一致しません',
      '現在の…パスワード…異な',
    ],
  },
  {
    code: 'portal-rule-refused',
    words: [
      'パスワード…文字以下で',
      'パスワード…文字以内で',
      'パスワード…文字数',
      'パスワード…桁数',
      'パスワード…使用できない',
      'パスワード…使用できません',
      'パスワード…利用できない',
      'パスワード…利用できません',
      'パスワード…設定できません',
      'パスワード…登録できません',
      'パスワード…形式…正しく',
      '新しい…パスワード…正しく',
      '新しい…パスワード…誤り',
      'パスワード…一致しません',
      'パスワード…一致していません',
      '同じパスワード',
      'パスワード…同一',
      '使用できない文字',
      '利用できない文字',
    ],
  },
]

/** Headings of the pages that stand nearest and must never be taken for ours. */
const otherPages = [
  'メールアカウント・ウイルスチェックサービス確認・変更',
  'メールアカウント・ウィルスチェックサービス確認・変更',
  '追加・変更・削除の申込み',
  '廃止の受付',
]

const done: Page = {
  // No `shows`: the bar 「STEP1 入力 → STEP2 確認 → STEP3 完了」 stands on all three pages.
  says: [
    '変更…完了しました',
    '変更…完了いたしました',
    '変更…完了致しました',
    '変更…完了です',
    '変更…完了しております',
    '変更…終了しました',
    '変更しました',
    '変更いたしました',
    '変更致しました',
    '変更されました',
    '変更を受け付けました',
    '変更を受付けました',
    '変更を受付いたしました',
    '変更を承りました',
    '登録しました',
    '登録いたしました',
    '登録致しました',
    '登録…完了しました',
    '登録…完了いたしました',
    '登録されました',
    '更新しました',
    '手続き…完了しました',
    '手続き…完了いたしました',
    '申込み…受け付けました',
    '申込み…受付けました',
  ],
  without: ['current', 'register'],
  headedNever: otherPages,
  // Not 「できません」 alone: the remark on the hour without another change may be repeated here.
  unless: [
    'ませんでした',
    '失敗',
    'エラー',
    '正しくありません',
    '誤りがあります',
    '完了していません',
    '変更されていません',
    '変更できません',
  ],
}

/**
 * 認証パスワードの変更: STEP1 入力, STEP2 確認, STEP3 完了. Nothing has changed before 「登録」. Secrets: `loginPassword`, `currentPassword`, `newPassword`.
 */
export const changePassword: Recipe = {
  id: 'ocn/change-password',
  version: '2024-03-01',
  inferred: false,
  fence: {
    ...signInFence,
    current: { as: 'password', words: ['現在の認証パスワード'] },
    fresh: { as: 'password', words: ['新しい認証パスワード'] },
    again: {
      as: 'password',
      words: [
        '新しい認証パスワード(確認用)',
        '新しい認証パスワード(確認)',
        '新しい認証パスワード(再入力)',
        '新しい認証パスワードの確認',
      ],
    },
    next: { as: 'press', words: ['次へ'] },
    register: { as: 'press', words: ['登録', '登録する'] },
  },
  neighbours,
  pages: {
    ...signInPages,
    input: {
      shows: ['認証パスワードの変更', '認証パスワード変更', '認証パスワード入力'],
      controls: ['current', 'fresh', 'again', 'next'],
      headedNever: otherPages,
    },
    confirm: {
      says: ['パスワードを変更します'],
      controls: ['register'],
      without: ['current', 'fresh'],
      headedNever: otherPages,
    },
    done,
  },
  faults: [...faults],
  lines: [
    ...signInLines,
    { do: 'press', control: 'change' },
    { do: 'expect', page: 'input' },
    // The manual's picture leaves the ID blank: whether it is shown whole is not known, so a difference is told and not judged.
    { do: 'check', name: 'authenticationId', words: ['認証ID'], is: { value: 'loginName' }, otherwise: 'report', optional: true },
    { do: 'fill', control: 'current', from: { secret: 'currentPassword' } },
    { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
    { do: 'fill', control: 'again', from: { secret: 'newPassword' } },
    { do: 'press', control: 'next' },
    { do: 'expect', page: 'confirm' },
    { do: 'commit', control: 'register', dialog: 'accept' },
    { do: 'expect', page: 'done' },
  ],
}

/** Signs in and does nothing else: the live proof of an authentication password, which opens no mail server. */
export const signInOnly: Recipe = {
  id: 'ocn/sign-in',
  version: '2024-03-01',
  inferred: false,
  fence: signInFence,
  neighbours,
  pages: signInPages,
  faults: [],
  lines: [...signInLines],
}
