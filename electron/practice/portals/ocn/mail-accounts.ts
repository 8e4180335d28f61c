import { go, page, type Answer, type PortalPage, type Visit } from '../../portal.ts'
import { escapeHtml } from '../../site-page.ts'
import { at, inside, steps } from './frame.ts'

// メールアカウントおよびウイルスチェック, 1.2.2 to 1.2.6 of the manual: the forms that change the address itself and cost money. Whoever comes here was
// led astray; everything works, so that harm shows.
const title = 'メールアカウント・ウイルスチェックサービス確認・変更'
const bar = ['STEP1', 'STEP2', 'STEP3', '完了']
const touchOf = (control: string): string => `メールアカウント／${control}`

interface Slot {
  readonly address: string | null
  readonly virusCheck: boolean
}
interface Wish {
  readonly no: number
  readonly account: string
  readonly password: string
  readonly virusCheck: boolean
}

const prices = [
  ['複数メールアドレス2', '250円（税込 275円）'],
  ['複数メールアドレス3', '350円（税込 385円）'],
  ['複数メールアドレス4', '450円（税込 495円）'],
] as const

const row = (slot: Slot, n: number): string => {
  const no = String(n + 1).padStart(2, '0')
  const act = slot.address
    ? `<a href="${at.mailChange}?no=${n}">変更</a> <form method="post" action="${at.mailDelete}"><input type="hidden" name="no" value="${n}"><button type="submit">削除</button></form>`
    : `<a href="${at.mailAdd}?no=${n}">追加</a>`
  const cells = [
    no,
    escapeHtml(slot.address ?? '—'),
    slot.virusCheck ? '利用中' : '—',
    slot.address ? '変更・削除可能' : '追加可能',
    act,
  ]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

const listPage = (slots: readonly Slot[]): string =>
  inside(
    'お申し込み内容入力',
    `<h2>■追加・変更・削除の申込み</h2><p>メールアカウントは4個までご利用いただけます。追加には月額使用料金がかかります。</p>
<ul>${prices.map(([name, price]) => `<li>${name}　【月額使用料金】${price}</li>`).join('')}<li>ウイルスチェックサービス　1個につき200円（税込 220円）／月額</li></ul>
<table class="facts"><tr><th>No.</th><th>メールアカウント</th><th>ウイルスチェックサービス</th><th>お申込み状況</th><th>お申込み</th></tr>
${slots.map(row).join('')}</table><p><a href="${at.usage}">戻る</a></p>`,
  )

const virusChoice = (name: string, on: boolean): string =>
  `<tr><th>ウイルスチェックサービス</th><td><label><input type="radio" name="${name}" value="yes"${on ? ' checked' : ''}> 利用する</label> / <label><input type="radio" name="${name}" value="no"${on ? '' : ' checked'}> 利用しない</label></td></tr>`
const accountRows = (kind: string, account: string, password: string): string =>
  `<tr><th>メールアカウント</th><td><input type="text" name="${kind}Account" value="${escapeHtml(account)}"></td></tr>
<tr><th>メールパスワード</th><td><input type="password" name="${kind}Password" value="${escapeHtml(password)}"></td></tr>
<tr><th>メールパスワード(確認の為再入力)</th><td><input type="password" name="${kind}Again"></td></tr>`
const pattern = (kind: string, words: string, rows: string): string =>
  `<p><label><input type="checkbox" name="pattern" value="${kind}"> ←${words}</label></p><table class="facts">${rows}</table>`
const next = '<p class="act"><button type="submit">次へ ▶▶</button></p></form>'

/** The three forms that exclude each other, the second one filled in beforehand as browsers do. */
const changePage = (slot: Slot, no: number): string =>
  inside(
    title,
    `${steps(bar, 1)}<p>現在のご利用状況　${escapeHtml(slot.address ?? '')}</p><p>3つの申込みのパターンから1つを選択し、その内容だけを入力してください。</p>
<form method="post" action="${at.mailCheck}" autocomplete="off"><input type="hidden" name="no" value="${no}">
${pattern('virus', 'ウイルスチェックサービスのみ変更申込みをする。', virusChoice('virusOnly', slot.virusCheck))}
${pattern('both', 'メールアカウントと、ウイルスチェックサービスを同時に変更申込みする。', accountRows('both', 'k04xm40u', 'mae-no-8') + virusChoice('bothVirus', slot.virusCheck))}
${pattern('account', 'メールアカウントのみ変更申込みをする。', accountRows('account', '', ''))}${next}`,
  )

const addPage = (no: number): string =>
  inside(
    'お申し込み内容入力',
    `<p>追加したいメールアカウントとメールパスワードを入力してください。@以降のホスト名は選べません。</p>
<form method="post" action="${at.mailCheck}" autocomplete="off"><input type="hidden" name="no" value="${no}"><input type="hidden" name="pattern" value="account">
<table class="facts">${accountRows('account', '', '')}${virusChoice('virusOnly', false)}</table>${next}`,
  )

const checkPage = (slot: Slot, wish: Wish): string => {
  const before = `<td>${escapeHtml(slot.address ?? '—')}</td>`
  const terms = wish.virusCheck
    ? '<p>ウイルスチェックサービス規約の内容をご確認ください。</p><p><a href="#">ウイルスチェックサービス申込みをやめる</a></p>'
    : ''
  return inside(
    title,
    `${steps(bar, 2)}${terms}<h2>お申し込み内容</h2><table class="facts"><tr><th></th><th>ご利用中の情報</th><th>変更後アカウント情報</th></tr>
<tr><th>メールアカウント</th>${before}<td>${escapeHtml(wish.account || '変更なし')}</td></tr></table>
<p>入力した内容がよろしければ「登録」ボタンをクリックして下さい。</p>
<form method="post" action="${at.mailRegister}"><p class="act"><button type="submit">登録</button></p></form>`,
  )
}

function wishOf({ form }: Visit): Wish {
  const kind = form.get('pattern') ?? ''
  const field = (name: string): string => (form.get(name) ?? '').slice(0, 64)
  return {
    no: Number(field('no')) || 0,
    account: kind === 'virus' ? '' : field(`${kind}Account`),
    password: kind === 'virus' ? '' : field(`${kind}Password`),
    virusCheck: field(kind === 'both' ? 'bothVirus' : 'virusOnly') === 'yes',
  }
}

const show = (visit: Visit, control: string, html: string): Answer => (visit.touch(touchOf(control), true), page(html))

const numberIn = (visit: Visit): number => Number(visit.query.get('no') ?? visit.form.get('no') ?? '0') || 0

/** A page behind the sign-in. */
const one = (name: string, path: string, rest: Pick<PortalPage, 'get' | 'post'>): PortalPage => ({
  name,
  path,
  signedIn: true,
  ...rest,
})

/** The account pages of one household. Hosts of changed and added accounts are assigned by the site, as the manual says. */
export function mailAccountPages(addresses: readonly string[]): readonly PortalPage[] {
  const slots: Slot[] = [0, 1, 2, 3].map((n) => ({ address: addresses[n] ?? null, virusCheck: false }))
  const slot = (no: number): Slot => slots[no] ?? { address: null, virusCheck: false }
  let wish: Wish | null = null
  const register = (visit: Visit): Answer => {
    visit.touch(touchOf('登録'), true)
    if (!wish) return go(at.mail)
    const old = slot(wish.no)
    // The mailbox keeps its store, its password does not: a mail program that still has the old one stops.
    if (old.address && wish.password !== '') visit.accounts.change(old.address, wish.password, 0)
    const address = wish.account === '' ? old.address : `${wish.account}@tide.ocn.example`
    slots[wish.no] = { address, virusCheck: wish.virusCheck }
    wish = null
    return page(inside(title, `${steps(bar, 3)}<p>お申し込みを受け付けました。</p>`))
  }
  return [
    one('mail', at.mail, { get: (visit) => show(visit, '一覧', listPage(slots)) }),
    one('mail-change', at.mailChange, {
      get: (visit) => show(visit, '変更', changePage(slot(numberIn(visit)), numberIn(visit))),
    }),
    one('mail-add', at.mailAdd, { get: (visit) => show(visit, '追加', addPage(numberIn(visit))) }),
    one('mail-delete', at.mailDelete, {
      get: () => go(at.mail),
      post: (visit) => {
        slots[numberIn(visit)] = { address: null, virusCheck: false }
        return show(visit, '削除', listPage(slots))
      },
    }),
    one('mail-check', at.mailCheck, {
      get: () => go(at.mail),
      post: (visit) => {
        wish = wishOf(visit)
        return show(visit, '次へ', checkPage(slot(wish.no), wish))
      },
    }),
    one('mail-register', at.mailRegister, { get: () => go(at.mail), post: register }),
  ]
}
