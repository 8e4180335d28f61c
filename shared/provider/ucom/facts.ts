import type { PasswordRule } from '../../mail/password-rule.ts'
import type { Provider } from '../provider.ts'
import { registration } from './layouts.ts'
import { changeAccountAsAccount, changeAccountAsContract, changeContract, signInAsContract } from './recipes.ts'

/** The manual states neither length nor characters, only that a password used before is refused. Its pictures show one of eight characters. */
const rule: PasswordRule = {
  length: { min: 1, max: null },
  first: null,
  kinds: 1,
  required: [],
  counts: [],
  symbols: { policy: 'not-stated' },
  differsFrom: ['used-before'],
  without: [],
  generate: { length: 8, classes: ['digit', 'lower', 'upper'] },
}

type Change = Provider['changes'][number]

const site: Pick<Change, 'startUrl' | 'alsoAt' | 'rule' | 'proveOldFirst' | 'effectSeconds' | 'limit'> = {
  startUrl: 'https://mypage.ucom.ne.jp/',
  alsoAt: [{ domains: ['spaaqs.ne.jp', '*.spaaqs.ne.jp'], startUrl: 'https://mypage.spaaqs.ne.jp/' }],
  rule,
  proveOldFirst: false,
  effectSeconds: 10,
  limit: null,
}

const accountNotices: Change['notices'] = {
  before: [
    {
      ja: 'アカウントIDパスワードは、マイページへのログインと、そのアカウントIDで取得したメールの送受信の両方に使うパスワードです。変更すると両方が新しいパスワードになります。',
      en: 'The アカウントIDパスワード opens マイページ and the mailbox taken with that account ID. After the change both take the new one.',
    },
    {
      ja: 'アカウントIDの登録情報のうち、パスワードだけを変更します。氏名・ユーザーネーム・権限種別には触れません。アカウントIDの文字列は変更できません。',
      en: 'Of what is registered for the account ID only the password is changed; names and rights are left as they are. The ID itself can never be changed.',
    },
    {
      ja: '他社のメールアドレス（携帯電話やフリーメールなど）を登録しているアカウントIDでは、そのメールのパスワードは変わりません。',
      en: 'Where another company’s address is registered for the account ID, the password of that mailbox does not change.',
    },
  ],
  after: [
    {
      ja: '新しいアカウントIDパスワードを、アカウントIDの控えに必ず書き留めてください。',
      en: 'Write the new アカウントIDパスワード down with your account ID.',
    },
    {
      ja: 'ほかのパソコンやスマートフォンで同じメールアドレスをお使いのときは、そちらのパスワードも変更してください。',
      en: 'Where the same address is used on other PCs or phones, change the password there, too.',
    },
  ],
}

const changes: Provider['changes'] = [
  {
    ...site,
    realm: 'account',
    title: {
      ja: 'アカウントIDパスワード（メールのパスワード）の変更',
      en: 'Change of the アカウントIDパスワード (the mail password)',
    },
    signIn: 'contract',
    recipe: changeAccountAsContract,
    proof: 'mail',
    proofRecipe: null,
    notices: accountNotices,
  },
  {
    ...site,
    realm: 'account',
    title: {
      ja: 'アカウントIDパスワード（メールのパスワード）の変更（アカウントIDでログイン）',
      en: 'Change of the アカウントIDパスワード (the mail password), signed in with the account ID',
    },
    signIn: 'account',
    recipe: changeAccountAsAccount,
    proof: 'mail',
    proofRecipe: null,
    notices: accountNotices,
  },
  {
    ...site,
    realm: 'contract',
    title: { ja: 'お客様番号パスワードの変更', en: 'Change of the お客様番号パスワード (password of the customer number)' },
    signIn: 'contract',
    recipe: changeContract,
    proof: 'portal',
    proofRecipe: signInAsContract,
    notices: {
      before: [
        {
          ja: 'お客様番号パスワードは、マイページなどにお客様番号でログインするためのパスワードです。変更しても、メールのパスワードは変わりません。',
          en: 'The お客様番号パスワード opens マイページ and its sister sites with the customer number. Mail passwords do not change with it.',
        },
      ],
      after: [
        {
          ja: '新しいお客様番号パスワードを、登録証に必ず書き留めてください。料金明細照会などの専用ページでも、新しいパスワードを使います。',
          en: 'Write the new お客様番号パスワード on the 登録証. The pages for bills and the like take the new one, too.',
        },
      ],
    },
  },
]

