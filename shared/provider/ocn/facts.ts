import type { Provider, Words } from '../provider.ts'
import { usageGuide } from './layouts.ts'
import { changePassword, signInOnly } from './recipes.ts'

const routerBefore: Words = {
  ja: '認証パスワードは、カスタマサポートデスクへのログインとインターネット接続（ルーターなど）の両方に使うパスワードです。変更すると、ルーターに設定したパスワードも変えるまでインターネットにつながらなくなることがあります。ルーターの設定画面に入れることを、先に確かめてください。',
  en: 'The 認証パスワード opens the support desk and the Internet connection (the router). After the change the router may fail to connect until the new one is set there, too. Make sure beforehand that you can get into the router’s settings.',
}
const routerAfter: Words = {
  ja: 'ルーターなど、インターネット接続に使う機器の認証パスワード（接続パスワード）を、新しいものに必ず変更してください。機器がいくつかあるときは、すべて変更します。',
  en: 'Set the new 認証パスワード in the router and in every other device that connects to the Internet with it.',
}

/**
 * OCN for business (NTT Communications), カスタマサポートデスク. From 「カスタマサポートデスク操作マニュアル 1.0版」 of 2024年3月1日, which shows the sign-in,
 * the change of the 認証パスワード, and the forms that must never be used in its place.
 */
