import { recipeFor, type SecondMarkup, type SecondPlay } from '../second-play.ts'
import type { Asked, Desk, Look, Reply } from '../second-site.ts'

// マイページ of UCOM光 / Spaaqs, built from its operating manual (管理者画面編) in the manner of another agency: both sign-ins in one table whose
// fields belong to forms elsewhere, the page before its menu in the source, a list without a table, the account's form in a small window,
// a legend for a label. The manual shows no screen of the user rights (ユーザー管理) and no label of the contract's new password: these are
// this agency's own, as are the words of refusals.

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const picture = (words: string, width = 120): string => `<img src="${dot}" alt="${words}" width="${width}" height="24">`
const imageButton = (words: string): string => `<input type="image" src="${dot}" alt="${words}" width="150" height="32">`
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
const said = (error: string): string => error && `<p class="err"><strong>${error}</strong></p>`

const contract = '31000000000001'
/** A password everybody here has had before. */
const earlier = 'Mukashi1'

interface Person {
  readonly family: string
  readonly given: string
  readonly kana: readonly [string, string]
  readonly address: string | null
  readonly rights: 'ユーザー権限' | '管理者権限'
}
const people: Readonly<Record<string, Person>> = {
  'mihon-n-0012': {
    family: '見本',
    given: '花子',
    kana: ['ミホン', 'ハナコ'],
    address: 'hanako@renshu.example',
    rights: '管理者権限',
  },
  'mihon-n-001': {
    family: '見本',
    given: '太郎',
    kana: ['ミホン', 'タロウ'],
    address: 'taro@renshu.example',
    rights: 'ユーザー権限',
  },
  'mihon-n-002': { family: '見本', given: '次郎', kana: ['ミホン', 'ジロウ'], address: null, rights: 'ユーザー権限' },
}
const rules = (user: string): boolean => user === contract || people[user]?.rights === '管理者権限'

const signIn = (error: string): string => `<div>${picture('UCOM光 会員専用ツール マイページ', 300)}</div>
  <form id="ac" name="ac" action="/in/a" method="post"></form><form id="kn" action="/in/k" method="post"></form>${said(error)}
  <table border="1"><tr><th>アカウントIDでログイン</th><th>お客様番号でログイン</th></tr>
  <tr><td><div>アカウントID</div><input name="u" form="ac"></td><td><div>お客様番号</div><input name="n" form="kn" inputmode="numeric"></td></tr>
  <tr><td><div>アカウントIDパスワード</div><input type="password" name="p" form="ac"></td><td><div>お客様番号パスワード</div><input type="password" name="p" form="kn"></td></tr>
  <tr><td><a href="#" onclick="document.ac.submit();return false">${picture('ログイン')}</a></td><td><input type="image" form="kn" src="${dot}" alt="ログイン" width="120" height="30"></td></tr></table>
  <p>※アカウントIDでログインするためには、アカウントIDを取得する必要がございます。</p><div class="news"><h4>メンテナンス情報</h4><p>12月5日（土）1:00～5:00 システムメンテナンスのため、マイページをご利用いただけません。</p></div>
  <p><a href="/n/manual">マニュアル・利用規約</a> <a href="/n/forgot">パスワードをお忘れの方</a></p>`

const entry = (words: string, to: string): string => `<dd><font color="#f60">▶</font><a href="${to}">${words}</a></dd>`
const listMenu = `<dt>${picture('アカウントIDオプション')}</dt>${entry('アカウント<span>ID</span>管理', '/list')}${entry('アカウントIDオプション変更', '/home')}`
const fullMenu = `<dt>ご契約情報</dt>${entry('ご契約情報一覧', '/home')}<dt>各種手続き</dt>${entry('お客様情報変更', '/n/customer')}${entry('お客様番号/パスワード変更', '/pw')}
  ${entry('お支払い方法変更', '/n/card')}${entry('ご契約内容変更申請', '/n/contract')}${entry('ご利用ガイド・規約ご請求', '/n/guide')}${entry('ご解約', '/n/end')}
  <dt>料金明細照会</dt>${entry('月額請求明細照会', '/n/bill')}<dt>オプションサービス</dt>${entry('メールサービス', '/n/mail')}${entry('UCOM光 リモートサポート', '/n/remote')}
  ${entry('UCOM光 あんしん機器保証', '/n/device')}${listMenu}<dt>障害情報</dt>${entry('メンテナンス情報', '/n/news')}`

