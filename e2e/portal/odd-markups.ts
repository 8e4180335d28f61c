import { labels, tables } from './markups.ts'
import type { Markup } from './member-site.ts'

const said = (error: string): string => (error === '' ? '' : `<p><font color="red">${error}</font></p>`)
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

const passwordRow = (label: string, name: string): string =>
  `<TR><TD BGCOLOR="#cccccc">${label}<FONT COLOR=RED>(必須)</FONT></TD></TR><TR><TD>※8文字以上16文字以内<BR><INPUT TYPE=PASSWORD NAME=${name}></TD></TR>`

/** Tables in tables as around 1999: every label in a row of its own above its field, the name below a header cell, pictures for buttons. */
const oldTables: Markup = {
  start: () =>
    `<CENTER><TABLE WIDTH=600><TR><TD><FONT SIZE="+2"><B>料金制選択コース</B></FONT></TD></TR><TR><TD><TABLE><TR><TD><A HREF="/login"><FONT SIZE=3>料金制選択コースの<BR>管理画面</FONT></A></TD></TR></TABLE></TD></TR></TABLE></CENTER>`,
  signIn: (error) =>
    `<CENTER>${said(error)}<FORM METHOD=POST ACTION="/login"><TABLE BORDER=1><TR><TD>■ユーザID</TD></TR><TR><TD><INPUT NAME=user></TD></TR><TR><TD>■BIGLOBEパスワード</TD></TR><TR><TD><INPUT TYPE=PASSWORD NAME=pass></TD></TR><TR><TD><INPUT TYPE=IMAGE SRC="${dot}" ALT="ログイン" WIDTH=100 HEIGHT=20></TD></TR></TABLE></FORM></CENTER>`,
  user: (login) =>
    `<TABLE><TR><TD><FONT SIZE=5>料金制選択コース<BR>利用者画面</FONT><TABLE BORDER=1><TR><TH>会社名</TH><TH>ユーザID</TH></TR><TR><TD>みほん商店</TD><TD>${login}</TD></TR></TABLE></TD><TD><TABLE><TR><TD><A HREF="/change"><IMG SRC="${dot}" WIDTH=200 HEIGHT=30 ALT="BIGLOBEパスワード変更"></A></TD></TR><TR><TD><A HREF="/other/connection">接続パスワード変更</A></TD></TR></TABLE></TD></TR></TABLE>`,
  change: (error) =>
    `<CENTER><FONT SIZE=5><B>BIGLOBEパスワード変更</B></FONT>${said(error)}<FORM METHOD=POST ACTION="/change"><TABLE BORDER=1>${passwordRow('現在のパスワード', 'now')}${passwordRow('新しいパスワード', 'next')}${passwordRow('新しいパスワードの再入力', 'next2')}</TABLE><INPUT TYPE=RESET VALUE="クリア"> <INPUT TYPE=IMAGE SRC="${dot}" WIDTH=100 HEIGHT=20 ALT="変更する"></FORM></CENTER>`,
  done: () => `<CENTER>ありがとうございました。<BR>パスワードの変更手続きが正常に終了しました。</CENTER>`,
}

const connection = `<h2>接続パスワード変更</h2><form action="/other/connection" method="post"><table><tr><th>現在のパスワード</th><td><input type="password" name="now"></td></tr>
  <tr><th>新しいパスワード</th><td><input type="password" name="next"></td></tr><tr><th>新しいパスワードの再入力</th><td><input type="password" name="next2"></td></tr></table><input type="submit" value="変更する"></form>`

/** Both passwords on one page: the same labels and the same button once more under 接続パスワード変更, first. */
const bothPasswords: Markup = {
  ...tables,
  change: (error) => `<h1>パスワード変更</h1><div>${connection}</div><div>${tables.change(error).replaceAll('h1>', 'h2>')}</div>`,
}

