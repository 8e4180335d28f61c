import { afterEach, expect, test } from 'vitest'
import type { FaultName } from './faults.ts'
import { followsRule } from './portals/biglobe-ef.ts'
import { startPractice, type Practice, type PracticeOptions } from './practice.ts'

const running: Practice[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})

interface Visitor {
  readonly practice: Practice
  readonly user: string
  /** A GET or, with fields, a POST; redirects are followed by hand so that the cookie is kept. */
  readonly to: (path: string, fields?: Record<string, string>) => Promise<{ status: number; text: string; path: string }>
  readonly signIn: (password?: string) => Promise<{ status: number; text: string; path: string }>
  readonly change: (current: string, fresh: string, again?: string) => Promise<{ status: number; text: string; path: string }>
}

async function visit(options: PracticeOptions = {}): Promise<Visitor> {
  const started = await startPractice(options)
  if (!started.ok) throw new Error(JSON.stringify(started.problem))
  const practice = started.value
  running.push(practice)
  const user = practice.accounts[0]!.userName
  let cookie = ''
  const to: Visitor['to'] = async (path, fields) => {
    const url = new URL(path, practice.portalUrl)
    const body = fields && new URLSearchParams(fields)
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      ...(body && { body }),
      headers: { cookie },
      redirect: 'manual',
    })
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0]!
    const location = response.headers.get('location')
    const text = await response.text()
    return location ? to(location) : { status: response.status, text, path: url.pathname }
  }
  const base = '/member/ryokinsei/'
  return {
    practice,
    user,
    to,
    signIn: (password = practice.currentPasswordOf(user).reveal()) => to(`${base}auth`, { user, pass: password }),
    change: (current, fresh, again = fresh) => to(`${base}password/change`, { current, fresh, again }),
  }
}
const fresh = 'Tomodachi88'
const now = (visitor: Visitor): string => visitor.practice.currentPasswordOf(visitor.user).reveal()
const controls = (visitor: Visitor): readonly string[] =>
  visitor.practice
    .events()
    .flatMap((event) => (event.what === 'control' ? [event.decoy ? `!${event.control}` : event.control] : []))

test('walks the manual’s pages in order and changes the password', async () => {
  const visitor = await visit()
  const old = now(visitor)
  const start = await visitor.to('/')
  expect(start.text).toContain('<h1>料金制選択コース</h1>')
  expect(start.text).toContain('>料金制選択コースの管理画面</a>')
  const login = await visitor.to(/href="([^"]+)">料金制選択コースの管理画面/.exec(start.text)![1]!)
  for (const seen of ['ユーザID', 'BIGLOBEパスワード', 'ログイン', 'Q.ユーザIDを忘れました。', 'Q.パスワードを忘れました。'])
    expect(login.text).toContain(seen)
  const menu = await visitor.signIn()
  expect(menu.path).toBe('/member/ryokinsei/user')
  const account = visitor.practice.accounts[0]!
  for (const seen of [account.company, account.userName, account.personName, account.course, account.address])
    expect(menu.text).toContain(`<td>${seen}</td>`)
  const items = [...menu.text.matchAll(/<li><a href="[^"]+">([^<]+)</g)].map((found) => found[1])
  expect(items).toEqual(['BIGLOBEパスワード変更', '接続パスワード変更', 'コース変更', '利用明細', '接続実績'])
  const form = await visitor.to(/href="([^"]+)">BIGLOBEパスワード変更/.exec(menu.text)![1]!)
  expect(form.text.match(/<label [^>]+>[^<]+<span class="must">必須/g)).toHaveLength(3)
  const done = await visitor.change(old, fresh)
  expect(done.text).toContain('BIGLOBEパスワードの変更が完了しました。')
  expect(now(visitor)).toBe(fresh)
  expect(controls(visitor)).toEqual(['料金制選択コースの管理画面', 'ログイン', 'BIGLOBEパスワード変更', '変更する'])
  for (const page of [start, login, menu, form, done]) {
    expect(page.text).toContain('練習用')
    expect(page.text).not.toContain(old)
    expect(page.text).not.toContain(fresh)
  }
  expect(JSON.stringify(visitor.practice.events())).not.toMatch(new RegExp(`${old}|${fresh}`))
})

test('signing out ends the session; without one every inner page says the session has ended', async () => {
  const visitor = await visit()
  await visitor.signIn()
  expect((await visitor.to('/member/ryokinsei/logout')).text).toContain('料金制選択コース')
  for (const path of ['user', 'password', 'connection-password', 'course', 'bill', 'record']) {
    expect((await visitor.to(`/member/ryokinsei/${path}`)).text).toContain('セッションの有効期限が切れました')
  }
  expect(controls(visitor)).toEqual(['ログイン', 'ログアウト'])
})