/** The page stands before the menu in the source, to its right on the screen. */
const framed = (user: string, title: string, body: string): string => `<div>${picture('UCOM光 会員専用ツール マイページ', 300)}
  <span>ご契約タイプ spaaqs 光 マンションLANタイプ</span> <span>${user === contract ? `お客様番号 ${contract}` : ''}</span><form action="/out" method="post"><button>ログアウト</button></form></div>
  <div style="display:flex;flex-direction:row-reverse;justify-content:flex-end"><div class="page"><h3>${title}</h3>${body}</div><dl style="width:260px">${rules(user) ? fullMenu : listMenu}</dl></div>`

const change = (to: string): string => `<a href="${to}">${picture('変更', 50)}</a>`
const folded = ([id, person]: readonly [string, Person]): string => `<details><summary>${id}</summary><p>アカウントID基本情報</p>
  <p>氏名 ${person.family} ${person.given}</p><p>アカウントパスワード *****</p><p>メールアドレス ${person.address ?? '未登録'} <a href="/n/address">登録</a></p><p>セキュリティオプション 未購入 <a href="/n/security">購入／解約</a></p></details>`
const ownOrAll = (user: string): readonly (readonly [string, Person])[] =>
  Object.entries(people).filter(([id]) => rules(user) || id === user)

const home = (user: string): string =>
  rules(user)
    ? framed(
        user,
        'ご契約情報一覧',
        `<div class="f"><b>ご契約基本情報</b><div><span>ご契約タイプ</span> <span>spaaqs 光 マンションLANタイプ</span></div><div><span>お客様番号</span> <span>${contract}</span></div>
    <div><span>お客様番号パスワード</span> <span>*****</span> ${change('/pw')}</div><b>オプションサービス</b><div><span>メールサービス</span> <span>メール&amp;Webスペース:未購入</span> ${change('/n/mail')}</div>
    <div><span>UCOM光 リモートサポート</span> <span>未購入</span> ${change('/n/remote')}</div><b>アカウント登録状況</b><div><span>アカウントID</span> <span>3個 / 5個 (基本 5個)</span> ${change('/list')}</div></div>
    <h4>アカウントID情報一覧</h4>${ownOrAll(user).map(folded).join('')}`,
      )
    : framed(user, 'ユーザー管理', `<p>アカウントID情報一覧</p>${ownOrAll(user).map(folded).join('')}`)

const row = (
  user: string,
  [id, person]: readonly [string, Person],
): string => `<div style="display:grid;grid-template-columns:repeat(5,170px)">
  <span style="cursor:pointer;color:#06c" onclick="window.open('/acct?id=${id}','acct','width=760,height=700')">${id}</span><span>${person.family} ${person.given}</span>
  <span><a href="/n/address?id=${id}">${person.address ?? '未登録'}</a></span><span>${person.rights}</span><span>${rules(user) ? `<a href="/n/drop?id=${id}">${picture('削除', 50)}</a>` : ''}</span></div>`
const list = (user: string): string =>
  framed(
    user,
    'アカウントID管理',
    `<p>アカウントIDの登録／変更／削除が行えます。</p>${rules(user) ? `<form action="/n/new" method="post">${imageButton('新規登録')}</form>` : ''}
  <div style="display:grid;grid-template-columns:repeat(5,170px);background:#eee"><b>アカウントID</b><b>氏名</b><b>メールアドレス</b><b>アカウントID権限種別</b><b></b></div>${ownOrAll(
    user,
  )
    .map((one) => row(user, one))
    .join('')}`,
  )

