import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { listenTo } from '../../e2e/fakes/cli-context.ts'
import type { Question } from '../../shared/base/ask.ts'
import { readArguments } from '../cli/arguments.ts'
import { preparePlan } from './prepare-plan.ts'
import { readWishes } from '../cli/read-wishes.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function paper(name: string, ...lines: readonly string[]): string {
  const file = path.join(folder, `${name}.txt`)
  writeFileSync(file, lines.join('\n'))
  return file
}

/** The plan of these papers; `choose` answers with the number of a choice, or not at all. */
async function planned(
  words: readonly string[],
  choose: (question: Question) => number | null = () => null,
  type: (question: Question) => string | null = () => null,
) {
  const asked: Question[] = []
  const ask = async (question: Question) => {
    asked.push(question)
    const at = choose(question)
    return at === null ? type(question) : question.choices![at]!
  }
  const { context } = listenTo(path.join(folder, 'data'), {}, ask)
  const args = readArguments(['plan', ...words, '--no-thunderbird'])
  const wishes = args.ok ? await readWishes(context.app, args.value) : args
  if (!wishes.ok) throw new Error('the test has its arguments wrong')
  return { asked, made: await preparePlan(context.app, wishes.value, ask, context.stop) }
}
async function soundPlan(...given: Parameters<typeof planned>) {
  const { asked, made } = await planned(...given)
  if (!made.ok) throw new Error(`${made.problem.code} ${JSON.stringify(made.problem.facts)}`)
  const { plan, given: valueOf } = made.value.prepared
  const ids = plan.steps.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  return { asked, plan, valueOf: (ref: Parameters<typeof valueOf>[0]) => valueOf(ref)?.reveal() }
}

const card = (password: string, server = 'mail.biglobe.ne.jp', address = 'yamada@mvd.biglobe.ne.jp') => [
  ...['EFネット会員証', 'ユーザーID: ymd00123', `パスワード: ${password}`, `メールアドレス: ${address}`],
  ...[`受信メール(POP3)サーバー: ${server}`, '送信メール(SMTP)サーバー: mail.biglobe.ne.jp'],
]
const [before, after] = [paper('old', ...card('Kx7mQ2ab')), paper('new', ...card('Wn3rTs8k'))]

describe('an old and a new paper of one mailbox', () => {
  test('are asked about, with where each stands and without a password, and the chosen one is used', async () => {
    const { asked, plan, valueOf } = await soundPlan([before, after], () => 1)
    expect(asked).toMatchObject([
      {
        name: 'sheet-doubt',
        kind: 'choice',
        facts: { field: 'password', reason: 'contradictory', whose: 'yamada@mvd.biglobe.ne.jp', read: null },
        choices: [expect.stringContaining('old.txt'), expect.stringContaining('new.txt')],
      },
    ])
    expect(JSON.stringify(asked)).not.toMatch(/Kx7mQ2ab|Wn3rTs8k/)
    expect(plan.mailboxes).toHaveLength(1)
    expect(valueOf(plan.mailboxes[0]!.account.password)).toBe('Wn3rTs8k')
    const first = await soundPlan([before, after], () => 0)
    expect(first.valueOf(first.plan.mailboxes[0]!.account.password)).toBe('Kx7mQ2ab')
  })
  test('stop everything where nobody answers', async () => {
    const { made } = await planned([before, after])
    const facts = { field: 'password', reason: 'contradictory', whose: 'yamada@mvd.biglobe.ne.jp' }
    expect(made).toMatchObject({ ok: false, problem: { code: 'sheet-doubtful', facts } })
  })
  test('are one mailbox, and no question, where they say the same', async () => {
    const { asked, plan } = await soundPlan([before, paper('copy', ...card('Kx7mQ2ab', 'MAIL.biglobe.ne.jp'))])
    expect([asked, plan.mailboxes.length]).toEqual([[], 1])
  })
  test('another server is a question, too, and one that only one of them prints is taken', async () => {
    const other = paper('server', ...card('Kx7mQ2ab', 'pop.biglobe.ne.jp'))
    const { asked } = await soundPlan([before, other], ({ facts }) => (facts['reason'] ? 1 : 0))
    expect(asked[0]).toMatchObject({
      name: 'sheet-doubt',
      facts: { field: 'incoming', read: 'pop3://mail.biglobe.ne.jp / pop3://pop.biglobe.ne.jp' },
    })
    const silent = paper('silent', ...card('Kx7mQ2ab').slice(0, 4))
    const { asked: none, plan } = await soundPlan([silent, before])
    expect(none).toEqual([])
    expect(plan.mailboxes[0]?.account.incoming).toMatchObject([{ host: 'mail.biglobe.ne.jp' }])
  })
  test('of two providers: the person says whose it is', async () => {
    const ours = [
      ...['電子メール1', 'メールアドレス: taro@ma.pikara.ne.jp', 'パスワード: Ml7abc12'],
      ...['受信メールサーバー: popma.pikara.ne.jp', '送信メールサーバー: smtma.pikara.ne.jp'],
    ]
    const site = (title: string) => [title, 'ユーザー名: suzuki01', 'パスワード: Pk3Abcd9']
    const papers = [
      paper('work', '登録完了のお知らせ', 'お仕事ピカラ', ...ours, ...site('オンラインサービス')),
      paper('home', '登録完了のお知らせ', 'Myピカラ', ...ours, ...site('Ｍｙピカラ')),
    ]
    const { asked, plan } = await soundPlan(papers, () => 1)
    expect(asked).toMatchObject([{ facts: { field: 'provider', read: 'oshigoto-pikara / my-pikara' } }])
    expect(plan.mailboxes.map(({ provider }) => provider)).toEqual(['my-pikara'])
  })
  test('are not asked about where the mailbox is not meant', async () => {
    const third = paper('third', ...card('Kx7mQ2ab', 'mail.biglobe.ne.jp', 'hana@mvd.biglobe.ne.jp'))
    const { asked } = await soundPlan([before, third, after, '--mailbox', 'hana@mvd.biglobe.ne.jp'])
    expect(asked).toEqual([])
  })
})

