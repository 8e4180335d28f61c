import type { PracticeAccount } from '../../accounts.ts'
import { errorBox, escapeHtml, sitePage } from '../../site-page.ts'

// Screens, labels and their order: STNet's page on changing mail passwords of お仕事ピカラ (ten steps). Not in it, and so invented here: a
// second address, the fields' labels on the page behind 「設定」, every refusal's words, the pages behind the neighbours.
export const at = {
  home: '/net/oshigoto',
  customers: '/net/oshigoto/user',
  estimate: '/net/oshigoto/estimate',
  webMail: '/net/oshigoto/webmail',
  signIn: '/online/login',
  sent: '/online/auth',
  menu: '/online/menu',
  signOut: '/online/logout',
  bill: '/online/bill',
  kinds: '/online/contract',
  kindsSent: '/online/contract/next',
  list: '/online/mail',
  password: '/online/mail/password',
  passwordSent: '/online/mail/password/set',
  confirm: '/online/mail/confirm',
  commit: '/online/mail/apply',
  remove: '/online/mail/delete',
  size: '/online/mail/size',
  options: '/online/mail/options',
  add: '/online/mail/add',
  cancel: '/online/cancel',
} as const

const brand = 'お仕事ピカラオンラインサービス'

export const outside = (title: string, body: string): string =>
  sitePage({ title, brand: 'お仕事ピカラ', body: `<h1>${escapeHtml(title)}</h1>${body}` })
export const inside = (title: string, body: string): string =>
  sitePage({
    title,
    brand,
    body: `<h1>${escapeHtml(title)}</h1>${body}`,
    links: [
      ['メインメニュー', at.menu],
      ['ログアウト', at.signOut],
    ],
  })

const link = (href: string, text: string): string => `<li><a href="${href}">${text}</a></li>`

export const homePage = (): string =>
  outside(
    'お仕事ピカラ光ねっと',
    `<p>四国のオフィスに、安心の光インターネット。</p><ul class="menu">
${link(at.estimate, 'お申し込み・お見積り')}${link(at.customers, 'ご利用中のお客さま')}</ul>`,
  )

export const customersPage = (): string =>
  outside(
    'ご利用中のお客さま',
    `<ul class="menu">${link(at.webMail, 'Webメール')}${link(at.signIn, '『お仕事ピカラオンラインサービス』')}${link(at.estimate, '新規お申し込み')}</ul>`,
  )

export const signInPage = (error: string | null): string =>
  outside(
    'お仕事ピカラオンラインサービス ログイン',
    `${errorBox(error)}<p>「登録完了のお知らせ」に記載されているユーザー名、パスワードを入力してください。</p>
<form method="post" action="${at.sent}" autocomplete="off"><table class="facts">
<tr><th>ユーザー名</th><td><input type="text" name="user" maxlength="64"></td></tr>
<tr><th>パスワード</th><td><input type="password" name="pass" maxlength="64"></td></tr></table>
<p class="act"><input type="submit" value="ログイン"></p></form>`,
  )

export const menuPage = (company: string): string =>
  inside(
    'メインメニュー',
    `<p>${escapeHtml(company)}さま</p><ul class="menu">
${link(at.bill, 'ご利用料金照会')}${link(at.kinds, 'ご契約情報変更')}${link(at.cancel, '解約のお申し込み')}</ul>`,
  )

const kindsOfChange = ['メール変更', 'メール追加', 'オプション変更', 'ご連絡先変更'] as const

export const kindsPage = (error: string | null): string =>
  inside(
    'ご契約情報変更',
    `${errorBox(error)}<p>変更する項目に印を入れ、「次へ」を押してください。</p><form method="post" action="${at.kindsSent}"><table class="facts">
${kindsOfChange.map((kind) => `<tr><td><label><input type="checkbox" name="${kind}" value="1"> ${kind}</label></td></tr>`).join('')}
</table><p class="act"><input type="submit" value="次へ"></p></form>`,
  )

const periods = [
  ['60日 (標準)', 'なし'],
  ['60日 (標準)', 'あり(月額220円)'],
  ['365日', 'なし'],
  ['365日', 'あり(月額220円)'],
  ['無期限 (月額330円)', 'あり'],
] as const
export const optionAt = (n: number): string => (periods[n] ?? periods[0]).join(' / ')

/** One address as the member site keeps it. `set`: a new password was entered and waits for 変更. */
export interface Row {
  readonly account: PracticeAccount
  readonly option: number
  readonly size: number
  readonly set: boolean
}

const form = (action: string, id: string, button: string, fields = '', attributes = ''): string =>
  `<form method="post" action="${action}"${attributes}><input type="hidden" name="id" value="${escapeHtml(id)}">${fields}<input type="submit" value="${button}"></form>`