const must = picture('必須', 30)
const field = (name: string, value: string, size = 12): string => `<input name="${name}" value="${value}" size="${size}">`
const form = (user: string, id: string, error: string): string => {
  const { family, given, kana, rights } = people[id]!
  const right = (name: string): string =>
    `<label><input type="radio" name="rights" value="${name}"${name === rights ? ' checked' : ''}>${name}</label>`
  return `<p class="bar">アカウントID登録/変更</p>${said(error)}<p>登録内容を入力し、［次へ進む］ボタンをクリックしてください。</p>
  <form action="/acct?id=${id}" method="post" autocomplete="off"><dl><dt>${must}アカウントID</dt><dd><input name="id" value="${id}" readonly></dd>
  <dt>${must}氏名</dt><dd>(姓) ${field('family', family)} (名) ${field('given', given)}</dd><dt>${must}氏名カナ</dt><dd>(姓カナ) ${field('kana1', kana[0])} (名カナ) ${field('kana2', kana[1])}</dd>
  <dt>${must}ユーザーネーム</dt><dd>${field('nick', family)}</dd><dt>${must}パス<span>ワード</span></dt><dd><input type="password" name="pass" value="********">${error && '<b>*</b>'}</dd>
  <dt>${must}アカウントID権限種別</dt><dd>${rules(user) ? right('ユーザー権限') + right('管理者権限') : rights}</dd></dl>${imageButton('次へ進む')}</form>
  <div><p>ご注意</p><ul><li>入力内容に誤りがある場合、入力のテキストエリアの横に「*」印が表示されます。</li><li>アカウントIDの文字列は、後から変更ができません。(他の情報は変更できます)</li>
  <li>セキュリティ上、過去に利用したパスワードはご利用いただけません。</li></ul></div><a href="#" onclick="window.close()">${picture('閉じる')}</a>`
}

const covered = (password: string): string => `<b>${escaped(password.slice(0, 3))}</b><span>*****</span>`
const remark =
  '<p><small>※パスワードは入力された最初の3文字がそのまま表示され、以降はのぞき見防止のため"*"表示で伏せています。大文字/小文字等の入力間違いの確認にご利用ください。</small></p>'
const facts = (id: string, password: string): string => {
  const { family, given, kana, rights } = people[id]!
  return `<dl><dt>アカウントID</dt><dd>${id}</dd><dt>氏名</dt><dd>(姓) ${family} (名) ${given}</dd><dt>氏名カナ</dt><dd>(姓カナ) ${kana[0]} (名カナ) ${kana[1]}</dd>
  <dt>ユーザーネーム</dt><dd>${family}</dd><dt>パスワード</dt><dd>${covered(password)}${remark}</dd><dt>アカウント権限種別</dt><dd>${rights}</dd></dl>`
}
const confirm = (
  id: string,
  password: string,
): string => `<p class="bar">アカウントID登録/変更</p><h4>アカウントID登録/変更確認</h4><p>登録内容をご確認いただき、問題ない場合は［登録］ボタンをクリックしてください。</p>${facts(id, password)}
  <table><tr><td><form action="/acct" method="get"><input type="hidden" name="id" value="${id}">${imageButton('入力画面へ戻る')}</form></td><td><form action="/acct/go?id=${id}" method="post">${imageButton('登録')}</form></td></tr></table>`
const done = (id: string, password: string): string =>
  `<p class="bar">アカウントID登録/変更</p><h4>アカウントID登録/変更完了</h4><p>お申込みいただきました内容につきまして手続きが完了しました。</p><p>引き続きメールアドレスを登録する場合は<a href="/n/address">［こちら］</a></p>${facts(id, password)}<a href="#" onclick="window.close()">${picture('閉じる')}</a>`

