import { go, page, type Answer, type Portal, type PortalPage, type Visit } from '../portal.ts'
import { efNetSheet } from '../sheet.ts'
import { errorBox, escapeHtml, factTable, sitePage } from '../site-page.ts'

// Pages, labels and their order: notice 「第2報【重要】BIGLOBE パスワード変更のお願い」 of EFネット事務局 (2026年6月). Not in the notice, and
// so invented here: addresses below the first, the page after 「変更する」, every refusal's words, the pages behind the neighbours.
const at = {
  start: '/member/ryokinsei/',
  signIn: '/member/ryokinsei/login',
  sent: '/member/ryokinsei/auth',
  menu: '/member/ryokinsei/user',
  signOut: '/member/ryokinsei/logout',
  form: '/member/ryokinsei/password',
  commit: '/member/ryokinsei/password/change',
  connection: '/member/ryokinsei/connection-password',
  course: '/member/ryokinsei/course',
  bill: '/member/ryokinsei/bill',
  record: '/member/ryokinsei/record',
  help: '/member/ryokinsei/help',
} as const
const brand = 'BIGLOBE法人向けお客さまサポート'
const changeHeading = 'BIGLOBEパスワード(メールとサービスログインのパスワード)変更'
const ruleText =
  '数字、英小文字、英大文字、記号のいずれか2種類以上を使用した8文字以上16文字以内で入力してください。社名や名前、生年月日や番地など他人に容易に推測できるものは控えましょう。また定期的にパスワードは変更しましょう。'

const open = (title: string, body: string): string => sitePage({ title, brand, body: `<h1>${escapeHtml(title)}</h1>${body}` })
const inside = (title: string, body: string): string =>
  sitePage({
    title,
    brand,
    body: `<h1>${escapeHtml(title)}</h1>${body}`,
    links: [
      ['BIGLOBE オフィスサービス TOP', at.menu],
      ['ログアウト', at.signOut],
    ],
  })

/** What the notice says of a new password: 8 to 16 characters of two or more of digits, lower case, upper case, symbols; ASCII only. */
export function followsRule(password: string): boolean {
  if (!/^[!-~]{8,16}$/.test(password)) return false
  return [/[0-9]/, /[a-z]/, /[A-Z]/, /[^0-9A-Za-z]/].filter((kind) => kind.test(password)).length >= 2
}

const startPage = (): string =>
  open(
    '料金制選択コース',
    `<h2>お知らせ</h2><ul class="news">
<li>「料金制選択コース」の新規お申し込み受付は、2008年3月31日をもちまして終了いたしました。</li>
<li>「料金制選択コース」をご利用中のお客さまのユーザID追加登録は、継続して受付いたします。</li>
<li>2014年6月1日をもちまして、デイトタイムコース、合算3コース、合算10コースの新規契約ならびにコース変更を終了いたしました。</li></ul>
<p>インターネット接続とメールが中心のサービスです。IDごとにコースを設定できるので、無駄な費用もかからず、比較的安価にインターネットをご利用いただけます。</p>
<p><a href="${at.signIn}">料金制選択コースの管理画面</a></p>`,
  )

const signInPage = (error: string | null): string =>
  open(
    'ログイン',
    `${errorBox(error)}<form method="post" action="${at.sent}" autocomplete="off">
<div class="field"><label for="user">ユーザID</label><input type="text" id="user" name="user" maxlength="64"></div>
<div class="field"><label for="pass">BIGLOBEパスワード</label><input type="password" id="pass" name="pass" maxlength="64"></div>
<p class="act"><button type="submit">ログイン &gt;</button></p></form>
<p class="links"><a href="${at.help}?q=id">Q.ユーザIDを忘れました。</a><a href="${at.help}?q=password">Q.パスワードを忘れました。</a></p>`,
  )

const menuItems = [
  [at.form, 'BIGLOBEパスワード変更', 'メールやBIGLOBEのサービスにログインするためのパスワードです。'],
  [at.connection, '接続パスワード変更', '接続サービスご利用時にログインするためのパスワードです。'],
  [at.course, 'コース変更', 'コース変更は翌月1日から適用されます。'],
  [at.bill, '利用明細', '直近2年分の利用明細が確認できます。'],
  [
    at.record,
    '接続実績',
    '当月を含み過去6カ月分のモバイルの接続実績が確認できます。ただし、BIGLOBE WiMAX 2+の接続実績は表示されません。',
  ],
] as const

