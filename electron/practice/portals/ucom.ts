import { go, page, type Answer, type Portal, type Visit } from '../portal.ts'
import { errorBox, escapeHtml } from '../site-page.ts'
import { accountPages } from './ucom/account-pages.ts'
import { contractPasswordPages } from './ucom/contract-password.ts'
import { decoyPages } from './ucom/decoys.ts'
import { registrationPaper } from './ucom/paper.ts'
import { at, inside, isAdministrator, open, rows, type Contract } from './ucom/site.ts'

/** Which of the two boxes was used. */
type Door = 'contract' | 'account'

const doors = {
  contract: { title: 'お客様番号でログイン', name: 'お客様番号', password: 'お客様番号パスワード', path: at.contractSent },
  account: { title: 'アカウントIDでログイン', name: 'アカウントID', password: 'アカウントIDパスワード', path: at.accountSent },
} as const

const signInBox = (door: Door, error: string | null): string => {
  const { title, name, password, path } = doors[door]
  return `<div><h2>${title}</h2>${errorBox(error)}<form method="post" action="${path}" autocomplete="off">
<div class="field"><label for="${door}-name">${name}</label><input type="text" id="${door}-name" name="user" maxlength="64"></div>
<div class="field"><label for="${door}-pass">${password}</label><input type="password" id="${door}-pass" name="pass" maxlength="64"></div>
<p class="act"><button type="submit">ログイン</button></p></form></div>`
}

const signInPage = (said: { readonly door: Door; readonly error: string } | null): string =>
  open(
    'マイページ ログイン',
    `<div class="columns" style="grid-template-columns:1fr 1fr">${(['contract', 'account'] as const)
      .map((door) => signInBox(door, said?.door === door ? said.error : null))
      .join('')}</div>`,
  )

const takeSignIn =
  (door: Door) =>
  (visit: Visit): Answer => {
    visit.touch('ログイン', false)
    const user = visit.form.get('user') ?? ''
    const outcome = visit.signIn(user, visit.form.get('pass') ?? '', door)
    if (outcome === 'ok') return { kind: 'go', to: at.menu, signIn: user }
    const { name, password } = doors[door]
    const error =
      outcome === 'locked'
        ? `ログインの失敗が続いたため、この${name}は一時的にロックされています。しばらくたってからもう一度お試しください。`
        : `${name}または${password}が一致しません。`
    return page(signInPage({ door, error }))
  }

const change = (path: string): string => `　<a href="${path}">変更</a>`

function menuPage(visit: Visit, contract: Contract): string {
  const count = contract.registered.size
  if (!isAdministrator(visit, contract))
    return inside(
      visit,
      contract,
      'ユーザー管理',
      rows([
        ['アカウントID', escapeHtml(visit.user ?? '')],
        ['アカウントパスワード', '*****'],
        ['メールアドレス', escapeHtml(contract.addresses.get(visit.user ?? '') ?? '未登録')],
        ['アカウント権限種別', 'ユーザー権限'],
      ]),
    )
  return inside(
    visit,
    contract,
    'ご契約情報一覧',
    `<h2>ご契約基本情報</h2>${rows([
      ['ご契約タイプ', escapeHtml(contract.type)],
      ['お客様番号', escapeHtml(contract.number)],
      ['お客様番号パスワード', `*****${change(at.contractForm)}`],
    ])}<h2>オプションサービス</h2>${rows([
      ['メールサービス', `メールパック:${contract.bought.has('メールサービス') ? '購入済' : '未購入'}${change(at.mailService)}`],
      ['UCOM光 リモートサポート', `${contract.bought.has('UCOM光 リモートサポート') ? '購入済' : '未購入'}${change(at.support)}`],
    ])}<h2>アカウント登録状況</h2>${rows([
      ['アカウントID', `${count}個 / 6個（基本 6個）`],
      ['メールアカウント', `${contract.addresses.size}個 / 6個（基本 1個 + 5個）`],
    ])}`,
  )
}

const trouble: Portal['trouble'] = {
  maintenance: open(
    'メンテナンスのお知らせ',
    '<p>ただいまシステムメンテナンス中のため、マイページをご利用いただけません。しばらくたってからご利用ください。</p>',
  ),
  expired: open(
    'セッションの有効期限切れ',
    `<p class="error">一定時間操作がなかったため、セッションの有効期限が切れました。もう一度ログインしてください。</p><p><a href="${at.signIn}">ログイン画面へ</a></p>`,
  ),
  error: open('システムエラー', '<p class="error">システムエラーが発生しました。時間をおいてからもう一度お試しください。</p>'),
  missing: open('ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p>'),
}

const household = {
  company: '見本 太郎',
  postal: '東京都港区見本1-2-3 みほんマンション405',
  course: 'spaaqs光 マンションマルチタイプ',
  memberNumber: '90000000000000',
  realms: ['account', 'mail'],
  registered: '2015-02-16',
} as const

