import type { PasswordRule } from '../../mail/password-rule.ts'
import type { Change, Guide, GuideLine, Provider, Recovery } from '../provider.ts'
import { registrationNotice } from './layouts.ts'
import {
  changeMailPassword,
  changeMailPasswordByAddress,
  changePortalPassword,
  remindNameCompany,
  remindNamePerson,
  requestResetCompany,
  requestResetPerson,
  setPasswordByLink,
  signInOnly,
} from './recipes.ts'

// 【Ｍｙピカラ】 is chosen on the home page: the manual prints no address of Myピカラ itself.
const home = 'https://www.pikara.jp/'

/** Sections 14 and 16: 半角英大文字・半角英小文字・半角数字を全て利用して8文字. */
const portalRule: PasswordRule = {
  length: { min: 8, max: 8 },
  first: null,
  kinds: 1,
  required: ['upper', 'lower', 'digit'],
  counts: [],
  symbols: { policy: 'not-stated' },
  differsFrom: [],
  without: [],
  generate: { length: 8, classes: ['digit', 'lower', 'upper'] },
}

/** The manual has no page of section 8 (電子メールアドレスのパスワード変更): it states no rule for the mail password. */
const mailRule: PasswordRule = { ...portalRule, length: { min: 1, max: null }, required: [] }

const changeMail: Change = {
  realm: 'mail',
  title: { ja: '電子メールアドレスのパスワード変更', en: '電子メールアドレスのパスワード変更 (change of a mailbox’s password)' },
  signIn: 'portal',
  startUrl: home,
  alsoAt: [],
  recipe: changeMailPassword,
  rule: mailRule,
  proof: 'mail',
  proofRecipe: null,
  proveOldFirst: false,
  effectSeconds: 10,
  limit: null,
  notices: {
    before: [
      {
        ja: 'メールのパスワードを変える画面は、手順書に載っていません。画面を1つずつお見せし、確かめていただいてから進めます。',
        en: 'The manual does not show the pages that change the mail password. Each one is shown to you and goes on only when you agree.',
      },
    ],
    after: [],
  },
}

const changePortal: Change = {
  ...changeMail,
  realm: 'portal',
  title: { ja: 'Ｍｙピカラのパスワード変更', en: 'Ｍｙピカラのパスワード変更 (change of the Myピカラ password)' },
  recipe: changePortalPassword,
  rule: portalRule,
  proof: 'portal',
  proofRecipe: signInOnly,
  notices: {
    before: [
      {
        ja: '変わるのはＭｙピカラにログインするパスワードだけです。メールとインターネット接続のパスワードはそのままです。',
        en: 'Only the password that opens Myピカラ changes. Those of the mailboxes and of the Internet connection stay as they are.',
      },
      {
        ja: 'パスワードを変える画面は、手順書に載っていません。画面を1つずつお見せし、確かめていただいてから進めます。',
        en: 'The manual does not show the pages of this change. Each one is shown to you and goes on only when you agree.',
      },
    ],
    after: [
      {
        ja: 'ブラウザーにＭｙピカラのパスワードを保存しているときは、新しいパスワードで保存し直してください。',
        en: 'Where a browser has stored the Myピカラ password, store the new one in its place.',
      },
    ],
  },
}

const line = {
  open: {
    say: {
      ja: 'ピカラのホームページで【Ｍｙピカラ】を選びます。（見当たらないときは【メニュー】を開きます。）',
      en: 'On the Pikara home page choose 【Ｍｙピカラ】 (where it is not in sight, open 【メニュー】 first).',
    },
    give: null,
  },
  name: { say: { ja: 'ユーザー名を入れます。', en: 'Enter the user name.' }, give: 'loginName' },
  password: { say: { ja: 'Ｍｙピカラのパスワードを入れます。', en: 'Enter the Myピカラ password.' }, give: 'loginPassword' },
  signIn: {
    say: { ja: '【Ｍｙピカラにログインする】を押します。', en: 'Press 【Ｍｙピカラにログインする】.' },
    give: null,
  },
  code: {
    say: {
      ja: '認証コードを求められたら、届いたコードを入れて【ログイン】を押します。',
      en: 'If an 認証コード is asked for, enter the code you receive and press 【ログイン】.',
    },
    give: null,
  },
  current: {
    say: { ja: '今のパスワードを求められたら、これを入れます。', en: 'If the present password is asked for, enter this.' },
    give: 'currentPassword',
  },
  fresh: { say: { ja: '新しいパスワードの欄に、これを入れます。', en: 'Enter this as the new password.' }, give: 'newPassword' },
  again: {
    say: { ja: '確認の欄にも、同じものをもう一度入れます。', en: 'Enter the same once more to confirm.' },
    give: 'newPassword',
  },
  submit: {
    say: {
      ja: '画面の内容を確かめて、変更を確定するボタンを押します。料金のかかる項目や、アドレスの変更・追加には触れないでください。',
      en: 'Check what the page says and press its button to change. Touch nothing that costs money, and no change or addition of addresses.',
    },
    give: null,
  },
} satisfies Readonly<Record<string, GuideLine>>

