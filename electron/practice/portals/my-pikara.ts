import { randomBytes } from 'node:crypto'
import { go, page, type Answer, type Portal, type PortalPage, type Visit } from '../portal.ts'
import { errorBox } from '../site-page.ts'
import { decoyPages } from './my-pikara/decoys.ts'
import { contractOf, contracts, logins, paperPassword, people, practiceCode } from './my-pikara/household.ts'
import {
  at,
  codePage,
  donePage,
  homePage,
  mailFormPage,
  mailListPage,
  open,
  portalFormPage,
  signInPage,
  topPage,
} from './my-pikara/pages.ts'
import { recoveryPages } from './my-pikara/recovery.ts'
import { followsMailRule, followsPortalRule } from './my-pikara/rules.ts'
import { registrationNotice } from './my-pikara/sheet.ts'

// Pages and words: the Myピカラ manual, sections 1, 13, 14 and 18, and the titles of its table of contents. Not in the manual, and so invented
// here: addresses, the form and completion pages of sections 8 and 16, every refusal's words, the pages behind the neighbours.

interface Waiting {
  readonly user: string
  readonly tries: number
}

const refusedText = 'ユーザー名またはパスワードが正しくありません。'
const lockedText = 'ログインの失敗が続いたため、一時的にロックされています。しばらくたってからもう一度お試しください。'

/** By user name with the Myピカラ password, or by a mail address that was allowed to, with its own. */
function signInOutcome(visit: Visit, name: string, password: string): 'ok' | 'refused' | 'locked' {
  if (!name.includes('@')) return visit.signIn(name, password)
  const allowed = contracts.some(({ byAddress }) => byAddress.includes(name))
  return visit.signIn(name, allowed ? password : '', 'mail')
}

function takeSignIn(waiting: Map<string, Waiting>, visit: Visit): Answer {
  visit.touch('Ｍｙピカラにログインする', false)
  const user = visit.form.get('user') ?? ''
  const outcome = signInOutcome(visit, user, visit.form.get('pass') ?? '')
  if (outcome !== 'ok') return page(signInPage(outcome === 'locked' ? lockedText : refusedText))
  if (!contractOf(user)?.twoFactor) return { kind: 'go', to: at.top, signIn: user }
  const ticket = randomBytes(8).toString('hex')
  waiting.set(ticket, { user, tries: 0 })
  return page(codePage(ticket, null))
}

function takeCode(waiting: Map<string, Waiting>, visit: Visit): Answer {
  visit.touch('ログイン', false)
  const ticket = visit.form.get('ticket') ?? ''
  const found = waiting.get(ticket)
  waiting.delete(ticket)
  if (!found) return go(at.signIn)
  if ((visit.form.get('code') ?? '').trim() === practiceCode) {
    if (visit.form.has('remember')) visit.touch('次回以降、このブラウザで認証コードを要求しない', false)
    return { kind: 'go', to: at.top, signIn: found.user }
  }
  if (found.tries >= 2) return page(signInPage('認証コードの入力を規定の回数間違えました。もう一度ログインしてください。'))
  waiting.set(ticket, { ...found, tries: found.tries + 1 })
  return page(codePage(ticket, '認証コードが正しくありません。'))
}

interface Change {
  readonly whose: string
  readonly realm: 'portal' | 'mail'
  readonly follows: (password: string) => boolean
  readonly rule: string
  readonly form: (error: string) => string
  readonly done: string
}

function takeChange(visit: Visit, change: Change): Answer {
  visit.touch('変更する', false)
  const field = (name: string): string => visit.form.get(name) ?? ''
  const [current, fresh, again] = [field('current'), field('fresh'), field('again')]
  const refusal = (): string | null => {
    if (visit.strike('limit-reached')) return 'パスワードの変更は1日1回までです。日をあらためてお手続きください。'
    if (!current || !fresh || !again) return '入力されていない項目があります。'
    if (visit.strike('old-password-refused') || visit.accounts.shown(change.whose, current, change.realm) !== 'current')
      return '現在のパスワードが正しくありません。'
    if (fresh !== again) return '新しいパスワードと新しいパスワードの確認入力が一致しません。'
    if (visit.strike('rule-refused') || !change.follows(fresh)) return `新しいパスワードは、${change.rule}`
    return fresh === current ? '現在のパスワードと同じパスワードは使用できません。' : null
  }
  const said = refusal()
  return said === null ? visit.commit(fresh, change.done, change.whose) : page(change.form(said))
}

const signedIn = (visit: Visit) => {
  const contract = visit.user === null ? null : contractOf(visit.user)
  if (!contract) throw new Error('only members come here')
  return contract
}

const takePortalChange = (visit: Visit): Answer =>
  takeChange(visit, {
    whose: signedIn(visit).login,
    realm: 'portal',
    follows: followsPortalRule,
    rule: '半角英大文字・半角英小文字・半角数字を全て利用して8文字で入力してください。',
    form: portalFormPage,
    done: donePage('Ｍｙピカラのパスワード変更'),
  })

/** By the user name every address of the contract, by a mail address its own alone. */
const addressesOf = (visit: Visit): readonly string[] => {
  const { addresses } = signedIn(visit)
  return visit.account ? [visit.account.address] : addresses
}

function onAddress(visit: Visit, then: (address: string, no: string) => Answer): Answer {
  const no = visit.query.get('no') ?? ''
  const address = addressesOf(visit)[Number(no)]
  return address === undefined ? go(at.mailList) : then(address, no)
}

