import type { PracticeAccount } from '../accounts.ts'
import { makePaperPassword } from '../accounts.ts'
import { go, page, type Answer, type Portal, type PortalPage, type Visit } from '../portal.ts'
import { factTable } from '../site-page.ts'
import * as show from './oshigoto-pikara/pages.ts'
import { completionNotice } from './oshigoto-pikara/sheet.ts'

const { at, inside, outside } = show

const person = (address: string, personName: string, kind: PracticeAccount['kind']): PracticeAccount => ({
  kind,
  userName: address,
  address,
  realms: ['mail'],
  personName,
  company: '株式会社みほん工務店',
  postal: '香川県高松市見本町1-2-3',
  course: 'お仕事ピカラ光ねっと',
  memberNumber: '8000012345',
  registered: '2025-09-01',
})
const people: Portal['people'] = [
  person('mihon@md.pikara.example', '見本 一郎', 'main'),
  person('mihon2@md.pikara.example', '見本 二郎', 'extra'),
]
const online = 'mihonkoumu'
const connection = 'mihon@opt.os.pikara.example'

/** What the site keeps beside the passwords; the store of passwords knows nothing of it. */
interface Books {
  readonly rows: Map<string, show.Row>
  /** Entered behind 設定 and not yet applied for, by address. */
  readonly waiting: Map<string, string>
  /** When each address was last changed. */
  readonly changed: Map<string, number>
  receipts: number
}

/** Eight characters, the first a letter: all the manual says. ASCII, as no member site takes more. */
export const followsRule = (password: string): boolean => /^[A-Za-z][!-~]{7}$/.test(password)

const idOf = (visit: Visit): string => visit.form.get('id') ?? ''
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const listOf = (books: Books): readonly show.Row[] =>
  [...books.rows.values()].map((row) => ({ ...row, set: books.waiting.has(row.account.address) }))
const missing = (): Answer => page(trouble.missing, 404)

function takeSignIn(visit: Visit): Answer {
  visit.touch('ログイン', false)
  const user = visit.form.get('user') ?? ''
  const outcome = visit.signIn(user, visit.form.get('pass') ?? '', 'portal')
  if (outcome === 'ok') return { kind: 'go', to: at.menu, signIn: user }
  return page(
    show.signInPage(
      outcome === 'locked'
        ? 'ログインの失敗が続いたため、このユーザー名は一時的にロックされています。しばらくたってからもう一度お試しください。'
        : 'ユーザー名またはパスワードが正しくありません。',
    ),
  )
}

function takeKinds(visit: Visit): Answer {
  visit.touch('次へ', false)
  const chosen = [...visit.form.keys()]
  for (const kind of chosen) visit.touch(kind, kind !== 'メール変更')
  return chosen.includes('メール変更') ? go(at.list) : page(show.kindsPage('変更する項目を選択してください。'))
}

const limitSaid = 'パスワードの変更は1日1回のみ可能です。本日はすでに変更済みのため、設定できません。'

function openPassword(books: Books, visit: Visit): Answer {
  const row = books.rows.get(idOf(visit))
  if (!row) return missing()
  visit.touch('設定', false)
  const last = books.changed.get(row.account.address)
  const today = last !== undefined && dayOf(last) === dayOf(visit.now())
  return visit.strike('limit-reached') || today
    ? page(show.listPage(listOf(books), limitSaid))
    : page(show.passwordPage(row.account.address, null))
}

function takePassword(books: Books, visit: Visit): Answer {
  const row = books.rows.get(idOf(visit))
  if (!row) return missing()
  visit.touch('設定する', false)
  const field = (name: string): string => visit.form.get(name) ?? ''
  const [old, fresh, again] = [field('old'), field('fresh'), field('again')]
  const { userName, address } = row.account
  const refusal = (): string | null => {
    if (!old || !fresh || !again) return '入力されていない項目があります。'
    if (visit.strike('old-password-refused') || visit.accounts.shown(userName, old, 'mail') !== 'current')
      return '古いパスワードが正しくありません。'
    if (fresh !== again) return '新しいパスワードが一致しません。'
    if (visit.strike('rule-refused') || !followsRule(fresh)) return 'パスワードは、先頭が英文字で始まる8文字で入力してください。'
    return fresh === old ? '古いパスワードと同じパスワードは使用できません。' : null
  }
  const said = refusal()
  if (said !== null) return page(show.passwordPage(address, said))
  books.waiting.set(address, fresh)
  return go(at.list)
}

