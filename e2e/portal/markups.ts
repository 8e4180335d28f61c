import type { Markup } from './member-site.ts'

const said = (error: string): string => (error === '' ? '' : `<p style="color:red">${error}</p>`)

/** Tables with header cells, as in the years around 2005. */
export const tables: Markup = {
  start: () =>
    `<h1>料金制選択コース</h1><p>お知らせ</p><a href="/login">料金制選択コースの管理画面</a><p><a href="/other/new">新規お申し込み</a></p>`,
  signIn: (error) => `${said(error)}<form action="/login" method="post"><table>
    <tr><th>ユーザID</th><td><input name="user"></td></tr><tr><th>BIGLOBEパスワード</th><td><input type="password" name="pass"></td></tr></table>
    <input type="submit" value="ログイン &gt;"></form><a href="/other/forgot">Q.パスワードを忘れました。</a>`,
  user: (login) => `<h1>料金制選択コース利用者画面</h1><table><tr><th>ユーザID:</th><td>${login}</td></tr></table>
    <div><a href="/change">BIGLOBEパスワード変更</a><p>メールやBIGLOBEのサービスにログインするためのパスワードです。</p></div>
    <div><a href="/other/connection">接続パスワード変更</a></div><div><a href="/other/course">コース変更</a></div><a href="/other/bill">利用明細</a> <a href="/other/use">接続実績</a>`,
  change: (
    error,
  ) => `<h1>BIGLOBEパスワード(メールとサービスログインのパスワード)変更</h1>${said(error)}<form action="/change" method="post"><table>
    <tr><th>現在のパスワード <span>必須</span></th><td><input type="password" name="now"></td></tr>
    <tr><th>新しいパスワード <span>必須</span></th><td><p>数字、英小文字、英大文字、記号のいずれか2種類以上を使用した8文字以上16文字以内で入力してください。</p><input type="password" name="next"></td></tr>
    <tr><th>新しいパスワードの再入力 <span>必須</span></th><td><input type="password" name="next2"></td></tr></table>
    <input type="button" value="キャンセル" onclick="location='/other/cancel'"><input type="submit" value="変更する"></form>`,
  done: () => `<h1>BIGLOBEパスワード変更</h1><p>パスワードの変更が完了しました。</p><a href="/menu">戻る</a>`,
}

/** Labels for their fields, in the manner of today. */
export const labels: Markup = {
  start: () => `<main><h2>料金制選択コース</h2><nav><a href="/login" class="btn">料金制選択コースの管理画面</a></nav></main>`,
  signIn: (
    error,
  ) => `<main>${said(error)}<form action="/login" method="post"><label for="a">ユーザＩＤ</label><input id="a" name="user"><br>
    <label>BIGLOBEパスワード<input type="password" name="pass"></label><button>ログイン</button></form></main>`,
  user: (
    login,
  ) => `<h2>料金制選択コース利用者画面</h2><dl><dt>会社名:</dt><dd>株式会社サンプル</dd><dt>ユーザID:</dt><dd>${login}</dd></dl>
    <aside><ul><li><a href="/change"><h3>BIGLOBEパスワード変更</h3><p>メールやBIGLOBEのサービスにログインするためのパスワードです。</p></a></li>
    <li><a href="/other/connection"><h3>接続パスワード変更</h3><p>接続サービスご利用時にログインするためのパスワードです。</p></a></li></ul></aside>`,
  change: (error) => `<h2>BIGLOBEパスワード変更</h2>${said(error)}<form action="/change" method="post">
    <p><label for="n">現在のパスワード</label><input id="n" type="password" name="now" autocomplete="current-password"></p>
    <p><label for="f">新しいパスワード</label><input id="f" type="password" name="next"></p>
    <p><label for="g">新しいパスワードの再入力</label><input id="g" type="password" name="next2"></p><button type="submit">変更する</button></form>`,
  done: () => `<h2>変更完了</h2><p>BIGLOBEパスワードを変更しました。</p>`,
}

const frameset = (left: string, right: string): string =>
  `<html><head><meta charset="utf-8"><title>お客さまサポート</title></head><frameset cols="240,*"><frame src="${left}" name="menu"><frame src="${right}" name="main"></frameset></html>`

/** A frameset: the menu in one frame, the pages in the other. */
export const frames: Markup = {
  ...tables,
  user: () => frameset('/frame/menu', '/frame/main'),
  more: {
    '/frame/menu': () =>
      `<p><a href="/change" target="main">BIGLOBEパスワード変更</a></p><p><a href="/other/connection" target="main">接続パスワード変更</a></p>`,
    '/frame/main': (login) => `<h1>料金制選択コース利用者画面</h1><p>ユーザID: ${login}</p>`,
  },
}

/** Every step in a window of its own. */
export const windows: Markup = {
  ...labels,
  start: () => `<h1>料金制選択コース</h1><a href="/login" target="_blank" rel="noopener">料金制選択コースの管理画面</a>`,
  user: (login) => `<h1>料金制選択コース利用者画面</h1><p>ユーザID： ${login} 様</p>
    <button type="button" onclick="window.open('/change','w','width=700,height=600')">BIGLOBEパスワード変更</button>
    <button type="button" onclick="window.open('/other/connection')">接続パスワード変更</button>`,
}

