import { page, type Answer, type PortalPage, type Visit } from '../../portal.ts'
import { errorBox, escapeHtml, factTable } from '../../site-page.ts'
import { atHome, contracts, type Contract } from './household.ts'
import { at, button, hiddenField, open, secretField } from './pages.ts'
import { followsPortalRule } from './rules.ts'

// Section 14: ユーザー名確認、パスワード再設定. The manual names the fields, the two buttons, and how a true link begins; the refusals' words, and how
// person and company are told apart, are invented here.

const matters = { name: 'ユーザー名のお問い合わせ', password: 'パスワードの再設定' } as const
const targets = ['Ｍｙピカラ第１メールアドレス', 'その他のメールアドレス', '携帯電話番号（SMS）'] as const

/** A link that can always be followed here, for the contract of the practice paper. Others come with a request. */
const standingKey = 'rehearsal'

const radio = (name: string, value: string, on = false): string =>
  `<label><input type="radio" name="${name}" value="${escapeHtml(value)}"${on ? ' checked' : ''}> ${escapeHtml(value)}</label>`
const small = (name: string, label: string): string =>
  `<label for="${name}">${label}</label> <input type="text" id="${name}" name="${name}" maxlength="60" style="width:12em">`
const row = (title: string, cell: string): string => `<tr><th scope="row">${title}</th><td>${cell}</td></tr>`

const requestPage = (error: string | null): string =>
  open(
    'Ｍｙピカラのユーザー名確認、パスワード再設定',
    `${errorBox(error)}<p>契約者確認のため、契約者情報を入力してください。</p><form method="post" action="${at.forgotten}" autocomplete="off"><table class="facts"><tbody>
${row(
  'お問い合わせ内容',
  Object.values(matters)
    .map((text) => radio('matter', text))
    .join('<br>'),
)}
${row('ご契約者名（漢字）', `${radio('holder', '個人名', true)} ${small('family', '姓')} ${small('given', '名')}<br>${radio('holder', '法人名')} ${small('company', 'ご契約者名（漢字）')}`)}
${row('ご契約者生年月日', '<input type="text" name="birth" maxlength="20"><p class="rule">例: 1970年4月1日（法人名でのご契約の場合は、入力不要です）</p>')}
${row('ピカラメールアドレス', '<input type="text" name="address" maxlength="120">')}
${row('ご送付希望の通知先', `<select name="target"><option value="">選択してください</option>${targets.map((text) => `<option value="${text}">${text}</option>`).join('')}</select>`)}
</tbody></table>${button('次へ')}</form>`,
  )

/** ⑫ 「確認画面が出るので【OK】を選択します」: a script dialog here. */
const confirmPage = (matter: string, target: string, login: string): string =>
  open(
    '入力内容の確認',
    `${factTable([
      ['お問い合わせ内容', matter],
      ['ご送付希望の通知先', target],
    ])}<form method="post" action="${at.forgottenSend}" onsubmit="return confirm('問い合わせ内容を送信します。よろしいですか？')">
${hiddenField('matter', matter)}${hiddenField('target', target)}${hiddenField('login', login)}${button('問い合わせ内容を送信する')}</form>`,
  )

const sentPage = (letter: string): string =>
  open(
    '手続きの完了',
    `<p>選択した通知先をご確認ください。</p><p class="rule">※メールが届くまでに5分～10分くらい掛かる場合があります。</p>
<div class="news"><p>【練習用】通知先に届く内容:</p><p>${letter}</p></div>`,
  )

const resetPage = (key: string, error: string | null): string =>
  open(
    'パスワードの再設定',
    `${errorBox(error)}<form method="post" action="${at.reset}?key=${escapeHtml(key)}" autocomplete="off">
${secretField('fresh', '新しいパスワード', '<p class="rule">新しいパスワードは、半角英大文字(A～Z)・半角英小文字(a～z)・半角数字(0～9)を全て利用して8文字でご入力ください。</p>')}
${secretField('again', '新しいパスワードの確認入力')}${button('再設定する')}</form>`,
  )

const digits = (text: string): string => {
  const parts = text.normalize('NFKC').match(/[0-9]+/g) ?? []
  return parts.length === 3 ? `${parts[0]}${parts[1]!.padStart(2, '0')}${parts[2]!.padStart(2, '0')}` : parts.join('')
}

