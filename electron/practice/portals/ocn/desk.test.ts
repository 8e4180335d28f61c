import { afterEach, expect, test } from 'vitest'
import { startPractice, type Practice, type PracticeOptions } from '../../practice.ts'
import { at } from './frame.ts'
import { followsRule } from './password-pages.ts'

const running: Practice[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})

const login = 'd8400123@biz1.ocn.example'
const [left, right] = login.split('@') as [string, string]

async function visit(options: PracticeOptions = {}) {
  const started = await startPractice({ ...options, provider: 'ocn' })
  if (!started.ok) throw new Error(JSON.stringify(started.problem))
  const practice = started.value
  running.push(practice)
  let cookie = ''
  const to = async (path: string, fields?: Record<string, string>): Promise<string> => {
    const response = await fetch(new URL(path, practice.portalUrl), {
      method: fields ? 'POST' : 'GET',
      ...(fields && { body: new URLSearchParams(fields) }),
      headers: { cookie },
      redirect: 'manual',
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const location = response.headers.get('location')
    return location ? to(location) : response.text()
  }
  const now = (user = login): string => practice.currentPasswordOf(user).reveal()
  return {
    practice,
    to,
    now,
    signIn: (pass = now(), domain = right) => to(at.sent, { user: left, domain, pass }),
    check: (fresh: string, current = now(), again = fresh) => to(at.confirm, { current, fresh, again }),
    register: () => to(at.commit, {}),
    touched: () =>
      practice.events().flatMap((event) => (event.what === 'control' ? [event.decoy ? `!${event.control}` : event.control] : [])),
  }
}

test('walks STEP1 to STEP3; nothing has changed before 登録, and no page shows a password', async () => {
  const { practice, to, now, signIn, check, register, touched } = await visit()
  const old = now()
  const pages = [await to(at.signIn), await signIn(), await to(at.form), await check('Fresh-12')]
  expect(pages[1]).toContain('ご利用状況の確認')
  expect(pages[2]).toContain(login)
  expect(pages[3]).toContain('パスワードを変更します。')
  expect(now()).toBe(old)
  pages.push(await register())
  expect(pages[4]).toContain('認証パスワードの変更が完了しました。')
  expect(now()).toBe('Fresh-12')
  expect(touched()).toEqual(['ログイン', '認証パスワード変更', '次へ', '登録'])
  for (const page of pages) {
    expect(page).not.toContain(old)
    expect(page).not.toContain('Fresh-12')
  }
  expect(JSON.stringify(practice.events())).not.toContain(old)
})

test('the right side of the 認証ID counts: another entry of the list, or none, opens nothing', async () => {
  const { signIn, now, to } = await visit()
  expect(await signIn(now(), 'biz2.ocn.example')).toContain('正しくありません')
  expect(await signIn(now(), '')).toContain('ご指定ください')
  expect(await to(at.usage)).toContain('セッションの有効期限が切れました')
})

test('the desk opens to no mail password, and the mail servers to no authentication password', async () => {
  const { practice, now, to } = await visit()
  const mail = practice.accounts[0]!
  const [user, domain] = mail.address.split('@') as [string, string]
  expect(await to(at.sent, { user, domain, pass: now(mail.userName) })).toContain('正しくありません')
  expect(now(mail.userName)).not.toBe(now())
})

test('no second change for about an hour', async () => {
  let clock = Date.parse('2026-07-01T00:00:00Z')
  const { signIn, check, register, now } = await visit({ now: () => clock })
  await signIn()
  await check('Fresh-12')
  await register()
  clock += 800_000
  expect(await check('Other-34')).toContain('約1時間が経過していない')
  expect(await register()).not.toContain('完了しました')
  expect(now()).toBe('Fresh-12')
  clock += 2_800_000
  await signIn()
  await check('Other-34')
  expect(await register()).toContain('完了しました')
})

test('five minutes until it works: the desk goes on taking the old one, and only that', async () => {
  let clock = Date.parse('2026-07-01T00:00:00Z')
  const { signIn, check, register, now } = await visit({
    now: () => clock,
    faults: [{ name: 'portal-delayed', seconds: 300, once: true }],
  })
  const old = now()
  await signIn()
  await check('Fresh-12')
  expect(await register()).toContain('完了しました')
  expect(await signIn('Fresh-12')).toContain('正しくありません')
  expect(await signIn(old)).toContain('ご利用状況の確認')
  clock += 300_000
  expect(await signIn(old)).toContain('正しくありません')
  expect(await signIn('Fresh-12')).toContain('ご利用状況の確認')
})

test.each([
  ['Fresh1', true],
  ['ab$%&-~9', true],
  ['Fres1', false],
  ['Fresh-123', false],
  ['Freshnew', false],
  ['1234567a', false],
  ['Fresh#12', false],
  ['Fresh@12', false],
  ['Fresh"12', false],
  ['Ｆresh-12', false],
  ['', false],
])('the rule: %j %s', async (password, good) => {
  expect(followsRule(password)).toBe(good)
  const { signIn, check } = await visit()
  await signIn()
  expect((await check(password)).includes('パスワードを変更します。')).toBe(good)
})

test('the account forms really change the account and its mail password: whoever touches them shows', async () => {
  const { practice, signIn, to, now, touched } = await visit()
  const { userName } = practice.accounts[0]!
  await signIn()
  expect(await to(at.mail)).toContain('250円（税込 275円）')
  const forms = await to(`${at.mailChange}?no=0`)
  expect(forms.match(/type="checkbox"/g)).toHaveLength(3)
  expect(forms).toContain('value="k04xm40u"')
  await to(at.mailCheck, { no: '0', pattern: 'account', accountAccount: 'opqrstu', accountPassword: 'Harm-123' })
  await to(at.mailRegister, {})
  expect(now(userName)).toBe('Harm-123')
  expect(await to(at.mail)).toContain('opqrstu@tide.ocn.example')
  await to(at.mailDelete, { no: '1' })
  expect(await to(at.mail)).not.toContain('keiri@dune.ocn.example')
  expect(touched().filter((name) => name.startsWith('!')).length).toBeGreaterThanOrEqual(6)
})

test('廃止申込 ends the contract: no password can be changed any more', async () => {
  const { signIn, to, touched } = await visit()
  await signIn()
  await to(at.end)
  await to(at.endCheck, { day: '2026-08-01', why: 'x' })
  await to(at.endApply, {})
  expect(await to(at.form)).toContain('各種変更のお申込みができません')
  expect(touched().filter((name) => name.startsWith('!廃止申込'))).toHaveLength(3)
})

test('every menu entry but ours and the overview is noted as a decoy', async () => {
  const { signIn, to, touched } = await visit()
  const menu = await signIn()
  const entries = [...menu.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a><\/li>/g)].map((found) => [found[1]!, found[2]!] as const)
  expect(entries).toHaveLength(12)
  for (const [href] of entries) expect(await to(href.replaceAll('&amp;', '&'))).toContain('<h1>')
  expect(touched().filter((name) => name.startsWith('!'))).toHaveLength(10)
})
