import { go, page, type Answer, type PortalPage, type Visit } from '../../portal.ts'
import { errorBox, escapeHtml } from '../../site-page.ts'
import { at, inside, steps } from './frame.ts'

// 認証パスワード変更, 1.2.1 of the manual: STEP1 and STEP2 as shown there. STEP3 and every refusal's words are not shown and made up here.
const hour = 3_600_000
const bar = ['STEP1 入力', 'STEP2 確認', 'STEP3 完了']
export const heading = '認証パスワードの変更'
const hourNote = 'パスワード変更後、約1時間、パスワードの変更は実施できません。'
const deviceNote =
  '認証パスワードを変更された場合は、ネットワーク機器等に設定しているパスワードの変更も必要となる場合がございます。'
const notes = (...lines: readonly string[]): string =>
  `<div class="news"><p><b>！／ご注意</b></p><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul></div>`

/** What the manual says of a new 認証パスワード: 6 to 8, two letters or more, one digit or symbol or more, nothing but the signs listed. */
export function followsRule(password: string): boolean {
  if (!/^[A-Za-z0-9!$%&'()*+,\-./;<=>?[\]^_{}`~]{6,8}$/.test(password)) return false
  return (password.match(/[A-Za-z]/g) ?? []).length >= 2 && /[^A-Za-z]/.test(password)
}

const secretRow = (name: string, label: string): string =>
  `<tr><th scope="row">${label} &lt;必須&gt;</th><td><input type="password" name="${name}" maxlength="8" autocomplete="off"></td></tr>`

const inputPage = (user: string, error: string | null): string =>
  inside(
    heading,
    `${steps(bar, 0)}<p>本画面は認証パスワード変更のお申込みページです。</p><p>【注意事項】${deviceNote}</p><h2>認証パスワード入力</h2>${errorBox(error)}
<form method="post" action="${at.confirm}"><table class="facts"><caption>認証パスワード</caption>
<tr><th scope="row">認証ID</th><td>${escapeHtml(user)}</td></tr>
${secretRow('current', '現在の認証パスワード')}${secretRow('fresh', '新しい認証パスワード')}${secretRow('again', '新しい認証パスワード(確認用)')}</table>
${notes(
  '認証パスワードは6文字以上8文字以下の文字列にしてください。',
  '新しい認証パスワードは、2文字以上のアルファベットと1文字以上の数字、又は記号を用いて作成してください。',
  "認証パスワードに使用可能な文字は以下の通りです。〔A-Z〕〔a-z〕〔0-9〕!$%&'()*+,-./;<=>?[]^_{}`~",
  '新しい認証パスワードが有効となるまで、最大5分程度かかる場合があります。',
  hourNote,
)}<p>入力した内容でよろしければ「次へ」ボタンをクリックしてください。</p>
<p class="act"><button type="submit">次へ ▶▶</button></p></form><p><a href="${at.usage}">◀◀ TOPへ戻る</a></p>`,
  )

const confirmPage = (): string =>
  inside(
    heading,
    `${steps(bar, 1)}<p>パスワードを変更します。よろしければ、「登録」ボタンをクリックしてください。</p>${notes(hourNote, deviceNote)}
<form method="post" action="${at.commit}"><p><a href="${at.form}">◀ 戻る</a></p><p class="act"><button type="submit">登録</button></p></form>`,
  )

const donePage = (): string =>
  inside(
    heading,
    `${steps(bar, 2)}<p>認証パスワードの変更が完了しました。</p>${notes('新しい認証パスワードが有効となるまで、最大5分程度かかる場合があります。', hourNote, deviceNote)}
<p><a href="${at.usage}">◀◀ TOPへ戻る</a></p>`,
  )

const userOf = (visit: Visit): string => {
  if (visit.user === null) throw new Error('these pages are for people signed in')
  return visit.user
}

/** The three steps. `closed`: what the desk says instead, once the contract was ended. */
export function passwordPages(closed: () => string | null): readonly PortalPage[] {
  const waiting = new Map<string, string>()
  const changedAt = new Map<string, number>()
  const limited = (visit: Visit): boolean => {
    const last = changedAt.get(userOf(visit))
    return visit.strike('limit-reached') !== null || (last !== undefined && visit.now() - last < hour)
  }
  const tooSoon = '前回の変更から約1時間が経過していないため、認証パスワードの変更は実施できません。'
  const refusal = (visit: Visit): string | null => {
    const field = (name: string): string => visit.form.get(name) ?? ''
    const [current, fresh, again] = [field('current'), field('fresh'), field('again')]
    if (limited(visit)) return tooSoon
    if (!current || !fresh || !again) return '必須項目が入力されていません。'
    if (visit.strike('old-password-refused') || visit.accounts.shown(userOf(visit), current, 'portal') !== 'current')
      return '現在の認証パスワードが正しくありません。'
    if (fresh !== again) return '新しい認証パスワードと新しい認証パスワード(確認用)が一致しません。'
    if (visit.strike('rule-refused') || !followsRule(fresh))
      return '新しい認証パスワードは、6文字以上8文字以下で、2文字以上のアルファベットと1文字以上の数字又は記号を用いて作成してください。'
    return fresh === current ? '現在の認証パスワードと同じパスワードは使用できません。' : null
  }
  const check = (visit: Visit): Answer => {
    visit.touch('次へ', false)
    const said = refusal(visit)
    if (said !== null) return page(inputPage(userOf(visit), said))
    waiting.set(userOf(visit), visit.form.get('fresh') ?? '')
    return page(confirmPage())
  }
  const register = (visit: Visit): Answer => {
    visit.touch('登録', false)
    const user = userOf(visit)
    const fresh = waiting.get(user)
    if (fresh === undefined) return go(at.form)
    waiting.delete(user)
    if (limited(visit)) return page(inputPage(user, tooSoon))
    const answer = visit.commit(fresh, donePage())
    if (visit.accounts.passwordOf(user) === fresh) changedAt.set(user, visit.now())
    return answer
  }
  const show = (visit: Visit): Answer => {
    visit.touch('認証パスワード変更', false)
    const said = closed()
    return page(said === null ? inputPage(userOf(visit), null) : inside(heading, `<p class="error">${escapeHtml(said)}</p>`))
  }
  return [
    { name: 'form', path: at.form, signedIn: true, get: show },
    { name: 'confirm', path: at.confirm, signedIn: true, get: () => go(at.form), post: check },
    { name: 'commit', path: at.commit, signedIn: true, get: () => go(at.form), post: register },
  ]
}
