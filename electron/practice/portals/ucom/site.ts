import type { PracticeAccount } from '../../accounts.ts'
import type { Visit } from '../../portal.ts'
import { errorBox, escapeHtml, sitePage } from '../../site-page.ts'

// Pages, labels and their order: manual 「会員専用ツール マイページ 操作マニュアル 管理者画面編」. Its screenshots are only partly readable. Invented
// here: addresses below the first, the screen of user rights, every refusal's words but those the manual quotes, what decoys do.
export const at = {
  start: '/',
  signIn: '/mypage/login',
  contractSent: '/mypage/login/customer',
  accountSent: '/mypage/login/account',
  signOut: '/mypage/logout',
  menu: '/mypage/',
  accounts: '/mypage/account',
  form: '/mypage/account/edit',
  confirm: '/mypage/account/edit/confirm',
  commit: '/mypage/account/edit/regist',
  remove: '/mypage/account/delete',
  create: '/mypage/account/new',
  address: '/mypage/account/mail',
  options: '/mypage/account/option',
  security: '/mypage/account/security',
  contractForm: '/mypage/password',
  contractConfirm: '/mypage/password/confirm',
  contractCommit: '/mypage/password/regist',
  customer: '/mypage/customer',
  payment: '/mypage/payment',
  request: '/mypage/request',
  guide: '/mypage/guide',
  leave: '/mypage/leave',
  bills: '/mypage/bill',
  mailService: '/mypage/service/mail',
  support: '/mypage/service/remote-support',
  warranty: '/mypage/service/warranty',
  storage: '/mypage/service/storage',
} as const

export const brand = 'UCOM光 Spaaqs 会員専用ツール マイページ'

/** What the site knows of an account ID beside its password. */
export interface Registered {
  readonly familyName: string
  readonly givenName: string
  readonly familyKana: string
  readonly givenKana: string
  readonly nickname: string
  readonly rights: '管理者権限' | 'ユーザー権限'
}

/** The practice contract as it stands: all of it can be changed, so that touching a neighbour shows. */
export interface Contract {
  readonly number: string
  readonly type: string
  readonly registered: Map<string, Registered>
  readonly addresses: Map<string, string>
  /** Options bought, by name. */
  readonly bought: Set<string>
  card: string
  phone: string
  /** What 「次へ進む」 has taken and 「登録」 or 「変更」 will put in force, by who is signed in. */
  readonly pending: Map<string, Pending>
}

export interface Pending {
  readonly id: string
  /** Null: the field was left as it was. */
  readonly password: string | null
  readonly registered: Registered
}

/** Customer number and administrators reach every account; a user's own ID only itself. */
export const isAdministrator = ({ user }: Visit, contract: Contract): boolean =>
  user === contract.number || contract.registered.get(user ?? '')?.rights === '管理者権限'

/** The accounts whoever is signed in may see. */
export const accountsFor = (visit: Visit, contract: Contract): readonly PracticeAccount[] =>
  visit.accounts.accounts.filter(
    ({ userName }) => contract.registered.has(userName) && (isAdministrator(visit, contract) || userName === visit.user),
  )

const item = (href: string, text: string): string => `<li><a href="${href}">${escapeHtml(text)}</a></li>`
const group = (title: string, items: readonly string[]): string =>
  `<p><b>${escapeHtml(title)}</b></p><ul class="menu">${items.join('')}</ul>`

const administratorMenu = (): string =>
  [
    group('ご契約情報', [item(at.menu, 'ご契約情報一覧')]),
    group('各種お手続き', [
      item(at.customer, 'お客様情報変更'),
      item(at.contractForm, 'お客様番号パスワード変更'),
      item(at.payment, 'お支払い方法変更'),
      item(at.request, 'ご契約内容変更申請'),
      item(at.guide, 'ご利用ガイド・規約ご請求'),
      item(at.leave, 'ご解約'),
    ]),
    group('料金明細照会', [item(at.bills, '月額請求明細照会')]),
    group('オプションサービス', [
      item(at.mailService, 'メールサービス'),
      item(at.support, 'UCOM光 リモートサポート'),
      item(at.warranty, 'UCOM光 あんしん機器保証'),
      item(at.storage, 'オンラインストレージ＆フォトアルバム'),
    ]),
    group('アカウントIDオプション', [item(at.accounts, 'アカウントID管理'), item(at.options, 'アカウントIDオプション変更')]),
  ].join('')

const userMenu = (): string =>
  group('アカウントIDオプション', [
    item(at.menu, 'ユーザー管理'),
    item(at.accounts, 'アカウントID管理'),
    item(at.options, 'アカウントIDオプション変更'),
  ])

/** A page for whoever is signed in: contract and customer number above, the menu on the left. */
export function inside(visit: Visit, contract: Contract, title: string, body: string, error: string | null = null): string {
  const administrator = isAdministrator(visit, contract)
  const who = administrator
    ? `<p>ご契約タイプ　${escapeHtml(contract.type)}<br>お客様番号　${escapeHtml(contract.number)}</p>`
    : `<p>ご契約タイプ　${escapeHtml(contract.type)}</p>`
  return sitePage({
    title,
    brand,
    links: [['ログアウト', at.signOut]],
    body: `${who}<div class="columns" style="grid-template-columns:230px 1fr"><aside>${administrator ? administratorMenu() : userMenu()}</aside>
<div><h1>${escapeHtml(title)}</h1>${errorBox(error)}${body}</div></div>`,
  })
}

/** A page for anybody. */
export const open = (title: string, body: string): string =>
  sitePage({ title, brand, body: `<h1>${escapeHtml(title)}</h1>${body}` })

/** The first three characters, then asterisks: how the confirmation pages show a password. */
export const coveredPassword = (password: string): string =>
  `${escapeHtml(password.slice(0, 3))}${'*'.repeat(Math.max(5, password.length - 3))}`

export const coverRemark =
  '<br><small>※パスワードは入力された最初の3文字がそのまま表示され、以降はのぞき見防止のため&quot;*&quot;表示で伏せています。大文字/小文字等の入力間違い確認等にご利用ください。</small>'

/** Rows of a table whose values are HTML. */
export const rows = (facts: readonly (readonly [name: string, html: string])[]): string =>
  `<table class="facts"><tbody>${facts.map(([name, html]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${html}</td></tr>`).join('')}</tbody></table>`

export const usedBefore = 'セキュリティ上、過去に利用したパスワードはご利用いただけません。'

/** What keeps a new password from being taken: the manual states only that one used before is refused. */
export function refusedPassword(visit: Visit, whose: string, password: string): string | null {
  if (password === '') return '必須項目が入力されていません。'
  if (!/^[!-~]+$/.test(password)) return 'パスワードに使用できない文字が含まれています。'
  return visit.strike('rule-refused') || visit.accounts.everHad(whose, password) ? usedBefore : null
}
