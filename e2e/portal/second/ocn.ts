import { recipeFor, type SecondMarkup, type SecondPlay } from '../second-play.ts'
import type { Asked, Desk, Look, Reply } from '../second-site.ts'

// The desk of OCN for business (カスタマサポートデスク), built from its manual of March 2024 in the manner of another agency: a frameset with
// the menu at the left, cells that act by script, words in pictures and inside the fields, headings cut over elements. What the manual
// does not show (the page after 登録, the words of refusals) is this agency's own.

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const picture = (words: string, width = 140): string => `<img src="${dot}" alt="${words}" width="${width}" height="24">`
const imageButton = (words: string, name = ''): string =>
  `<input type="image" src="${dot}" alt="${words}" width="150" height="32"${name && ` name="${name}"`}>`
const said = (error: string): string =>
  error && `<div class="msg"><p>${picture('エラー', 20)}<font color="#c00">${error}</font></p></div>`

const hosts = ['bird.renshu.example', 'bird2.renshu.example', 'cup.renshu.example', 'hikari.bird.renshu.example']
const me = 'mihon5501@bird.renshu.example'

const signIn = (error: string): string => `<div id="hd">${picture('OCN for business', 220)}
  <form action="/find" method="get"><input name="q" placeholder="サイト内検索"><button>検索</button></form>
  <form action="/lang" method="get"><select name="l"><option value="ja">日本語</option><option value="en">English</option></select></form></div>
  <div id="news"><p>【お知らせ】11月28日（土）午前1時から午前5時まで、メンテナンスのためログインできません。</p></div>
  <div class="box"><h2>カスタマ<wbr>サポートデスク</h2>${said(error)}
  <form action="/login.cgi" method="post" name="lg"><p><input name="i1" placeholder="認証ID" autocomplete="username" size="14"> ＠
  <select name="i2"><option value="">選択してください</option>${hosts.map((host, n) => `<option value="${n + 11}">${host}</option>`).join('')}</select></p>
  <p><input type="password" name="i3" placeholder="パスワード"></p><p>${imageButton('ログイン')}</p></form>
  <p><small>※パスワードを続けて間違えた場合、一定時間ログインできなくなります。</small></p>
  <p><a href="/guide">ご利用ガイド（B-OCNカスタマーサポートデスクへのログイン方法）</a></p></div>`

const desk = `<html lang="ja"><head><meta charset="utf-8"><title>OCN for business</title></head><frameset rows="56,*" border="0"><frame src="/desk/head" name="head" scrolling="no">
  <frameset cols="270,*"><frame src="/desk/menu" name="menu"><frame src="/desk/home" name="body"></frameset></frameset></html>`

const cell = (words: string, to: string): string =>
  `<tr><td class="i" style="cursor:pointer" onclick="parent.frames['body'].location='${to}'">${words}</td></tr>`
const group = (words: string): string => `<tr><td class="g">${picture(words)}</td></tr>`
const menu = `<table cellspacing="0"><tr><td><a href="/logout" target="_top">${picture('ログアウト')}</a></td></tr>
  ${group('ご利用状況')}${cell('ご利用状況の確認', '/desk/home')}${group('各種変更のお申込み')}<tr><td>ご請求関連</td></tr>
  ${cell('お支払い方法（クレジットカードへ）', '/desk/n/card')}${cell('「請求書」および「口座振替のお知らせ」送付先住所', '/desk/n/bill')}
  ${cell('「口座振替のお知らせ」の送付方法', '/desk/n/debit')}${cell('担当者連絡先', '/desk/n/contact')}
  ${cell('メールアカウント<br>および<span>ウイルスチェック</span>', '/desk/n/mail')}
  ${group('パスワード変更')}${cell('<span>認証</span><span>パスワード</span>変更', '/desk/pw')}
  ${group('廃止のお申込み')}${cell('廃止申込', '/desk/n/end')}
  ${group('お電話での問い合わせ')}<tr><td>設定方法について</td></tr><tr><td>故障について</td></tr></table>`