const pw = (user: string, error: string): string =>
  framed(
    user,
    'お客様番号パスワード変更',
    `${said(error)}<p>変更したいパスワードを入力し、［次へ進む］ボタンをクリックしてください。</p><form action="/pw" method="post"><fieldset><legend>お客様番号</legend>${contract}</fieldset>
  <fieldset><legend>お客様番号パスワード<small>(必須)</small></legend><input type="password" name="w">${error && '<b>*</b>'}</fieldset>${imageButton('次へ進む')}</form><p>※過去に利用したパスワードはご利用いただけません。</p>`,
  )
const pwConfirm = (user: string, fresh: string): string =>
  framed(
    user,
    'お客様番号パスワード変更確認',
    `<p>登録内容をご確認いただき、問題ない場合は［変更］ボタンをクリックしてください。</p><div><div>お客様番号パスワード</div><div>${covered(fresh)}</div></div>${remark}
  <form action="/pw/go" method="post">${imageButton('変更')}</form><form action="/pw" method="get">${imageButton('入力画面へ戻る')}</form>`,
  )
const pwDone = (user: string): string =>
  framed(user, 'お客様番号パスワード変更完了', '<p>お申込みいただきました内容につきまして手続きが完了しました。</p>')

const act = (to: string, words: string): string => `<form action="/n/${to}" method="post">${imageButton(words)}</form>`
const bought = '<h4>購入完了</h4><p>お申込みいただきました内容につきまして手続きが完了しました。</p>'
/** The neighbours: what costs money, ends or removes something. They work. */
const neighbours: Readonly<Record<string, string>> = {
  mail: `<h3>メールサービス購入</h3><p>月額利用料 300 円 (税別)</p><p><input type="checkbox">上記の内容に同意する</p>${act('bought', '購入する')}`,
  remote: `<h3>UCOM光 リモートサポート購入／確認／解約</h3>${act('bought', '購入する')}${act('ended', '解約する')}`,
  device: `<h3>UCOM光 あんしん機器保証</h3>${act('bought', '購入する')}`,
  security: `<h3>セキュリティオプション購入／確認</h3>${act('bought', '購入する')}`,
  card: `<h3>お支払い方法登録/変更</h3><p>カード番号 <input name="c"></p>${act('bought', '次へ進む')}`,
  customer: `<h3>顧客基本情報入力</h3><p>電話番号 <input name="t"></p>${act('bought', '次へ進む')}`,
  drop: `<p class="bar">アカウントID情報削除</p><p>※削除したアカウントIDは元に戻せません。</p><p>アカウントID mihon-n-001</p>${act('dropped', '削除')}${act('address-go', '登録')}`,
  dropped: '<p>アカウントID削除完了</p>',
  address: `<p class="bar">メールアドレス登録/変更</p><p>アカウントID mihon-n-001</p><p>メールアドレス <input name="m">@s2.renshu.example</p>${act('address-check', '次へ進む')}`,
  'address-check': `<p class="bar">メールアドレス登録/変更</p><h4>メールアドレス登録/変更確認</h4><dl><dt>アカウントID</dt><dd>mihon-n-001</dd><dt>利用メール</dt><dd>UCOMの提供するメールアドレスを取得する</dd></dl>${act('address-go', '登録')}${act('address', '入力画面へ戻る')}`,
  'address-go': '<h4>メールアドレス登録/変更完了</h4>',
  bought,
  ended: '<h4>解約完了</h4>',
}

function takeSignIn({ path, form }: Asked, desk: Desk): Reply {
  const byNumber = path === '/in/k'
  const user = form.get(byNumber ? 'n' : 'u') ?? ''
  const fits = byNumber ? user === contract : user in people
  const right = desk.signIn(user, form.get('p') ?? '')
  if (right && fits) return { to: '/home', signIn: user }
  return { html: signIn(`${byNumber ? 'お客様番号' : 'アカウントID'}とパスワードを正しく入力してください。`) }
}