const takeMailChange = (visit: Visit): Answer =>
  onAddress(visit, (address, no) =>
    takeChange(visit, {
      whose: address,
      realm: 'mail',
      follows: followsMailRule,
      rule: '半角英数字記号6文字以上16文字以内で入力してください。',
      form: (error) => mailFormPage(address, no, error),
      done: donePage('電子メールアドレスのパスワード変更'),
    }),
  )

const trouble = {
  maintenance: open(
    'メンテナンスのお知らせ',
    '<p>ただいまシステムメンテナンス中のため、Ｍｙピカラをご利用いただけません。しばらくたってからご利用ください。</p>',
  ),
  expired: open(
    'セッションの有効期限切れ',
    `${errorBox('一定時間操作がなかったため、セッションの有効期限が切れました。もう一度ログインしてください。')}<p><a href="${at.signIn}">ログイン画面へ</a></p>`,
  ),
  error: open('システムエラー', errorBox('システムエラーが発生しました。時間をおいてからもう一度お試しください。')),
  missing: open('ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p>'),
}

const doubled = (html: string): string => html.replace(/<p class="act"><button type="submit">[^<]*<\/button><\/p>/, '$&$&')
/** The page under another name, in its heading and in the window's title. */
const renamed = (html: string): string => html.replaceAll(/(<h1>|<title>)[^<]*/g, '$1セキュリティ設定')
const forms = ['form', 'mail-form'] as const

const rebuilt: Portal['rebuilt'] = [
  ...forms.flatMap((name): Portal['rebuilt'] => [
    { fault: 'changed-heading', page: name, edit: renamed },
    { fault: 'changed-button', page: name, edit: (html) => html.replace('>変更する<', '>申し込む<') },
    { fault: 'changed-label', page: name, edit: (html) => html.replace('>新しいパスワードの確認入力<', '>確認欄<') },
    { fault: 'doubled-button', page: name, edit: doubled },
  ]),
  {
    fault: 'changed-menu',
    page: 'top',
    edit: (html) =>
      html
        .replace('>電子メールアドレスのパスワード変更<', '>メールの設定<')
        .replace('>Ｍｙピカラのパスワード変更<', '>ログインの設定<')
        .replace('>ログアウト<', '>終了<'),
  },
  { fault: 'changed-label', page: 'request', edit: (html) => html.replace('>ピカラメールアドレス<', '>ご連絡先<') },
  { fault: 'changed-button', page: 'request', edit: (html) => html.replace('>問い合わせ内容を送信する<', '>申し込む<') },
  { fault: 'changed-button', page: 'reset', edit: (html) => html.replace('>再設定する<', '>申し込む<') },
  { fault: 'doubled-button', page: 'reset', edit: doubled },
]

const members = (waiting: Map<string, Waiting>, done: readonly string[]): readonly PortalPage[] => [
  {
    name: 'top',
    path: at.top,
    signedIn: true,
    get: (visit) => {
      const contract = signedIn(visit)
      return page(topPage(contract, people.find(({ memberNumber }) => memberNumber === contract.number)?.personName ?? '', done))
    },
  },
  {
    name: 'form',
    path: at.portalForm,
    signedIn: true,
    get: (visit) => (visit.touch('Ｍｙピカラのパスワード変更', false), page(portalFormPage(null))),
    post: takePortalChange,
  },
  {
    name: 'mail-list',
    path: at.mailList,
    signedIn: true,
    get: (visit) => (visit.touch('電子メールアドレスのパスワード変更', false), page(mailListPage(addressesOf(visit)))),
  },
  {
    name: 'mail-form',
    path: at.mailForm,
    signedIn: true,
    get: (visit) =>
      onAddress(visit, (address, no) => (visit.touch(`変更する ${address}`, false), page(mailFormPage(address, no, null)))),
    post: takeMailChange,
  },
  { name: 'code', path: at.code, signedIn: false, get: () => go(at.signIn), post: (visit) => takeCode(waiting, visit) },
  {
    name: 'sign-out',
    path: at.signOut,
    signedIn: false,
    get: (visit) => (visit.touch('ログアウト', false), { kind: 'go', to: at.home, signOut: true }),
  },
]

/** Myピカラ with two contracts: a person's with two mailboxes (on the paper), and a company's with two-factor sign-in. */
export function makePortal(): Portal {
  const waiting = new Map<string, Waiting>()
  const done: string[] = []
  return {
    provider: 'my-pikara',
    startPath: at.home,
    people,
    logins,
    paperPassword,
    pages: [
      { name: 'start', path: at.home, signedIn: false, get: () => page(homePage(false)) },
      { name: 'start-narrow', path: at.narrow, signedIn: false, get: () => page(homePage(true)) },
      {
        name: 'sign-in',
        path: at.signIn,
        signedIn: false,
        get: (visit) => (visit.touch('Ｍｙピカラ', false), page(signInPage(null))),
      },
      {
        name: 'sign-in-sent',
        path: at.sent,
        signedIn: false,
        get: () => go(at.signIn),
        post: (visit) => takeSignIn(waiting, visit),
      },
      {
        name: 'help',
        path: at.help,
        signedIn: false,
        get: (visit) => (visit.touch('ご案内', true), page(open('ご案内', '<p>練習用のため、内容はありません。</p>'))),
      },
      ...members(waiting, done),
      ...recoveryPages(trouble.error),
      ...decoyPages((what) => void done.push(what)),
    ],
    trouble,
    rebuilt,
    sheet: registrationNotice,
  }
}