const attention =
  '認証パスワードを変更された場合は、ネットワーク機器等に設定しているパスワード変更も必要となる場合がございます。あらかじめご確認をお願いいたします。'
const home = `<h3>ご利用状況の確認</h3><p>ミホンショウテン様<br>OCNのご利用まことにありがとうございます。<br>現在のご利用状況をお知らせします。</p>
  <p>【お客さまへのお知らせ】<br>セキュリティの観点からログインパスワードの定期的な変更を推奨しております。<br>左側メニューに「認証パスワード変更」メニューの表示がある場合は、オンラインでのお手続きが可能です。</p>
  <p>【注意事項】<br>${attention}</p><h4>ミホンショウテン様の登録情報</h4><dl><dt>お客様番号</dt><dd>N230000001</dd><dt>サービス品目</dt><dd>OCN光フレッツ IP1 ファミリータイプ</dd>
  <dt>お名前（カナ）</dt><dd>ミホンショウテン 様</dd><dt>支払い方法</dt><dd>請求書によるお支払い</dd></dl>`

const steps = (now: 1 | 2 | 3): string =>
  `<div style="display:flex">${['入力', '確認', '完了'].map((name, n) => `<div${n + 1 === now ? ' style="background:#c00;color:#fff"' : ''}><span>STEP${n + 1}</span> <b>${name}</b></div><div>→</div>`).join('')}</div>`
const headed = (now: 1 | 2 | 3, body: string): string =>
  `<div class="t"><font size="5">認証パスワード<span>の変更</span></font></div>${steps(now)}${body}`
const asks = (words: string, name: string): string =>
  `<div class="q"><div>${words} <font color="#c00">&lt;必須&gt;</font></div><div><input type="password" name="${name}" size="12"></div></div>`

const step1 = (user: string, error: string): string =>
  headed(
    1,
    `<p>本画面は認証パスワード変更のお申込みページです。</p>${said(error)}<p>【注意事項】<br>${attention}</p>
  <form action="/desk/pw" method="post" name="pw"><div class="cap">認証パスワード入力</div><p>認証パスワードをご入力ください。</p>
  <div class="q"><div>認証ID</div><div><tt>${user}</tt></div></div>
  ${asks('<b>現在の</b>認証パスワード', 'p0')}${asks('<b>新しい</b>認証パスワード', 'p1')}${asks('<b>新しい</b>認証パスワード<small>(確認用)</small>', 'p2')}
  <div class="warn"><p>！ご注意</p><ul><li>認証パスワードは6文字以上8文字以下の文字列にしてください。</li>
  <li>新しい認証パスワードは、2文字以上のアルファベットと1文字以上の数字、又は記号を用いて作成してください。</li>
  <li>認証パスワードに使用可能な文字は以下の通りです。<br>〔A-Z〕〔a-z〕〔0-9〕！$%&amp;'()*+,-./;&lt;=&gt;?[]^_{}\`~</li>
  <li>新しい認証パスワードが有効となるまで、最大5分程度かかる場合があります。あらかじめご了承ください。</li>
  <li>パスワード変更後、約1時間、パスワードの変更は実施できません。</li></ul></div>
  <p>入力した内容でよろしければ「次へ」ボタンをクリックしてください。</p><p>${imageButton('次へ')}</p></form>
  <p><a href="/desk/home">${picture('TOPへ戻る')}</a></p>`,
  )

const step2 = headed(
  2,
  `<p>パスワードを変更します。よろしければ、「登録」ボタンをクリックしてください。</p><div class="warn"><p>！ご注意</p><ul><li>パスワード変更後、約1時間、パスワードの変更は実施できません。</li><li>${attention}</li></ul></div>
  <table><tr><td><form action="/desk/pw" method="get">${imageButton('戻る')}</form></td><td><form action="/desk/pw/go" method="post">${imageButton('登録')}</form></td></tr></table>`,
)
const step3 = headed(
  3,
  `<p>認証パスワードの変更を受け付けました。</p><p>新しい認証パスワードが有効となるまで、最大5分程度かかる場合があります。</p><p><a href="/desk/home">${picture('TOPへ戻る')}</a></p>`,
)