function addressTable({ account, option, size, set }: Row): string {
  const id = account.address
  const radios = periods
    .map(
      ([keep, spam], n) =>
        `<tr><td><input type="radio" name="option" value="${n}"${n === option ? ' checked' : ''}></td><td>${keep}</td><td>${spam}</td></tr>`,
    )
    .join('')
  return `<table class="facts">
<tr><th>ご契約メールアドレス</th><td>${form(at.remove, id, '削除')} ${escapeHtml(id)}</td></tr>
<tr><th>パスワード</th><td>*****${set ? '（設定済み）' : ''} ${form(at.password, id, '設定', '', ' target="_blank"')} ${form(at.confirm, id, '変更')} 1日1回のみ、変更が可能です。</td></tr>
<tr><th>メールBOX容量</th><td>${size}GB (標準1GB+追加容量${size - 1}GB) (月額220円/1GB) ${form(at.size, id, '追加')}</td></tr>
<tr><th>メールの保存期間/迷惑メールおまかせ振分け</th><td>※以下の組み合わせの中から選択してください。
${form(at.options, id, '変更', `<table><tr><th>選択</th><th>メール保存期間</th><th>迷惑メールおまかせ振分け</th></tr>${radios}</table>`)} 1日1回のみ、変更が可能です。</td></tr>
</table>`
}

export const listPage = (rows: readonly Row[], error: string | null): string =>
  inside(
    'メール変更',
    `${errorBox(error)}<h2>新しいメールアドレスの追加</h2><p>メールアドレス1つにつき月額220円</p>${form(at.add, '', '追加する')}
<h2>ご契約メールアドレス(アルファベット順)</h2><p>ご契約中のメールアドレス数 ${rows.length}</p>
${[...rows]
  .sort((a, b) => (a.account.address < b.account.address ? -1 : 1))
  .map(addressTable)
  .join('')}`,
  )

const secretRow = (name: string, label: string): string =>
  `<tr><th>${label}</th><td><input type="password" name="${name}" maxlength="32"></td></tr>`

export const passwordPage = (id: string, error: string | null): string =>
  inside(
    'パスワードの設定',
    `${errorBox(error)}<p>パスワードは8文字固定です。先頭が英文字で始まる8文字を入力してください。</p>
<form method="post" action="${at.passwordSent}" autocomplete="off"><input type="hidden" name="id" value="${escapeHtml(id)}"><table class="facts">
<tr><th>メールアドレス</th><td>${escapeHtml(id)}</td></tr>
${secretRow('old', '古いパスワード')}${secretRow('fresh', '新しいパスワード')}${secretRow('again', '新しいパスワード（確認）')}
</table><p class="act"><input type="submit" value="設定する"> <a href="${at.list}">戻る</a></p></form>`,
  )

/** Before and after, as the site asks back. The password itself is not among the rows: so the manual shows it. */
export const confirmPage = (before: Row, after: Row): string => {
  const size = (row: Row): string => `${row.size}GB (標準1GB+追加容量${row.size - 1}GB)`
  const rows = [
    ['メールアカウント数', '2', '2'],
    ['メールアカウント', before.account.address, after.account.address],
    ['メールBOX容量', size(before), size(after)],
    ['メールの保存期間/迷惑メールおまかせ振分け', optionAt(before.option), optionAt(after.option)],
  ] as const
  const [back, id] = [`<p><a href="${at.list}">戻る</a></p>`, before.account.address]
  return inside(
    '変更確認画面',
    `${back}<h2>メール変更</h2><table class="facts"><tr><th>変更内容</th><th>変更項目</th><th>変更前</th><th>変更後</th></tr>
${rows.map((cells, n) => `<tr>${n === 0 ? `<td rowspan="${rows.length}">更新</td>` : ''}${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}
</table>${back}${form(at.commit, id, 'お申し込み')}`,
  )
}

/** The last page. It prints the new password, and names the address under another label of the same net, as the manual shows. */
export const donePage = (row: Row, receipt: string, fresh: string, result = '正常'): string =>
  inside(
    '変更お申し込み完了',
    `<p>お申込みありがとうございます。</p><p><a href="${at.menu}">メインメニューに戻る</a></p>
<p>お申込受付番号は <b>${receipt}</b> です。<br>お問い合わせの際は、この番号をお申し出ください。</p>
<table class="facts"><tr><th>項目名</th><th>項目値</th></tr>
${[
  ['処理結果', result],
  ['区分', '追加'],
  ['メールアドレス(アカウント名)', row.account.address.replace('@md.', '@ca.')],
  ['パスワード', fresh],
  ['メールBOX容量', `${row.size}GB`],
  ['メールの保存期間/迷惑メールおまかせ振分け', optionAt(row.option)],
]
  .map(([name, value]) => `<tr><th>${name}</th><td>${escapeHtml(value!)}</td></tr>`)
  .join('')}</table>
<p>処理結果欄に「正常」と表示された場合、お申し込み内容が正常に終了しました。すぐにご利用いただけます。</p>
<p>お仕事ピカラ お問い合わせ先　平日 9:00~17:00（練習用のため番号はありません）</p>`,
  )