export const ocn: Provider = {
  id: 'ocn',
  edition: '2024-03-01.1',
  name: { ja: 'OCN（法人向け／OCN for business）', en: 'OCN for business' },
  domains: ['*.ocn.ne.jp'],
  // The manual names no mail server: they come from the sheet or the person.
  incoming: [],
  outgoing: [],
  passwords: [
    {
      id: 'authentication',
      name: { ja: '認証パスワード', en: '認証パスワード (authentication password)' },
      realms: ['portal', 'connection'],
    },
    { id: 'mail', name: { ja: 'メールパスワード', en: 'メールパスワード (mail password)' }, realms: ['mail'] },
  ],
  layouts: [usageGuide],
  changes: [
    {
      realm: 'portal',
      title: { ja: '認証パスワードの変更', en: '認証パスワード変更 (change of the authentication password)' },
      signIn: 'portal',
      startUrl: 'https://ntt.com/',
      alsoAt: [],
      recipe: changePassword,
      rule: {
        length: { min: 6, max: 8 },
        first: null,
        kinds: 1,
        required: [],
        counts: [
          { of: ['lower', 'upper'], atLeast: 2 },
          { of: ['digit', 'symbol'], atLeast: 1 },
        ],
        symbols: { policy: 'listed', characters: "!$%&'()*+,-./;<=>?[]^_{}`~" },
        differsFrom: [],
        without: [],
        generate: { length: 8, classes: ['digit', 'lower', 'upper'] },
      },
      proof: 'portal',
      proofRecipe: signInOnly,
      proveOldFirst: false,
      effectSeconds: 300,
      limit: { most: 1, hours: 1 },
      notices: {
        before: [
          routerBefore,
          {
            ja: '新しい認証パスワードが有効になるまで、最大5分ほどかかります。そのあと約1時間は、もう一度変更することができません。',
            en: 'It may take up to 5 minutes until the new 認証パスワード works. For about an hour after that it cannot be changed again.',
          },
          {
            ja: 'メールのパスワードは変わりません。メールソフトの設定もそのままです。',
            en: 'The mail password stays as it is, and so do the settings of the mail program.',
          },
        ],
        after: [
          routerAfter,
          {
            ja: '新しい認証パスワードを、「ご利用内容のご案内」の認証パスワード欄に必ず書き留めてください。',
            en: 'Write the new 認証パスワード into its place on 「ご利用内容のご案内」.',
          },
        ],
      },
    },
  ],
  instead: [
    {
      realm: 'mail',
      text: {
        ja: 'メールパスワードは、カスタマサポートデスクでは変更できません。法人向けOCNのページ「OCNメールアドレスに関する各種手続き」からお手続きください。「メールアカウントおよびウイルスチェック」は、メールアドレスそのものが変わってしまう手続きです。代わりに使わないでください。',
        en: 'The support desk cannot change the mail password. Use the page 「OCNメールアドレスに関する各種手続き」 of 法人向けOCN. Do not use 「メールアカウントおよびウイルスチェック」 instead: that changes the mail address itself.',
      },
      // The manual names the page and gives no address for it.
      url: null,
      guide: [
        {
          say: {
            ja: 'ブラウザーで「OCNメールアドレスに関する各種手続き 法人向けOCN」を検索し、アドレスが ntt.com のページを開いてください。',
            en: 'Search for 「OCNメールアドレスに関する各種手続き 法人向けOCN」 and open the page whose address is at ntt.com.',
          },
          give: null,
        },
        {
          say: {
            ja: 'そのページで「メールパスワードの変更」にあたる手続きを選んでください。料金のかかる申込み、メールアドレスの変更・追加・削除、解約は選ばないでください。',
            en: 'Choose the procedure that changes the mail password. Choose nothing that costs money, changes, adds or deletes an address, or ends the contract.',
          },
          give: null,
        },
        {
          say: {
            ja: 'メールアドレスをたずねられたら、これを入力してください。ほかのメールアドレスになっていないか確かめてください。',
            en: 'Where the mail address is asked for, enter this one. Make sure that it is not another one.',
          },
          give: 'address',
        },
        {
          say: {
            ja: '現在のメールパスワードをたずねられたら、これを入力してください（認証パスワードではありません）。',
            en: 'Where the present mail password is asked for, enter this one (not the 認証パスワード).',
          },
          give: 'currentPassword',
        },
        {
          say: {
            ja: '新しいメールパスワードとして、これを入力してください。確認用の欄にも同じものを入力し、手続きを最後まで進めてください。',
            en: 'Enter this as the new mail password, once more where it is asked for again, and finish the procedure.',
          },
          give: 'newPassword',
        },
      ],
      rule: null,
    },
  ],
  recoveries: [],
  lost: [
    {
      what: 'sheet',
      realm: null,
      text: {
        ja: '「ご利用内容のご案内」は、開通のときにOCNから届いた書類です。見つからないときは、ご契約の窓口（NTTコミュニケーションズの営業担当者）に再発行をご相談ください。ログインできるときは、カスタマサポートデスクの左のメニュー「お電話での問い合わせ」の「各種手続き・申し込み方法について」で連絡先がわかります。',
        en: '「ご利用内容のご案内」 came from OCN when the line was opened. Where it is lost, ask your contact at NTT Communications for another. If you can sign in, 「お電話での問い合わせ」→「各種手続き・申し込み方法について」 in the support desk’s left menu tells whom to call.',
      },
      url: null,
      help: [],
    },
    {
      what: 'user-name',
      realm: 'portal',
      text: {
        ja: '認証IDは「ご利用内容のご案内」の「認証ID」欄に書いてあります（@の左側を入力し、右側は一覧から選びます）。メールアドレスとは別のものです。',
        en: 'The 認証ID stands on 「ご利用内容のご案内」 (type what is left of the @, choose what is right of it). It is not the mail address.',
      },
      url: null,
      help: [],
    },
    {
      what: 'password',
      realm: 'portal',
      text: {
        ja: '認証パスワードは「ご利用内容のご案内」の「認証パスワード」欄に書いてあります。あとから変更したときは、変更後のものだけが使えます。ルーターに設定したものと同じです。わからないときは、ご契約の窓口にご相談ください。',
        en: 'The 認証パスワード stands on 「ご利用内容のご案内」. Once changed, only the later one works; the router holds the same one. Where it is lost, ask your contact at NTT Communications.',
      },
      url: null,
      help: [],
    },
  ],
  limits: { refusedSignIns: { most: 3, hours: 24 } },
  // The manual prints no telephone number: they stand behind 「お電話での問い合わせ」 on the desk itself.
  help: [],
  notices: {
    before: [
      {
        ja: 'OCNには、認証パスワード（ログインとインターネット接続用）とメールパスワード（メールアドレスごと）があります。別のパスワードです。取り違えないでください。',
        en: 'OCN has a 認証パスワード (for sign-in and Internet connection) and a メールパスワード for each address. They are different passwords.',
      },
      {
        ja: 'カスタマサポートデスクでは「認証パスワード変更」だけを使います。メールアカウントの変更・追加・削除、ウイルスチェック、お支払い、廃止申込には触れません。',
        en: 'On the support desk only 「認証パスワード変更」 is used. Mail accounts, virus check, payment and termination are left alone.',
      },
    ],
    after: [],
  },
  source: {
    manual: 'NTTコミュニケーションズ カスタマサポートデスク操作マニュアル 1.0版（2024年3月1日）',
    confirmed: '2024-03-01',
  },
  inferred: [
    'changes.startUrl: the manual links the sign-in page as ntt.com and prints no path; another start page can be given',
    'changes.recipe, STEP3: the manual names the page 完了 and does not show it; any plain word of completion is taken, the live sign-in proves',
    'changes.recipe.faults: the words of refusals are not in the manual',
    "changes.rule.symbols: of the list ！\\$%&'()*+,-./;<=>?[]^_{}`~ the backslash is taken for an escape of the $ and the full-width ！ for !",
    'changes.limit: 約1時間 is taken for one hour',
    'incoming, outgoing: the manual names no mail server',
    'layouts: the manual names the sheet, 認証ID and 認証パスワード; the rest of the sheet is not shown',
    'layouts, mail login name: the whole address where the sheet prints none',
    'instead.mail.guide: the manual names the page 「OCNメールアドレスに関する各種手続き」 and shows nothing of it; its address and rule are unknown',
    'lost, help: the manual prints no telephone number and no way to get the sheet or a password again',
    'limits.refusedSignIns: the manual does not say when the desk locks',
    'notices on the router: the manual says a change of the password in network devices may be needed, without naming them',
  ],
  practice: false,
}
