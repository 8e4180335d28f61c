import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
import { findProvider } from '../../../shared/provider/index.ts'
import { readArguments } from '../arguments.ts'
import { planText } from '../show-plan.ts'
import { readCommand } from './read.ts'
import { planCommand } from './run.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function tell(command: typeof planCommand, ...argv: readonly string[]) {
  const args = readArguments(argv)
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const heard = listenTo(path.join(folder, 'data'))
  const code = await command(heard.context, args.value)
  return { code, said: heard.said(), result: heard.lines.at(-1)!, plan: heard.lines.find(({ type }) => type === 'plan') }
}
function paper(name: string, ...lines: readonly string[]): string {
  const file = path.join(folder, `${name}.txt`)
  writeFileSync(file, lines.join('\n'))
  return file
}
const plan = (file: string, ...more: readonly string[]) => tell(planCommand, 'plan', file, '--no-thunderbird', ...more)

describe('a paper without any mail account', () => {
  const certificate = paper('certificate', 'UCOM光 登録証', 'お客様番号 : 90000000000006', 'お客様番号パスワード : Ke7rTn4a')

  test('is read as it is', async () => {
    const { code, result } = await tell(readCommand, 'read', certificate)
    expect(result).toMatchObject({
      sheets: [{ fields: { portalUser: '90000000000006' }, mailboxes: [], doubts: [], problem: null }],
    })
    expect(code).toBe(0)
  })
  test('will do for the password it does hold', async () => {
    const told = await plan(certificate, '--change', 'contract')
    expect(told.plan).toMatchObject({ mailboxes: [], logins: [{ login: '90000000000006', realms: ['contract'] }] })
    expect(told.code).toBe(0)
  })
  test('will not do for a mail password; what is missing is told, and what it would do for', async () => {
    const told = await plan(certificate)
    const facts = { missing: 'mailboxes', provider: 'ucom', change: 'contract' }
    expect(told.result).toMatchObject({ outcome: 'stopped', problems: [{ code: 'sheet-incomplete', facts }] })
    expect(told.said).toContain('"--change contract"')
    expect(told.code).toBe(2)
  })
})

const fixture = (provider: string, name: string): string =>
  path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'provider', provider, 'fixtures', name)
const notice = [
  ...['登録完了のお知らせ', 'Myピカラ', '電子メール1', 'メールアドレス: taro@ma.pikara.ne.jp', 'パスワード: Ml7abc12'],
  ...['受信メールサーバー: popma.pikara.ne.jp', '送信メールサーバー: smtma.pikara.ne.jp'],
]

test.each([
  [
    fixture('biglobe-ef', 'card-as-printed.txt'),
    'mail',
    'ymd00123 でログインし、yamada@mvd.biglobe.ne.jp のメールのパスワード（会員ページのパスワードも同じもの）を',
  ],
  [fixture('oshigoto-pikara', 'as-printed.txt'), 'mail', 'でログインし、yamada@ca.pikara.ne.jp のメールのパスワードを'],
  [
    paper('pikara', ...notice, 'Ｍｙピカラ', 'ユーザー名: pk0123456', 'パスワード: Pk3Abcd9'),
    'mail',
    'pk0123456 でログインし、taro@ma.pikara.ne.jp のメールのパスワードを',
  ],
  [paper('pikara-by-address', ...notice), 'mail', 'taro@ma.pikara.ne.jp でログインし、メールのパスワードを'],
  // A mail login of its own opens the mailbox, not the site: there it is the address that signs in.
  [
    paper('pikara-account', ...notice, 'メールアカウント: taro-k'),
    'mail',
    'taro@ma.pikara.ne.jp でログインし、メールのパスワードを',
  ],
  [
    paper('pikara-site', ...notice, 'Ｍｙピカラ', 'ユーザー名: pk0123456', 'パスワード: Pk3Abcd9'),
    'portal',
    'pk0123456 でログインし、会員ページのパスワードを',
  ],
  [
    fixture('ocn', 'guide-as-printed.txt'),
    'portal',
    'でログインし、会員ページのパスワード（インターネット接続のパスワードも同じもの）を',
  ],
  [
    fixture('ucom', 'as-printed.txt'),
    'mail',
    '90000000000000 でログインし、arteria.net_001@s2.spaaqs.ne.jp のメールのパスワード（アカウント ID のパスワードも同じもの）を',
  ],
  [fixture('ucom', 'certificate-alone.txt'), 'contract', '90000000000006 でログインし、お客様番号パスワードを'],
])('who signs in and whose password changes: %s, %s', async (file, realm, said) => {
  const told = await plan(file, '--change', realm)
  expect(told.result, told.said).toMatchObject({ outcome: 'done' })
  expect(planText(told.plan as never, findProvider, 'ja')).toContain(said)
})

test('by the person’s own hand the same is said', async () => {
  const told = await plan(
    fixture('ocn', 'guide-as-printed.txt'),
    '--guided',
    '--incoming',
    'pop3s://pop.example',
    '--outgoing',
    'smtps://smtp.example',
  )
  expect(told.result, told.said).toMatchObject({ outcome: 'done' })
  const said = planText(told.plan as never, findProvider, 'ja')
  expect(said).toContain('ご自分で操作していただき、abcdefg@arrow.ocn.ne.jp のメールのパスワードを変更します')
})

