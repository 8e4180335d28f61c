import type { Control, Fault, Line, Page, Recipe } from '../../portal/recipe.ts'

// マイページ of UCOM光 レジデンス and Spaaqs光, as its manual 「会員専用ツール マイページ 操作マニュアル 管理者画面編」 describes it. Its screenshots are
// not all readable: whether a form wants the new password typed twice is not told, so both are provided for.
const version = '2015-02-16'

/** Everything that stands in the menus and tables beside the controls used here: contract, cards, options, deletion. */
const neighbours: string[] = [
  'お客様情報変更',
  'お支払い方法変更',
  'ご契約内容変更申請',
  'ご利用ガイド・規約ご請求',
  'ご解約',
  '月額請求明細照会',
  'メールサービス',
  'UCOM光 リモートサポート',
  'UCOM光 あんしん機器保証',
  'オンラインストレージ＆フォトアルバム',
  'ギガシネマ with U-NEXT',
  'アカウントIDオプション変更',
  'アカウントIDオプション変更管理',
  '新規登録',
  '削除',
  '購入する',
  '解約する',
  '購入/解約',
]

const signInPress: Control = { as: 'press', words: ['ログイン', 'ログインする'] }
const next: Control = { as: 'press', words: ['次へ進む', '次へ'] }

/** Box 「お客様番号でログイン」. Its neighbour 「アカウントIDでログイン」 has fields of its own. */
const contractFence: Recipe['fence'] = {
  loginName: { as: 'text', words: ['お客様番号'] },
  loginPassword: { as: 'password', words: ['お客様番号パスワード', 'パスワード'] },
  signIn: signInPress,
}
const accountFence: Recipe['fence'] = {
  loginName: { as: 'text', words: ['アカウントID'] },
  loginPassword: { as: 'password', words: ['アカウントIDパスワード', 'アカウントパスワード', 'パスワード'] },
  signIn: signInPress,
}

/** Of the two boxes the one with this title; what stands in the other one is out of reach. */
const contractSignIn: Page = {
  shows: ['お客様番号でログイン'],
  controls: ['loginName', 'loginPassword', 'signIn'],
  headedNever: ['アカウントIDでログイン'],
}
const accountSignIn: Page = {
  shows: ['アカウントIDでログイン'],
  controls: ['loginName', 'loginPassword', 'signIn'],
  headedNever: ['お客様番号でログイン'],
}
const signInLines: Line[] = [
  { do: 'open' },
  { do: 'expect', page: 'signIn' },
  { do: 'fill', control: 'loginName', from: { value: 'loginName' } },
  { do: 'fill', control: 'loginPassword', from: { secret: 'loginPassword' } },
  { do: 'sign-in', control: 'signIn' },
]

const signInFaults: Fault[] = [
  {
    code: 'portal-sign-in-refused',
    after: 'sign-in',
    words: ['お客様番号…正しくありません', 'お客様番号…誤り', 'お客様番号…違', '入力内容に誤り', '入力に誤り'],
  },
]

/** The refusal of 「次へ進む」 comes before anything is sent for good; the manual says it marks the field with 「*」 and refuses passwords used before. */
const faults: Fault[] = [
  ...signInFaults,
  {
    code: 'portal-rule-refused',
    words: [
      '過去に利用…パスワード',
      '過去に使用…パスワード',
      '過去に設定…パスワード',
      '以前…利用…パスワード',
      'パスワード…文字以上',
      'パスワード…文字以内',
      'パスワード…使用できない',
      'パスワード…使用できません',
      '使用できない文字',
      'パスワード…入力してください',
      'パスワード…一致しません',
      '入力内容に誤り',
      '入力に誤り',
      '入力エラー',
    ],
  },
  { code: 'portal-refused', words: ['必須項目…入力されていません'] },
]

const unless: string[] = [
  'ませんでした',
  '失敗',
  'エラーが',
  '正しくありません',
  '完了していません',
  '変更されていません',
  '登録されていません',
  '入力してください',
]
const completion: string[] = [
  '手続きが完了しました',
  '手続きは完了しました',
  '手続きが完了いたしました',
  '登録が完了しました',
  '登録が完了いたしました',
  '変更が完了しました',
  '変更が完了いたしました',
  '変更しました',
  '変更いたしました',
  '登録しました',
  '登録いたしました',
]