function takeConfirm(books: Books, visit: Visit): Answer {
  const row = books.rows.get(idOf(visit))
  if (!row) return missing()
  visit.touch('変更（パスワード）', false)
  return books.waiting.has(row.account.address)
    ? page(show.confirmPage(row, row))
    : page(show.listPage(listOf(books), 'パスワードが設定されていません。「設定」ボタンを押してください。'))
}

function takeCommit(books: Books, visit: Visit): Answer {
  const row = books.rows.get(idOf(visit))
  const fresh = row && books.waiting.get(row.account.address)
  if (!row || fresh === undefined) return missing()
  visit.touch('お申し込み', false)
  const receipt = `${dayOf(visit.now()).replaceAll('-', '').slice(2)}${2600 + ++books.receipts}`
  if (visit.strike('limit-reached')) return page(show.donePage(row, receipt, '', '異常（1日1回のみ変更が可能です）'))
  books.waiting.delete(row.account.address)
  const had = visit.accounts.passwordOf(row.account.userName)
  const answer = visit.commit(fresh, show.donePage(row, receipt, fresh), row.account.userName)
  if (visit.accounts.passwordOf(row.account.userName) !== had) books.changed.set(row.account.address, visit.now())
  return answer
}

type Neighbour = readonly [name: string, path: string, title: string, act?: (books: Books, row: show.Row, visit: Visit) => void]
const neighbours: readonly Neighbour[] = [
  ['remove', at.remove, '削除', (books, row) => void books.rows.delete(row.account.address)],
  ['size', at.size, '追加容量', (books, row) => void books.rows.set(row.account.address, { ...row, size: row.size + 1 })],
  [
    'options',
    at.options,
    '変更（保存期間・迷惑メール）',
    (books, row, visit) =>
      void books.rows.set(row.account.address, { ...row, option: Number(visit.form.get('option') ?? row.option) }),
  ],
  ['add', at.add, 'メールアドレスの追加'],
  ['bill', at.bill, 'ご利用料金照会'],
  ['cancel', at.cancel, '解約のお申し込み'],
]

/** What must not be touched really works, so that touching it shows: an address is gone, a size is bought, an option is switched. */
const decoyPages = (books: Books): readonly PortalPage[] =>
  neighbours.map(([name, path, title, act]): PortalPage => {
    const answer = (visit: Visit): Answer => {
      visit.touch(title, true)
      const row = books.rows.get(idOf(visit))
      if (act && row) act(books, row, visit)
      return page(inside(title, act ? '<p>お申し込みを受け付けました。</p>' : factTable([['ご利用料金', '月額 5,500円']])))
    }
    return { name, path, signedIn: true, get: answer, post: answer }
  })

const outerDecoy = (name: string, path: string, title: string): PortalPage => ({
  name,
  path,
  signedIn: false,
  get: (visit) => (visit.touch(title, true), page(outside(title, '<p>練習用のため、この先はありません。</p>'))),
})

const trouble = {
  maintenance: outside(
    'メンテナンスのお知らせ',
    '<p>ただいまシステムメンテナンス中のため、お仕事ピカラオンラインサービスをご利用いただけません。</p>',
  ),
  expired: outside(
    'エラー',
    `<p class="error">一定時間操作がなかったため、セッションの有効期限が切れました。もう一度ログインしてください。</p><p><a href="${at.signIn}">ログイン画面へ</a></p>`,
  ),
  error: outside('システムエラー', '<p class="error">システムエラーが発生しました。時間をおいてからもう一度お試しください。</p>'),
  missing: outside('ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p>'),
}

