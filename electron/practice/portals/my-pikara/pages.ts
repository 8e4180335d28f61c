import { errorBox, escapeHtml, factTable, sitePage } from '../../site-page.ts'
import type { Contract } from './household.ts'
import { practiceCode } from './household.ts'

export const at = {
  home: '/home/',
  narrow: '/home/narrow',
  signIn: '/myp/login',
  sent: '/myp/auth',
  code: '/myp/code',
  top: '/myp/top',
  signOut: '/myp/logout',
  portalForm: '/myp/password',
  mailList: '/myp/mail',
  mailForm: '/myp/mail/password',
  forgotten: '/myp/forgotten',
  forgottenSend: '/myp/forgotten/send',
  reset: '/myp/reset',
  help: '/home/help',
} as const

const brand = 'ピカラ'
export const open = (title: string, body: string): string =>
  sitePage({ title, brand, body: `<h1>${escapeHtml(title)}</h1>${body}` })
export const inside = (title: string, body: string): string =>
  sitePage({
    title: `Ｍｙピカラ ${title}`,
    brand: 'Ｍｙピカラ',
    body: `<h1>${escapeHtml(title)}</h1>${body}`,
    links: [
      ['Ｍｙピカラ トップ', at.top],
      ['ログアウト', at.signOut],
    ],
  })

export const button = (text: string): string => `<p class="act"><button type="submit">${text}</button></p>`
export const secretField = (name: string, label: string, after = ''): string =>
  `<div class="field"><label for="${name}">${label}</label><input type="password" id="${name}" name="${name}" maxlength="64">${after}</div>`
export const textField = (name: string, label: string, value = ''): string =>
  `<div class="field"><label for="${name}">${label}</label><input type="text" id="${name}" name="${name}" maxlength="120" value="${escapeHtml(value)}"></div>`
export const hiddenField = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`

/** The company's home page. On narrow screens 【Ｍｙピカラ】 is folded away under 【メニュー】. */
export const homePage = (narrow: boolean): string =>
  open(
    'ピカラ光ねっと',
    `<p>四国の光インターネット「ピカラ」のホームページです。</p>
${narrow ? `<details><summary style="cursor:pointer">メニュー</summary><ul><li><a href="${at.help}?q=apply">お申込み</a></li><li><a href="${at.signIn}">Ｍyピカラ</a></li></ul></details>` : `<p class="links"><a href="${at.help}?q=apply">お申込み</a><a href="${at.help}?q=fee">料金のご案内</a><a href="${at.signIn}">Ｍｙピカラ</a><a href="${at.help}?q=about">Ｍｙピカラとは</a></p>`}
<h2>お知らせ</h2><ul class="news"><li>スマートフォン版のＭｙピカラでは、サービス変更等の申込み機能は只今準備中です。PCサイトをご利用ください。</li></ul>`,
  )

export const signInPage = (error: string | null): string =>
  open(
    'Ｍｙピカラ ログイン',
    `${errorBox(error)}<form method="post" action="${at.sent}" autocomplete="off">
${textField('user', 'ユーザー名')}${secretField('pass', 'パスワード')}
<p class="rule">「メールアドレスでのＭｙピカラログイン設定」をされたお客さまは、ユーザー名の欄にメールアドレスを入力してもログインできます。</p>
${button('Ｍｙピカラにログインする')}</form>
<p class="links"><a href="${at.forgotten}?q=name">ユーザー名を忘れた場合</a><a href="${at.forgotten}?q=password">パスワードを忘れた場合</a></p>`,
  )

export const codePage = (ticket: string, error: string | null): string =>
  open(
    '認証コードの入力',
    `${errorBox(error)}<p>ご登録の通知先に認証コードを送信しました。届いた認証コードを入力してください。</p>