const virus = `<div class="t"><font size="5">メールアカウント・ウィルスチェックサービス確認・変更</font></div><div>STEP1 → STEP2 → <b>STEP3</b> → STEP4 → 完了</div>
  <p>■ ウィルスチェックサービスの変更</p><table><tr><td></td><td>ご利用中の情報</td><td></td><td>変更後アカウント情報</td></tr><tr><td>メールアカウント</td><td>mihon-taro@renshu.example</td><td>→</td><td>変更なし</td></tr>
  <tr><td>ウィルスチェックサービス</td><td>利用しない</td><td>→</td><td>利用する</td></tr></table><p>入力した内容がよろしければ「登録」ボタンをクリックして下さい。</p>
  <form action="/desk/n/mail-go" method="post">${imageButton('戻る', 'b')} ${imageButton('登録', 'g')}</form>`

/** The neighbours: what costs money, changes an address or ends the contract. They work. */
const neighbours: Readonly<Record<string, string>> = {
  mail: `<h3>お申し込み内容入力</h3><p>■追加・変更・削除の申込み</p><p>最大4個までのメールアカウントをご利用いただけます。</p><table><tr><th>No.</th><th>メールアカウント</th><th>お申込み状況</th><th>お申込み</th></tr>
    <tr><td>01</td><td>mihon-taro@renshu.example</td><td>変更・削除可能</td><td><form action="/desk/n/mail-change" method="post"><button>変更</button></form><form action="/desk/n/mail-drop" method="post"><button>削除</button></form></td></tr>
    <tr><td>02</td><td>—</td><td>追加可能</td><td><form action="/desk/n/mail-add" method="post"><button>追加</button></form></td></tr></table>`,
  'mail-change': `<p>下記の3つの申込みのパターンから1つを選択し、選択した申込みパターンの申込み内容を入力して下さい。</p><form action="/desk/n/mail-check" method="post"><p><input type="radio" name="k" value="v" checked>←ウイルスチェックサービスのみ変更申込みをする。</p>
    <p><input type="radio" name="k" value="b">←メールアカウントと、ウイルスチェックサービスを同時に変更申込みする。</p><p>メールアカウント <input name="a" value="mihon-taro"></p><p>メールパスワード <input type="password" name="p"></p><p>メールパスワード(確認の為再入力) <input type="password" name="q"></p>
    <p><input type="radio" name="k" value="a">←メールアカウントのみ変更申込みをする。</p><p>メールアカウント <input name="c"></p><p>メールパスワード <input type="password" name="d"></p><p>メールパスワード(確認の為再入力) <input type="password" name="e"></p><button>次へ</button></form>`,
  'mail-check': virus,
  'mail-go': '<p>お申し込みを受け付けました。</p>',
  'mail-drop': '<p>削除のお申し込みを受け付けました。</p>',
  'mail-add': `<form action="/desk/n/mail-check" method="post"><p>メールアカウント <input name="a"></p><p>メールパスワード <input type="password" name="p"></p><button>次へ</button></form>`,
  end: `<h3>廃止の受付</h3>${steps(1)}<form action="/desk/n/end-check" method="post"><p>廃止理由 &lt;必須&gt; <select name="r"><option>価格</option></select></p>${imageButton('次へ')}</form>`,
  'end-check': `<p>「申し込む」を押すと、廃止が実行され、一切の取り消しは出来ません。よろしいですか？</p><form action="/desk/n/end-go" method="post">${imageButton('戻る')}${imageButton('申し込む')}</form>`,
  'end-go': '<p>廃止のお申し込みを受け付けました。</p>',
  card: '<h3>お支払い方法</h3><form action="/desk/n/card" method="post"><p>カード番号 <input name="n"></p><button>登録</button></form>',
  bill: '<h3>送付先住所</h3>',
  debit: '<h3>送付方法</h3>',
  contact: '<h3>担当者連絡先</h3>',
}

