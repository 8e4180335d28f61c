import type { Detour, Line, Page, Recipe } from '../../portal/recipe.ts'

// Sections of the Myピカラ manual: 1 (sign-in, with the two-factor page), 14 (reminder and reset) and 18 (sign-in by mail address) are told
// step by step. Of 8 (電子メールアドレスのパスワード変更) and 16 (Myピカラのパスワード変更) it shows no step, only 16's password rule: their
// pages are inferred from the site's other flows, and run attended.
const version = '2026-11-20'

const neighbours = [
  '電子メールアドレスの変更',
  '電子メールアドレスの追加',
  '電子メールアドレスの仮パスワード発行',
  '仮パスワード発行',
  '仮パスワードを発行する',
  'インターネット接続IDとパスワードの照会',
  'インターネットのオプション変更',
  '光でんわのオプション変更',
  'インターネットセキュリティソフトのお申込み',
  'Myピカラのユーザー名変更',
  'Myピカラの2要素認証の設定',
  'メールアドレスでのMyピカラログイン設定',
]

const refusals = [
  'ませんでした',
  'できません',
  '失敗',
  'エラー',
  '正しくありません',
  '誤りがあります',
  '完了していません',
  '変更されていません',
]

/** Of a sign-in only: the top page may well announce that on some day nobody can sign in. */
const notSignedIn = ['ませんでした', 'ログインに失敗', '正しくありません', '誤りがあります']

const entrance = {
  menu: { as: 'press', words: ['メニュー', 'MENU'] },
  myPikara: { as: 'press', words: ['Myピカラ', 'Myピカラへ', 'Myピカラにログイン', 'Myピカラログイン'] },
} satisfies Recipe['fence']

const signInFence = {
  ...entrance,
  loginName: {
    as: 'text',
    words: ['ユーザー名', 'ユーザー名またはメールアドレス', 'ユーザー名もしくはメールアドレス', 'ユーザー名/メールアドレス'],
  },
  password: { as: 'password', words: ['パスワード'] },
  signIn: { as: 'press', words: ['Myピカラにログインする', 'Myピカラへログインする'] },
  code: { as: 'password', words: ['認証コード'] },
  remember: { as: 'tick', words: ['次回以降、このブラウザで認証コードを要求しない'] },
  logIn: { as: 'press', words: ['ログイン', 'ログインする'] },
} satisfies Recipe['fence']

const byAddress = {
  ...signInFence,
  loginName: { as: 'text', words: ['メールアドレス', ...signInFence.loginName.words] },
} satisfies Recipe['fence']

const entrancePages = {
  home: { controls: ['myPikara'] },
  // Narrow screens show 【メニュー】 instead, with 【Myピカラ】 inside.
  folded: { controls: ['menu'], without: ['myPikara'] },
} satisfies Recipe['pages']

const signInPages = {
  ...entrancePages,
  signIn: { controls: ['loginName', 'password', 'signIn'] },
  code: { controls: ['code', 'remember', 'logIn'] },
} satisfies Recipe['pages']

const enter: readonly Line[] = [
  { do: 'open' },
  {
    do: 'expect',
    page: 'home',
    ahead: ['signIn'],
    detours: [{ page: 'folded', lines: [{ do: 'press', control: 'menu' }] }],
  },
  { do: 'press', control: 'myPikara' },
  { do: 'expect', page: 'signIn' },
]

const signIn: readonly Line[] = [
  ...enter,
  { do: 'fill', control: 'loginName', from: { value: 'loginName' } },
  { do: 'fill', control: 'password', from: { secret: 'loginPassword' } },
  { do: 'sign-in', control: 'signIn' },
  {
    do: 'expect',
    page: 'top',
    detours: [
      {
        page: 'code',
        lines: [
          { do: 'ask', question: 'two-factor-code', control: 'code' },
          // The browser of a visit is thrown away: the person is asked, and told that it will not help.
          { do: 'tick', control: 'remember', on: true, ask: 'remember-browser' },
          { do: 'press', control: 'logIn' },
        ],
      },
    ],
  },
]

/**
 * Signs in at Myピカラ by user name and does nothing else: the live proof of its password. Inferred: that the top page of a member, and no
 * other, offers ログアウト (the manual says only 「Ｍｙピカラのトップ画面」).
 */