/** From 「アカウントID管理」 to the end: the same pages for whoever has signed in. Nothing but the password is typed; all else stays as the site fills it in. */
const accountParts: Pick<Recipe, 'fence' | 'pages' | 'lines'> = {
  fence: {
    accounts: { as: 'press', words: ['アカウントID管理', 'アカウントID登録情報変更', 'アカウントID情報変更'] },
    mine: { as: 'press', words: ['アカウントID'], named: 'userName' },
    fresh: { as: 'password', words: ['パスワード', 'アカウントIDパスワード', '新しいパスワード', '新パスワード'] },
    again: {
      as: 'password',
      words: [
        'パスワード(確認)',
        'パスワード(確認用)',
        'パスワード(再入力)',
        'パスワード確認',
        'パスワード再入力',
        'アカウントIDパスワード(確認)',
        '新しいパスワード(確認)',
        '新しいパスワードの再入力',
      ],
    },
    next,
    register: { as: 'press', words: ['登録', '登録する'] },
  },
  pages: {
    list: { shows: ['アカウントID管理'], controls: ['mine'] },
    formTwice: { shows: ['アカウントID登録/変更'], controls: ['fresh', 'again', 'next'] },
    form: { shows: ['アカウントID登録/変更'], controls: ['fresh', 'next'], without: ['again'] },
    confirm: {
      shows: ['アカウントID登録/変更確認', 'アカウントID登録/変更の確認', 'アカウントID登録/変更'],
      controls: ['register'],
      without: ['fresh', 'next'],
      values: ['userName'],
      headedNever: ['アカウントID情報削除'],
    },
    done: {
      shows: ['アカウントID登録/変更完了', 'アカウントID登録/変更の完了', '登録完了', '変更完了'],
      says: completion,
      without: ['fresh', 'next', 'register'],
      unless,
    },
  },
  lines: [
    { do: 'press', control: 'accounts' },
    { do: 'expect', page: 'list', ahead: ['formTwice', 'form'] },
    { do: 'press', control: 'mine' },
    { do: 'expect', page: 'formTwice', ahead: ['form'] },
    { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
    { do: 'fill', control: 'again', from: { secret: 'newPassword' } },
    { do: 'press', control: 'next' },
    { do: 'expect', page: 'form', ahead: ['confirm'] },
    { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
    { do: 'press', control: 'next' },
    { do: 'expect', page: 'confirm' },
    { do: 'check', name: 'accountId', words: ['アカウントID'], is: { value: 'userName' }, otherwise: 'stop' },
    {
      do: 'check',
      name: 'newPassword',
      words: ['パスワード', 'アカウントIDパスワード', '新しいパスワード'],
      is: { secret: 'newPassword', first: 3 },
      otherwise: 'stop',
    },
    { do: 'commit', control: 'register', dialog: 'accept' },
    { do: 'expect', page: 'done' },
    {
      do: 'check',
      name: 'accountId',
      words: ['アカウントID'],
      is: { value: 'userName' },
      otherwise: 'report',
      optional: true,
    },
    {
      do: 'check',
      name: 'newPassword',
      words: ['パスワード', 'アカウントIDパスワード', '新しいパスワード'],
      is: { secret: 'newPassword', first: 3 },
      otherwise: 'report',
      optional: true,
    },
  ],
}

/**
 * The password of one account ID, which is its mail password, changed by the holder of the contract: sections 3a and 9. The old one is not asked for.
 * Values: `loginName` (お客様番号), `userName` (the account ID). Secrets: `loginPassword` (お客様番号パスワード), `newPassword`.
 */
export const changeAccountAsContract: Recipe = {
  id: 'ucom/change-account-as-contract',
  version,
  inferred: false,
  fence: { ...contractFence, ...accountParts.fence },
  neighbours,
  pages: {
    signIn: contractSignIn,
    menu: { controls: ['accounts'], values: ['loginName'] },
    ...accountParts.pages,
  },
  faults,
  lines: [...signInLines, { do: 'expect', page: 'menu' }, ...accountParts.lines],
}

/**
 * The same by the account ID itself: with administrator rights on the same pages, with user rights on the screen 「ユーザー管理」, which the manual
 * names and does not show (hence inferred). Values: `loginName` and `userName`, both the account ID. Secrets: `loginPassword`, `newPassword`.
 */
export const changeAccountAsAccount: Recipe = {
  id: 'ucom/change-account-as-account',
  version,
  inferred: true,
  fence: { ...accountFence, ...accountParts.fence },
  neighbours,
  pages: { signIn: accountSignIn, menu: { controls: ['accounts'] }, ...accountParts.pages },
  faults,
  lines: [...signInLines, { do: 'expect', page: 'menu' }, ...accountParts.lines],
}

const contractPasswordWords = [
  'お客様番号パスワード',
  '新しいお客様番号パスワード',
  '新しいパスワード',
  '新パスワード',
  '変更後のパスワード',
  'パスワード',
]

/**
 * お客様番号パスワードの変更, section 25. Values: `loginName` (お客様番号). Secrets: `loginPassword` (the one in force), `newPassword`.
 */
export const changeContract: Recipe = {
  id: 'ucom/change-contract',
  version,
  inferred: false,
  fence: {
    ...contractFence,
    change: { as: 'press', words: ['お客様番号パスワード変更', 'お客様番号/パスワード変更'] },
    fresh: { as: 'password', words: contractPasswordWords },
    again: {
      as: 'password',
      words: [
        'お客様番号パスワード(確認)',
        'お客様番号パスワード(再入力)',
        '新しいパスワード(確認)',
        '新しいパスワードの再入力',
        '新しいお客様番号パスワード(確認)',
        'パスワード(確認)',
        'パスワード(再入力)',
        'パスワード(確認用)',
      ],
    },
    next,
    submit: { as: 'press', words: ['変更', '変更する'] },
  },
  neighbours,
  pages: {
    signIn: contractSignIn,
    menu: { controls: ['change'], values: ['loginName'] },
    formTwice: { shows: ['お客様番号パスワード変更', 'お客様番号/パスワード変更'], controls: ['fresh', 'again', 'next'] },
    form: {
      shows: ['お客様番号パスワード変更', 'お客様番号/パスワード変更'],
      controls: ['fresh', 'next'],
      without: ['again'],
    },
    confirm: {
      shows: ['お客様番号パスワード変更確認', 'お客様番号パスワード変更の確認', 'お客様番号パスワード変更'],
      controls: ['submit'],
      without: ['fresh', 'next'],
    },
    done: {
      shows: ['お客様番号パスワード変更完了', 'お客様番号パスワード変更の完了', '変更完了'],
      says: completion,
      without: ['fresh', 'next', 'submit'],
      unless,
    },
  },
  faults,
  lines: [
    ...signInLines,
    { do: 'expect', page: 'menu' },
    { do: 'press', control: 'change' },
    { do: 'expect', page: 'formTwice', ahead: ['form'] },
    { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
    { do: 'fill', control: 'again', from: { secret: 'newPassword' } },
    { do: 'press', control: 'next' },
    { do: 'expect', page: 'form', ahead: ['confirm'] },
    { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
    { do: 'press', control: 'next' },
    { do: 'expect', page: 'confirm' },
    {
      do: 'check',
      name: 'newPassword',
      words: contractPasswordWords,
      is: { secret: 'newPassword', first: 3 },
      otherwise: 'stop',
    },
    { do: 'commit', control: 'submit', dialog: 'accept' },
    { do: 'expect', page: 'done' },
  ],
}

/** Signs in with the customer number and does nothing else: the live proof of a changed お客様番号パスワード. */
export const signInAsContract: Recipe = {
  id: 'ucom/sign-in-as-contract',
  version,
  inferred: false,
  fence: { ...contractFence, change: changeContract.fence.change! },
  neighbours,
  pages: { signIn: contractSignIn, menu: { controls: ['change'], values: ['loginName'] } },
  faults: signInFaults,
  lines: [...signInLines, { do: 'expect', page: 'menu' }],
}