const menuPage = ({ account }: Visit, course: string): string => {
  if (!account) throw new Error('the menu is for people signed in')
  const facts = [
    ['会社名', account.company],
    ['ユーザID', account.userName],
    ['氏名', account.personName],
    ['コース', course],
    ['メールアドレス', account.address],
  ] as const
  const menu = menuItems.map(([href, text, note]) => `<li><a href="${href}">${text}</a><p>${note}</p></li>`).join('')
  return inside(
    '料金制選択コース利用者画面',
    `<div class="columns"><div>${factTable(facts)}</div><aside><ul class="menu">${menu}</ul></aside></div>`,
  )
}

const secretField = (name: string, label: string, after = ''): string =>
  `<div class="field"><label for="${name}">${label}<span class="must">必須</span></label><input type="password" id="${name}" name="${name}" maxlength="64">${after}</div>`

const formPage = (error: string | null): string =>
  inside(
    changeHeading,
    `${errorBox(error)}<form method="post" action="${at.commit}" autocomplete="off">
${secretField('current', '現在のパスワード')}
${secretField('fresh', '新しいパスワード', `<p class="rule">${ruleText}</p><p class="links"><a href="${at.help}?q=symbols">Q.使える記号はなんですか?</a><a href="${at.help}?q=safe">Q.より安全なパスワードにするには?</a></p>`)}
${secretField('again', '新しいパスワードの再入力')}
<p class="act"><button type="submit">変更する</button></p></form>`,
  )

const donePage = (): string =>
  inside(
    'BIGLOBEパスワード変更完了',
    '<p>BIGLOBEパスワードの変更が完了しました。</p><p>メールソフトをご利用のお客さまは、メールソフトに設定されているパスワードも変更してください。</p>',
  )

const showSignIn = (visit: Visit): Answer => (visit.touch('料金制選択コースの管理画面', false), page(signInPage(null)))

function takeSignIn(visit: Visit): Answer {
  visit.touch('ログイン', false)
  const user = visit.form.get('user') ?? ''
  const outcome = visit.signIn(user, visit.form.get('pass') ?? '')
  if (outcome === 'ok') return { kind: 'go', to: at.menu, signIn: user }
  return page(
    signInPage(
      outcome === 'locked'
        ? 'ログインの失敗が続いたため、このユーザIDは一時的にロックされています。しばらくたってからもう一度お試しください。'
        : 'ユーザIDまたはBIGLOBEパスワードが正しくありません。',
    ),
  )
}

function takeChange(visit: Visit): Answer {
  visit.touch('変更する', false)
  const field = (name: string): string => visit.form.get(name) ?? ''
  const [current, fresh, again] = [field('current'), field('fresh'), field('again')]
  const user = visit.account?.userName ?? ''
  const refusal = (): string | null => {
    if (visit.strike('limit-reached')) return 'BIGLOBEパスワードの変更は1日1回までです。日をあらためてお手続きください。'
    if (!current || !fresh || !again) return '必須項目が入力されていません。'
    if (visit.strike('old-password-refused') || visit.accounts.shown(user, current, 'portal') !== 'current')
      return '現在のパスワードが正しくありません。'
    if (fresh !== again) return '新しいパスワードと新しいパスワードの再入力が一致しません。'
    if (visit.strike('rule-refused') || !followsRule(fresh))
      return '新しいパスワードは、数字、英小文字、英大文字、記号のいずれか2種類以上を使用した8文字以上16文字以内で入力してください。'
    return fresh === current ? '現在のパスワードと同じパスワードは使用できません。' : null
  }
  const said = refusal()
  return said === null ? visit.commit(fresh, donePage()) : page(formPage(said))
}

const decoy = (name: string, path: string, title: string, body: string, done?: (visit: Visit) => string): PortalPage => ({
  name,
  path,
  signedIn: true,
  get: (visit) => (visit.touch(title, true), page(inside(title, body))),
  ...(done && {
    post: (visit: Visit) => (visit.touch(`${title}／変更する`, true), page(inside(title, `<p>${escapeHtml(done(visit))}</p>`))),
  }),
})

