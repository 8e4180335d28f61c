import { recipeFor, type SecondMarkup, type SecondPlay } from '../second-play.ts'
import type { Asked, Desk, Look, Reply } from '../second-site.ts'

// お仕事ピカラオンラインサービス, built from the manual's ten steps in the manner of another agency: words in pictures, a site in a window
// of its own with an inner frame, a menu that acts by script, a password window beside the list, rows drawn with boxes. What the manual
// does not show (the other menus, the words of refusals) is this agency's own.

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const picture = (words: string, width = 160): string => `<img src="${dot}" alt="${words}" width="${width}" height="26">`
const imageButton = (words: string): string => `<input type="image" src="${dot}" alt="${words}" width="120" height="30">`
const said = (error: string): string => error && `<div class="ng"><span style="color:#d00">${error}</span></div>`

const office = 'mihonk7x'
/** In the order of the alphabet, as the list has them. */
const boxes = ['jimu4120@md.renshu.example', 'keiri008@md.renshu.example', 'shachou1@md.renshu.example']
const plans = [
  '60日 (標準) / なし',
  '60日 (標準) / あり(月額220円)',
  '365日 / なし',
  '365日 / あり(月額220円)',
  '無期限 (月額330円) / あり',
]

const home = `<div class="gnav"><ul style="display:flex;list-style:none"><li><a href="/shop/plan">${picture('サービス紹介')}</a></li><li><a href="/shop/fee">${picture('料金')}</a></li>
  <li><a href="/shop/apply">${picture('新規お申し込み')}</a></li><li><a href="/users">${picture('ご利用中のお客さま')}</a></li><li><a href="/shop/faq">${picture('よくあるご質問')}</a></li></ul></div>
  <h1>${picture('お仕事ピカラ', 400)}</h1><div><div>重要なお知らせ</div><p>メール用パスワードの変更のお願い（ご契約中のすべてのメールアドレスについて、お手続きをお願いいたします）</p></div>
  <form action="/shop/find" method="get"><input name="q" placeholder="サイト内検索"><button>検索</button></form>
  <p><small>株式会社STNet</small></p>`

const users = `<h1>${picture('ご利用中のお客さま', 300)}</h1><div style="display:flex">
  <div><a href="/online/" target="online"><b>お仕事ピカラ</b><b>オンライン<wbr>サービス</b></a><p>ご契約内容の確認やメールパスワードの変更ができます。</p></div>
  <div><a href="/webmail/" target="_blank"><b>Webメール</b></a><p>外出先でもメールをご覧いただけます。</p></div>
  <div><a href="/shop/option"><b>オプションサービスのお申込み</b></a></div><div><a href="/shop/trouble"><b>故障かな？と思ったら</b></a></div></div>`

const signIn = (
  error: string,
): string => `<div style="width:500px;margin:auto"><div class="logo">${picture('お仕事ピカラ', 200)}</div>
  <p class="t"><strong>お仕事ピカラオンラインサービス</strong>　<span>ログイン</span></p>${said(error)}
  <form action="/online/in" method="post"><div class="cap">ユーザー名</div><div><input name="un" size="30"></div>
  <div class="cap">パスワード</div><div><input type="password" name="pw" size="30"></div><div><button><img src="${dot}" alt="ログイン" width="90" height="24"></button></div></form>
  <p><small>※ユーザー名、パスワードは「登録完了のお知らせ」に記載しています。</small></p>
  <p><small>※パスワードの入力を続けて間違えた場合、一定時間ログインできなくなります。</small></p><p><a href="/online/lost">「登録完了のお知らせ」を紛失された方</a></p></div>`

const item = (words: string, to: string): string =>
  `<li style="cursor:pointer" onclick="work.location='${to}'"><span>${words}</span></li>`
const online = `<div class="bar">${picture('お仕事ピカラオンラインサービス', 300)} <a href="/online/out">ログアウト</a></div>
  <div style="display:flex"><ul>${item('ご契約情報照会', '/online/n/info')}${item('ご契約情報<br>変更', '/online/kinds')}${item('ご利用料金照会', '/online/n/fee')}
  ${item('接続パスワード変更', '/online/n/connection')}${item('オプション申込み', '/online/n/option')}${item('ご解約', '/online/n/end')}</ul>
  <iframe name="work" src="/online/top" width="900" height="900" frameborder="0"></iframe></div>`

