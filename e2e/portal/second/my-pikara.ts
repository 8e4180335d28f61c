import {
  address,
  boxes,
  code,
  confirmed,
  entry,
  finished,
  follows,
  guarded,
  home,
  list,
  lost,
  lostCheck,
  lostSent,
  mailTitle,
  office,
  ownTitle,
  reset,
  resetDone,
  second as factor,
  signIn,
  top,
} from '../second-pages/my-pikara.ts'
import { recipeFor, recoveryFor, type SecondMarkup, type SecondPlay } from '../second-play.ts'
import type { Asked, Desk, Look, Reply } from '../second-site.ts'

// What the second Myピカラ does; its pages stand in second-pages/my-pikara.ts.

const targets = ['', 'Ｍｙピカラ第１メールアドレス', 'その他のメールアドレス', '携帯電話番号（SMS）']
function takeLost({ form, draft }: Asked): Reply {
  const of = (name: string): string => (form.get(name) ?? '').trim()
  const person = of('w') === 'p'
  const refuse = (error: string): Reply => ({ html: lost(of('k'), error) })
  if (!of('k') || !of('w') || (person ? !of('s') || !of('g') : !of('c'))) return refuse('ご契約者名を入力してください。')
  if (person && ![of('y'), of('m'), of('d')].every((part) => /^\d+$/.test(part))) return refuse('生年月日を入力してください。')
  if (!boxes.includes(of('e')) || !of('t')) return refuse('ピカラメールアドレスと通知先を入力してください。')
  draft.set('お問い合わせ内容', of('k') === 'u' ? 'ユーザー名のお問い合わせ' : 'パスワードの再設定')
  draft.set('ご契約者名', person ? `${of('s')} ${of('g')}` : of('c'))
  if (person) draft.set('ご契約者生年月日', `${of('y')}年${of('m')}月${of('d')}日`)
  draft.set('ピカラメールアドレス', of('e'))
  draft.set('ご送付希望の通知先', targets[Number(of('t'))]!)
  return { html: lostCheck(draft) }
}

function takeNew(
  { form, draft }: Asked,
  { passwords }: Desk,
  whose: string,
  page: (error: string) => string,
  next: string,
): Reply {
  const [old, fresh, again] = ['o', 'a', 'b'].map((name) => form.get(name) ?? '')
  if (old !== passwords.get(whose)) return { html: page('現在のパスワードが正しくありません。') }
  if (fresh !== again) return { html: page('新しいパスワードと確認入力が一致しません。') }
  if (!follows(fresh!))
    return { html: page('新しいパスワードは、半角英大文字・半角英小文字・半角数字を全て利用して8文字でご入力ください。') }
  draft.set('whose', whose)
  draft.set('fresh', fresh!)
  return { html: next }
}

/** A user name, or a mail address with its own password where that sign-in was switched on. */
function takeSignIn({ form, draft }: Asked, desk: Desk, left: Map<string, string>): Reply {
  const name = form.get('n') ?? ''
  if (!desk.passwords.has(name) || !desk.signIn(name, form.get('p') ?? ''))
    return { html: signIn('ユーザー名（メールアドレス）またはパスワードに誤りがあります。') }
  if (name !== guarded) return { to: '/my/top', signIn: name }
  draft.set('who', name)
  left.set('code', code)
  return { html: factor('') }
}

function takeCode({ form, draft }: Asked, left: Map<string, string>): Reply {
  const who = draft.get('who')
  if (who === undefined) return { to: '/my/' }
  if (form.get('c') !== code) return { html: factor('認証コードが正しくありません。') }
  left.set('remembered', form.get('r') ?? 'no')
  return { to: '/my/top', signIn: who }
}

