// Myピカラ, built from the manual in the manner of another agency: a menu that opens, words over their fields and inside them, links
// dressed as buttons, cells that act by script, one field for user name or mail address. The manual shows the sign-in, the two-factor page
// and the lost user name and password; the change of a password is not shown and is built here after the manual's own manner (【次へ】, 【設定する】).

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const said = (error: string): string => error && `<div role="alert" style="color:#d00"><span>！</span> ${error}</div>`
const button = (words: string): string =>
  `<a href="#" class="btn" role="button" onclick="this.closest('form').submit();return false">${words}</a>`
const over = (words: string, field: string): string => `<div class="f"><p class="l">${words}</p><p>${field}</p></div>`
const secretField = (name: string): string => `<input type="password" name="${name}" size="14">`
const framed = (
  title: string,
  body: string,
): string => `<header><div style="display:flex"><a href="/my/top">Ｍｙピカラ</a><span>見本 花子 様</span><a href="/my/out">ログアウト</a></div></header>
  <main><div class="ttl"><b>${title}</b></div>${body}</main><footer><small>お問い合わせ 0800-100-3950</small></footer>`

export const office = 'mihon21'
export const guarded = 'mihon-kk'
export const boxes = ['hanako21@md.renshu.example', 'taro4-21@md.renshu.example']
export const code = '804261'

export const home = `<div id="top"><img src="${dot}" alt="ピカラ" width="160" height="40"><button type="button" onclick="n.style.display=n.style.display?'':'none'"><span>≡</span><br>メニュー</button></div>
  <nav id="n" style="display:none"><ul><li><a href="/shop/net">光ねっと</a></li><li><a href="/shop/tel">光でんわ</a></li><li><a href="/shop/apply">新規お申し込み</a></li>
  <li><a href="/my/"><em>Ｍｙ</em><em>ピカラ</em></a></li><li><a href="/shop/mail">Webメール</a></li></ul></nav>
  <h1>ピカラの光ねっと</h1><p>キャンペーン実施中！</p><a href="/shop/apply"><img src="${dot}" alt="お申し込みはこちら" width="300" height="60"></a>`

export const signIn = (
  error: string,
): string => `<main><h2>Ｍｙピカラ<br>ログイン</h2><p>『登録完了のお知らせ』用紙に記載しているユーザー名とパスワードを入力してください。</p>
  <p>スマートフォンからサービス変更等をお申し込みの際は、<a href="/my/">PCサイトへ</a>を押してください。</p>${said(error)}
  <form action="/my/in" method="post">${over('ユーザー名 または メールアドレス', '<input name="n" autocomplete="username">')}${over('パスワード', secretField('p'))}
  <p><input type="button" value="Ｍｙピカラにログインする" onclick="this.form.submit()"></p></form>
  <ul><li><a href="/my/lost?k=u">ユーザー名を忘れた場合</a></li><li><a href="/my/lost?k=p">パスワードを忘れた場合</a></li></ul>
  <p><small>※パスワードを一定回数間違えた場合、しばらくログインできなくなります。</small></p></main>`

export const second = (
  error: string,
): string => `<main><h2>２要素認証</h2><p>ご登録の通知先（第１メールアドレス）に認証コードをお送りしました。メールに記載の認証コードを入力してください。</p>${said(error)}
  <form action="/my/code" method="post"><p><input name="c" placeholder="認証コード" inputmode="numeric" maxlength="6"></p>
  <div><input type="checkbox" name="r" value="1"><span>次回以降、このブラウザで認証コードを<wbr>要求しない</span></div><p>${button('ログイン')}</p></form>
  <p><a href="/my/again">認証コードを再送する</a></p></main>`

const tile = (words: string, to: string): string =>
  `<td style="cursor:pointer;border:1px solid" onclick="location.href='${to}'">${words}</td>`
export const top = `<header><div style="display:flex"><a href="/my/top">Ｍｙピカラ</a><span>見本 花子 様</span><a href="/my/out">ログアウト</a></div></header><main><h2>Ｍｙピカラ トップ</h2>
  <p>【お知らせ】メンテナンスのため、11月30日（月）午前1時から午前6時までログインできません。</p>
  <table><caption>共通</caption><tr>${tile('契約内容の照会', '/my/n/contract')}${tile('ご利用料金の照会', '/my/n/fee')}</tr></table>
  <table><caption>インターネット</caption><tr>${tile('インターネット接続 ID と<br>パスワードの照会', '/my/n/connection')}${tile('電子メールアドレスの<br>変更', '/my/n/mail')}${tile('電子メールアドレスの<br>追加', '/my/n/add')}</tr>
  <tr>${tile('電子メールアドレスの<br>仮パスワード発行', '/my/n/temporary')}${tile('電子メールアドレスの<br>パスワード変更', '/my/mail')}${tile('インターネットセキュリティソフト<br>（ノートン セキュリティ オンライン）のお申込み', '/my/n/norton')}</tr>
  <tr>${tile('インターネットのオプション変更', '/my/n/option')}${tile('インターネットのご利用データ転送量', '/my/n/volume')}<td></td></tr></table>
  <table><caption>光でんわ</caption><tr>${tile('光でんわのオプション変更', '/my/n/phone')}</tr></table>
  <table><caption>Ｍｙピカラのログイン</caption><tr>${tile('Ｍｙピカラの<br>２要素認証の設定', '/my/n/factor')}${tile('Ｍｙピカラの<br>ユーザー名変更', '/my/n/name')}${tile('Ｍｙピカラの<br>パスワード変更', '/my/pass')}${tile('メールアドレスでの<br>Ｍｙピカラログイン設定', '/my/n/by-mail')}</tr></table></main>`