const ours = /(target="_blank">[^]*?value=")変更(")/g
const rebuilt: Portal['rebuilt'] = [
  { fault: 'changed-heading', page: 'confirm', edit: (html) => html.replaceAll('変更確認画面', 'お手続き内容') },
  { fault: 'changed-heading', page: 'list', edit: (html) => html.replaceAll('ご契約メールアドレス', 'ご利用中のアカウント') },
  { fault: 'changed-button', page: 'confirm', edit: (html) => html.replace('value="お申し込み"', 'value="確定"') },
  // Only the options' own 変更 is left: to press it would buy what nobody asked for.
  { fault: 'changed-button', page: 'list', edit: (html) => html.replace(ours, '$1更新$2') },
  {
    fault: 'changed-label',
    page: 'password',
    edit: (html) => html.replace('新しいパスワード（確認）', '念のため'),
  },
  // Something stands to be bought along with the password.
  {
    fault: 'changed-label',
    page: 'confirm',
    edit: (html) => html.replace(/60日 \(標準\) \/ なし(?!<\/td><td>60日)/, '無期限 (月額330円) / あり'),
  },
  { fault: 'changed-menu', page: 'menu', edit: (html) => html.replace('ご契約情報変更', 'お手続き一覧') },
  {
    fault: 'doubled-button',
    page: 'confirm',
    edit: (html) => html.replace('<input type="submit" value="お申し込み">', '$&$&'),
  },
]

const seen =
  (name: string, html: () => string) =>
  (visit: Visit): Answer => (visit.touch(name, false), page(html()))

const outerPages: readonly PortalPage[] = [
  { name: 'start', path: at.home, signedIn: false, get: () => page(show.homePage()) },
  { name: 'customers', path: at.customers, signedIn: false, get: seen('ご利用中のお客さま', show.customersPage) },
  { name: 'sign-in', path: at.signIn, signedIn: false, get: seen('お仕事ピカラオンラインサービス', () => show.signInPage(null)) },
  { name: 'sign-in-sent', path: at.sent, signedIn: false, get: () => go(at.signIn), post: takeSignIn },
  {
    name: 'sign-out',
    path: at.signOut,
    signedIn: false,
    get: (visit) => (visit.touch('ログアウト', false), { kind: 'go', to: at.home, signOut: true }),
  },
  outerDecoy('estimate', at.estimate, 'お申し込み・お見積り'),
  outerDecoy('webmail', at.webMail, 'Webメール'),
]

/** The お仕事ピカラ member site with one contract of two mailboxes. A new password is kept aside until お申し込み. */
export function makePortal(): Portal {
  const books: Books = {
    rows: new Map(people.map((account) => [account.address, { account, option: 0, size: 1, set: false }])),
    waiting: new Map(),
    changed: new Map(),
    receipts: 0,
  }
  const back = (): Answer => go(at.list)
  return {
    provider: 'oshigoto-pikara',
    startPath: at.home,
    people,
    logins: [
      { userName: online, realms: ['portal'] },
      { userName: connection, realms: ['connection'] },
    ],
    paperPassword: () => makePaperPassword().slice(0, 8),
    pages: [
      ...outerPages,
      { name: 'menu', path: at.menu, signedIn: true, get: () => page(show.menuPage(people[0]!.company)) },
      { name: 'kinds', path: at.kinds, signedIn: true, get: seen('ご契約情報変更', () => show.kindsPage(null)) },
      { name: 'kinds-sent', path: at.kindsSent, signedIn: true, get: () => go(at.kinds), post: takeKinds },
      { name: 'list', path: at.list, signedIn: true, get: () => page(show.listPage(listOf(books), null)) },
      { name: 'password', path: at.password, signedIn: true, get: back, post: (visit) => openPassword(books, visit) },
      { name: 'form', path: at.passwordSent, signedIn: true, get: back, post: (visit) => takePassword(books, visit) },
      { name: 'confirm', path: at.confirm, signedIn: true, get: back, post: (visit) => takeConfirm(books, visit) },
      { name: 'commit', path: at.commit, signedIn: true, get: back, post: (visit) => takeCommit(books, visit) },
      ...decoyPages(books),
    ],
    trouble,
    rebuilt,
    sheet: completionNotice,
  }
}