test.each([
  ['wrong current password', ['Wrong-one-1', fresh, fresh], '現在のパスワードが正しくありません'],
  ['repetition differs', ['', fresh, 'Tomodachi89'], '一致しません'],
  ['nothing typed again', ['', fresh, ''], '必須項目が入力されていません'],
  ['too short', ['', 'Abc123!', 'Abc123!'], '2種類以上'],
  ['too long', ['', 'Abcdefghij1234567', 'Abcdefghij1234567'], '2種類以上'],
  ['one class only', ['', 'abcdefghij', 'abcdefghij'], '2種類以上'],
  ['full-width', ['', 'Ａｂｃｄ１２３４', 'Ａｂｃｄ１２３４'], '2種類以上'],
] as const)('refuses: %s', async (_name, [current, one, two], words) => {
  const visitor = await visit()
  const old = now(visitor)
  await visitor.signIn()
  const page = await visitor.change(current || old, one, two)
  expect(page.text).toContain(words)
  expect(page.text).toContain('>変更する</button>')
  expect(now(visitor)).toBe(old)
})

test('the rule is 8 to 16 characters of at least two of four classes', () => {
  for (const good of ['abcdefg1', 'ABCDEFGh', '1234567!', 'abcdefghijklmno1'])
    expect([good, followsRule(good)]).toEqual([good, true])
  for (const bad of ['abcdef1', 'abcdefghijklmnop1', '12345678', '!!!!!!!!', 'abc defg1', 'abcdefg1\n', ''])
    expect([bad, followsRule(bad)]).toEqual([bad, false])
})

test('the neighbours work and tell that they were touched', async () => {
  const visitor = await visit()
  await visitor.signIn()
  for (const path of ['connection-password', 'course', 'bill', 'record'])
    expect((await visitor.to(`/member/ryokinsei/${path}`)).status).toBe(200)
  expect((await visitor.to('/member/ryokinsei/course', { course: '使いほーだいコース' })).text).toContain('完了しました')
  expect((await visitor.to('/member/ryokinsei/user')).text).toContain('使いほーだいコース（翌月1日から）')
  expect(controls(visitor).filter((name) => name.startsWith('!'))).toEqual([
    '!接続パスワード変更',
    '!コース変更',
    '!利用明細',
    '!接続実績',
    '!コース変更／変更する',
  ])
})

test('five refused sign-ins lock the user, right password or not; an hour later it is open again', async () => {
  let clock = Date.parse('2026-07-01T00:00:00Z')
  const visitor = await visit({ now: () => clock })
  for (let i = 0; i < 5; i += 1) expect((await visitor.signIn('wrong-one')).text).toContain('正しくありません')
  expect((await visitor.signIn()).text).toContain('ロックされています')
  clock += 3_600_000
  expect((await visitor.signIn()).text).toContain('料金制選択コース利用者画面')
})

test.each<[FaultName, string, boolean]>([
  ['error-with-effect', 'システムエラー', true],
  ['error-without-effect', 'システムエラー', false],
  ['success-without-effect', '変更が完了しました', false],
  ['limit-reached', '1日1回まで', false],
  ['rule-refused', '2種類以上', false],
  ['old-password-refused', '現在のパスワードが正しくありません', false],
])('fault at the commit: %s', async (name, words, effect) => {
  const visitor = await visit({ faults: [{ name, once: true }] })
  const old = now(visitor)
  await visitor.signIn()
  expect((await visitor.change(old, fresh)).text).toContain(words)
  expect(now(visitor)).toBe(effect ? fresh : old)
  expect(visitor.practice.events().some((event) => event.what === 'password-changed')).toBe(effect)
  const again = await visitor.change(now(visitor), 'Futatsume99')
  expect(again.text).toContain('変更が完了しました')
})

test.each<[FaultName, boolean]>([
  ['cut-with-effect', true],
  ['cut-without-effect', false],
])('fault at the commit: %s leaves the post unanswered', async (name, effect) => {
  const visitor = await visit()
  const old = now(visitor)
  await visitor.signIn()
  visitor.practice.setFault({ name })
  await expect(visitor.change(old, fresh)).rejects.toThrow('fetch failed')
  expect(now(visitor)).toBe(effect ? fresh : old)
  expect(visitor.practice.events().filter((event) => event.what === 'post' && event.page === 'commit')).toHaveLength(1)
})