/** Without a recipe that still fits, the same by hand: the person's way through the same pages. */
const instead: Provider['instead'] = [
  {
    realm: 'portal',
    text: {
      ja: 'マイページには、お客様番号（お客様番号パスワード）とアカウントID（アカウントIDパスワード）の2通りのログインがあります。どちらのパスワードを変更するかを選んでください（--change account または --change contract）。',
      en: 'マイページ has two sign-ins: the customer number and the account ID, each with its own password. Say which one shall be changed (--change account or --change contract).',
    },
    url: null,
    guide: [],
    rule: null,
  },
  {
    realm: 'account',
    text: {
      ja: 'マイページの「アカウントID管理」で、そのアカウントIDのパスワードを変更します。',
      en: 'The password of an account ID is changed on マイページ under 「アカウントID管理」.',
    },
    url: 'https://mypage.ucom.ne.jp/',
    guide: [
      {
        say: {
          ja: 'マイページの「お客様番号でログイン」欄に、登録証のお客様番号を入力します。',
          en: 'On マイページ type the customer number of the 登録証 into the box 「お客様番号でログイン」.',
        },
        give: 'loginName',
      },
      {
        say: {
          ja: '同じ欄にお客様番号パスワードを入力し、「ログイン」をクリックします。',
          en: 'Type the お客様番号パスワード into the same box and click 「ログイン」.',
        },
        give: 'loginPassword',
      },
      {
        say: {
          ja: '左のメニュー「アカウントIDオプション」の「アカウントID管理」をクリックし、変更するアカウントIDをクリックします。「削除」には触れないでください。',
          en: 'In the menu on the left choose 「アカウントID管理」, then click the account ID itself. Do not touch 「削除」.',
        },
        give: null,
      },
      {
        say: {
          ja: '「パスワード」欄だけを新しいパスワードに書き換え、「次へ進む」をクリックします。',
          en: 'Put the new password into 「パスワード」, change nothing else, and click 「次へ進む」.',
        },
        give: 'newPassword',
      },
      {
        say: {
          ja: '確認画面のアカウントIDと、パスワードの最初の3文字が正しいことを確かめて、「登録」をクリックします。',
          en: 'Check the account ID and the first three characters of the password, then click 「登録」.',
        },
        give: null,
      },
    ],
    rule,
  },
  {
    realm: 'contract',
    text: {
      ja: 'マイページの「お客様番号パスワード変更」で変更します。',
      en: 'It is changed on マイページ under 「お客様番号パスワード変更」.',
    },
    url: 'https://mypage.ucom.ne.jp/',
    guide: [
      {
        say: {
          ja: 'マイページの「お客様番号でログイン」欄に、登録証のお客様番号を入力します。',
          en: 'On マイページ type the customer number of the 登録証 into the box 「お客様番号でログイン」.',
        },
        give: 'loginName',
      },
      {
        say: {
          ja: '同じ欄にお客様番号パスワードを入力し、「ログイン」をクリックします。',
          en: 'Type the お客様番号パスワード into the same box and click 「ログイン」.',
        },
        give: 'loginPassword',
      },
      {
        say: {
          ja: '左のメニュー「各種お手続き」の「お客様番号パスワード変更」をクリックし、新しいパスワードを入力して「次へ進む」をクリックします。',
          en: 'In the menu on the left choose 「お客様番号パスワード変更」, type the new password and click 「次へ進む」.',
        },
        give: 'newPassword',
      },
      {
        say: {
          ja: '確認画面でパスワードの最初の3文字を確かめて、「変更」をクリックします。',
          en: 'Check the first three characters of the password, then click 「変更」.',
        },
        give: null,
      },
    ],
    rule,
  },
]