/** What the manual's notes on STEP1 ask of a new password. */
const follows = (password: string): boolean =>
  /^[A-Za-z0-9!$%&'()*+,\-./;<=>?[\]^_{}`~]{6,8}$/.test(password) &&
  password.replace(/[^A-Za-z]/g, '').length >= 2 &&
  /[^A-Za-z]/.test(password)

function handIn({ form, user, draft }: Asked, { passwords }: Desk): Reply {
  const [now, fresh, again] = ['p0', 'p1', 'p2'].map((name) => form.get(name) ?? '')
  const refuse = (error: string): Reply => ({ html: step1(user!, error) })
  if (now !== passwords.get(user!)) return refuse('現在の認証パスワードが正しくありません。')
  if (fresh !== again) return refuse('新しい認証パスワードと確認用の認証パスワードが一致しません。')
  if (!follows(fresh!)) return refuse('入力内容に誤りがあります。新しい認証パスワードの文字をご確認ください。')
  draft.set('fresh', fresh!)
  return { html: step2 }
}

function takeSignIn({ form }: Asked, { signIn: letIn }: Desk): Reply {
  const user = `${form.get('i1')}@${hosts[Number(form.get('i2')) - 11] ?? ''}`
  if (letIn(user, form.get('i3') ?? '')) return { to: '/desk', signIn: user }
  return { html: signIn('認証IDまたはパスワードが一致しません。') }
}

function answer(asked: Asked, office: Desk): Reply | null {
  const { method, path, user, draft } = asked
  const post = method === 'POST'
  if (path === '/' || path === '/login.cgi') return post ? takeSignIn(asked, office) : { html: signIn('') }
  if (path === '/logout') return { to: '/', signOut: true }
  if (!path.startsWith('/desk')) return (office.decoy(path), { html: '<p>ご案内</p>' })
  if (user === null) return { to: '/' }
  if (path === '/desk') return { html: desk }
  if (path === '/desk/head') return { html: `${picture('OCN for business', 200)} カスタマーサポートデスク` }
  if (path === '/desk/menu') return { html: menu }
  if (path === '/desk/home') return { html: home }
  if (path === '/desk/pw') return post ? handIn(asked, office) : { html: step1(user, '') }
  const fresh = draft.get('fresh')
  if (path === '/desk/pw/go' && post && fresh !== undefined) return office.change(user, fresh, step3)
  const neighbour = neighbours[path.slice('/desk/n/'.length)]
  return neighbour === undefined ? null : (office.decoy(`${method} ${path}`), { html: neighbour })
}

const look = (): Look => ({
  startPath: '/',
  title: 'カスタマサポートデスク | OCN for business',
  household: { [me]: 'Hon3-yes' },
  answer,
  drifts: {
    'another menu': {
      path: '/desk/menu',
      edit: (html) => html.replace(/<span>認証<\/span><span>パスワード<\/span>変更/, 'セキュリティ設定'),
    },
    'another field': {
      path: '/desk/pw',
      edit: (html) => html.replace(/<b>新しい<\/b>認証パスワード<small>/, '秘密の質問の答え<small>'),
    },
    'another button': { path: '/desk/pw', edit: (html) => html.replace('alt="登録"', 'alt="申し込む"') },
    'another page before the commit': { path: '/desk/pw', edit: (html) => (html.includes('alt="登録"') ? virus : html) },
  },
  error: '<h3>システムエラー</h3><p>システムエラーが発生しました。お手数ですが、時間をおいて再度お試しください。</p>',
})

const plays: readonly SecondPlay[] = [
  {
    name: 'the authentication password',
    recipe: recipeFor('ocn', 'portal', 'portal'),
    values: { loginName: me },
    signsIn: me,
    changes: me,
    newPassword: "q'7&<Wz~",
    refusedPassword: 'abcdefgh',
    drifts: ['another menu', 'another field', 'another button', 'another page before the commit'],
  },
  {
    name: 'signing in alone',
    recipe: recipeFor('ocn', 'portal', 'portal', 'proof'),
    values: { loginName: me },
    signsIn: me,
    changes: null,
    newPassword: null,
    refusedPassword: null,
    drifts: [],
  },
]

export const second: SecondMarkup = { provider: 'ocn', look, plays }