const top = `<div class="h">メインメニュー</div><p>見本商店株式会社 様</p><p>左のメニューからお手続きをお選びください。</p>
  <p>【お知らせ】毎月第3日曜日の午前2時から午前6時まで、メンテナンスのためご利用いただけません。</p>`

const kind = (words: string, value: string, more = ''): string =>
  `<div><input type="radio" name="k" value="${value}"><span>${words}</span>${more && `<br><small>${more}</small>`}</div>`
const kinds = (
  error: string,
): string => `<div class="h">ご契約情報変更</div>${said(error)}<p>変更される項目に印を入れ、「次へ」ボタンをクリックしてください。</p>
  <form name="kf" action="/online/kinds" method="post">${kind('ご連絡先変更', 'a')}${kind('インターネット変更', 'n', 'コースの変更、PPPoEパスワードの変更')}
  ${kind('メール変更', 'm', 'メールアドレスの追加・変更・削除、パスワードの変更')}${kind('ホームページ変更', 'h')}${kind('ご解約', 'x')}
  <p><a href="/online/top">メインメニューに戻る</a>　<a href="#" class="btn" onclick="document.kf.submit();return false">次へ</a></p></form>`

function card(address: string, n: number, set: boolean): string {
  const [left, right] = address.split('@')
  const row = (label: string, body: string): string =>
    `<div style="display:flex"><div style="width:220px">${label}</div><div>${body}</div></div>`
  return `<form action="/online/mail/check" method="post" class="mb" style="border:1px solid #999;margin:8px;display:flex"><input type="hidden" name="n" value="${n}"><div>
    ${row('ご契約メールアドレス', `<button name="del" value="1">削除</button> ${left}@<wbr>${right}`)}
    ${row('パスワード', `<span>${set ? '●●●●●●●●' : '*****'}</span> <input type="button" value="設定" onclick="window.open('/online/mail/secret?n=${n}','pw','width=520,height=420')">`)}
    ${row('メールBOX容量', '1GB (標準1GB+追加容量0GB) (月額220円/1GB) <select name="gb"><option value="0">+0GB</option><option value="1">+1GB</option></select>')}
    ${row('メールの保存期間/迷惑メールおまかせ振分け', `<div>※以下の組み合わせの中から選択してください。</div>${plans.map((plan, p) => `<div><input type="radio" name="p" value="${p}"${p === 0 ? ' checked' : ''}>${plan}</div>`).join('')}`)}
    </div><div class="r">${imageButton('変更')}<br><small>1日1回のみ、変更が可能です。</small></div></form>`
}

const mail = (draft: ReadonlyMap<string, string>, error = ''): string => `<div class="h">メール変更</div>${said(error)}
  <div class="s">●メールアドレスの追加</div><form action="/online/mail/add" method="post"><div>アカウント名 <input name="a" size="12">@md.renshu.example</div><div>パスワード <input type="password" name="b" size="10"></div>
  <div>パスワード（確認） <input type="password" name="c" size="10"></div><div><button>追加</button> <small>月額330円（税込）／1アドレス</small></div></form>
  <div class="s">●メール転送</div><form action="/online/mail/forward" method="post"><input name="f" placeholder="転送先メールアドレス"><button>設定</button></form>
  <div style="height:600px"></div><div class="s">●ご契約メールアドレス<span>（アルファベット順）</span></div><p>ご契約中のメールアドレス数　<b>${boxes.length}</b></p>
  ${boxes.map((address, n) => card(address, n, draft.has(`set${n}`))).join('')}<p><a href="/online/top">メインメニューに戻る</a></p>`

const secret = (n: number, error: string): string => `<div class="h">パスワード設定</div><p>${boxes[n]}</p>${said(error)}
  <form action="/online/mail/secret?n=${n}" method="post"><div><small>古いパスワード</small><br><input type="password" name="o"></div>
  <div><small>新しいパスワード</small><br><input type="password" name="a"></div><div><small>新しいパスワード（もう一度）</small><br><input type="password" name="b"></div>
  <p>※パスワードは、先頭が英文字で始まる8文字（固定）で入力してください。</p><p><input type="button" value="閉じる" onclick="window.close()"> <input type="submit" value="設定する"></p></form>`
const secretSet = `<p>設定しています。</p><script>opener.location.href='/online/mail';window.close()</script>`