/** The neighbours one must not touch. They really work, so that touching one shows: the course changes, the connection password changes. */
function neighbours(set: (course: string) => void): readonly PortalPage[] {
  const act = '<p class="act"><button type="submit">変更する</button></p></form>'
  const courses = ['従量コース', '使いほーだいコース']
    .map((name) => `<label><input type="radio" name="course" value="${name}"> ${name}</label><br>`)
    .join('')
  return [
    decoy(
      'connection',
      at.connection,
      '接続パスワード変更',
      `<form method="post" action="${at.connection}">${secretField('current', '現在のパスワード')}${secretField('fresh', '新しいパスワード')}${secretField('again', '新しいパスワードの再入力')}${act}`,
      () => '接続パスワードの変更が完了しました。',
    ),
    decoy('course', at.course, 'コース変更', `<form method="post" action="${at.course}">${courses}${act}`, (visit) => {
      set(`${(visit.form.get('course') ?? '').slice(0, 40)}（翌月1日から）`)
      return 'コース変更のお申し込みが完了しました。'
    }),
    decoy(
      'bill',
      at.bill,
      '利用明細',
      factTable([
        ['2026年5月', '1,100円'],
        ['2026年4月', '1,100円'],
      ]),
    ),
    decoy('record', at.record, '接続実績', '<p>対象期間の接続実績はありません。</p>'),
  ]
}

const trouble = {
  maintenance: open(
    'メンテナンスのお知らせ',
    '<p>ただいまシステムメンテナンス中のため、サービスを停止しております。ご迷惑をおかけいたしますが、しばらくたってからご利用ください。</p>',
  ),
  expired: open(
    'セッションの有効期限切れ',
    `<p class="error">一定時間操作がなかったため、セッションの有効期限が切れました。お手数ですが、もう一度ログインしてください。</p><p><a href="${at.signIn}">ログイン画面へ</a></p>`,
  ),
  error: open('システムエラー', '<p class="error">システムエラーが発生しました。時間をおいてからもう一度お試しください。</p>'),
  missing: open('ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p>'),
}

const household = {
  company: '株式会社みほん商店',
  postal: '東京都千代田区見本町1-2-3',
  course: '従量コース',
  memberNumber: 'EF0012345',
} as const

const people: Portal['people'] = [
  {
    ...household,
    kind: 'main',
    userName: 'abc23456',
    address: 'taro@renshu.example',
    personName: '見本 太郎',
    registered: '2025-10-01',
  },
  {
    ...household,
    kind: 'extra',
    userName: 'abc23457',
    address: 'hanako@renshu.example',
    personName: '見本 花子',
    registered: '2025-11-06',
  },
]

const rebuilt: Portal['rebuilt'] = [
  { fault: 'changed-heading', page: 'form', edit: (html) => html.replaceAll(changeHeading, 'BIGLOBE IDの設定') },
  { fault: 'changed-button', page: 'form', edit: (html) => html.replace('>変更する<', '>次へ進む<') },
  { fault: 'changed-label', page: 'form', edit: (html) => html.replace('>新しいパスワードの再入力<', '>確認欄<') },
  { fault: 'changed-menu', page: 'menu', edit: (html) => html.replace('>BIGLOBEパスワード変更<', '>セキュリティ設定<') },
  {
    fault: 'doubled-button',
    page: 'form',
    edit: (html) => html.replace('<p class="act"><button type="submit">変更する</button></p>', '$&$&'),
  },
]

/** The EFネット/BIGLOBE member site with a household of two: the main account and one further address. */
export function makePortal(): Portal {
  let course: string = household.course
  return {
    provider: 'biglobe-ef',
    startPath: at.start,
    people,
    pages: [
      { name: 'start', path: at.start, signedIn: false, get: () => page(startPage()) },
      { name: 'sign-in', path: at.signIn, signedIn: false, get: showSignIn },
      { name: 'sign-in-sent', path: at.sent, signedIn: false, get: () => go(at.signIn), post: takeSignIn },
      { name: 'menu', path: at.menu, signedIn: true, get: (visit) => page(menuPage(visit, course)) },
      {
        name: 'form',
        path: at.form,
        signedIn: true,
        get: (visit) => (visit.touch('BIGLOBEパスワード変更', false), page(formPage(null))),
      },
      { name: 'commit', path: at.commit, signedIn: true, get: () => go(at.form), post: takeChange },
      {
        name: 'sign-out',
        path: at.signOut,
        signedIn: false,
        get: (visit) => (visit.touch('ログアウト', false), { kind: 'go', to: at.start, signOut: true }),
      },
      {
        name: 'help',
        path: at.help,
        signedIn: false,
        get: (visit) => (visit.touch('Q.', true), page(open('よくあるご質問', '<p>練習用のため、回答はありません。</p>'))),
      },
      ...neighbours((next) => {
        course = next
      }),
    ],
    trouble,
    rebuilt,
    sheet: efNetSheet,
  }
}