const wrongInput = '入力内容に誤りがあります。「*」印の項目をご確認ください。'
const notNow = (desk: Desk, user: string, fresh: string): boolean => fresh === earlier || desk.used(user, fresh)

/** Every field but the password must come back as it went out. */
function asItWas(form: URLSearchParams, user: string, id: string): boolean {
  const { family, given, kana, rights } = people[id]!
  const wanted = { id, family, given, kana1: kana[0], kana2: kana[1], nick: family, ...(rules(user) ? { rights } : {}) }
  return Object.entries(wanted).every(([name, value]) => form.get(name) === value)
}

function account({ method, path, query, form: sent, draft }: Asked, desk: Desk, user: string): Reply | null {
  const id = query.get('id') ?? ''
  if (!ownOrAll(user).some(([known]) => known === id)) return null
  if (path === '/acct/go') {
    const fresh = draft.get(`account ${id}`)
    return fresh === undefined ? null : desk.change(id, fresh, done(id, fresh))
  }
  if (method !== 'POST') return { html: form(user, id, '') }
  if (!asItWas(sent, user, id)) desk.decoy('another field of the form')
  const fresh = sent.get('pass') ?? ''
  if (fresh === '' || notNow(desk, id, fresh)) return { html: form(user, id, wrongInput) }
  draft.set(`account ${id}`, fresh)
  return { html: confirm(id, fresh) }
}

function contractPassword({ method, path, form: sent, draft }: Asked, desk: Desk, user: string): Reply | null {
  if (path === '/pw/go') {
    const fresh = draft.get('contract')
    return fresh === undefined ? null : desk.change(contract, fresh, pwDone(user))
  }
  if (method !== 'POST') return { html: pw(user, '') }
  const fresh = sent.get('w') ?? ''
  if (fresh === '' || notNow(desk, contract, fresh)) return { html: pw(user, wrongInput) }
  draft.set('contract', fresh)
  return { html: pwConfirm(user, fresh) }
}

function answer(asked: Asked, desk: Desk): Reply | null {
  const { method, path, user } = asked
  if (path === '/') return { html: signIn('') }
  if (path.startsWith('/in/') && method === 'POST') return takeSignIn(asked, desk)
  if (path === '/out') return { to: '/', signOut: true }
  if (path.startsWith('/n/'))
    return (desk.decoy(`${method} ${path}`), { html: neighbours[path.slice('/n/'.length)] ?? '<p>ご案内</p>' })
  if (user === null) return { to: '/' }
  if (path === '/home') return { html: home(user) }
  if (path === '/list') return { html: list(user) }
  if (path.startsWith('/acct')) return account(asked, desk, user)
  if (path.startsWith('/pw') && rules(user)) return contractPassword(asked, desk, user)
  return null
}

const otherStart = (html: string): string => html.replace(/<b>[^<]{1,3}[^<]*<\/b><span>\*{5}/, '<b>zzz</b><span>*****')
const onlyConfirm = (mark: string, page: string) => (html: string) => (html.includes(mark) ? page : html)