const changes = (address: string): readonly (readonly [string, string])[] => [
  ['メールアカウント数', String(boxes.length)],
  ['メールアカウント', address],
  ['メールBOX容量', '1GB (標準1GB+追加容量0GB)'],
  ['メールの保存期間/迷惑メールおまかせ振分け', plans[0]!],
]
function check(n: number): string {
  const row = (cells: readonly string[]): string =>
    `<div style="display:table-row">${cells.map((cell) => `<div style="display:table-cell;padding:4px">${cell}</div>`).join('')}</div>`
  return `<div class="h">変更確認画面</div><p><a href="/online/mail" class="btn">戻る</a></p><div class="s">●メール変更</div>
    <div style="display:table">${row(['変更内容', '変更項目', '変更前', '変更後'])}${changes(boxes[n]!)
      .map(([what, value], at) => row([at === 0 ? '更新' : '', what, value, value]))
      .join('')}</div>
    <p>※お申し込み内容をご確認ください。「お申し込み」ボタンをクリックされるまで、変更は行われません。</p>
    <form action="/online/mail/go" method="post"><a href="/online/mail" class="btn">戻る</a> <button><b>お申</b><b>し込み</b></button></form>`
}

const done = (
  address: string,
  password: string,
): string => `<div class="h">変更お申し込み完了</div><p>お申込みありがとうございます。</p><p><a href="/online/top">メインメニューに戻る</a></p>
  <p>お申込受付番号は <b>1711280031</b> です。<br>お問い合わせの際は、この番号をお申し出ください。</p>
  <dl><dt><u>項目名</u></dt><dd><u>項目値</u></dd><dt>処理結果</dt><dd>正常</dd><dt>区分</dt><dd>更新</dd><dt>メールアドレス(アカウント名)</dt><dd>${address.replace('@md.', '@ca.')}</dd>
  <dt>パスワード</dt><dd>${password}</dd><dt>メールBOX容量</dt><dd>1GB</dd><dt>メールの保存期間/迷惑メールおまかせ振分け</dt><dd>${plans[0]}</dd></dl>
  <p>処理結果欄に「正常」と表示された場合、お申し込み内容が正常に終了しました。すぐにご利用いただけます。</p>
  <p>お仕事ピカラ お問い合わせ先<br>通話料無料 0800-888-0450<br>平日 9:00~17:00</p><p><a href="/online/top">メインメニューに戻る</a></p>`

/** The neighbours work: what costs money, ends the contract or changes another password. */
const neighbours: Readonly<Record<string, string>> = {
  info: '<div class="h">ご契約情報照会</div>',
  fee: '<div class="h">ご利用料金照会</div>',
  connection: `<div class="h">接続パスワード変更</div><form action="/online/n/connection-go" method="post"><div>古いパスワード <input type="password" name="o"></div><div>新しいパスワード <input type="password" name="a"></div><button>設定する</button></form>`,
  'connection-go': '<p>接続パスワードを変更しました。</p>',
  option: `<div class="h">オプション申込み</div><form action="/online/n/option-go" method="post"><div><input type="radio" name="o"><span>ウイルスチェック 月額220円</span></div><button>お申し込み</button></form>`,
  'option-go': '<p>お申込みありがとうございます。</p>',
  end: `<div class="h">ご解約</div><form action="/online/n/end-go" method="post"><button>お申し込み</button></form>`,
  'end-go': '<p>ご解約のお申込みを承りました。</p>',
}

function takeSecret({ form, draft }: Asked, { passwords }: Desk, n: number): Reply {
  const [old, fresh, again] = ['o', 'a', 'b'].map((name) => form.get(name) ?? '')
  const refuse = (error: string): Reply => ({ html: secret(n, error) })
  if (old !== passwords.get(boxes[n]!)) return refuse('古いパスワードが正しくありません。')
  if (fresh !== again) return refuse('新しいパスワードが一致しません。')
  if (!/^[A-Za-z][A-Za-z0-9]{7}$/.test(fresh!)) return refuse('パスワードは、先頭が英文字で始まる8文字で入力してください。')
  draft.set(`set${n}`, fresh!)
  return { html: secretSet }
}

/** The row's 変更: whatever else was changed in the row would be changed with it. */
function takeRow({ form, draft }: Asked, { decoy }: Desk): Reply {
  const n = Number(form.get('n'))
  if (form.has('del')) decoy('a mail address removed')
  if (form.get('p') !== '0' || form.get('gb') !== '0') decoy('a plan that costs money')
  if (!draft.has(`set${n}`)) return { html: mail(draft, '変更された項目がありません。') }
  draft.set('n', String(n))
  return { html: check(n) }
}

