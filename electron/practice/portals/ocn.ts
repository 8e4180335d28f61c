import { makePaperPassword } from '../accounts.ts'
import { page, type Answer, type Portal, type Visit } from '../portal.ts'
import { errorBox, factTable } from '../site-page.ts'
import { at, inside, open } from './ocn/frame.ts'
import { mailAccountPages } from './ocn/mail-accounts.ts'
import { mailProcedurePages } from './ocn/mail-procedures.ts'
import { neighbourPages } from './ocn/neighbours.ts'
import { followsRule, heading, passwordPages } from './ocn/password-pages.ts'
import { usageGuideSheet } from './ocn/sheet.ts'

// Pages, labels and their order: 「カスタマサポートデスク操作マニュアル 1.0版」 of NTT Communications (2024年3月1日). Not in the manual, and so invented here:
// addresses, the hosts in the sign-in's list, STEP3, every refusal's words.
const domains = ['biz1.ocn.example', 'biz2.ocn.example', 'one.ocn.example'] as const
const login = 'd8400123@biz1.ocn.example'

const household = {
  company: '見本商事株式会社',
  personName: '見本 次郎',
  postal: '東京都千代田区見本町2-3-1',
  course: 'OCN光フレッツ IP1 ファミリータイプ',
  memberNumber: 'N230110001',
  registered: '2024-03-01',
  realms: ['mail'],
} as const
// The whole address is the mail login: the sheet prints no other.
const mailbox = (kind: 'main' | 'extra', address: string): Portal['people'][number] => ({
  ...household,
  kind,
  userName: address,
  address,
})
const people: Portal['people'] = [
  mailbox('main', 'mihon@arrow.ocn.example'),
  mailbox('extra', 'keiri@dune.ocn.example'),
  mailbox('extra', 'soumu@blue.ocn.example'),
]

const signInPage = (error: string | null): string =>
  open(
    'ログイン',
    `${errorBox(error)}<form method="post" action="${at.sent}" autocomplete="off">
<div class="field"><input type="text" name="user" placeholder="認証ID" maxlength="64"></div>
<div class="field">@ <select name="domain"><option value="">選択してください</option>${domains.map((name) => `<option>${name}</option>`).join('')}</select></div>
<div class="field"><input type="password" name="pass" placeholder="パスワード" maxlength="64"></div>
<p class="act"><button type="submit">ログイン</button></p></form>`,
  )

const usagePage = (): string =>
  inside(
    'ご利用状況の確認',
    `<p>${household.company}様</p><p>OCNのご利用まことにありがとうございます。</p>
<p>【お客さまへのお知らせ】<br>左側メニューに「認証パスワード変更」の表示がある場合は、オンラインでお手続きいただけます。</p><h2>■お客様基本情報</h2>
${factTable([
  ['お客様番号', household.memberNumber],
  ['サービス品目', household.course],
  ['お名前', household.company],
  ['ご住所', household.postal],
  ['支払い方法', '請求書によるお支払い'],
])}`,
  )

function takeSignIn(visit: Visit): Answer {
  visit.touch('ログイン', false)
  const [left, right] = [visit.form.get('user') ?? '', visit.form.get('domain') ?? '']
  if (left === '' || right === '') return page(signInPage('認証IDと、@の右側をご指定ください。'))
  const user = `${left}@${right}`
  const outcome = visit.signIn(user, visit.form.get('pass') ?? '')
  if (outcome === 'ok') return { kind: 'go', to: at.usage, signIn: user }
  return page(
    signInPage(
      outcome === 'locked'
        ? 'ログインの失敗が続いたため、この認証IDは一時的にロックされています。しばらくたってからもう一度お試しください。'
        : '認証IDまたはパスワードが正しくありません。',
    ),
  )
}

const trouble: Portal['trouble'] = {
  maintenance: open(
    'メンテナンスのお知らせ',
    '<p>ただいまシステムメンテナンス中のため、カスタマーサポートデスクをご利用いただけません。</p>',
  ),
  expired: open(
    'セッションの有効期限切れ',
    `<p class="error">一定時間操作がなかったため、セッションの有効期限が切れました。もう一度ログインしてください。</p><p><a href="${at.signIn}">ログイン画面へ</a></p>`,
  ),
  error: open('システムエラー', '<p class="error">システムエラーが発生しました。時間をおいてからもう一度お試しください。</p>'),
  missing: open('ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p>'),
}

const rebuilt: Portal['rebuilt'] = [
  {
    fault: 'changed-heading',
    page: 'form',
    edit: (html) =>
      html
        .replaceAll(heading, 'アカウントの設定')
        .replace('本画面は認証パスワード変更の', '本画面は設定変更の')
        .replace('>認証パスワード入力<', '>設定の入力<'),
  },
  {
    fault: 'changed-heading',
    page: 'confirm',
    edit: (html) => html.replace('パスワードを変更します。よろしければ、', '内容をご確認ください。'),
  },
  { fault: 'changed-button', page: 'form', edit: (html) => html.replace('>次へ ▶▶<', '>入力内容を送信<') },
  { fault: 'changed-button', page: 'confirm', edit: (html) => html.replace('>登録<', '>申し込む<') },
  { fault: 'changed-label', page: 'form', edit: (html) => html.replace('>新しい認証パスワード(確認用) ', '>確認欄 ') },
  { fault: 'changed-label', page: 'sign-in', edit: (html) => html.replace('placeholder="認証ID"', 'placeholder="お客様番号"') },
  { fault: 'changed-menu', page: 'menu', edit: (html) => html.replace('>認証パスワード変更<', '>セキュリティ設定<') },
  {
    fault: 'doubled-button',
    page: 'confirm',
    edit: (html) => html.replace('<p class="act"><button type="submit">登録</button></p>', '$&$&'),
  },
]

function paperPassword(): string {
  const made = makePaperPassword().slice(0, 8)
  return followsRule(made) ? made : paperPassword()
}

/** The カスタマサポートデスク of OCN for business, with one 認証ID and a household of three mail accounts that it cannot change the passwords of. */
export function makePortal(): Portal {
  let ended = false
  return {
    provider: 'ocn',
    startPath: at.signIn,
    people,
    logins: [{ userName: login, realms: ['portal', 'connection'] }],
    paperPassword,
    pages: [
      { name: 'sign-in', path: at.signIn, signedIn: false, get: () => page(signInPage(null)) },
      { name: 'sign-in-sent', path: at.sent, signedIn: false, get: () => ({ kind: 'go', to: at.signIn }), post: takeSignIn },
      { name: 'menu', path: at.usage, signedIn: true, get: () => page(usagePage()) },
      {
        name: 'sign-out',
        path: at.signOut,
        signedIn: false,
        get: (visit) => (visit.touch('ログアウト', false), { kind: 'go', to: at.signIn, signOut: true }),
      },
      ...passwordPages(() => (ended ? '廃止受付完了後は、各種変更のお申込みができません。' : null)),
      ...mailProcedurePages,
      ...mailAccountPages(people.map((one) => one.address)),
      ...neighbourPages(() => {
        ended = true
      }),
    ],
    trouble,
    rebuilt,
    sheet: usageGuideSheet,
  }
}
