import { page, type PortalPage, type Visit } from '../../portal.ts'
import { factTable } from '../../site-page.ts'
import { button, inside, menuItems, secretField, textField } from './pages.ts'

const form = (path: string, fields: string, act: string): string =>
  `<form method="post" action="${path}" autocomplete="off">${fields}${button(act)}</form>`

interface Neighbour {
  readonly path: string
  readonly body: (path: string) => string
  /** What its button does, in one sentence; without it the page only shows. */
  readonly effect?: string
}

const neighbours: readonly Neighbour[] = [
  { path: '/myp/contract', body: () => factTable([['ご契約サービス', 'ピカラ光ねっと']]) },
  { path: '/myp/fee', body: () => factTable([['2026年10月', '5,720円']]) },
  {
    path: '/myp/connection',
    body: () =>
      factTable([
        ['接続ID', 'xab12345@opt.pikara.example'],
        ['接続パスワード', '********'],
      ]),
  },
  { path: '/myp/traffic', body: () => factTable([['2026年10月', '123 GB']]) },
  {
    path: '/myp/mail/change',
    body: (path) => form(path, textField('fresh', '新しい電子メールアドレス'), '変更する'),
    effect: '電子メールアドレスを変更しました。',
  },
  {
    path: '/myp/mail/add',
    body: (path) => form(path, textField('fresh', '追加する電子メールアドレス（月額220円）'), '申し込む'),
    effect: '電子メールアドレスを追加しました。月額220円が加算されます。',
  },
  {
    path: '/myp/mail/temporary',
    body: (path) => form(path, '<p>仮パスワードを発行すると、今のパスワードは使えなくなります。</p>', '仮パスワードを発行する'),
    effect: '仮パスワードを発行しました。',
  },
  {
    path: '/myp/mail/delete',
    body: (path) => form(path, '<p>この電子メールアドレスを削除します。元に戻せません。</p>', '削除する'),
    effect: '電子メールアドレスを削除しました。',
  },
  {
    path: '/myp/security',
    body: (path) => form(path, '<p>ノートン セキュリティ オンライン（月額330円）</p>', '申し込む'),
    effect: 'お申込みを受け付けました。月額330円が加算されます。',
  },
  {
    path: '/myp/option',
    body: (path) => form(path, '<label><input type="checkbox" name="fixed"> 固定IPアドレス（月額1,100円）</label>', '変更する'),
    effect: 'オプションの変更を受け付けました。',
  },
  {
    path: '/myp/phone',
    body: (path) => form(path, '<label><input type="checkbox" name="number"> 発信者番号表示（月額440円）</label>', '変更する'),
    effect: 'オプションの変更を受け付けました。',
  },
  {
    path: '/myp/user-name',
    body: (path) => form(path, textField('fresh', '新しいユーザー名') + secretField('pass', 'パスワード'), '変更する'),
    effect: 'ユーザー名を変更しました。',
  },
  {
    path: '/myp/by-address',
    body: (path) => form(path, '<label><input type="checkbox" name="on"> メールアドレスでログインする</label>', '設定する'),
    effect: '設定しました。',
  },
  {
    // Section 13: 変更する → 有効/無効, targets, privacy text, standard target → 確認メール送信 → 設定する, here on one page.
    path: '/myp/two-factor',
    body: (path) =>
      form(
        path,
        `<label><input type="radio" name="on" value="1"> 有効</label> <label><input type="radio" name="on" value="0"> 無効</label>
${textField('mail', 'メールアドレス')}${textField('phone', '携帯電話番号')}<label><input type="checkbox" name="agree"> 個人情報保護方針に同意します</label>`,
        '設定する',
      ),
    effect: '２要素認証の設定が完了しました。',
  },
]

const titleOf = (path: string): string => menuItems.find(([href]) => href === path)?.[1] ?? '電子メールアドレスの削除'

/**
 * The menu entries and buttons a recipe must never use: paid options, other passwords, other settings. They really work: what they did is
 * told by `did` and shows on the top page.
 */
export const decoyPages = (did: (what: string) => void): readonly PortalPage[] =>
  neighbours.map(({ path, body, effect }): PortalPage => {
    const title = titleOf(path)
    const shown = (visit: Visit) => (visit.touch(title, true), page(inside(title, body(path))))
    const acted = (visit: Visit) => {
      visit.touch(`${title}／実行`, true)
      did(effect ?? title)
      return page(inside(title, `<p>${effect ?? ''}</p>`))
    }
    return { name: `decoy${path.replaceAll('/', '-')}`, path, signedIn: true, get: shown, ...(effect ? { post: acted } : {}) }
  })