test('an address a person gives to a second mailbox of one paper makes it the same: what differs is asked about', async () => {
  const twice = paper(
    'twice',
    ...['登録完了のお知らせ', 'Myピカラ', '電子メール1', 'メールアドレス: taro@ma.pikara.ne.jp', 'パスワード: Ml7abc12'],
    ...['受信メールサーバー: popma.pikara.ne.jp', '送信メールサーバー: smtma.pikara.ne.jp'],
    ...['電子メール2', 'メールアドレス: ●●●●●●', 'パスワード: Wn3rTs8k'],
  )
  const type = ({ kind }: Question) => (kind === 'text' ? 'taro@ma.pikara.ne.jp' : null)
  const { asked } = await soundPlan([twice], (question) => (question.kind === 'choice' ? 1 : null), type)
  expect(asked.map(({ facts }) => facts['field'])).toEqual(['mailboxes[1].address', 'password'])
  const { made } = await planned([twice], () => null, type)
  expect(made).toMatchObject({ problem: { code: 'sheet-doubtful', facts: { field: 'password' } } })
})

const home = (address: string, site: string, password: string) => [
  ...['登録完了のお知らせ', 'Myピカラ', '電子メール1', `メールアドレス: ${address}`, 'パスワード: Ml7abc12'],
  ...['受信メールサーバー: popma.pikara.ne.jp', '送信メールサーバー: smtma.pikara.ne.jp'],
  ...['Ｍｙピカラ', `ユーザー名: ${site}`, `パスワード: ${password}`],
]

describe('the sign-in of a site on two papers', () => {
  const [taro, hana] = ['taro@ma.pikara.ne.jp', 'hana@ma.pikara.ne.jp']
  const papers = [paper('taro', ...home(taro, 'pk0123456', 'Pk3Abcd9')), paper('hana', ...home(hana, 'pk0123456', 'Zx8Efgh2'))]

  test('with two passwords: the chosen one opens it for both mailboxes', async () => {
    const { asked, plan, valueOf } = await soundPlan(papers, () => 1)
    expect(asked).toMatchObject([{ facts: { field: 'portalPassword', whose: 'pk0123456', read: null } }])
    expect(plan.mailboxes.map(({ account }) => valueOf(account.login!.secret))).toEqual(['Zx8Efgh2', 'Zx8Efgh2'])
  })
  test('with two passwords, changed by hand already: nobody signs in there, so nobody is asked', async () => {
    const { asked, plan } = await soundPlan([...papers, '--skip-portal'])
    expect([asked, plan.mailboxes.length]).toEqual([[], 2])
  })
  test('as the password to be changed: one lane, and the chosen one is the old one', async () => {
    const { plan, valueOf } = await soundPlan([...papers, '--change', 'portal'], () => 1)
    expect(plan.logins.map(({ login }) => login)).toEqual(['pk0123456'])
    const [change] = plan.steps.flatMap((step) => (step.kind === 'change-portal' ? [step.input.current] : []))
    expect(valueOf(change!)).toBe('Zx8Efgh2')
    expect(plan.untouched).toEqual([taro, hana])
  })
  test('the same on both: one lane, nothing asked', async () => {
    const again = paper('again', ...home(taro, 'pk0123456', 'Pk3Abcd9'))
    const { asked, plan } = await soundPlan([papers[0]!, again, '--change', 'portal'])
    expect([asked, plan.logins.length, plan.untouched]).toEqual([[], 1, [taro]])
  })
  test('two user names for one mailbox: the person says which', async () => {
    const moved = paper('moved', ...home(taro, 'pk7654321', 'Zx8Efgh2'))
    const { asked, plan } = await soundPlan([papers[0]!, moved], () => 1)
    expect(asked).toMatchObject([{ facts: { field: 'portalUser', whose: taro, read: 'pk0123456 / pk7654321' } }])
    expect(plan.mailboxes.map(({ account }) => account.login?.name)).toEqual(['pk7654321'])
  })
})
