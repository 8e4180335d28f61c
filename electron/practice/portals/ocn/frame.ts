import { escapeHtml, sitePage } from '../../site-page.ts'

/** Where the practice desk's pages are. The manual prints no address below the sign-in: all of these are made up. */
export const at = {
  signIn: '/desk/login',
  sent: '/desk/auth',
  signOut: '/desk/logout',
  usage: '/desk/usage',
  form: '/desk/password',
  confirm: '/desk/password/confirm',
  commit: '/desk/password/register',
  card: '/desk/payment',
  bill: '/desk/bill-address',
  debit: '/desk/debit-notice',
  contact: '/desk/contact',
  mail: '/desk/mail',
  mailChange: '/desk/mail/change',
  mailAdd: '/desk/mail/add',
  mailDelete: '/desk/mail/delete',
  mailCheck: '/desk/mail/check',
  mailRegister: '/desk/mail/register',
  end: '/desk/end',
  endCheck: '/desk/end/check',
  endApply: '/desk/end/apply',
  phone: '/desk/phone',
  mailProcedures: '/mail-procedures/',
  mailPassword: '/mail-procedures/password',
  mailPasswordChange: '/mail-procedures/password/change',
  mailPaid: '/mail-procedures/order',
} as const

export const brand = 'OCN for business　カスタマーサポートデスク'

/** A page before the sign-in: no menu. */
export const open = (title: string, body: string): string =>
  sitePage({ title, brand, body: `<h1>${escapeHtml(title)}</h1>${body}` })

const menu = [
  ['ご利用状況', [['ご利用状況の確認', at.usage]]],
  [
    '各種変更のお申込み',
    [
      ['お支払い方法（クレジットカードへ）', at.card],
      ['「請求書」および「口座振替のお知らせ」送付先住所', at.bill],
      ['「口座振替のお知らせ」の送付方法', at.debit],
      ['担当者連絡先', at.contact],
      ['メールアカウントおよびウイルスチェック', at.mail],
    ],
  ],
  ['パスワード変更', [['認証パスワード変更', at.form]]],
  ['廃止のお申込み', [['廃止申込', at.end]]],
  [
    'お電話での問い合わせ',
    [
      ['設定方法について', `${at.phone}?about=settings`],
      ['故障について', `${at.phone}?about=fault`],
      ['請求料金について', `${at.phone}?about=bill`],
      ['各種手続き・申し込み方法について', `${at.phone}?about=procedures`],
    ],
  ],
] as const

const menuHtml = menu
  .map(
    ([group, items]) =>
      `<p><b>${group}</b></p><ul class="menu">${items.map(([text, href]) => `<li><a href="${href}">${text}</a></li>`).join('')}</ul>`,
  )
  .join('')

/** A page behind the sign-in: the desk's menu on the left stands on every one of them, with all its entries. */
export const inside = (title: string, body: string): string =>
  sitePage({
    title,
    brand,
    body: `<div class="columns" style="grid-template-columns:250px 1fr"><nav><p><a href="${at.signOut}">ログアウト</a></p>${menuHtml}</nav>
<div><h1>${escapeHtml(title)}</h1>${body}</div></div>`,
  })

/** The bar of steps above a procedure. */
export const steps = (names: readonly string[], now: number): string =>
  `<p class="rule">${names.map((name, n) => (n === now ? `<b>${name}</b>` : name)).join('　→　')}</p>`