const enter: readonly GuideLine[] = [line.open, line.name, line.password, line.signIn, line.code]

const instead: Provider['instead'] = [
  {
    realm: 'mail',
    text: {
      ja: '自動で進められないときは、Ｍｙピカラの「電子メールアドレスのパスワード変更」で、画面を見ながらご自身で変更できます。',
      en: 'Where the program cannot go on, the mail password can be changed by hand in Myピカラ, 「電子メールアドレスのパスワード変更」.',
    },
    url: home,
    guide: [
      ...enter,
      {
        say: {
          ja: '「電子メールアドレスのパスワード変更」を選びます。（「変更」「追加」「仮パスワード発行」ではありません。）',
          en: 'Choose 「電子メールアドレスのパスワード変更」 (not the change, addition or 仮パスワード発行 of an address).',
        },
        give: null,
      },
      { say: { ja: 'このメールアドレスを選びます。', en: 'Choose this mail address.' }, give: 'address' },
      line.current,
      line.fresh,
      line.again,
      line.submit,
    ],
    rule: mailRule,
  },
  {
    realm: 'portal',
    text: {
      ja: '自動で進められないときは、Ｍｙピカラの「Ｍｙピカラのパスワード変更」で、画面を見ながらご自身で変更できます。',
      en: 'Where the program cannot go on, the Myピカラ password can be changed by hand in Myピカラ, 「Ｍｙピカラのパスワード変更」.',
    },
    url: home,
    guide: [
      ...enter,
      { say: { ja: '「Ｍｙピカラのパスワード変更」を選びます。', en: 'Choose 「Ｍｙピカラのパスワード変更」.' }, give: null },
      line.current,
      line.fresh,
      line.again,
      line.submit,
    ],
    rule: portalRule,
  },
  {
    realm: 'connection',
    text: {
      ja: 'インターネット接続のパスワードは、このプログラムでは変更しません。IDとパスワードは、Ｍｙピカラの「インターネット接続IDとパスワードの照会」で見られます。',
      en: 'This program does not change the password of the Internet connection. Myピカラ shows it under 「インターネット接続IDとパスワードの照会」.',
    },
    url: home,
    guide: [],
    rule: null,
  },
]

// The manual's own words: 「メールが届くまでに5分～10分くらい掛かる場合があります」, and the two beginnings of a true link.
const remind: Pick<Recovery, 'what' | 'realm' | 'startUrl' | 'waitMinutes' | 'link'> = {
  what: 'user-name',
  realm: 'portal',
  startUrl: home,
  waitMinutes: { from: 5, to: 10 },
  link: null,
}
const reset: typeof remind = {
  ...remind,
  what: 'password',
  link: { beginsWith: ['http://portal.pikara.jp', 'http://s.pikara.jp'], recipe: setPasswordByLink, rule: portalRule },
}

const recoveries: Provider['recoveries'] = [
  {
    ...remind,
    id: 'user-name-person',
    title: { ja: 'ユーザー名のお問い合わせ（個人名のご契約）', en: 'Ask for the user name (contract of a person)' },
    recipe: remindNamePerson,
  },
  {
    ...remind,
    id: 'user-name-company',
    title: { ja: 'ユーザー名のお問い合わせ（法人名のご契約）', en: 'Ask for the user name (contract of a company)' },
    recipe: remindNameCompany,
  },
  {
    ...reset,
    id: 'password-person',
    title: { ja: 'パスワードの再設定（個人名のご契約）', en: 'Reset the password (contract of a person)' },
    recipe: requestResetPerson,
  },
  {
    ...reset,
    id: 'password-company',
    title: { ja: 'パスワードの再設定（法人名のご契約）', en: 'Reset the password (contract of a company)' },
    recipe: requestResetCompany,
  },
]