function signedIn(asked: Asked, desk: Desk): Reply | null {
  const { method, path, query, form, draft, user } = asked
  const post = method === 'POST'
  const n = Number(query.get('n') ?? 0)
  const mailPage = (error: string): string => entry(mailTitle, `/my/mail/new?n=${n}`, address(n), error)
  const ownPage = (error: string): string => entry(ownTitle, '/my/pass', '', error)
  if (path === '/my/top') return { html: top }
  if (path === '/my/mail') return { html: list }
  if (path === '/my/mail/new' && boxes[n])
    return post
      ? takeNew(asked, desk, boxes[n], mailPage, confirmed(mailTitle, '/my/mail/set', address(n)))
      : { html: mailPage('') }
  if (path === '/my/pass')
    return post ? takeNew(asked, desk, user!, ownPage, confirmed(ownTitle, '/my/pass/set', '')) : { html: ownPage('') }
  const [whose, fresh] = [draft.get('whose'), draft.get('fresh')]
  const sets = path === '/my/mail/set' ? mailTitle : path === '/my/pass/set' ? ownTitle : null
  if (sets !== null && post && whose !== undefined && fresh !== undefined) return desk.change(whose, fresh, finished(sets))
  desk.decoy(`${method} ${path} ${[...form.keys()].join(' ')}`)
  return path.startsWith('/my/n/') ? { html: '<h2>お手続き</h2><form method="post"><button>申し込む</button></form>' } : null
}

function takeReset({ form }: Asked, desk: Desk): Reply {
  const fresh = form.get('a') ?? ''
  if (fresh !== form.get('b')) return { html: reset('新しいパスワードと確認入力が一致しません。') }
  if (!follows(fresh))
    return { html: reset('新しいパスワードは、半角英大文字・半角英小文字・半角数字を全て利用して8文字でご入力ください。') }
  return desk.change(office, fresh, resetDone)
}

const answer =
  (left: Map<string, string>) =>
  (asked: Asked, desk: Desk): Reply | null => {
    const { method, path, query, draft, user } = asked
    const post = method === 'POST'
    if (path === '/') return { html: home }
    if (path === '/my/' && user === null) return { html: signIn('') }
    if (path === '/my/') return { to: '/my/top' }
    if (path === '/my/in' && post) return takeSignIn(asked, desk, left)
    if (path === '/my/code' && post) return takeCode(asked, left)
    if (path === '/my/out') return { to: '/my/', signOut: true }
    if (path === '/my/lost') return { html: lost(query.get('k') ?? '', '') }
    if (path === '/my/lost/check' && post) return takeLost(asked)
    if (path === '/my/lost/send' && post && draft.size > 0) return desk.act('a request', lostSent(draft))
    if (path === '/reset/x81') return post ? takeReset(asked, desk) : { html: reset('') }
    if (path.startsWith('/my/')) return user === null ? { html: signIn('') } : signedIn(asked, desk)
    return (desk.decoy(`${method} ${path}`), { html: '<p>ご案内</p>' })
  }

const look = (left: Map<string, string>): Look => ({
  startPath: '/',
  title: 'Ｍｙピカラ',
  household: { [office]: 'Aa3bcdef', [guarded]: 'Kk9mihon', [boxes[0]!]: 'Hana4ko1', [boxes[1]!]: 'Tarou555' },
  answer: answer(left),
  drifts: {
    'another menu': {
      path: '/my/top',
      edit: (html) =>
        html
          .replace(/電子メールアドレスの<br>パスワード変更/, '電子メールの設定')
          .replace(/Ｍｙピカラの<br>パスワード変更/, 'ログインの設定'),
    },
    'the address is not in the list': {
      path: '/my/mail',
      edit: (html) => html.replaceAll(/(hanako21|taro4-21)@/g, 'madoguchi@'),
    },
    'another field': { path: '/my/mail/new', edit: (html) => html.replace('>新しいパスワードの確認入力<', '>秘密の質問の答え<') },
    'another field of one’s own': {
      path: '/my/pass',
      edit: (html) => html.replace('>新しいパスワードの確認入力<', '>秘密の質問の答え<'),
    },
    'another button': { path: '/my/mail/new', edit: (html) => html.replace('<span>設定する</span>', '申し込む') },
    'another button of one’s own': { path: '/my/pass', edit: (html) => html.replace('<span>設定する</span>', '申し込む') },
    'another sign-in': {
      path: '/my/',
      edit: (html) => html.replace('ユーザー名を忘れた場合', 'お困りの方').replace('パスワードを忘れた場合', 'はじめての方'),
    },
    'another request': {
      path: '/my/lost',
      edit: (html) => html.replace('ご契約者生年月日', '暗証番号').replace('ピカラメールアドレス', '暗証番号'),
    },
    'another button of the request': {
      path: '/my/lost/check',
      edit: (html) => html.replace('問い合わせ内容を送信する', 'お申し込み'),
    },
    'another button of the reset': {
      path: '/reset/x81',
      edit: (html) => html.replace('<em>再設定</em><em>する</em>', '申し込む'),
    },
  },
  error: '<main><h2>エラー</h2><p>システムエラーが発生しました。しばらくたってから、もう一度お試しください。</p></main>',
})

