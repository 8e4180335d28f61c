import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runId } from '../../shared/base/ids.ts'
import { type Realm, Secret, secretKey } from '../../shared/base/secret.ts'
import { findProvider, providers } from '../../shared/provider/index.ts'
import { toAccounts } from '../../shared/sheet/to-account.ts'
import { type PrepareOrder, preparePapers, type PreparedPapers } from './prepare-run.ts'

const shared = path.resolve(import.meta.dirname, '..', '..', 'shared')
const run = runId.parse('20261120-061503-k3f9')

function paperOf(provider: string, fixture: string): PrepareOrder['papers'][number] {
  const text = readFileSync(path.join(shared, 'provider', provider, 'fixtures', fixture), 'utf8')
  const lines = text.split(/\r\n|\n|\r/)
  const sheet = toAccounts({ file: fixture, sha256: '', origin: 'text', encoding: 'utf-8', lines }, providers, provider)
  return { provider: findProvider(provider)!, sheet, mailboxes: sheet.mailboxes }
}
const order = (realm: Realm, papers: PrepareOrder['papers'], over: Partial<PrepareOrder> = {}): PrepareOrder => ({
  run,
  realm,
  papers,
  settled: [],
  guided: false,
  kept: () => null,
  how: { given: null, skipPortal: false, randomBytes: (count) => new Uint8Array(count).map((_, at) => (at * 37 + 11) % 256) },
  ...over,
})
function prepared(...given: Parameters<typeof order>): PreparedPapers {
  const papers = preparePapers(order(...given))
  if (!papers.ok) throw new Error(`${papers.problem.code} ${JSON.stringify(papers.problem.facts)}`)
  return papers.value
}
const valueOf = ({ values }: PreparedPapers, ref: Parameters<typeof secretKey>[0]): string | undefined =>
  values.get(secretKey(ref))?.reveal()

describe('お仕事ピカラ: the site has a sign-in of its own', () => {
  const paper = paperOf('oshigoto-pikara', 'as-printed.txt')
  const papers = prepared('mail', [paper])
  const [wished] = papers.mailboxes

  test('the mail password is the mailbox’s, the opener is the online service’s', () => {
    const { account } = wished!
    const sheet = paper.sheet.mailboxes[0]!
    expect(valueOf(papers, account.password)).toBe(sheet.password?.value.reveal())
    expect(account.login?.realms).toEqual(['portal'])
    expect(valueOf(papers, account.login!.secret)).toBe(paper.sheet.portalPassword?.value.reveal())
    expect(account.login?.name).not.toBe(account.userName)
    expect(valueOf(papers, { ...account.login!.secret, which: 'new' })).toBeUndefined()
  })
  test('a user name the person has decided for is the one that is used', () => {
    const settled = [{ address: wished!.account.address, what: 'userName' as const, chosen: 'decided', others: [] }]
    expect(prepared('mail', [paper], { settled }).mailboxes[0]?.account.userName).toBe('decided')
  })
  test('without the paper’s online service there is no change, and no password of another door is taken for it', () => {
    const without = { ...paper, sheet: { ...paper.sheet, signIns: [] } }
    expect(prepared('mail', [without]).mailboxes[0]).toMatchObject({ change: null, account: { login: null } })
  })
})

describe('OCN: the authentication password opens desk and connection', () => {
  const paper = paperOf('ocn', 'guide-as-printed.txt')

  test('is a login of its own; the mailboxes of the paper are left alone, and named', () => {
    const papers = prepared('portal', [paper])
    expect(papers.mailboxes).toEqual([])
    expect(papers.logins).toMatchObject([{ current: { realms: ['portal', 'connection'] }, change: { proof: 'portal' } }])
    expect(papers.logins[0]?.opener.secret).toEqual(papers.logins[0]?.current)
    expect(papers.untouched).toEqual(paper.sheet.mailboxes.map(({ address }) => address?.value))
    expect([...papers.values.keys()]).toHaveLength(2)
  })
  test('a chosen password is judged by this change’s own rule', () => {
    const how = { ...order('portal', []).how, given: new Secret('much-too-long-for-ocn') }
    expect(preparePapers(order('portal', [paper], { how }))).toMatchObject({ problem: { code: 'password-rule-broken' } })
  })
  test('papers without it are incomplete, and say whose', () => {
    const without = { ...paper, sheet: { ...paper.sheet, signIns: [] } }
    expect(preparePapers(order('portal', [without]))).toMatchObject({
      problem: { code: 'sheet-incomplete', facts: { missing: 'portalUser, portalPassword', provider: 'ocn' } },
    })
  })
})

