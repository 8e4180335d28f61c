import { go, page, type Answer, type PortalPage, type Visit } from '../../portal.ts'
import { escapeHtml } from '../../site-page.ts'
import {
  accountsFor,
  at,
  coveredPassword,
  coverRemark,
  inside,
  isAdministrator,
  refusedPassword,
  rows,
  type Contract,
  type Pending,
  type Registered,
} from './site.ts'

const heading = 'アカウントID登録/変更'
/** Stands in the password's field when the form opens: sent back as it is, it means that nothing was typed. */
const untouched = '********'

function listPage(visit: Visit, contract: Contract): string {
  const administrator = isAdministrator(visit, contract)
  const lines = accountsFor(visit, contract).map(({ userName }) => {
    const { familyName, givenName, rights } = contract.registered.get(userName)!
    const id = encodeURIComponent(userName)
    const address = contract.addresses.get(userName) ?? '未登録'
    const remove = administrator ? `<td><a href="${at.remove}?id=${id}">削除</a></td>` : ''
    return `<tr><td><a href="${at.form}?id=${id}">${escapeHtml(userName)}</a></td><td>${escapeHtml(`${familyName} ${givenName}`)}</td>
<td><a href="${at.address}?id=${id}">${escapeHtml(address)}</a></td><td>${rights}</td>${remove}</tr>`
  })
  const create = administrator
    ? `<form method="get" action="${at.create}"><p class="act"><button type="submit">新規登録</button></p></form>`
    : ''
  return inside(
    visit,
    contract,
    'アカウントID管理',
    `<p>アカウントIDの登録／変更／削除が行えます。</p>${create}<table class="facts"><thead><tr><th>アカウントID</th><th>氏名</th><th>メールアドレス</th><th>アカウント権限種別</th>${administrator ? '<th></th>' : ''}</tr></thead><tbody>${lines.join('')}</tbody></table>`,
  )
}

const box = (name: string, value: string): string =>
  `<input type="text" name="${name}" value="${escapeHtml(value)}" maxlength="40" style="width:9em">`
const must = '<span class="must">必須</span>'

function formPage(visit: Visit, contract: Contract, { id, registered }: Pending, error: string | null): string {
  const right = (name: Registered['rights']): string =>
    `<label><input type="radio" name="rights" value="${name}"${registered.rights === name ? ' checked' : ''}> ${name}</label>`
  const field = (label: string, html: string): string =>
    `<tr><th scope="row">${label}${must}</th><td>${html}${error !== null && label === 'パスワード' ? ' <b class="error">*</b>' : ''}</td></tr>`
  return inside(
    visit,
    contract,
    heading,
    `<p>必須項目を入力し、【次へ進む】ボタンをクリックしてください。</p><form method="post" action="${at.confirm}" autocomplete="off"><input type="hidden" name="id" value="${escapeHtml(id)}">
<table class="facts"><tbody>
${field('アカウントID', escapeHtml(id))}
${field('氏名', `(姓)${box('familyName', registered.familyName)} (名)${box('givenName', registered.givenName)}`)}
${field('氏名カナ', `(姓カナ)${box('familyKana', registered.familyKana)} (名カナ)${box('givenKana', registered.givenKana)}`)}
${field('ユーザーネーム', box('nickname', registered.nickname))}
${field('パスワード', `<input type="password" name="password" value="${untouched}" maxlength="64">`)}
${field('アカウント権限種別', `${right('管理者権限')} ${right('ユーザー権限')}`)}
</tbody></table><p class="act"><button type="submit">次へ進む</button></p></form>`,
    error,
  )
}

const shown = ({ id, password, registered }: Pending, remark: boolean): string =>
  rows([
    ['アカウントID', escapeHtml(id)],
    ['氏名', escapeHtml(`(姓) ${registered.familyName} (名) ${registered.givenName}`)],
    ['氏名カナ', escapeHtml(`(姓カナ) ${registered.familyKana} (名カナ) ${registered.givenKana}`)],
    ['ユーザーネーム', escapeHtml(registered.nickname)],
    ['パスワード', `${password === null ? untouched : coveredPassword(password)}${remark ? coverRemark : ''}`],
    ['アカウント権限種別', registered.rights],
  ])