const [hanako, taro] = [boxes[0]!, boxes[1]!]
const withCode =
  (remember: boolean): NonNullable<SecondPlay['answer']> =>
  (question, site) =>
    question.name === 'two-factor-code' ? (site.left.get('code') ?? null) : question.name === 'remember-browser' ? remember : null

const own: SecondPlay = {
  name: 'the Myピカラ password',
  recipe: recipeFor('my-pikara', 'portal', 'portal'),
  values: { loginName: office },
  signsIn: office,
  changes: office,
  newPassword: 'Neu5wort',
  refusedPassword: 'neu5wort',
  drifts: ['another menu', 'another field of one’s own', 'another button of one’s own'],
}
const mailbox = (address: string): SecondPlay => ({
  ...own,
  name: 'a mailbox, signed in by user name',
  recipe: recipeFor('my-pikara', 'mail', 'portal'),
  values: { loginName: office, address },
  changes: address,
  drifts: ['another menu', 'the address is not in the list', 'another field', 'another button'],
})
const signingIn: SecondPlay = {
  ...own,
  name: 'signing in alone',
  recipe: recipeFor('my-pikara', 'portal', 'portal', 'proof'),
  changes: null,
  newPassword: null,
  refusedPassword: null,
  drifts: [],
}

const person: Readonly<Record<string, string>> = {
  姓: '見本',
  名: '花子',
  生年月日の年: '1975',
  生年月日の月: '3',
  生年月日の日: '9',
  ピカラメールアドレス: hanako,
  ご送付希望の通知先: 'その他のメールアドレス',
}
const company: Readonly<Record<string, string>> = {
  'ご契約者名(漢字)': '見本商店株式会社',
  ピカラメールアドレス: taro,
  ご送付希望の通知先: '携帯電話番号（SMS）',
}
const request = (id: string, answers: Readonly<Record<string, string>>): SecondPlay => ({
  ...signingIn,
  name: id,
  recipe: recoveryFor('my-pikara', id),
  values: {},
  signsIn: null,
  answer: (question) => answers[String(question.facts.control)] ?? null,
  drifts: ['another sign-in', 'another request', 'another button of the request'],
})

export const second: SecondMarkup = {
  provider: 'my-pikara',
  look,
  plays: [
    own,
    {
      ...own,
      name: 'the Myピカラ password, with a code',
      brief: true,
      values: { loginName: guarded },
      signsIn: guarded,
      changes: guarded,
      answer: withCode(false),
      leaves: { remembered: 'no' },
      drifts: [],
    },
    mailbox(hanako),
    { ...mailbox(taro), name: 'the other mailbox, signed in by user name', brief: true, drifts: [] },
    {
      ...mailbox(hanako),
      name: 'a mailbox, with a code, the browser to be remembered',
      brief: true,
      values: { loginName: guarded, address: hanako },
      signsIn: guarded,
      answer: withCode(true),
      leaves: { remembered: '1' },
      drifts: [],
    },
    {
      ...mailbox(taro),
      name: 'a mailbox, signed in by its address',
      recipe: recipeFor('my-pikara', 'mail', 'mail'),
      values: { loginName: taro, address: taro },
      signsIn: taro,
      drifts: ['another menu', 'another button'],
    },
    signingIn,
    {
      ...signingIn,
      name: 'signing in alone, with a code',
      brief: true,
      values: { loginName: guarded },
      signsIn: guarded,
      answer: withCode(false),
    },
    request('my-pikara/remind-user-name-person', person),
    request('my-pikara/remind-user-name-company', company),
    request('my-pikara/request-reset-person', person),
    request('my-pikara/request-reset-company', company),
    {
      ...own,
      name: 'the new password behind the link',
      recipe: recoveryFor('my-pikara', 'my-pikara/set-password-by-link'),
      startPath: '/reset/x81',
      values: {},
      signsIn: null,
      drifts: ['another button of the reset'],
    },
  ],
}
