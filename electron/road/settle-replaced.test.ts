import { describe, expect, test } from 'vitest'
import type { Ask, Question } from '../../shared/base/ask.ts'
import { runId } from '../../shared/base/ids.ts'
import { ok } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { mailbox, site, wish } from '../../shared/plan/fixtures/site-wishes.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { SheetMailbox } from '../../shared/sheet/sheet-accounts.ts'
import type { PasswordBefore, PlanOrder } from './app.ts'
import { settleReplaced } from './settle-replaced.ts'

const [taro, hanako] = ['taro@ca.site.example', 'hanako@ca.site.example']
const run = runId.parse('20261101-000000-aaaa')
const at = '2026-11-01T00:00:00.000Z'

const onSheet = (address: string): SheetMailbox => {
  const field = { value: address, place: { line: 1, column: 1, length: 1 }, label: 'as-written' as const, original: address }
  return { address: field } as unknown as SheetMailbox
}
const orderOf = (...addresses: readonly string[]): PlanOrder =>
  ({ papers: [{ mailboxes: addresses.map(onSheet) }], settled: [], kept: () => null }) as unknown as PlanOrder

/** A program that plans what it is ordered, where earlier runs have replaced these passwords. */
function program(replaced: readonly string[], kept: Secret | null, notBefore: boolean) {
  const orders: PlanOrder[] = []
  return {
    orders,
    preparePlan: async (order: PlanOrder) => {
      orders.push(order)
      const addresses = order.papers.flatMap(({ mailboxes }) => mailboxes.flatMap(({ address }) => address?.value ?? []))
      const past = notBefore
        ? addresses.map((address) => ({
            provider: 'site',
            of: mailbox(address).account.password,
            at: Date.parse(wish().createdAt),
            until: Date.parse(wish().createdAt) + 3_600_000,
          }))
        : []
      const made = makePlan(
        wish({ mailboxes: addresses.map((address) => ({ ...mailbox(address), provider: site })), logins: [], past }),
      )
      return made.ok ? ok({ plan: made.value, given: () => null }) : made
    },
    passwordsBefore: async (): Promise<readonly PasswordBefore[]> =>
      replaced.map((address) => ({
        ref: { ...mailbox(address).account.password, provider: 'site' },
        run,
        at,
        resume: null,
        standing: 'replaced',
        kept,
      })),
  }
}

async function settle(
  addresses: readonly string[],
  answers: readonly (string | null)[],
  kept = new Secret('P1'),
  notBefore = false,
) {
  const app = program([addresses[0]!], kept, notBefore)
  const asked: Question[] = []
  const ask: Ask = async (question) => {
    asked.push(question)
    return answers[asked.length - 1] ?? null
  }
  const settled = await settleReplaced(app, orderOf(...addresses), ask, true)
  return { settled, asked: asked.map(({ choices }) => choices), last: app.orders.at(-1)! }
}
const planned = ({ settled }: Awaited<ReturnType<typeof settle>>): readonly string[] | string =>
  settled.ok ? settled.value.prepared.plan.mailboxes.map(({ account }) => account.address) : settled.problem.code

describe('a paper whose password an earlier run has replaced', () => {
  test('starts from the kept one where the person says so', async () => {
    const told = await settle([taro], ['kept'])
    expect(told.asked).toEqual([['kept', 'paper', 'stop']])
    expect(told.last.settled).toEqual([{ address: taro, what: 'password', chosen: 'kept', others: ['paper'] }])
    const ref = { ...mailbox(taro).account.password, provider: 'site', run: 'another' }
    expect([told.last.kept(ref)?.reveal(), told.last.kept({ ...ref, for: 'another' })]).toEqual(['P1', null])
  })
  test('starts from the paper where the provider has set it back; no kept one is put in its place', async () => {
    const told = await settle([taro], ['paper'])
    expect(told.last.settled).toMatchObject([{ chosen: 'paper' }])
    expect(told.last.kept({ ...mailbox(taro).account.password, provider: 'site' })).toBeNull()
  })
  test.each(['stop', null])('stops at %s, before anything is done', async (answer) => {
    expect(planned(await settle([taro], [answer]))).toBe('password-replaced')
  })
  test('is left out of a run with others, which go on', async () => {
    const told = await settle([taro, hanako], ['leave'])
    expect(told.asked[0]).toEqual(['leave', 'kept', 'paper', 'stop'])
    expect(planned(told)).toEqual([hanako])
  })
  test('rests at the provider’s limit where nobody answers', async () => {
    expect(planned(await settle([taro], [null], new Secret('P1'), true))).toEqual([taro])
    expect(planned(await settle([taro], ['stop'], new Secret('P1'), true))).toBe('password-replaced')
  })
})