const tell = (ja: string, en: string): GuideLine => ({ say: { ja, en }, give: null })

/** Section 13: described, never automated. Who switches it on must be able to receive the code at every sign-in. */
const twoFactor: Guide = {
  id: 'two-factor',
  title: { ja: 'Ｍｙピカラの２要素認証の設定', en: 'Two-factor sign-in for Myピカラ' },
  url: home,
  lines: [
    ...enter,
    tell('「２要素認証の設定・通知先」の【変更する】を押します。', 'Press 【変更する】 beside 「２要素認証の設定・通知先」.'),
    tell('【有効】または【無効】を選びます。', 'Choose 【有効】 (on) or 【無効】 (off).'),
    tell(
      '認証コードを受け取るメールアドレスか携帯電話番号を入れます（両方でも構いません）。',
      'Enter the mail address or the mobile number, or both, that shall receive the code.',
    ),
    tell(
      '【個人情報の取扱いについて】を読み、よければ【個人情報保護方針に同意します】を選びます。',
      'Read 【個人情報の取扱いについて】 and, if you agree, choose 【個人情報保護方針に同意します】.',
    ),
    tell('ふだん使う通知先を選び、【次へ】を押します。', 'Choose where codes go as a rule, and press 【次へ】.'),
    tell(
      '【確認メール送信】【確認SMS送信】を押し、どちらもきちんと届くことを確かめます。届かないまま進むと、ログインできなくなります。',
      'Press 【確認メール送信】 and 【確認SMS送信】 and see that each arrives. To go on without that can lock you out.',
    ),
    tell('【設定する】を押します。', 'Press 【設定する】.'),
  ],
}

/**
 * ピカラ for the home (STNet) and its member site Myピカラ. From the site's manual: sections 1, 13, 14 and 18 step by step, of the others their
 * titles (and section 16's rule). The paper is 「登録完了のお知らせ」.
 */
