import type { Provider, Words } from '../provider.ts'
import { completionNotice } from './layouts.ts'
import { changeMailPassword } from './recipes.ts'

const home = 'https://www.stnet.co.jp/net/oshigoto'
const weekdays: Words = { ja: '平日 9:00～17:00', en: 'weekdays 9:00–17:00' }
const callCentre = {
  name: { ja: 'STNet 特設コールセンター（臨時窓口・通話料無料）', en: 'STNet special call centre (temporary, free of charge)' },
  phone: '0800-777-2100',
  hours: { ja: '平日 9:00～18:00／土日祝 9:00～17:00', en: 'weekdays 9:00–18:00, weekends and holidays 9:00–17:00' },
} satisfies Provider['help'][number]
const inquiries = {
  name: { ja: 'お仕事ピカラ お問い合わせ先（通話料無料）', en: 'お仕事ピカラ inquiries (free of charge)' },
  phone: '0800-888-0450',
  hours: weekdays,
} satisfies Provider['help'][number]

/** Exactly eight characters, the first a letter. Nothing else is stated. */
const mailRule: Provider['changes'][number]['rule'] = {
  length: { min: 8, max: 8 },
  first: ['lower', 'upper'],
  kinds: 1,
  required: [],
  counts: [],
  symbols: { policy: 'not-stated' },
  differsFrom: [],
  without: [],
  generate: { length: 8, classes: ['digit', 'lower', 'upper'] },
}

/**
 * お仕事ピカラ of STNet, for companies. From STNet's page on changing mail passwords on お仕事ピカラオンラインサービス (ten steps with pictures), which
 * shows the paper, the member site and the rule.
 */