const confirmPage = (visit: Visit, contract: Contract, pending: Pending): string =>
  inside(
    visit,
    contract,
    `${heading}確認`,
    `<p>登録内容をご確認いただき、問題ない場合は【登録】ボタンをクリックしてください。</p>${shown(pending, true)}
<form method="post" action="${at.commit}"><p class="act"><button type="submit">登録</button></p></form>
<p><a href="${at.form}?id=${encodeURIComponent(pending.id)}">入力画面へ戻る</a></p>`,
  )

const donePage = (visit: Visit, contract: Contract, pending: Pending): string =>
  inside(
    visit,
    contract,
    `${heading}完了`,
    `<p>お申込みいただきました内容につきまして手続きが完了しました。</p><p>メールアドレスの登録は【<a href="${at.address}?id=${encodeURIComponent(pending.id)}">こちら</a>】から行えます。</p><h2>お申し込み内容</h2>${shown(pending, false)}`,
  )

/** The account a request is about, if whoever is signed in may reach it. */
function pendingOf(visit: Visit, contract: Contract, id: string): Pending | null {
  const registered = contract.registered.get(id)
  const mayReach = accountsFor(visit, contract).some(({ userName }) => userName === id)
  return registered && mayReach ? { id, password: null, registered } : null
}

const labels: readonly (readonly [keyof Registered, string])[] = [
  ['familyName', '氏名'],
  ['givenName', '氏名'],
  ['familyKana', '氏名カナ'],
  ['givenKana', '氏名カナ'],
  ['nickname', 'ユーザーネーム'],
  ['rights', 'アカウント権限種別'],
]

function takeForm(visit: Visit, contract: Contract): Answer {
  visit.touch('次へ進む', false)
  const field = (name: string): string => (visit.form.get(name) ?? '').slice(0, 64)
  const before = pendingOf(visit, contract, field('id'))
  if (!before || visit.user === null) return go(at.accounts)
  const registered: Registered = {
    familyName: field('familyName'),
    givenName: field('givenName'),
    familyKana: field('familyKana'),
    givenKana: field('givenKana'),
    nickname: field('nickname'),
    rights: field('rights') === '管理者権限' ? '管理者権限' : 'ユーザー権限',
  }
  for (const [name, label] of labels) if (registered[name] !== before.registered[name]) visit.touch(`${heading}／${label}`, true)
  const typed = field('password')
  const said = typed === untouched ? null : refusedPassword(visit, before.id, typed)
  if (said !== null) return page(formPage(visit, contract, { ...before, registered }, said))
  const pending: Pending = { id: before.id, password: typed === untouched ? null : typed, registered }
  contract.pending.set(visit.user, pending)
  return page(confirmPage(visit, contract, pending))
}

function takeRegistration(visit: Visit, contract: Contract): Answer {
  visit.touch('登録', false)
  const pending = contract.pending.get(visit.user ?? '')
  if (!pending || !pendingOf(visit, contract, pending.id)) return go(at.accounts)
  contract.pending.delete(visit.user!)
  const done = donePage(visit, contract, pending)
  contract.registered.set(pending.id, pending.registered)
  return pending.password === null ? page(done) : visit.commit(pending.password, done, pending.id)
}

/** アカウントID管理 and the three pages behind an account ID: input, confirmation, completion (sections 8 and 9). */
export function accountPages(contract: Contract): readonly PortalPage[] {
  const form = (visit: Visit): Answer => {
    const pending = pendingOf(visit, contract, visit.query.get('id') ?? visit.user ?? '')
    if (!pending) return go(at.accounts)
    visit.touch(pending.id, false)
    return page(formPage(visit, contract, pending, null))
  }
  return [
    {
      name: 'list',
      path: at.accounts,
      signedIn: true,
      get: (visit) => (visit.touch('アカウントID管理', false), page(listPage(visit, contract))),
    },
    { name: 'form', path: at.form, signedIn: true, get: form },
    { name: 'confirm', path: at.confirm, signedIn: true, get: () => go(at.accounts), post: (visit) => takeForm(visit, contract) },
    {
      name: 'commit',
      path: at.commit,
      signedIn: true,
      get: () => go(at.accounts),
      post: (visit) => takeRegistration(visit, contract),
    },
  ]
}
