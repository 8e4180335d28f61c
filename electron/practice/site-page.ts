/** Text made safe inside HTML and attribute values. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

const style = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#f4f6f8;color:#222;font:16px/1.7 "Hiragino Kaku Gothic ProN","Yu Gothic","Meiryo","Noto Sans CJK JP",sans-serif}
.practice{background:#fff3c4;border-bottom:1px solid #e5cf7d;color:#5c4a00;font-size:13px;padding:4px 24px}
header{background:#fff;border-bottom:3px solid #1f5fa8}
header .in{max-width:960px;margin:0 auto;padding:14px 24px;display:flex;justify-content:space-between;align-items:center;gap:16px;flex-wrap:wrap}
.brand{font-weight:700;color:#1f5fa8;font-size:18px}header nav a{margin-left:18px;font-size:14px}
main{max-width:960px;margin:24px auto;padding:28px 32px;background:#fff;border:1px solid #dde3ea;border-radius:6px}
h1{font-size:22px;margin:0 0 20px;padding:0 0 10px;border-bottom:1px solid #dde3ea}h2{font-size:17px;margin:24px 0 8px}
a{color:#1a5cb0}.columns{display:grid;grid-template-columns:1fr 320px;gap:32px}@media(max-width:760px){.columns{grid-template-columns:1fr}}
table.facts{border-collapse:collapse;width:100%}table.facts th,table.facts td{border:1px solid #dde3ea;padding:9px 12px;text-align:left;font-weight:400}
table.facts th{background:#f0f4f9;width:34%;white-space:nowrap}
.menu{list-style:none;margin:0;padding:0;border:1px solid #dde3ea;border-radius:4px}.menu li{padding:12px 14px;border-top:1px solid #e8edf2}.menu li:first-child{border-top:0}
.menu a{font-weight:700}.menu p{margin:2px 0 0;font-size:13px;color:#555}
.field{margin:18px 0}.field label{display:block;font-weight:700}.must{background:#c22;color:#fff;font-size:12px;border-radius:3px;padding:1px 7px;margin-left:8px;font-weight:400}
input[type=text],input[type=password]{font:inherit;padding:8px 10px;width:100%;max-width:380px;border:1px solid #9fb0c3;border-radius:4px}
.rule{font-size:13px;color:#444;margin:6px 0;max-width:640px}.links a{display:block;font-size:14px}
button{font:inherit;font-weight:700;background:#1f5fa8;color:#fff;border:0;border-radius:4px;padding:10px 42px;cursor:pointer}button:hover{background:#174a86}
.act{text-align:center;margin:28px 0 8px}.error{background:#fdecec;border:1px solid #e2a3a3;color:#9c1c1c;padding:10px 14px;border-radius:4px}
.news{background:#f7f9fb;border:1px solid #e2e8ef;padding:8px 16px;font-size:14px}
footer{max-width:960px;margin:0 auto 40px;padding:0 24px;font-size:12px;color:#667}`

export interface SitePage {
  readonly title: string
  readonly brand: string
  /** Links at the top right: text and address. */
  readonly links?: readonly (readonly [text: string, href: string])[]
  /** HTML, already escaped. */
  readonly body: string
}

/** One whole page in the calm look of a Japanese member site, marked 練習用 at the top and at the bottom. No script, nothing from outside. */
export function sitePage(site: SitePage): string {
  const links = (site.links ?? []).map(([text, href]) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`).join('')
  return `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(site.title)}（練習用）</title><style>${style}</style></head><body>
<div class="practice">【練習用】このサイトは練習用の見本です。実在のサービスとは関係がなく、このパソコンの中だけで動いています。</div>
<header><div class="in"><span class="brand">${escapeHtml(site.brand)}</span><nav>${links}</nav></div></header>
<main>
${site.body}
</main>
<footer>練習用サイト　入力した内容は、終了するとすべて消えます。</footer>
</body></html>
`
}

/** Name and value pairs as a table, as such sites show a contract. */
export const factTable = (facts: readonly (readonly [name: string, value: string])[]): string =>
  `<table class="facts"><tbody>${facts.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}:</th><td>${escapeHtml(value)}</td></tr>`).join('')}</tbody></table>`

/** The red box above a form. Empty when there is nothing to say. */
export const errorBox = (text: string | null): string =>
  text === null ? '' : `<p class="error" role="alert">${escapeHtml(text)}</p>`