export const oshigotoPikara: Provider = {
  id: 'oshigoto-pikara',
  edition: '2026-11-20.1',
  name: { ja: 'お仕事ピカラ（STNet）', en: 'お仕事ピカラ (STNet, business)' },
  domains: ['{net}.pikara.ne.jp'],
  incoming: [{ protocol: 'pop3', host: 'pop{net}.pikara.ne.jp' }],
  outgoing: [{ protocol: 'smtp', host: 'smt{net}.pikara.ne.jp' }],
  passwords: [
    {
      id: 'mail',
      name: { ja: '電子メールのパスワード', en: '電子メールのパスワード (mail password)' },
      realms: ['mail'],
    },
    {
      id: 'online',
      name: { ja: 'オンラインサービスのパスワード', en: 'オンラインサービスのパスワード (member site password)' },
      realms: ['portal'],
    },
    { id: 'connection', name: { ja: 'PPPoEパスワード', en: 'PPPoEパスワード (connection password)' }, realms: ['connection'] },
  ],
  layouts: [completionNotice],
  changes: [
    {
      realm: 'mail',
      title: { ja: 'メール用パスワードの変更', en: 'メール変更 (change of the mail password)' },
      signIn: 'portal',
      startUrl: home,
      alsoAt: [],
      recipe: changeMailPassword,
      rule: mailRule,
      proof: 'mail',
      proofRecipe: null,
      // One change a day: a wrong old password, noticed only on the site, could cost the day.
      proveOldFirst: true,
      effectSeconds: 10,
      limit: { most: 1, hours: 24 },
      notices: {
        before: [
          {
            ja: '変更できるのは、1つのメールアドレスにつき1日1回だけです。始める前に、新しいパスワードの決まりと今のパスワードを確かめます。',
            en: 'Each address can be changed once a day only. The rule and the present password are checked before the try is spent.',
          },
        ],
        after: [
          {
            ja: '完了画面には新しいパスワードがそのまま表示されます。印刷やメモは、ほかの人の目に触れないところに保管してください。',
            en: 'The page of completion shows the new password in clear. Keep prints and notes of it where nobody else sees them.',
          },
        ],
      },
    },
  ],
  instead: [
    {
      realm: 'mail',
      text: {
        ja: 'お仕事ピカラオンラインサービスで、「ご契約情報変更」から「メール変更」に進むと、ご自分でメール用パスワードを変更できます。「お申し込み」を押すまでは何も変わりません。',
        en: 'On お仕事ピカラオンラインサービス you can change the mail password yourself: 「ご契約情報変更」, then 「メール変更」. Nothing changes before 「お申し込み」.',
      },
      url: home,
      guide: [
        {
          say: {
            ja: '「ご利用中のお客さま」を押し、次の画面で『お仕事ピカラオンラインサービス』を押してください。',
            en: 'Press 「ご利用中のお客さま」, then 『お仕事ピカラオンラインサービス』 on the next page.',
          },
          give: null,
        },
        {
          say: {
            ja: '「ユーザー名」に、登録完了のお知らせの「オンラインサービス」のユーザー名を入れてください。',
            en: 'Enter the user name of 「オンラインサービス」 in 「ユーザー名」.',
          },
          give: 'loginName',
        },
        {
          say: {
            ja: '「パスワード」に、同じ欄の（電子メールではなく「オンラインサービス」の）パスワードを入れ、「ログイン」を押してください。',
            en: 'Enter the password of 「オンラインサービス」 (not that of the mailbox) in 「パスワード」 and press 「ログイン」.',
          },
          give: 'loginPassword',
        },
        {
          say: {
            ja: '「ご契約情報変更」を押し、「メール変更」に印を入れて、「次へ」を押してください。',
            en: 'Press 「ご契約情報変更」, tick 「メール変更」 and press 「次へ」.',
          },
          give: null,
        },
        {
          say: {
            ja: '画面のいちばん下の「ご契約メールアドレス」の一覧で、このメールアドレスの行を探し、パスワードの「設定」を押してください。「削除」や容量・保存期間には触れないでください。',
            en: 'In the list 「ご契約メールアドレス」 at the bottom find this address and press 「設定」 at its パスワード. Leave 「削除」, sizes and storage periods alone.',
          },
          give: 'address',
        },
        {
          say: {
            ja: '古いパスワードの欄に、今のメールのパスワードを入れてください。',
            en: 'Enter the present mail password as the old one.',
          },
          give: 'currentPassword',
        },
        {
          say: {
            ja: '新しいパスワードを2か所に入れ、「設定する」を押してください。',
            en: 'Enter the new password in both places and press 「設定する」.',
          },
          give: 'newPassword',
        },
        {
          say: {
            ja: '一覧に戻ったら、同じ行のパスワードの右にある「変更」を押してください。下の保存期間の「変更」ではありません。',
            en: 'Back in the list press 「変更」 to the right of the password of that row, not the one below the storage periods.',
          },
          give: null,
        },
        {
          say: {
            ja: '「変更確認画面」で、メールアドレスが合っていて、ほかの項目が変わっていないことを確かめ、「お申し込み」を押してください。',
            en: 'On 「変更確認画面」 make sure that the address is right and nothing else has changed, and press 「お申し込み」.',
          },
          give: null,
        },
      ],
      rule: mailRule,
    },
    {
      realm: 'portal',
      text: {
        ja: 'オンラインサービスのパスワードの変更方法は、手元の案内に書かれていません。メールの利用には関係がないので、このプログラムは変更しません。変更したいときは、お仕事ピカラのお問い合わせ先（0800-888-0450）にお尋ねください。',
        en: 'The manual does not say how the password of オンラインサービス is changed. Mail does not need it, so this program leaves it alone; ask お仕事ピカラ (0800-888-0450).',
      },
      url: home,
      guide: [],
      rule: null,
    },
    {
      realm: 'connection',
      text: {
        ja: 'PPPoEパスワードはインターネット接続（ルーター）用です。変更すると接続が切れることがあるため、このプログラムは変更しません。',
        en: 'The PPPoEパスワード is for the Internet connection (router). Changing it can cut the line, so this program does not.',
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
        ja: '「登録完了のお知らせ」がお手元にないときは、STNet 特設コールセンター（臨時窓口）0800-777-2100 にお問い合わせください。',
        en: 'Where the 登録完了のお知らせ is not at hand, call STNet’s special call centre, 0800-777-2100.',
      },
      url: null,
      help: [callCentre],
    },
    {
      what: 'user-name',
      realm: 'portal',
      text: {
        ja: 'オンラインサービスのユーザー名は「登録完了のお知らせ」の「オンラインサービス」の欄にあります。見つからないときは、STNet 特設コールセンター（0800-777-2100）にお問い合わせください。',
        en: 'The user name of オンラインサービス stands on the 登録完了のお知らせ. Where it cannot be found, call 0800-777-2100.',
      },
      url: null,
      help: [callCentre],
    },
    {
      what: 'password',
      realm: 'portal',
      text: {
        ja: '「登録完了のお知らせ」のオンラインサービスのパスワードは初期のものです。あとで変えた場合は、変えたあとのパスワードが必要です。分からないときは、STNet 特設コールセンター（0800-777-2100）にお問い合わせください。',
        en: 'The paper holds the first password of オンラインサービス. If it was changed since, the changed one is needed; where it is not known, call 0800-777-2100.',
      },
      url: null,
      help: [callCentre],
    },
    {
      what: 'password',
      realm: 'mail',
      text: {
        ja: 'メールのパスワードの変更には、今のメールのパスワードも要ります。分からないときは、STNet 特設コールセンター（0800-777-2100）にお問い合わせください。',
        en: 'The change asks for the present mail password, too. Where it is not known, call 0800-777-2100.',
      },
      url: null,
      help: [callCentre],
    },
  ],
  limits: { refusedSignIns: { most: 3, hours: 24 } },
  help: [callCentre, inquiries],
  notices: {
    before: [
      {
        ja: '「登録完了のお知らせ」にはパスワードが3種類あります。会員ページには「オンラインサービス」のもの、変更するのは「電子メール」のものです。PPPoE（接続）のものは使いません。',
        en: 'The 登録完了のお知らせ holds three kinds of passwords: that of オンラインサービス opens the site, that of 電子メール is changed, that of PPPoE is not used.',
      },
      {
        ja: '会員ページでは、そのメールアドレスの「パスワード」だけを変更します。削除・BOX容量・保存期間・迷惑メール振分けには触れません。',
        en: 'On the site only the password of that address is changed. Deleting, mailbox size, storage period and spam options are left alone.',
      },
      {
        ja: 'メールアドレスが複数あるときは、1つずつ同じ手順を繰り返します。',
        en: 'With several addresses the same steps are repeated one by one.',
      },
    ],
    after: [
      {
        ja: '新しいパスワードは、メールソフトの設定やWebメールのログインに使います。「登録完了のお知らせ」に書き留めてください。',
        en: 'The new password is for mail programs and Webメール. Write it on the 登録完了のお知らせ.',
      },
      {
        ja: 'ほかのパソコンやスマートフォン、複合機などで同じメールアドレスをお使いのときは、そちらのパスワードも変更してください。',
        en: 'Where the same address is used on other PCs, phones or copiers, change the password there, too.',
      },
    ],
  },
  source: {
    manual: 'STNet「お仕事ピカラオンラインサービス」メール用パスワードの変更手順（10画面）',
    confirmed: '2026-11-20',
  },
  inferred: [
    'source.confirmed: the manual bears no date; the day it was read for this catalogue',
    'domains, incoming, outgoing: the paper’s sample shows popca/smtca with …@o△.pikara.ne.jp, other pages …@md. and …@ca.; that the servers bear the label of the address is likely and not stated. The paper’s own servers win',
    'ports and connection security: the manual names none',
    'mail login name: the paper prints none; the page of completion calls the address メールアドレス(アカウント名)',
    'changes.rule: which characters beyond letters and digits are taken, and whether small and capital letters differ, is not stated',
    'changes.limit: 「1日1回のみ」 stands beside each 変更; whether a calendar day or 24 hours is meant is not stated. 24 hours are waited: right under both',
    'changes.effectSeconds: 「すぐにご利用いただけます」',
    'changes.recipe: labels of the page behind 設定 are told in a sentence only; that it may be a window of its own; rows of several addresses',
    'faults: the manual shows no page of refusal',
    'limits.refusedSignIns: when the site or the mail servers lock is not stated',
    'lost (user name, password): the manual sends to the call centre for a lost paper; the same is said for what stands on it',
    'instead.portal: the manual does not describe a change of the member site’s own password',
    'notices.after (other devices): follows from one password for all mail programs',
  ],
  practice: false,
}