const people: Portal['people'] = [
  { ...household, kind: 'main', userName: 'mihon-t-001', address: 'taro.mihon@s2.spaaqs.example', personName: '見本 太郎' },
  { ...household, kind: 'extra', userName: 'mihon-t-0010', address: 'hanako.mihon@s2.spaaqs.example', personName: '見本 花子' },
]

const makeContract = (): Contract => ({
  number: household.memberNumber,
  type: household.course,
  registered: new Map([
    [
      'mihon-t-001',
      {
        familyName: '見本',
        givenName: '太郎',
        familyKana: 'ミホン',
        givenKana: 'タロウ',
        nickname: 'たろう',
        rights: '管理者権限',
      },
    ],
    [
      'mihon-t-0010',
      {
        familyName: '見本',
        givenName: '花子',
        familyKana: 'ミホン',
        givenKana: 'ハナコ',
        nickname: 'はなこ',
        rights: 'ユーザー権限',
      },
    ],
  ]),
  addresses: new Map(people.map(({ userName, address }) => [userName, address])),
  bought: new Set(),
  card: 'XXXX-XXXX-XXXX-0000',
  phone: '012-345-6789',
  pending: new Map(),
})

const doubled = (html: string): string => html.replace(/<button type="submit">(?:登録|変更)<\/button>/, '$&$&')

const rebuilt: Portal['rebuilt'] = [
  {
    fault: 'changed-menu',
    page: 'menu',
    edit: (html) =>
      html.replaceAll('>アカウントID管理<', '>利用者の管理<').replaceAll('>お客様番号パスワード変更<', '>セキュリティ設定<'),
  },
  { fault: 'changed-menu', page: 'list', edit: (html) => html.replace(/(<td><a href="[^"]*edit[^"]*">)[^<]+/g, '$1編集') },
  { fault: 'changed-heading', page: 'form', edit: (html) => html.replaceAll('アカウントID登録/変更', '利用者情報の編集') },
  {
    fault: 'changed-heading',
    page: 'contract-form',
    edit: (html) =>
      html
        .replaceAll('<h1>お客様番号パスワード変更', '<h1>会員情報の編集')
        .replaceAll('<title>お客様番号パスワード変更', '<title>会員情報の編集'),
  },
  // The confirmation is about another account than the one asked for.
  { fault: 'changed-heading', page: 'confirm', edit: (html) => html.replace('<td>mihon-t-001', '<td>mihon-t-002') },
  { fault: 'changed-label', page: 'form', edit: (html) => html.replace('>パスワード<', '>暗証番号<') },
  { fault: 'changed-label', page: 'contract-form', edit: (html) => html.replace('>新しいパスワード<', '>暗証番号<') },
  // What was typed has arrived as something else (Caps Lock, a script that re-cases).
  { fault: 'changed-label', page: 'confirm', edit: (html) => html.replace(/<td>[!-~]{3}\*{5}/, '<td>zzz*****') },
  { fault: 'changed-label', page: 'contract-confirm', edit: (html) => html.replace(/<td>[!-~]{3}\*{5}/, '<td>zzz*****') },
  { fault: 'changed-button', page: 'confirm', edit: (html) => html.replace('>登録</button>', '>申し込む</button>') },
  { fault: 'changed-button', page: 'contract-confirm', edit: (html) => html.replace('>変更</button>', '>申し込む</button>') },
  { fault: 'doubled-button', page: 'confirm', edit: doubled },
  { fault: 'doubled-button', page: 'contract-confirm', edit: doubled },
]

/** マイページ of UCOM光 / Spaaqs光 with a household of one contract and two account IDs: an administrator's and a user's. */
export function makePortal(): Portal {
  const contract = makeContract()
  return {
    provider: 'ucom',
    startPath: at.signIn,
    people,
    logins: [{ userName: contract.number, realms: ['contract'] }],
    pages: [
      { name: 'start', path: at.signIn, signedIn: false, get: () => page(signInPage(null)) },
      {
        name: 'sign-in-sent',
        path: at.contractSent,
        signedIn: false,
        get: () => go(at.signIn),
        post: takeSignIn('contract'),
      },
      { name: 'sign-in-sent', path: at.accountSent, signedIn: false, get: () => go(at.signIn), post: takeSignIn('account') },
      { name: 'menu', path: at.menu, signedIn: true, get: (visit) => page(menuPage(visit, contract)) },
      ...accountPages(contract),
      ...contractPasswordPages(contract),
      ...decoyPages(contract),
      {
        name: 'sign-out',
        path: at.signOut,
        signedIn: false,
        get: (visit) => (visit.touch('ログアウト', false), { kind: 'go', to: at.signIn, signOut: true }),
      },
    ],
    trouble,
    rebuilt,
    sheet: registrationPaper,
  }
}
