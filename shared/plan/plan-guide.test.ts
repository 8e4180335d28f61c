import { describe, expect, test } from 'vitest'
import type { Account } from '../mail/account.ts'
import { findProvider } from '../provider/index.ts'
import { login, mailbox, ref, site, wish } from './fixtures/site-wishes.ts'
import { makePlan } from './make-plan.ts'
import { noticesOf } from './notices.ts'
import type { PlanWish, WishedMailbox } from './plan-wish.ts'
import { plan as schema } from './plan.ts'
import type { StepOf } from './step.ts'

const taro = 'taro@ca.site.example'
const planned = (over: Partial<PlanWish>) => {
  const made = makePlan(wish({ guided: true, ...over }))
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  expect(schema.parse(JSON.parse(JSON.stringify(made.value)))).toEqual(made.value)
  return made.value
}
const guideOf = (over: Partial<PlanWish>): StepOf<'guide-change'>['input'] => {
  const step = planned(over).steps.find(({ kind }) => kind === 'guide-change')
  if (step?.kind !== 'guide-change') throw new Error('no such step')
  return step.input
}
const kinds = (over: Partial<PlanWish>) => planned(over).steps.map(({ kind }) => kind)

const ocn = findProvider('ocn')!
const office = 'mihon@arrow.ocn.example'
const account: Account = {
  address: office,
  userName: office,
  password: ref(office, ['mail']),
  login: null,
  incoming: [{ protocol: 'pop3', host: 'pop.ocn.example' }],
  outgoing: [],
  customerName: null,
  memberNumber: null,
}
const onOcn: WishedMailbox = { provider: ocn, account, change: null }

describe('a guided change', () => {
  test('stands where the program’s own would stand, new password kept first, old one tried before where changes are few', () => {
    expect(kinds({})).toEqual(['keep-secrets', 'reach-servers', 'prove-old', 'guide-change', 'probe-servers'])
    expect(guideOf({})).toMatchObject({
      realm: 'mail',
      signIn: 'portal',
      proof: 'mail',
      login: 'member-7',
      url: site.changes[0]!.startUrl,
      loginSecret: { for: 'member-7' },
      next: { for: taro, which: 'new' },
    })
  })
  test('OCN’s mail password, which no recipe changes: the mail server proves it, nobody’s sign-in is named', () => {
    expect(kinds({ mailboxes: [onOcn] })).toEqual(['keep-secrets', 'reach-servers', 'guide-change', 'probe-servers'])
    expect(guideOf({ mailboxes: [onOcn] })).toMatchObject({
      signIn: null,
      login: null,
      loginSecret: null,
      url: null,
      proof: 'mail',
    })
    expect(guideOf({ mailboxes: [onOcn] }).doors?.incoming?.host).toBe('pop.ocn.example')
  })
  test('begins at the page that was named', () => {
    const said = { incoming: {}, outgoing: {}, portalUrl: { ocn: 'https://stand.example/' } }
    expect(guideOf({ mailboxes: [onOcn], said }).url).toBe('https://stand.example/')
  })
  test('of a login that opens no mailbox: the site itself proves it', () => {
    expect(guideOf({ realm: 'portal', mailboxes: [], logins: [login] })).toMatchObject({
      proof: 'portal',
      doors: null,
      loginSecret: null,
    })
  })
  test('needs no sign-in on the papers where the mail server proves it, and hands nobody else’s password out then', () => {
    const input = guideOf({ mailboxes: [mailbox(taro, { login: null })] })
    expect([input.login, input.loginSecret, input.signIn]).toEqual([null, null, 'portal'])
  })
  test('tries the old password first where changes are few, at the mail server, whoever signs in at the site', () => {
    const mailboxes = [mailbox(taro, { login: null })]
    expect(kinds({ mailboxes })).toEqual(['keep-secrets', 'reach-servers', 'prove-old', 'guide-change', 'probe-servers'])
    const [tried] = planned({ mailboxes }).steps.filter(({ kind }) => kind === 'prove-old')
    expect(tried?.input).toMatchObject({ proof: 'mail', current: { for: taro, which: 'old' }, loginSecret: null })
    expect(tried?.input).toHaveProperty('doors.incoming.host', 'popca.site.example')
    const often = { ...site.changes[0]!, proveOldFirst: false }
    expect(kinds({ mailboxes: [mailbox(taro, { login: null }, often)] })).not.toContain('prove-old')
  })
  test('brings the notices of its change', () => {
    const notices = { before: [{ ja: '変更の前', en: 'before the change' }], after: [] }
    const change = { ...site.changes[0]!, notices }
    const known = { ...site, changes: [change] }
    const plan = planned({ mailboxes: [{ ...mailbox(taro), provider: known, change }] })
    expect(noticesOf(plan, () => known).before).toContainEqual(notices.before[0])
  })
})

test('without it OCN’s mail password is refused, and the way with it is named', () => {
  expect(makePlan(wish({ mailboxes: [onOcn] }))).toMatchObject({
    ok: false,
    problem: { code: 'portal-cannot-change', facts: { guided: true } },
  })
})

test('where nobody has described a way by hand either, it is refused', () => {
  const nobody = { ...onOcn, provider: { ...ocn, instead: [] } }
  expect(makePlan(wish({ guided: true, mailboxes: [nobody] }))).toMatchObject({
    ok: false,
    problem: { code: 'portal-cannot-change', facts: { guided: false } },
  })
})