test('who acts by own hand need not have the site’s password on paper', async () => {
  const lines = [
    '登録完了のお知らせ',
    'お仕事ピカラ',
    '電子メール1',
    'メールアドレス: yamada@ca.pikara.ne.jp',
    'パスワード: mail1234',
  ]
  const file = paper('covered', ...lines, 'オンラインサービス', 'ユーザー名: yamada01', 'パスワード: ●●●●●●●●')
  expect((await plan(file)).result).toMatchObject({ problems: [{ facts: { missing: 'portalPassword' } }] })
  const told = await plan(file, '--guided')
  expect(told.result, told.said).toMatchObject({ outcome: 'done', problems: [] })
  // One change a day: a wrong old password must not use it up, and the mail server can tell without the site.
  expect(told.plan).toMatchObject({ steps: expect.arrayContaining([expect.objectContaining({ kind: 'prove-old' })]) })
})

describe('a paper whose mail password its site cannot change, beside one of another provider', () => {
  const [ocn, pikara] = [fixture('ocn', 'guide-as-printed.txt'), fixture('oshigoto-pikara', 'as-printed.txt')]
  const office = 'abcdefg@arrow.ocn.ne.jp'
  const refused = { code: 'portal-cannot-change', facts: { provider: 'ocn', realm: 'mail', address: office } }

  test('is left out and named with the way; the other goes on', async () => {
    for (const papers of [
      [ocn, pikara],
      [pikara, ocn],
    ] as const) {
      const told = await tell(planCommand, 'plan', ...papers, '--no-thunderbird')
      expect(told.code, told.said).toBe(0)
      expect(told.plan).toMatchObject({
        mailboxes: [{ provider: 'oshigoto-pikara' }],
        untouched: [office],
        refused: [{ provider: 'ocn', file: ocn, problem: refused }],
      })
      expect(told.result).toMatchObject({ outcome: 'done', problems: [refused] })
      expect(told.said).toContain(`This program cannot change that password. (mail password) (${office})`)
    }
  })
  test('with another password asked for, it is named by its file', async () => {
    const told = await tell(planCommand, 'plan', ocn, pikara, '--no-thunderbird', '--change', 'portal')
    expect(told.plan, told.said).toMatchObject({ logins: [{ provider: 'ocn' }], untouched: [office, 'yamada@ca.pikara.ne.jp'] })
    expect(told.result).toMatchObject({ problems: [{ facts: { provider: 'oshigoto-pikara', realm: 'portal', file: pikara } }] })
  })
  test('is refused as ever where it stands alone', async () => {
    const told = await plan(ocn)
    expect([told.code, told.result]).toMatchObject([3, { outcome: 'stopped', problems: [{ code: 'portal-cannot-change' }] }])
  })
  test('is not even named where its mailbox is not meant', async () => {
    const told = await tell(planCommand, 'plan', ocn, pikara, '--no-thunderbird', '--mailbox', 'yamada@ca.pikara.ne.jp')
    expect(told.code, told.said).toBe(0)
    expect(told.plan).not.toHaveProperty('refused')
    const alone = await tell(planCommand, 'plan', ocn, pikara, '--no-thunderbird', '--mailbox', office)
    expect([alone.code, alone.result]).toMatchObject([3, { problems: [{ code: 'portal-cannot-change' }] }])
  })
})

describe('papers of two providers: a server or start page said for every one at once', () => {
  const papers = [fixture('oshigoto-pikara', 'as-printed.txt'), '--no-thunderbird', fixture('biglobe-ef', 'card-as-printed.txt')]
  const both = (...more: readonly string[]) => tell(planCommand, 'plan', ...papers, ...more)

  test.each([
    ['--portal-url', 'https://stand.example/'],
    ['--incoming', 'pop3s://pop.stand.example'],
    ['--outgoing', 'smtps://smtp.stand.example'],
  ])('%s is refused, and says how it is written', async (option, url) => {
    const told = await both(option, url)
    expect(told.result).toMatchObject({
      outcome: 'stopped',
      problems: [{ code: 'bad-usage', facts: { given: option, reason: 'whose-unsaid' } }],
    })
    expect(told.said).toContain(`${option} oshigoto-pikara=URL, ${option} biglobe-ef=URL`)
    expect(told.code).toBe(2)
  })
  test('each its own is taken, and so is the plain form for papers of one provider', async () => {
    const url = 'https://stand.example/'
    const own = await both('--portal-url', `biglobe-ef=${url}`)
    expect([own.code, own.said]).toEqual([0, expect.stringContaining(url)])
    const { steps } = own.plan as unknown as { steps: readonly Record<string, unknown>[] }
    expect(steps.filter((step) => JSON.stringify(step).includes(url)).map(({ lane }) => lane)).toHaveLength(1)
    expect((await plan(fixture('biglobe-ef', 'card-as-printed.txt'), '--portal-url', url)).code).toBe(0)
  })
})

test('a paper that is none: to name the provider is advised only where nobody has, and where it could help', async () => {
  const invoice = paper('invoice', '請求書', '合計 3,000 円')
  const letter = paper('letter', 'いつもありがとうございます。')
  expect((await plan(letter)).said).toContain('"--provider"')
  for (const told of [await plan(letter, '--provider', 'ocn'), await plan(invoice), await plan(invoice, '--provider', 'ocn')]) {
    expect([told.code, told.result]).toMatchObject([2, { problems: [{ code: 'sheet-not-recognised' }] }])
    expect(told.said).not.toContain('--provider')
  }
})