function signedIn(asked: Asked, desk: Desk): Reply | null {
  const { method, path, query, form, draft } = asked
  const post = method === 'POST'
  const n = Number(query.get('n') ?? draft.get('n'))
  if (path === '/online/top') return { html: top }
  if (path === '/online/kinds' && !post) return { html: kinds('') }
  if (path === '/online/kinds') {
    if (form.get('k') === 'm') return { to: '/online/mail' }
    return form.has('k') ? (desk.decoy(`kind ${form.get('k')}`), { html: '' }) : { html: kinds('項目に印を入れてください。') }
  }
  if (path === '/online/mail') return { html: mail(draft) }
  if (path === '/online/mail/secret' && boxes[n]) return post ? takeSecret(asked, desk, n) : { html: secret(n, '') }
  if (path === '/online/mail/check' && post) return takeRow(asked, desk)
  const fresh = draft.get(`set${n}`)
  if (path === '/online/mail/go' && post && boxes[n] && fresh !== undefined)
    return desk.change(boxes[n], fresh, done(boxes[n], fresh))
  const neighbour = neighbours[path.slice('/online/n/'.length)]
  desk.decoy(`${method} ${path}`)
  return neighbour === undefined ? null : { html: neighbour }
}

function answer(asked: Asked, desk: Desk): Reply | null {
  const { method, path, form, user } = asked
  if (path === '/') return { html: home }
  if (path === '/users') return { html: users }
  if (path === '/online/' && user !== null) return { html: online }
  if (path === '/online/') return { html: signIn('') }
  if (path === '/online/in' && method === 'POST') {
    const right = form.get('un') === office && desk.signIn(office, form.get('pw') ?? '')
    return right ? { to: '/online/', signIn: office } : { html: signIn('ユーザー名またはパスワードに誤りがあります。') }
  }
  if (path === '/online/out') return { to: '/online/', signOut: true }
  if (path.startsWith('/online/') && path !== '/online/lost') return user === null ? { html: signIn('') } : signedIn(asked, desk)
  return (desk.decoy(`${method} ${path}`), { html: '<p>ご案内</p>' })
}

const look = (): Look => ({
  startPath: '/',
  title: 'お仕事ピカラ',
  household: { [office]: 'Zk4unqwe', [boxes[0]!]: 'abcd1234', [boxes[1]!]: 'Qwer7788', [boxes[2]!]: 'shachou9' },
  answer,
  drifts: {
    'another menu': { path: '/online/', edit: (html) => html.replace('ご契約情報<br>変更', 'お客さま情報の編集') },
    'another kind to mark': { path: '/online/kinds', edit: (html) => html.replace('>メール変更<', '>メール機能<') },
    'the address is not in the list': {
      path: '/online/mail',
      edit: (html) => html.replaceAll(/(jimu4120|keiri008)@<wbr>/g, 'madoguchi@<wbr>'),
    },
    'another field': { path: '/online/mail/secret', edit: (html) => html.replace('古いパスワード', '暗証番号') },
    'another size in the confirmation': {
      path: '/online/mail/check',
      edit: (html) => html.replace(/(>1GB \(標準1GB\+追加容量)0(GB\)<\/div><\/div>)/, '$11$2'),
    },
    'another button': {
      path: '/online/mail/check',
      edit: (html) => html.replace('<b>お申</b><b>し込み</b>', 'ご解約を確定する'),
    },
    'another page before the commit': {
      path: '/online/mail/check',
      edit: () => neighbours.option!,
    },
  },
  error: '<div class="h">エラー</div><p>システムエラーが発生しました。しばらくたってから、もう一度お試しください。</p>',
})

const mailbox = (name: string, address: string, newPassword: string, drifts: readonly string[]): SecondPlay => ({
  name,
  recipe: recipeFor('oshigoto-pikara', 'mail', 'portal'),
  values: { loginName: office, address },
  signsIn: office,
  changes: address,
  newPassword,
  refusedPassword: '2bcd5678',
  reads: { receipt: /^1711280031$/, result: /^正常$/ },
  drifts,
})

export const second: SecondMarkup = {
  provider: 'oshigoto-pikara',
  look,
  plays: [
    mailbox('the first address', boxes[0]!, 'Neu5wort', [
      'another menu',
      'another kind to mark',
      'the address is not in the list',
      'another field',
      'another size in the confirmation',
      'another button',
      'another page before the commit',
    ]),
    { ...mailbox('the second address', boxes[1]!, 'k2pprTT8', ['the address is not in the list']), brief: true },
  ],
}