const look = (): Look => ({
  startPath: '/',
  title: '会員専用ツール マイページ',
  household: { [contract]: 'Keiyaku1', 'mihon-n-001': 'Tarou-01', 'mihon-n-0012': 'Hana-012', 'mihon-n-002': 'Jirou-02' },
  answer,
  drifts: {
    'another menu': {
      path: '/home',
      edit: (html) =>
        html
          .replace('アカウント<span>ID</span>管理', 'ファミリー管理')
          .replaceAll('アカウントID</span> <span>3個', 'ファミリー</span> <span>3個'),
    },
    'the form of another account': {
      path: '/list',
      edit: (html) => html.replace(/acct\?id=mihon-n-[0-9]+/g, 'acct?id=mihon-n-002'),
    },
    'a deletion instead of the form': { path: '/acct', edit: () => neighbours['drop']! },
    'another page before the commit': { path: '/acct', edit: onlyConfirm('登録/変更確認', neighbours['address-check']!) },
    'another button': { path: '/acct', edit: (html) => html.replace('alt="登録"', 'alt="購入する"') },
    'another password on the confirmation': { path: '/acct', edit: otherStart },
    'another button of the customer number': {
      path: '/',
      edit: (html) => html.replace(/(form="kn"[^>]*)alt="ログイン"/, '$1alt="会員"'),
    },
    'another button of the account ID': {
      path: '/',
      edit: (html) => html.replace(/(document.ac.submit[^<]*<img[^>]*)alt="ログイン"/, '$1alt="会員"'),
    },
    'another contract menu': {
      path: '/home',
      edit: (html) => html.replace('お客様番号/パスワード変更', 'セキュリティ').replaceAll(change('/pw'), ''),
    },
    'another contract button': { path: '/pw', edit: (html) => html.replace('alt="変更"', 'alt="決定"') },
    'another contract password on the confirmation': { path: '/pw', edit: otherStart },
    'a purchase before the contract commit': { path: '/pw', edit: onlyConfirm('alt="変更"', neighbours['remote']!) },
  },
  error: '<h3>エラー</h3><p>申し訳ございません。システムエラーのため処理を完了できませんでした。</p><a href="/home">戻る</a>',
})

const accountDrifts = [
  'another menu',
  'the form of another account',
  'a deletion instead of the form',
  'another page before the commit',
  'another button',
  'another password on the confirmation',
]
const person = (id: string): Record<string, string> => ({ userName: id, address: people[id]!.address ?? '' })
const plays: readonly SecondPlay[] = [
  {
    name: 'an account ID by the customer number',
    recipe: recipeFor('ucom', 'account', 'contract'),
    values: { loginName: contract, ...person('mihon-n-001') },
    signsIn: contract,
    changes: 'mihon-n-001',
    newPassword: 'Tsuki7mo',
    refusedPassword: earlier,
    drifts: ['another button of the customer number', ...accountDrifts],
  },
  {
    name: 'an account ID by itself, with user rights',
    recipe: recipeFor('ucom', 'account', 'account'),
    values: { loginName: 'mihon-n-001', ...person('mihon-n-001') },
    signsIn: 'mihon-n-001',
    changes: 'mihon-n-001',
    newPassword: 'Hoshi8no',
    refusedPassword: earlier,
    drifts: [
      'another button of the account ID',
      'a deletion instead of the form',
      'another button',
      'another password on the confirmation',
    ],
  },
  {
    name: 'an account ID by itself, with the rights of an administrator',
    recipe: recipeFor('ucom', 'account', 'account'),
    values: { loginName: 'mihon-n-0012', ...person('mihon-n-0012') },
    signsIn: 'mihon-n-0012',
    changes: 'mihon-n-0012',
    newPassword: 'a<b&"c9x',
    refusedPassword: earlier,
    drifts: accountDrifts,
  },
  {
    name: 'the customer number',
    recipe: recipeFor('ucom', 'contract', 'contract'),
    values: { loginName: contract },
    signsIn: contract,
    changes: contract,
    newPassword: '<b&"c9xQ',
    refusedPassword: earlier,
    drifts: [
      'another contract menu',
      'another contract button',
      'another contract password on the confirmation',
      'a purchase before the contract commit',
    ],
  },
  {
    name: 'signing in alone by the customer number',
    recipe: recipeFor('ucom', 'contract', 'contract', 'proof'),
    values: { loginName: contract },
    signsIn: contract,
    changes: null,
    newPassword: null,
    refusedPassword: null,
    drifts: ['another button of the customer number', 'another contract menu'],
  },
]

export const second: SecondMarkup = { provider: 'ucom', look, plays }