<p class="news">【練習用】届いた認証コードは ${practiceCode} です。</p>
<form method="post" action="${at.code}" autocomplete="off">${hiddenField('ticket', ticket)}
${textField('code', '認証コード')}
<div class="field"><label><input type="checkbox" name="remember" value="1"> 次回以降、このブラウザで認証コードを要求しない</label></div>
${button('ログイン')}</form>`,
  )

/** Every title of the manual's table of contents, in its order: address, words, and whether it is one of ours. */
export const menuItems = [
  ['/myp/contract', '契約内容の照会'],
  ['/myp/fee', 'ご利用料金の照会'],
  ['/myp/connection', 'インターネット接続IDとパスワードの照会'],
  ['/myp/mail/change', '電子メールアドレスの変更'],
  ['/myp/mail/add', '電子メールアドレスの追加'],
  ['/myp/mail/temporary', '電子メールアドレスの仮パスワード発行'],
  [at.mailList, '電子メールアドレスのパスワード変更'],
  ['/myp/security', 'インターネットセキュリティソフトのお申込み'],
  ['/myp/option', 'インターネットのオプション変更'],
  ['/myp/traffic', 'インターネットのご利用データ転送量'],
  ['/myp/phone', '光でんわのオプション変更'],
  ['/myp/two-factor', 'Ｍｙピカラの２要素認証の設定'],
  ['/myp/user-name', 'Ｍｙピカラのユーザー名変更'],
  [at.portalForm, 'Ｍｙピカラのパスワード変更'],
  ['/myp/by-address', 'メールアドレスでのＭｙピカラログイン設定'],
] as const

/** `done`: what the neighbours have done so far, as such sites list applications received. */
export const topPage = (contract: Contract, name: string, done: readonly string[]): string =>
  inside(
    'Ｍｙピカラのトップ画面',
    `${factTable([
      ['ご契約者名', name],
      ['お客さま番号', contract.number],
      ['お手続きの履歴', done.join('／') || 'なし'],
    ])}<h2>メニュー</h2><ul class="menu">${menuItems.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join('')}</ul>`,
  )

export const portalFormPage = (error: string | null): string =>
  inside(
    'Ｍｙピカラのパスワード変更',
    `${errorBox(error)}<form method="post" action="${at.portalForm}" autocomplete="off">
${secretField('current', '現在のパスワード')}
${secretField('fresh', '新しいパスワード', '<p class="rule">新しいパスワードは、半角英大文字(A～Z)・半角英小文字(a～z)・半角数字(0～9)を全て利用して8文字でご入力ください。</p>')}
${secretField('again', '新しいパスワードの確認入力')}
${button('変更する')}</form>`,
  )

export const donePage = (title: string): string =>
  inside(`${title}の完了`, `<p>パスワードの変更が完了しました。</p><p><a href="${at.top}">Ｍｙピカラ トップへ</a></p>`)

/** The list of the contract's addresses, each with what can be done to it. Only 「変更する」 in the password's cell is ours. */
export const mailListPage = (addresses: readonly string[]): string =>
  inside(
    '電子メールアドレスのパスワード変更',
    `<p>パスワードを変更する電子メールアドレスを選択してください。</p><table class="facts"><thead><tr><th>電子メールアドレス</th><th>パスワード</th><th>仮パスワード</th><th>契約</th></tr></thead><tbody>${addresses
      .map(
        (address, n) =>
          `<tr><td>${escapeHtml(address)}</td><td>******** <a href="${at.mailForm}?no=${n}">変更する</a></td><td><a href="/myp/mail/temporary?no=${n}">発行する</a></td><td><a href="/myp/mail/delete?no=${n}">削除</a></td></tr>`,
      )
      .join('')}</tbody></table>`,
  )

export const mailFormPage = (address: string, no: string, error: string | null): string =>
  inside(
    '電子メールアドレスのパスワード変更',
    `${errorBox(error)}${factTable([['電子メールアドレス', address]])}<form method="post" action="${at.mailForm}?no=${escapeHtml(no)}" autocomplete="off">
${secretField('current', '現在のパスワード')}${secretField('fresh', '新しいパスワード')}${secretField('again', '新しいパスワードの確認入力')}
${button('変更する')}</form>`,
  )
