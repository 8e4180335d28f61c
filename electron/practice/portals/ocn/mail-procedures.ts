import { go, page, type Answer, type PortalPage, type Visit } from '../../portal.ts'
import { errorBox } from '../../site-page.ts'
import { at, open } from './frame.ts'

// 「OCNメールアドレスに関する各種手続き」 of 法人向けOCN: another place than the desk, and not linked from it. The manual names this page and shows nothing
// of it; all of it is made up, with the neighbours such a page would have. It is there for people who act by hand.
const title = 'OCNメールアドレスに関する各種手続き'

const indexPage = (): string =>
  open(
    title,
    `<h2>お手続き</h2><ul class="menu"><li><a href="${at.mailPassword}">メールパスワードの変更</a></li>
<li><a href="${at.mailPaid}">メールアドレスの追加（有料）</a></li><li><a href="${at.mailPaid}?what=end">メールアドレスの廃止</a></li></ul>`,
  )

const field = (name: string, label: string, type = 'password'): string =>
  `<div class="field"><label for="${name}">${label}</label><input type="${type}" id="${name}" name="${name}" maxlength="64"></div>`

const formPage = (error: string | null): string =>
  open(
    'メールパスワードの変更',
    `${errorBox(error)}<form method="post" action="${at.mailPasswordChange}" autocomplete="off">${field('address', 'メールアドレス', 'text')}
${field('current', '現在のメールパスワード')}${field('fresh', '新しいメールパスワード')}${field('again', '新しいメールパスワード(確認)')}
<p class="act"><button type="submit">変更する</button></p></form>`,
  )

function takeChange(visit: Visit): Answer {
  visit.touch('メールパスワードの変更／変更する', false)
  const given = (name: string): string => visit.form.get(name) ?? ''
  const [current, fresh] = [given('current'), given('fresh')]
  const account = visit.accounts.findAddress(given('address'))
  const refusal = (): string | null => {
    if (!account || visit.accounts.shown(account.userName, current, 'mail') !== 'current')
      return 'メールアドレスまたは現在のメールパスワードが正しくありません。'
    if (fresh !== given('again')) return '新しいメールパスワードが一致しません。'
    if (visit.strike('rule-refused') || !/^[A-Za-z][A-Za-z0-9]{7}$/.test(fresh))
      return '新しいメールパスワードは、英字で始まる半角英数字8文字にしてください。'
    return fresh === current ? '現在のメールパスワードと同じものは使用できません。' : null
  }
  const said = refusal()
  if (said !== null) return page(formPage(said))
  return visit.commit(fresh, open('メールパスワードの変更', '<p>メールパスワードの変更が完了しました。</p>'), account?.userName)
}

/** Where the mail password of an address is changed, by whoever knows the present one. */
export const mailProcedurePages: readonly PortalPage[] = [
  { name: 'mail-procedures', path: at.mailProcedures, signedIn: false, get: () => page(indexPage()) },
  { name: 'mail-password', path: at.mailPassword, signedIn: false, get: () => page(formPage(null)) },
  { name: 'mail-commit', path: at.mailPasswordChange, signedIn: false, get: () => go(at.mailPassword), post: takeChange },
  {
    name: 'mail-paid',
    path: at.mailPaid,
    signedIn: false,
    get: (visit) => (
      visit.touch('メールアドレスの追加／廃止', true),
      page(open('お申込み', '<p>お申込みを受け付けました。</p>'))
    ),
  },
]