const picture = (words: string, width = 160): string =>
  `<img alt="${words}" width="${width}" height="30" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">`

/** Words in pictures: image buttons, linked pictures, an image map. */
export const pictures: Markup = {
  start: () => `<h1>${picture('料金制選択コース', 400)}</h1><a href="/login">${picture('料金制選択コースの管理画面')}</a>`,
  signIn: (
    error,
  ) => `${said(error)}<form action="/login" method="post">${picture('ユーザID')}<input name="user"><br>${picture('BIGLOBEパスワード')}<input type="password" name="pass"><br>
    <input type="image" alt="ログイン" width="120" height="30" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></form>`,
  user: (login) => `<h1>${picture('料金制選択コース利用者画面', 400)}</h1>ユーザID：<b>${login}</b><br>
    <img usemap="#m" alt="" width="200" height="80" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
    <map name="m"><area shape="rect" coords="0,0,200,40" href="/change" alt="BIGLOBEパスワード変更"><area shape="rect" coords="0,40,200,80" href="/other/connection" alt="接続パスワード変更"></map>`,
  change: (
    error,
  ) => `<h1>BIGLOBEパスワード変更</h1>${said(error)}<form action="/change" method="post" name="f">現在のパスワード<br><input type="password" name="now"><br>
    新しいパスワード<br><input type="password" name="next"><br>新しいパスワードの再入力<br><input type="password" name="next2"><br>
    <a href="javascript:document.f.submit()">${picture('変更する')}</a> <a href="/other/back">${picture('戻る')}</a></form>`,
  done: () => `<p>パスワード変更の完了</p>`,
}

/** Nothing but boxes: words cut over elements, cells and spans that act as buttons, labels in the box above. */
export const soup: Markup = {
  start:
    () => `<div class="t"><span>料金制</span><span>選択コース</span></div><div class="b" style="cursor:pointer" id="go"><span>料金制選択コースの</span><b>管理画面</b></div>
    <script>document.getElementById('go').addEventListener('click',()=>{location='/login'})</script>`,
  signIn: (
    error,
  ) => `${said(error)}<form action="/login" method="post" id="f"><div><span>ユーザ</span><span>ID</span></div><div><input name="user"></div>
    <div style="display:flex"><span>BIG</span><span>LOBE</span><b>パスワード</b></div><div><input type="password" name="pass"></div>
    <div onclick="document.getElementById('f').submit()" style="width:120px"><div>ログ</div><div>イン</div></div></form>`,
  user: (
    login,
  ) => `<div>BIGLOBE法人向けお客さまサポート</div><div><font size="5"><b>料金制選択コース</b>利用者画面</font></div><div>ユーザID:</div><div>${login}</div>
    <table><tr><td onclick="location='/change'"><span>BIG</span>LOBE<b>パスワード</b>変更</td></tr><tr><td onclick="location='/other/connection'"><span>接続</span><b>パスワード</b>変更</td></tr></table>`,
  change: (
    error,
  ) => `<div>BIGLOBE パスワード 変更</div>${said(error)}<form action="/change" method="post" id="c"><div>現在の<b>パスワード</b><i>必須</i></div><div><input type="password" name="now"></div>
    <div>新しい<b>パスワード</b><i>必須</i></div><div>数字、英小文字、英大文字、記号のいずれか2種類以上</div><div><a href="/other/help">Q.使える記号はなんですか?</a></div><div><input type="password" name="next"></div>
    <div>新しい<b>パスワード</b>の再入力<i>必須</i></div><div><input type="password" name="next2"></div>
    <span role="button" tabindex="0" onclick="document.getElementById('c').submit()"><span>変更</span>する</span></form>`,
  done: () => `<div>お手続き完了</div><div>パスワードを変更いたしました。</div>`,
}

/** Several forms on a page: a site search, and a second sign-in that is not ours. */
export const forms: Markup = {
  ...tables,
  signIn: (error) => `<form action="/other/search"><input name="q"><input type="submit" value="検索"></form>
    <form action="/other/mail" method="post"><h2>BIGLOBEメール</h2><p>メールアドレス <input name="m"></p><p>パスワード <input type="password" name="p"></p><button>ログイン</button></form>
    <form action="/login" method="post"><h2>料金制選択コース</h2>${said(error)}<p>ユーザID <input name="user"></p><p>BIGLOBEパスワード <input type="password" name="pass"></p><button>ログイン</button></form>`,
  change: (error) =>
    `${tables.change(error)}<form action="/other/connection" method="post"><h2>お問い合わせ番号</h2><input name="x"><button>変更する</button></form>`,
}