test('papers of two providers are prepared together; the same mailbox on two papers is one', () => {
  const pikara = paperOf('oshigoto-pikara', 'as-printed.txt')
  const fixture = 'card-as-printed.txt'
  const biglobe = paperOf('biglobe-ef', fixture)
  const papers = prepared('mail', [pikara, biglobe, biglobe])
  expect(papers.mailboxes.map(({ provider }) => provider.id)).toEqual(['oshigoto-pikara', 'biglobe-ef'])
  const [, second] = papers.mailboxes
  expect(second?.account.login?.secret).toEqual(second?.account.password)
})

test('papers that contradict each other are refused, never chosen between', () => {
  const fixture = 'card-as-printed.txt'
  const paper = paperOf('biglobe-ef', fixture)
  const [mailbox] = paper.mailboxes
  const other = (over: Partial<NonNullable<typeof mailbox>>) => ({ ...paper, mailboxes: [{ ...mailbox!, ...over }] })
  const password = { ...mailbox!.password!, value: new Secret('Another9x') }
  const userName = { ...mailbox!.userName!, value: 'another' }
  const own = { ...paper, mailboxes: [mailbox!] }
  for (const [field, over] of [
    ['password', { password }],
    ['portalUser', { userName }],
    ['incoming', { incoming: null }],
  ] as const)
    expect(preparePapers(order('mail', [own, other(over)])), field).toMatchObject({
      problem: { code: 'sheet-doubtful', facts: { field, reason: 'contradictory' } },
    })
  const pikara = paperOf('my-pikara', 'notice-as-printed.txt')
  const address = { ...pikara.mailboxes[0]!.address!, value: mailbox!.address!.value.toUpperCase() }
  const elsewhere = { ...pikara, mailboxes: [{ ...pikara.mailboxes[0]!, address }] }
  expect(preparePapers(order('mail', [own, elsewhere]))).toMatchObject({ problem: { facts: { field: 'provider' } } })
})

describe('the same user name at the sites of two providers', () => {
  const named = (provider: string, fixture: string, password: string): PrepareOrder['papers'][number] => {
    const paper = paperOf(provider, fixture)
    const signIns = paper.sheet.signIns.map((pair) =>
      pair.realms.includes('portal') && pair.userName && pair.password
        ? {
            ...pair,
            userName: { ...pair.userName, value: 'suzuki01' },
            password: { ...pair.password, value: new Secret(password) },
          }
        : pair,
    )
    return { ...paper, sheet: { ...paper.sheet, signIns } }
  }
  const both = [named('oshigoto-pikara', 'as-printed.txt', 'First999'), named('my-pikara', 'notice-as-printed.txt', 'Pk3Abcd9')]

  test('each site is opened by its own password, never by the other’s', () => {
    const papers = prepared('mail', both)
    const openers = papers.mailboxes.map(({ provider, account }) => [provider.id, valueOf(papers, account.login!.secret)])
    expect(new Map(openers.map(([id, value]) => [id!, value]))).toEqual(
      new Map([
        ['oshigoto-pikara', 'First999'],
        ['my-pikara', 'Pk3Abcd9'],
      ]),
    )
  })
  test('as passwords that are changed, they are two, each with its new one', () => {
    const [, mine] = both
    const ref = prepared('portal', [mine!]).logins[0]!.current
    expect(secretKey(ref)).not.toBe(secretKey({ ...ref, provider: 'oshigoto-pikara' }))
    // What a vault has kept for an older program is still found under its name.
    expect(secretKey({ run: 'r', for: 'suzuki01', realms: ['portal'], which: 'old' })).toBe('r/old/portal/suzuki01')
  })
})