const lost: Provider['lost'] = [
  {
    what: 'sheet',
    realm: null,
    text: {
      ja: '登録証が見つからないときは、ご契約者様からインフォメーションセンターにお電話で再発行についてお問い合わせください（電話番号はマイページの説明書に記載がないため、お手元の請求書などでご確認ください）。',
      en: 'Where the 登録証 is lost, the holder of the contract calls the インフォメーションセンター (the manual does not print its number; look on a bill).',
    },
    url: null,
    help: [],
  },
  {
    what: 'user-name',
    realm: 'account',
    text: {
      ja: 'アカウントIDがわからないときは、マイページにお客様番号でログインし、「アカウントID管理」で確認できます。',
      en: 'Forgotten account IDs are listed on マイページ under 「アカウントID管理」, signed in with the customer number.',
    },
    url: 'https://mypage.ucom.ne.jp/',
    help: [],
  },
  {
    what: 'password',
    realm: 'account',
    text: {
      ja: 'アカウントIDパスワードがわからないときも、お客様番号でログインすれば、古いパスワードなしで新しいパスワードを設定できます。',
      en: 'A forgotten アカウントIDパスワード needs no recovery: signed in with the customer number a new one is set without the old.',
    },
    url: 'https://mypage.ucom.ne.jp/',
    help: [],
  },
  {
    what: 'password',
    realm: 'contract',
    text: {
      ja: 'お客様番号パスワードは登録証に記載されています。変更後のものがわからないときは、管理者権限のアカウントIDでログインするか、ご契約者様からインフォメーションセンターにお問い合わせください。',
      en: 'The お客様番号パスワード stands on the 登録証. Where it was changed and forgotten, sign in with an administrator’s account ID or call the インフォメーションセンター.',
    },
    url: null,
    help: [],
  },
]

/**
 * UCOM光 レジデンス and Spaaqs光 of ARTERIA Networks, from the members' manual 「会員専用ツール マイページ 操作マニュアル 管理者画面編」. The manual is not
 * dated; the latest day it speaks of is 16 February 2015.
 */
export const ucom: Provider = {
  id: 'ucom',
  edition: '2015-02-16.2',
  name: { ja: 'UCOM光 レジデンス／Spaaqs光', en: 'UCOM光 レジデンス / Spaaqs光' },
  domains: ['spaaqs.ne.jp', '*.spaaqs.ne.jp', 'ucom.ne.jp', '*.ucom.ne.jp'],
  incoming: [],
  outgoing: [],
  passwords: [
    {
      id: 'account',
      name: { ja: 'アカウントIDパスワード', en: 'アカウントIDパスワード (password of the account ID)' },
      realms: ['account', 'mail'],
    },
    {
      id: 'contract',
      name: { ja: 'お客様番号パスワード', en: 'お客様番号パスワード (password of the customer number)' },
      realms: ['contract'],
    },
  ],
  layouts: [registration],
  changes,
  instead,
  recoveries: [],
  lost,
  limits: { refusedSignIns: { most: 3, hours: 24 } },
  help: [],
  notices: {
    before: [
      {
        ja: 'マイページには、購入・解約・削除・お支払い方法（カード）など、料金のかかる項目や元に戻せない項目が並んでいます。このプログラムはそのどれにも触れません。',
        en: 'マイページ holds items that cost money or cannot be undone (purchase, termination, deletion, cards). This program touches none of them.',
      },
      {
        ja: '過去に使ったパスワードは使えません。',
        en: 'A password that was used before is refused.',
      },
      {
        ja: '受信・送信メールサーバーの名前はマイページの説明書にありません。お手元の用紙か、今お使いのメールソフトの設定から使います。',
        en: 'The manual names no mail servers: they come from your paper or from the settings of your mail program.',
      },
    ],
    after: [],
  },
  source: {
    manual: '会員専用ツール マイページ 操作マニュアル 管理者画面編（アルテリア・ネットワークス）',
    confirmed: '2015-02-16',
  },
  inferred: [
    'source.confirmed: the manual is not dated; this is the latest day it speaks of',
    'domains: the manual shows addresses of s2.spaaqs.ne.jp only; other hosts of spaaqs.ne.jp and ucom.ne.jp follow from the names of the two sites',
    'incoming, outgoing: the manual names no mail server; sheet, mail program or person do',
    'rule: neither length nor characters are stated; the generated length of eight is that of the manual’s own example (abc*****)',
    'changes (signIn account): the screen 「ユーザー管理」 of user rights is named, not shown; the recipe runs attended',
    'changes: whether a form wants the new password twice is not told; both are provided for',
    'changes.limit: the manual states none',
    'changes.effectSeconds: the manual does not say how soon site and mail servers follow',
    'limits.refusedSignIns: the manual does not say when site or mail servers lock',
    'help: the manual prints no number of the インフォメーションセンター; that of リモートサポート stands on its pictures in two readings and is for its subscribers only',
    'lost (登録証, お客様番号パスワード): the manual does not tell how they are issued again',
    'layout: the 登録証 itself is not shown; its labels are those the manual uses of it, mail servers those usual on such papers',
    'notices.after (other devices): follows from one password for all mail programs',
  ],
  practice: false,
}