/** The same thing twice, for telephones and for PCs: only one copy can be seen. */
export const twice: Markup = {
  ...labels,
  start: () =>
    `<h1>料金制選択コース</h1><div style="display:none"><a href="/other/sp">料金制選択コースの管理画面</a></div><div><a href="/login">料金制選択コースの管理画面</a> <a href="/login"><img alt="料金制選択コースの管理画面" width="10" height="10"></a></div>`,
  signIn: (error) =>
    `<div style="height:0;overflow:hidden"><form action="/other/sp" method="post"><p>ユーザID<input name="user"></p><p>BIGLOBEパスワード<input type="password" name="pass"></p><button>ログイン</button></form></div>${labels.signIn(error)}`,
  change: (error) =>
    `<div style="position:absolute;left:-9999px"><form action="/other/sp" method="post"><p>現在のパスワード<input type="password"></p><p>新しいパスワード<input type="password"></p><p>新しいパスワードの再入力<input type="password"></p><button>変更する</button></form></div>${labels.change(error)}`,
}

/** Only hints inside the fields; a list of terms; column headers; names read out. */
export const hints: Markup = {
  ...labels,
  signIn: (error) =>
    `${said(error)}<form action="/login" method="post"><table><tr><th>ユーザID</th><th>BIGLOBEパスワード</th><th></th></tr><tr><td><input name="user"></td><td><input type="password" name="pass"></td><td><button>ログイン</button></td></tr></table></form>`,
  change: (
    error,
  ) => `<fieldset><legend>BIGLOBEパスワード変更</legend>${said(error)}<form action="/change" method="post"><input type="password" name="now" placeholder="現在のパスワードを入力"><dl><dt>新しいパスワード（8〜16文字）</dt><dd><input type="password" name="next"></dd></dl>
    <input type="password" name="next2" aria-label="新しいパスワード（再入力）"><button title="変更します">変更する</button></form></fieldset>`,
}

/** Two fields in one row; the name in a field nobody can change; list entries that act by script alone. */
export const rows: Markup = {
  ...labels,
  signIn: (error) =>
    `${said(error)}<form action="/login" method="post"><table><tr><td>ユーザID</td><td>※</td><td><input name="user"></td><td>BIGLOBEパスワード</td><td><input type="password" name="pass"></td></tr></table><input type="button" value="ログイン" onclick="this.form.submit()"></form>`,
  user: (
    login,
  ) => `<p>TOP &gt; 料金制選択コース利用者画面</p><p>ユーザID <input readonly value="${login}"></p><ul><li id="c">BIGLOBEパスワード変更</li><li id="o">接続パスワード変更</li></ul>
    <script>c.addEventListener('click',()=>{location='/change'});o.addEventListener('click',()=>{location='/other/connection'})</script>`,
  change: (error) =>
    `<h3>BIGLOBEパスワード変更</h3>${said(error)}<form action="/change" method="post"><table><tr><td>現在のパスワード</td><td><input type="password" name="now"></td><td>新しいパスワード</td><td><input type="password" name="next"></td><td>新しいパスワードの再入力</td><td><input type="password" name="next2"></td></tr></table><input type="submit" value="変更する"></form>`,
  done: () => `<p>BIGLOBEパスワードの変更が完了いたしました。次回から新しいパスワードでログインしてください。</p>`,
}

/** The sign-in stands in a frame of the first page; there is no page before it. */
export const inner: Markup = {
  ...tables,
  start: () => `<h1>お客さまサポート</h1><iframe src="/login" width="600" height="400"></iframe>`,
}

/** One page that scripts build and change; the password goes by a script's request. */
export const scripts: Markup = {
  ...labels,
  start: () =>
    `<div id="r"></div><script>setTimeout(()=>{r.innerHTML='<h1>料金制選択コース</h1><a href="#" id="g">料金制選択コースの管理画面</a>';g.onclick=()=>{r.innerHTML='…';setTimeout(()=>{location='/login'},600)}},700)</script>`,
  user: (login) => `<div id="r"></div><script>
    const menu=()=>{r.innerHTML='<h1>料金制選択コース利用者画面</h1><p>ユーザID: ${login}</p><button id="m">BIGLOBEパスワード変更</button>';m.onclick=form}
    const form=()=>{r.innerHTML='<h1>BIGLOBEパスワード変更</h1><label>現在のパスワード<input type="password" id="a"></label><label>新しいパスワード<input type="password" id="b"></label><label>新しいパスワードの再入力<input type="password" id="c"></label><button id="s" disabled>変更する</button>';
      c.onkeyup=()=>{setTimeout(()=>{s.disabled=false},300)};
      s.onclick=async()=>{s.disabled=true;await fetch('/ping');const x=await fetch('/change',{method:'POST',body:new URLSearchParams({now:a.value,next:b.value,next2:c.value})});await x.text();await fetch('/ping');r.innerHTML='<p>パスワードを変更しました。</p>'}}
    setTimeout(menu,500)</script>`,
}

export const allMarkups: Readonly<Record<string, Markup>> = {
  rows,
  inner,
  scripts,
  tables,
  labels,
  frames,
  windows,
  pictures,
  soup,
  forms,
  twice,
  hints,
}