test.each<[FaultName, string]>([
  ['sign-in-refused', '正しくありません'],
  ['locked', 'ロックされています'],
  ['maintenance', 'システムメンテナンス中'],
])('fault at the sign-in: %s, until it is cleared', async (name, words) => {
  const visitor = await visit({ faults: [{ name }] })
  for (let i = 0; i < 2; i += 1) expect((await visitor.signIn()).text).toContain(words)
  visitor.practice.clearFault(name)
  expect((await visitor.signIn()).text).toContain('料金制選択コース利用者画面')
})

test('faults keep to their page and their user', async () => {
  const visitor = await visit({
    faults: [
      { name: 'maintenance', at: 'form' },
      { name: 'sign-in-refused', user: 'abc23457' },
    ],
  })
  expect((await visitor.signIn()).text).toContain('料金制選択コース利用者画面')
  const form = await visitor.to('/member/ryokinsei/password')
  expect([form.status, form.text.includes('システムメンテナンス中')]).toEqual([503, true])
  expect((await visitor.to('/member/ryokinsei/user')).status).toBe(200)
})

test('the session expires right before the change page, once; signing in again goes through', async () => {
  const visitor = await visit({ faults: [{ name: 'session-expired', once: true }] })
  expect((await visitor.signIn()).text).toContain('料金制選択コース利用者画面')
  expect((await visitor.to('/member/ryokinsei/password')).text).toContain('セッションの有効期限が切れました')
  expect((await visitor.to('/member/ryokinsei/user')).text).toContain('セッションの有効期限が切れました')
  await visitor.signIn()
  expect((await visitor.to('/member/ryokinsei/password')).text).toContain('現在のパスワード')
})

test.each<[FaultName, string, string]>([
  ['changed-heading', 'password', 'BIGLOBE IDの設定'],
  ['changed-button', 'password', '>次へ進む</button>'],
  ['changed-label', 'password', '確認欄'],
  ['changed-menu', 'user', '>セキュリティ設定</a>'],
])('a rebuilt page: %s', async (name, path, words) => {
  const visitor = await visit({ faults: [{ name, once: true }] })
  const menu = await visitor.signIn()
  const rebuilt = path === 'user' ? menu : await visitor.to(`/member/ryokinsei/${path}`)
  const again = await visitor.to(`/member/ryokinsei/${path}`)
  expect(rebuilt.text).toContain(words)
  expect(again.text).not.toContain(words)
})

test('a doubled button', async () => {
  const visitor = await visit({ faults: [{ name: 'doubled-button' }] })
  await visitor.signIn()
  expect((await visitor.to('/member/ryokinsei/password')).text.match(/>変更する<\/button>/g)).toHaveLength(2)
})

test('a slow page takes its time, and stopping does not wait for it', async () => {
  const visitor = await visit({ faults: [{ name: 'slow', seconds: 600, at: 'start' }] })
  const slow = visitor.to('/member/ryokinsei/').then(
    () => 'answered',
    () => 'cut',
  )
  await expect(Promise.race([slow, new Promise((resolve) => setTimeout(() => resolve('waiting'), 100))])).resolves.toBe('waiting')
  expect((await visitor.to('/member/ryokinsei/login')).status).toBe(200)
  await visitor.practice.stop()
  expect(await slow).toBe('cut')
})

test('refuses foreign host names, other methods, bodies too large and what is no form', async () => {
  const { practice, to } = await visit()
  const { request } = await import('node:http')
  const status = (options: object, body = ''): Promise<number> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: practice.ports.portal, path: '/member/ryokinsei/auth', ...options }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .on('error', reject)
        .end(body)
    })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(await status({ headers: { host: 'evil.example' } })).toBe(421)
  expect(await status({ method: 'PUT' })).toBe(405)
  expect(await status({ method: 'POST', headers: form }, `user=${'x'.repeat(70_000)}`)).toBe(413)
  expect(await status({ method: 'POST', headers: { 'content-type': 'application/json' } }, '{}')).toBe(413)
  expect((await to('/member/ryokinsei/nothing')).status).toBe(404)
  expect((await to('/member/ryokinsei/bill', { a: 'b' })).text).toContain('有効期限')
})

test('a password typed into the user field stands in no event', async () => {
  const visitor = await visit()
  await visitor.to('/member/ryokinsei/auth', { user: 'Himitsu-no-1', pass: 'x' })
  expect(visitor.practice.events().at(-2)).toMatchObject({
    what: 'sign-in',
    user: '(unknown)',
    shown: 'unknown-user',
    outcome: 'refused',
  })
})