const same = (a: string, b: string): boolean => a.replace(/\s/g, '') === b.replace(/\s/g, '')

/** Whose contract the form describes; null when it fits none. */
function holderOf(field: (name: string) => string): Contract | null {
  const fits = ({ holder, addresses }: Contract): boolean => {
    if (!addresses.includes(field('address').trim().toLowerCase())) return false
    if (holder.kind === 'company') return field('holder') === '法人名' && same(field('company'), holder.name)
    const named = same(field('family'), holder.family) && same(field('given'), holder.given)
    return field('holder') === '個人名' && named && digits(field('birth')) === holder.birth
  }
  return contracts.find(fits) ?? null
}

function takeRequest(visit: Visit): Answer {
  visit.touch('次へ', false)
  const field = (name: string): string => visit.form.get(name) ?? ''
  if (!field('matter') || !field('target') || !field('address')) return page(requestPage('入力されていない項目があります。'))
  const contract = holderOf(field)
  if (!contract) return page(requestPage('ご入力いただいた内容では、ご契約を確認できませんでした。'))
  return { ...page(confirmPage(field('matter'), field('target'), contract.login)), scripts: true }
}

interface Keys {
  readonly add: (login: string) => string
  readonly loginOf: (key: string) => string | null
}

function makeKeys(): Keys {
  const known = new Map([[standingKey, atHome.login]])
  return {
    add: (login) => {
      const key = `k${known.size}-${login.slice(-3)}`
      known.set(key, login)
      return key
    },
    loginOf: (key) => known.get(key) ?? null,
  }
}

/** Sends the answer out: no password changes here, but what can befall a commit can befall it. */
function takeSend(keys: Keys, error: string, visit: Visit): Answer {
  visit.touch('問い合わせ内容を送信する', false)
  if (visit.strike('error-without-effect') || visit.strike('error-with-effect')) return page(error, 500)
  if (visit.strike('cut-without-effect') || visit.strike('cut-with-effect')) return { kind: 'cut' }
  if (visit.strike('limit-reached'))
    return page(open('お問い合わせの受付', errorBox('本日は受け付けできません。1日1回までです。')))
  const login = visit.form.get('login') ?? ''
  if (visit.form.get('matter') === matters.name) return page(sentPage(`ユーザー名は ${escapeHtml(login)} です。`))
  const link = `${at.reset}?key=${keys.add(login)}`
  return page(sentPage(`<a href="${link}">${link}</a> から、新しいパスワードを設定してください。`))
}

function takeReset(keys: Keys, visit: Visit): Answer {
  visit.touch('再設定する', false)
  const key = visit.query.get('key') ?? ''
  const login = keys.loginOf(key)
  const [fresh, again] = [visit.form.get('fresh') ?? '', visit.form.get('again') ?? '']
  if (login === null) return page(open('エラー', errorBox('このURLは無効です。')))
  if (fresh !== again) return page(resetPage(key, '新しいパスワードと新しいパスワードの確認入力が一致しません。'))
  if (visit.strike('rule-refused') || !followsPortalRule(fresh))
    return page(resetPage(key, '新しいパスワードは、半角英大文字・半角英小文字・半角数字を全て利用して8文字で入力してください。'))
  return visit.commit(fresh, open('再設定の完了', '<p>パスワードの再設定が完了しました。</p>'), login)
}

function showRequest(visit: Visit): Answer {
  visit.touch(visit.query.get('q') === 'name' ? 'ユーザー名を忘れた場合' : 'パスワードを忘れた場合', false)
  return page(requestPage(null))
}

/** The pages of section 14. `error`: what the site shows in trouble. */
export function recoveryPages(error: string): readonly PortalPage[] {
  const keys = makeKeys()
  const showReset = (visit: Visit): Answer => {
    const key = visit.query.get('key') ?? ''
    return page(keys.loginOf(key) === null ? open('エラー', errorBox('このURLは無効です。')) : resetPage(key, null))
  }
  return [
    { name: 'request', path: at.forgotten, signedIn: false, get: showRequest, post: takeRequest },
    { name: 'request-commit', path: at.forgottenSend, signedIn: false, post: (visit) => takeSend(keys, error, visit) },
    { name: 'reset', path: at.reset, signedIn: false, get: showReset, post: (visit) => takeReset(keys, visit) },
  ]
}