/** Fields that cannot be typed into until they are entered, and a button that wakes when they agree. */
const asleep: Markup = {
  ...labels,
  change: (error) => `<h1>BIGLOBEパスワード変更</h1>${said(error)}<form action="/change" method="post">
    <p><b>現在のパスワード</b><span>必須</span><br><input type="password" name="now" readonly onfocus="this.removeAttribute('readonly')"><label><input type="checkbox"> 表示する</label></p>
    <p><b>新しいパスワード</b><span>必須</span><br><input type="password" name="next" readonly onclick="this.readOnly=false" onblur="wake()"><label><input type="checkbox"> 表示する</label></p>
    <p><b>新しいパスワードの再入力</b><span>必須</span><br><input type="password" name="next2" onkeyup="wake()"><label><input type="checkbox"> 表示する</label></p>
    <button id="s" disabled>変更する</button><button type="button" onclick="location='/other/cancel'">キャンセル</button></form>
    <script>function wake(){const f=document.forms[0];s.disabled=!(f.now.value&&f.next.value.length>7&&f.next.value===f.next2.value)}</script>`,
}

/** A form in the shadow tree of an element of the site's own making. */
const shadowed: Markup = {
  ...labels,
  change: (
    error,
  ) => `<h1>BIGLOBEパスワード変更</h1>${said(error)}<pw-form></pw-form><script>customElements.define('pw-form',class extends HTMLElement{connectedCallback(){
    this.attachShadow({mode:'open'}).innerHTML='<form method="post" action="/change"><p><label>現在のパスワード<input type="password" name="now"></label></p><p><label>新しいパスワード<input type="password" name="next"></label></p><p><label>新しいパスワードの再入力<input type="password" name="next2"></label></p><button>変更する</button></form>'}})</script>`,
}

/** Frames in frames; the name in one, the menu in another. */
const nested: Markup = {
  ...tables,
  start: () => `<h1>料金制選択コース</h1><iframe src="/frame/outer" width="900" height="600"></iframe>`,
  user: () =>
    `<h1>料金制選択コース利用者画面</h1><iframe src="/frame/name" width="500" height="200"></iframe><iframe src="/frame/menu" width="500" height="300"></iframe>`,
  more: {
    '/frame/outer': () => `<iframe src="/frame/inner" width="800" height="500"></iframe>`,
    '/frame/inner': () => tables.start(),
    '/frame/name': (login) => `ユーザID: ${login}`,
    '/frame/menu': () => `<a href="/change">BIGLOBEパスワード変更</a> <a href="/other/connection">接続パスワード変更</a>`,
  },
}

const letters = (words: string): string => Array.from(words, (letter) => `<span>${letter}</span>`).join('')

/** Every letter in an element of its own; links that act by script; a header with a search and somebody else's sign-in, pinned to the top. */
const pinned: Markup = {
  ...tables,
  start: () =>
    `<h1>${letters('料金制選択コース')}</h1><a onclick="location.href='/login'">${letters('料金制選択コースの管理画面')}</a>`,
  signIn: (
    error,
  ) => `<div style="position:fixed;top:0;left:0;right:0;height:70px;background:#eee;z-index:9"><form action="/other/search"><input name="q" placeholder="サイト内検索"><button>検索</button></form>
    <form action="/other/mail" method="post"><label>メールアドレス<input name="m"></label><label>パスワード<input type="password" name="p"></label><button>ログイン</button></form></div>
    <div style="padding-top:900px">${said(error)}<form action="/login" method="post" id="f"><div>${letters('ユーザID')}<input name="user"></div><div>${letters('BIGLOBEパスワード')}<input type="password" name="pass"></div><a onclick="document.getElementById('f').submit()">${letters('ログイン')}</a></form></div>`,
  user: (login) =>
    `<h1>${letters('料金制選択コース利用者画面')}</h1><div>${letters('ユーザID')}: <b>${login.slice(0, 3)}</b><i>${login.slice(3)}</i></div><div><a onclick="location.href='/change'">${letters('BIGLOBEパスワード変更')}</a></div><div><a onclick="location.href='/other/connection'">${letters('接続パスワード変更')}</a></div>`,
  done: () =>
    `<p style="font-size:11px">パスワードの変更を受け付けました。</p><h1>料金制選択コース利用者画面</h1><a href="/change">BIGLOBEパスワード変更</a>`,
}

/** Looks of a second collection, made by somebody who did not know the program. */
export const oddMarkups: Readonly<Record<string, Markup>> = { oldTables, bothPasswords, asleep, shadowed, nested, pinned }