export const signInOnly: Recipe = {
  id: 'my-pikara/sign-in',
  version,
  inferred: false,
  fence: { ...signInFence, signOut: { as: 'press', words: ['ログアウト', 'ログアウトする', 'ログオフ'] } },
  neighbours,
  pages: { ...signInPages, top: { controls: ['signOut'], without: ['password', 'code'], unless: notSignedIn } },
  faults: [],
  lines: [...signIn],
}

const completion = {
  shows: ['変更完了', '変更の完了', '手続きの完了', '手続き完了', '設定の完了', '変更結果'],
  says: [
    '変更…完了しました',
    '変更…完了いたしました',
    '変更しました',
    '変更いたしました',
    '変更されました',
    '変更を受け付けました',
    '設定…完了しました',
    '設定しました',
    '手続き…完了しました',
    '手続き…完了いたしました',
  ],
  unless: [...refusals, '入力してください'],
} satisfies Page

const newPassword = {
  fresh: { as: 'password', words: ['新しいパスワード'] },
  again: {
    as: 'password',
    words: ['新しいパスワードの確認入力', '新しいパスワード(確認入力)', '新しいパスワードの確認', '新しいパスワード(確認)'],
  },
} satisfies Recipe['fence']

// Whether the site asks back before it changes is not shown. Where the manual shows its manner (two-factor set-up, 【次へ】 and then 【設定する】)
// it does: both ways are gone.
const changeFence = {
  current: { as: 'password', words: ['現在のパスワード'] },
  ...newPassword,
  next: { as: 'press', words: ['次へ', '確認する', '確認画面へ', '入力内容を確認する'] },
  submit: { as: 'press', words: ['変更する', '設定する'] },
} satisfies Recipe['fence']

const entry = { controls: ['current', 'fresh', 'again', 'next'], without: ['submit'] } satisfies Page
const confirm = {
  shows: ['パスワード変更の確認', 'パスワードの変更の確認', '変更の確認', '入力内容の確認', '設定内容の確認'],
  controls: ['submit'],
  without: ['current', 'fresh', 'again', 'next'],
} satisfies Page