const rule = '新しいパスワードは、半角英大文字(A～Z)・半角英小文字(a～z)・半角数字(0～9)を全て利用して8文字でご入力ください。'
export const follows = (password: string): boolean =>
  /^[A-Za-z0-9]{8}$/.test(password) && /[A-Z]/.test(password) && /[a-z]/.test(password) && /[0-9]/.test(password)

export const list = framed(
  '電子メールアドレスのパスワード変更',
  `<p>パスワードを変更する電子メールアドレスの【変更する】を選択してください。</p>${boxes.map((address, n) => `<div style="display:flex"><div>${address.replace('@', '@<wbr>')}</div><div><a class="btn" href="/my/mail/new?n=${n}">変更する</a></div></div>`).join('')}`,
)
/** One page for both kinds of password; `whose` stands above the fields. */
export const entry = (title: string, to: string, whose: string, error: string): string =>
  framed(
    title,
    `${said(error)}<p>${rule}</p><form action="${to}" method="post">${whose}${over('現在のパスワード', secretField('o'))}${over('新しいパスワード', secretField('a'))}
    ${over('新しいパスワードの確認入力', secretField('b'))}<p><a href="/my/top" class="btn">トップへ戻る</a> ${button('次へ')}</p></form>`,
  )
export const confirmed = (title: string, to: string, whose: string): string =>
  framed(
    `${title}の確認`,
    `<p>以下の内容で設定します。よろしければ【設定する】を選択してください。</p>${whose}<dl><dt>新しいパスワード</dt><dd>********</dd></dl>
    <form action="${to}" method="post"><a href="/my/top" class="btn">戻る</a> <button><span>設定する</span></button></form>`,
  )
export const finished = (title: string): string =>
  framed(`${title}の完了`, '<p>パスワードの設定が完了しました。</p><p><a href="/my/top">トップへ戻る</a></p>')

export const mailTitle = '電子メールアドレスのパスワード変更'
export const ownTitle = 'Ｍｙピカラのパスワード変更'
export const address = (n: number): string => `<dl><dt>電子メールアドレス</dt><dd>${boxes[n]}</dd></dl>`

const spin = (name: string, unit: string, size: number): string => `<input name="${name}" size="${size}">${unit}`
export const lost = (
  kind: string,
  error: string,
): string => `<main><h2>ユーザー名確認・パスワード再設定</h2><p>契約者確認のため、契約者情報を入力してください。</p>${said(error)}
  <form action="/my/lost/check" method="post"><section><h4>お問い合わせ内容</h4><div><input type="radio" name="k" value="u"${kind === 'u' ? ' checked' : ''}> ユーザー名のお問い合わせ</div><div><input type="radio" name="k" value="p"${kind === 'p' ? ' checked' : ''}> パスワードの再設定</div></section>
  <section><h4>ご契約者名</h4><div><input type="radio" name="w" value="p"> 個人名　ご契約者名（漢字）</div><div style="display:flex"><div><div>姓</div><input name="s"></div><div><div>名</div><input name="g"></div></div>
  <div><input type="radio" name="w" value="c"> 法人名　ご契約者名（漢字）</div><div><input name="c" placeholder="法人名"></div></section>
  <section><h4>ご契約者生年月日</h4><div>西暦 ${spin('y', '年', 4)} ${spin('m', '月', 2)} ${spin('d', '日', 2)}</div><small>（法人名でのご契約の場合は、入力不要です）</small></section>
  <section><h4>ピカラメールアドレス</h4><div><input name="e" size="30"></div></section>
  <section><h4>ご送付希望の通知先</h4><div><select name="t"><option value="">選択してください</option><option value="1">Ｍｙピカラ第１メールアドレス</option><option value="2">その他のメールアドレス</option><option value="3">携帯電話番号（SMS）</option></select></div></section>
  <p>${button('次へ')}</p></form></main>`

export const lostCheck = (
  draft: ReadonlyMap<string, string>,
): string => `<main><h2>入力内容のご確認</h2><dl>${[...draft].map(([what, value]) => `<dt>${what}</dt><dd>${value}</dd>`).join('')}</dl>
  <form action="/my/lost/send" method="post" onsubmit="return confirm('問い合わせ内容を送信します。よろしいですか？')"><a href="/my/lost" class="btn">戻る</a> <input type="submit" value="問い合わせ内容を送信する"></form></main>`
export const lostSent = (draft: ReadonlyMap<string, string>): string =>
  `<main><h2>手続きの完了</h2><p>お問い合わせを受け付けました。</p><p>${draft.get('ご送付希望の通知先')}をご確認ください。</p><p>※メールが届くまでに5分～10分くらい掛かる場合があります。</p></main>`

export const reset = (
  error: string,
): string => `<main><h2>パスワードの再設定</h2>${said(error)}<form action="/reset/x81" method="post"><p>${rule}</p><p><input type="password" name="a" placeholder="新しいパスワード"></p>
  <p><input type="password" name="b" placeholder="新しいパスワードの確認入力"></p><p><button><em>再設定</em><em>する</em></button></p></form></main>`
export const resetDone =
  '<main><h2>再設定の完了</h2><p>パスワードの再設定が完了しました。</p><p><a href="/my/">ログイン画面へ</a></p></main>'