export const myPikara: Provider = {
  id: 'my-pikara',
  edition: '2026-11-20.2',
  name: { ja: 'ピカラ（Ｍｙピカラ）', en: 'Pikara (Myピカラ)' },
  domains: ['{net}.pikara.ne.jp'],
  incoming: [],
  outgoing: [],
  passwords: [
    {
      id: 'my-pikara',
      name: { ja: 'Ｍｙピカラのパスワード', en: 'Ｍｙピカラのパスワード (Myピカラ password)' },
      realms: ['portal'],
    },
    {
      id: 'mail',
      name: { ja: 'メールアドレスのパスワード', en: 'メールアドレスのパスワード (mailbox password)' },
      realms: ['mail'],
    },
    {
      id: 'connection',
      name: { ja: 'インターネット接続のパスワード', en: 'インターネット接続のパスワード (connection password)' },
      realms: ['connection'],
    },
  ],
  layouts: [registrationNotice],
  // The second way in stands where the option of section 17 was switched on, and asks for no Myピカラ password.
  changes: [
    changeMail,
    { ...changeMail, signIn: 'mail', signInName: 'address', recipe: changeMailPasswordByAddress },
    changePortal,
  ],
  instead,
  recoveries,
  guides: [twoFactor],
  lost: [
    {
      what: 'sheet',
      realm: null,
      text: {
        ja: '「登録完了のお知らせ」が見つからないときは、Ｍｙピカラのログイン画面の【ユーザー名を忘れた場合】と【パスワードを忘れた場合】から、ユーザー名の確認とパスワードの再設定ができます。ログインできれば、インターネット接続IDとパスワードも見られます。',
        en: 'Where 「登録完了のお知らせ」 is lost, the sign-in page of Myピカラ tells the user name (【ユーザー名を忘れた場合】) and resets the password (【パスワードを忘れた場合】). Once signed in, the connection ID and password can be seen, too.',
      },
      url: home,
      help: [],
    },
    {
      what: 'user-name',
      realm: 'portal',
      text: {
        ja: 'Ｍｙピカラのログイン画面の【ユーザー名を忘れた場合】から問い合わせます。ご契約者の氏名（法人は法人名）、生年月日（個人のみ）、ピカラメールアドレスを入れ、選んだ通知先に5～10分ほどで届きます。',
        en: 'Ask on the sign-in page of Myピカラ, 【ユーザー名を忘れた場合】: the holder’s name, birth date (persons only) and Pikara mail address; the answer comes to the place you choose in 5 to 10 minutes.',
      },
      url: home,
      help: [],
    },
    {
      what: 'password',
      realm: 'portal',
      text: {
        ja: 'Ｍｙピカラのログイン画面の【パスワードを忘れた場合】から再設定します。5～10分ほどで届くリンクは、メールなら http://portal.pikara.jp 、SMSなら http://s.pikara.jp で始まります。それ以外のリンクは開かないでください。',
        en: 'Reset it on the sign-in page of Myピカラ, 【パスワードを忘れた場合】. The link that comes in 5 to 10 minutes begins with http://portal.pikara.jp (mail) or http://s.pikara.jp (SMS). Open no other.',
      },
      url: home,
      help: [],
    },
    {
      what: 'password',
      realm: 'mail',
      text: {
        ja: 'メールのパスワードがわからないときは、Ｍｙピカラの「電子メールアドレスの仮パスワード発行」で仮のパスワードを受け取れます。このプログラムは自動では行いません。',
        en: 'Where the mail password is unknown, Myピカラ issues a temporary one under 「電子メールアドレスの仮パスワード発行」. The program does not do that by itself.',
      },
      url: home,
      help: [],
    },
  ],
  limits: { refusedSignIns: { most: 3, hours: 24 } },
  // The manual prints no telephone number for this service.
  help: [],
  notices: {
    before: [
      {
        ja: 'Ｍｙピカラのパスワード、メールのパスワード、インターネット接続のパスワードは、3つとも別のものです。',
        en: 'The passwords of Myピカラ, of each mailbox and of the Internet connection are three different ones.',
      },
      {
        ja: 'スマートフォン版のＭｙピカラでは変更の手続きができません。このプログラムはパソコン版の画面を使います。',
        en: 'The smartphone site of Myピカラ has no changes. The program uses the PC site.',
      },
      {
        ja: '２要素認証を有効にしているときは、ログインの途中で認証コードをお尋ねします。届いたコードを見られるようにしておいてください。',
        en: 'Where two-factor sign-in is on, you are asked for a code on the way. Have the mail or phone at hand that receives it.',
      },
    ],
    after: [
      {
        ja: '新しいパスワードを「登録完了のお知らせ」に書き留めてください。',
        en: 'Write the new password on 「登録完了のお知らせ」.',
      },
    ],
  },
  source: { manual: 'Ｍｙピカラ 操作手順（共通編・ログイン編・インターネット編・光でんわ編、全18節）', confirmed: '2026-11-20' },
  inferred: [
    'source.confirmed: the manual prints no date; this is the day it was read',
    'domains: the manual prints no mail address; the form is that of the same company’s business service',
    'incoming, outgoing: the manual names no mail server; they come from the sheet or the person',
    'layouts: the manual names the sheet and what opens Myピカラ by it; its look is the sister service’s sheet of the same title',
    'layouts.mail.userNameFrom: where the sheet prints no mail login name, the whole address is taken',
    'changes of realm mail: section 8 is a title only; every page behind the sign-in is inferred, and no rule is stated (the program makes 8 letters and digits, as section 16 asks for Myピカラ)',
    'changes of realm mail with signIn mail: possible only where the option of section 17 was switched on; whether such a sign-in may change the password is not said',
    'changes of realm portal: of section 16 the manual shows the rule only; every page behind the sign-in is inferred',
    'changes: whether the site asks back before it changes (【次へ】, then 【設定する】, as its two-factor set-up does) is not shown; both ways are gone',
    'my-pikara/sign-in: that ログアウト stands on the top page of a member',
    'changes.limit, changes.effectSeconds: not stated',
    'limits.refusedSignIns: the manual does not say when the site or a mail server locks',
    'recoveries: the fields are named in section 14; that person and company are chosen by 個人名/法人名, and that the birth date is one field or three (年, 月, 日), is inferred. 【OK】 is taken for a script dialog',
    'instead.guide: the steps behind the sign-in are inferred, as the recipes are',
    'notices.after: follows from the paper holding the passwords',
  ],
  practice: false,
}