const fillIn: Detour['lines'] = [
  { do: 'fill', control: 'current', from: { secret: 'currentPassword' } },
  { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
  { do: 'fill', control: 'again', from: { secret: 'newPassword' } },
]
const asksBack: Detour = { page: 'entry', lines: [...fillIn, { do: 'press', control: 'next' }] }

/** From the press that leads to the change; `first`: a page that may come before its form. */
const fillAndChange = (first: readonly Detour[]): readonly Line[] => [
  { do: 'expect', page: 'change', ahead: ['confirm'], detours: [...first, asksBack] },
  ...fillIn,
  { do: 'expect', page: 'confirm', or: ['change'] },
  { do: 'commit', control: 'submit', dialog: 'accept' },
  { do: 'expect', page: 'done' },
]

const ownPage = {
  shows: ['Myピカラのパスワード変更', 'Myピカラのパスワードの変更', 'Myピカラパスワード変更'],
  headedNever: ['電子メール', '接続', 'ユーザー名変更', '仮パスワード'],
} satisfies Page

/**
 * Myピカラのパスワード変更 (section 16). Values: `loginName`. Secrets: `loginPassword` and `currentPassword` (the same one), `newPassword`.
 * Inferred: everything behind the sign-in; the manual's pages show the rule only.
 */
export const changePortalPassword: Recipe = {
  id: 'my-pikara/change-portal-password',
  version,
  inferred: true,
  fence: {
    ...signInFence,
    change: {
      as: 'press',
      words: [
        'Myピカラのパスワード変更',
        'Myピカラのパスワードの変更',
        'Myピカラパスワード変更',
        'Myピカラのパスワードを変更する',
      ],
    },
    ...changeFence,
  },
  neighbours,
  pages: {
    ...signInPages,
    top: { controls: ['change'], without: ['password'] },
    change: { ...ownPage, controls: ['current', 'fresh', 'again', 'submit'] },
    entry: { ...ownPage, ...entry },
    confirm: { ...ownPage, ...confirm },
    done: { ...completion, without: ['current'] },
  },
  faults: [],
  lines: [...signIn, { do: 'press', control: 'change' }, ...fillAndChange([])],
}

const mailFence = {
  change: {
    as: 'press',
    words: [
      '電子メールアドレスのパスワード変更',
      '電子メールアドレスのパスワードの変更',
      '電子メールのパスワード変更',
      'メールアドレスのパスワード変更',
      '電子メールアドレスのパスワードを変更する',
    ],
  },
  choose: {
    as: 'press',
    words: ['変更する', '変更', 'パスワード変更', 'パスワードを変更する', '選択する', '選択'],
    row: 'address',
  },
  ...changeFence,
} satisfies Recipe['fence']

const mailPage = {
  shows: ['電子メールアドレスのパスワード変更', '電子メールアドレスのパスワードの変更', 'メールアドレスのパスワード変更'],
  values: ['address'],
  headedNever: ['電子メールアドレスの変更', '電子メールアドレスの追加', '仮パスワード', 'Myピカラのパスワード', '接続'],
} satisfies Page

const mailPages = {
  top: { controls: ['change'], without: ['password'] },
  list: { values: ['address'], controls: ['choose'], without: ['fresh'] },
  change: { ...mailPage, controls: ['current', 'fresh', 'again', 'submit'] },
  entry: { ...mailPage, ...entry },
  confirm: { ...mailPage, ...confirm },
  done: { ...completion, without: ['current'] },
} satisfies Recipe['pages']

const mailLines: readonly Line[] = [
  ...signIn,
  { do: 'press', control: 'change' },
  ...fillAndChange([{ page: 'list', lines: [{ do: 'press', control: 'choose' }] }]),
]

/**
 * 電子メールアドレスのパスワード変更 (section 8), signed in by the Myピカラ user name. Values: `loginName`, `address`. Secrets: `loginPassword`
 * (Myピカラ), `currentPassword` (the mailbox), `newPassword`. Inferred: everything behind the sign-in.
 */
export const changeMailPassword: Recipe = {
  id: 'my-pikara/change-mail-password',
  version,
  inferred: true,
  fence: { ...signInFence, ...mailFence },
  neighbours,
  pages: { ...signInPages, ...mailPages },
  faults: [],
  lines: [...mailLines],
}

/**
 * The same, signed in by mail address and its password (section 18; possible where section 17's option was switched on): `loginName` is the
 * address, `loginPassword` equals `currentPassword`.
 */
export const changeMailPasswordByAddress: Recipe = {
  ...changeMailPassword,
  id: 'my-pikara/change-mail-password-by-address',
  fence: { ...byAddress, ...mailFence },
}

const requestFence = {
  ...entrance,
  matter: { as: 'choice', words: ['お問い合わせ内容'] },
  holder: { as: 'choice', words: ['ご契約者名(漢字)', 'ご契約者名'] },
  address: { as: 'text', words: ['ピカラメールアドレス'] },
  target: { as: 'choice', words: ['ご送付希望の通知先'] },
  next: { as: 'press', words: ['次へ'] },
  send: { as: 'press', words: ['問い合わせ内容を送信する'] },
} satisfies Recipe['fence']

const forgottenName = { forgotten: { as: 'press', words: ['ユーザー名を忘れた場合'] } } satisfies Recipe['fence']
const forgottenPassword = { forgotten: { as: 'press', words: ['パスワードを忘れた場合'] } } satisfies Recipe['fence']

const personFence = {
  family: { as: 'text', words: ['姓', '姓(漢字)'] },
  given: { as: 'text', words: ['名', '名(漢字)'] },
  birth: { as: 'text', words: ['ご契約者生年月日', '生年月日'] },
  // The same in three fields.
  year: { as: 'text', words: ['生年月日の年', '年'] },
  month: { as: 'text', words: ['生年月日の月', '月'] },
  day: { as: 'text', words: ['生年月日の日', '日'] },
} satisfies Recipe['fence']
const companyFence = { name: { as: 'text', words: ['ご契約者名(漢字)', '法人名', 'ご契約者名'] } } satisfies Recipe['fence']

const requestPages = {
  ...entrancePages,
  signIn: { controls: ['forgotten'] },
  confirm: { controls: ['send'], without: ['next'] },
  sent: {
    shows: ['手続きの完了', '手続き完了', '送信完了', '送信の完了'],
    says: [
      '選択した通知先をご確認',
      '通知先をご確認ください',
      'メールが届くまで',
      '送信しました',
      '送信いたしました',
      '受け付けました',
    ],
    without: ['send'],
    unless: [...refusals, '入力してください'],
  },
} satisfies Recipe['pages']
const personPage = {
  request: { controls: ['matter', 'holder', 'family', 'given', 'birth', 'address', 'target', 'next'], without: ['month'] },
  requestCut: { controls: ['matter', 'holder', 'family', 'given', 'year', 'month', 'day', 'address', 'target', 'next'] },
} satisfies Recipe['pages']
const companyPage = { request: { controls: ['matter', 'holder', 'name', 'address', 'target', 'next'] } } satisfies Recipe['pages']

type Act = Detour['lines'][number]
const forName: Act = { do: 'choose', control: 'matter', from: { text: 'ユーザー名のお問い合わせ' } }
const forPassword: Act = { do: 'choose', control: 'matter', from: { text: 'パスワードの再設定' } }
const asked = (...controls: readonly string[]): readonly Act[] =>
  controls.map((control) => ({ do: 'ask', question: 'portal-value', control }))
const person: Act = { do: 'choose', control: 'holder', from: { text: '個人名' } }
const company: Act = { do: 'choose', control: 'holder', from: { text: '法人名' } }

const toRequest: readonly Line[] = [...enter, { do: 'press', control: 'forgotten' }]
const toConfirm: readonly Act[] = [...asked('address', 'target'), { do: 'press', control: 'next' }]
const sendRequest: readonly Line[] = [
  { do: 'expect', page: 'confirm' },
  { do: 'commit', control: 'send', dialog: 'accept' },
  { do: 'expect', page: 'sent' },
]
const personLines = (matter: Act): readonly Line[] => [
  ...toRequest,
  {
    do: 'expect',
    page: 'request',
    ahead: ['confirm'],
    detours: [
      {
        page: 'requestCut',
        lines: [matter, person, ...asked('family', 'given', 'year', 'month', 'day'), ...toConfirm],
      },
    ],
  },
  matter,
  person,
  ...asked('family', 'given', 'birth'),
  ...toConfirm,
  ...sendRequest,
]
const companyLines = (matter: Act): readonly Line[] => [
  ...toRequest,
  { do: 'expect', page: 'request' },
  matter,
  company,
  ...asked('name'),
  ...toConfirm,
  ...sendRequest,
]

/** ユーザー名のお問い合わせ (section 14) for a contract in a person's name. Asks for name, birth date, address and where to send; its commit sends the request. */
export const remindNamePerson: Recipe = {
  id: 'my-pikara/remind-user-name-person',
  version,
  inferred: true,
  fence: { ...requestFence, ...forgottenName, ...personFence },
  neighbours,
  pages: { ...requestPages, ...personPage },
  faults: [],
  lines: [...personLines(forName)],
}

/** The same for a contract in a company's name: the name only, no birth date. */
export const remindNameCompany: Recipe = {
  ...remindNamePerson,
  id: 'my-pikara/remind-user-name-company',
  fence: { ...requestFence, ...forgottenName, ...companyFence },
  pages: { ...requestPages, ...companyPage },
  lines: [...companyLines(forName)],
}

/** パスワードの再設定 (section 14) for a person: sends the request; what comes is a link. */
export const requestResetPerson: Recipe = {
  ...remindNamePerson,
  id: 'my-pikara/request-reset-person',
  fence: { ...requestFence, ...forgottenPassword, ...personFence },
  lines: [...personLines(forPassword)],
}

/** The same for a company. */
export const requestResetCompany: Recipe = {
  ...remindNameCompany,
  id: 'my-pikara/request-reset-company',
  fence: { ...requestFence, ...forgottenPassword, ...companyFence },
  lines: [...companyLines(forPassword)],
}

/** Behind the link that came: the new password twice, 【再設定する】. Secrets: `newPassword`. */
export const setPasswordByLink: Recipe = {
  id: 'my-pikara/set-password-by-link',
  version,
  inferred: true,
  fence: { ...newPassword, reset: { as: 'press', words: ['再設定する'] } },
  neighbours,
  pages: {
    reset: { controls: ['fresh', 'again', 'reset'] },
    done: {
      shows: ['再設定の完了', '再設定完了'],
      says: ['再設定が完了しました', '再設定…完了しました', '再設定しました', '再設定…完了いたしました'],
      without: ['fresh'],
      unless: [...refusals, '入力してください'],
    },
  },
  faults: [],
  lines: [
    { do: 'open' },
    { do: 'expect', page: 'reset' },
    { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
    { do: 'fill', control: 'again', from: { secret: 'newPassword' } },
    { do: 'commit', control: 'reset', dialog: 'accept' },
    { do: 'expect', page: 'done' },
  ],
}
