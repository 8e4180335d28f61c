import { describe, expect, test } from 'vitest'
import { biglobeEf } from '../provider/biglobe-ef/facts.ts'
import { login, mailbox, profileWith, ref, site, wish } from './fixtures/site-wishes.ts'
import { allRefs } from './all-refs.ts'
import { makePlan } from './make-plan.ts'
import { plan as schema, type Plan, providerOf, providersOf } from './plan.ts'

function planned(over: Parameters<typeof wish>[0] = {}): Plan {
  const made = makePlan(wish(over))
  if (!made.ok) throw new Error(made.problem.code)
  // Whatever is planned is what a journal can hold.
  expect(schema.parse(JSON.parse(JSON.stringify(made.value)))).toEqual(made.value)
  return made.value
}
const kinds = (plan: Plan, lane: string): string[] => plan.steps.filter((step) => step.lane === lane).map(({ kind }) => kind)
const taro = 'taro@ca.site.example'

describe('a mailbox whose site is opened by another password', () => {
  test('proves the old password before the one change a day, and signs in with the site’s own', () => {
    const plan = planned({ profiles: [profileWith(taro)] })
    expect(kinds(plan, taro)).toEqual([
      'reach-servers',
      'back-up-client',
      'prove-old',
      'change-portal',
      'probe-servers',
      'rewrite-client',
      'prove-client',
    ])
    const change = plan.steps.find((step) => step.kind === 'change-portal')?.input
    expect(change).toMatchObject({
      login: 'member-7',
      loginSecret: ref('member-7', ['portal', 'connection']),
      current: ref(taro, ['mail']),
      proof: 'mail',
      signIn: 'portal',
    })
  })
  test('the site’s password is kept as it is: it has no new one', () => {
    const refs = allRefs(planned()).map(({ for: whose, which }) => `${which} ${whose}`)
    expect(refs).toEqual([`old ${taro}`, `new ${taro}`, 'old member-7'])
  })
  test('servers come from the catalogue, by the label of the address', () => {
    const reach = planned().steps.find((step) => step.kind === 'reach-servers')
    expect(reach?.kind === 'reach-servers' && reach.input.doors.map(({ host }) => host)).toEqual([
      'popca.site.example',
      'smtca.site.example',
    ])
  })
  test('a server the person decided for comes before the sheet’s', () => {
    const incoming = [{ protocol: 'pop3' as const, host: 'mail.old.example' }]
    const settled = [{ address: taro, what: 'incoming' as const, chosen: 'popca.site.example', others: ['mail.old.example'] }]
    const doorOf = (plan: Plan) => plan.steps.find((step) => step.kind === 'probe-servers')?.input
    const mailboxes = [mailbox(taro, { incoming })]
    expect(doorOf(planned({ mailboxes }))).toMatchObject({ incoming: { host: 'mail.old.example' } })
    expect(doorOf(planned({ mailboxes, settled }))).toMatchObject({ incoming: { host: 'popca.site.example' } })
  })
  test('papers that open no site are incomplete, and a realm nobody can change is refused with the way', () => {
    const closed = makePlan(wish({ mailboxes: [mailbox(taro, { login: null })] }))
    expect(closed).toMatchObject({ problem: { code: 'sheet-incomplete', facts: { missing: 'portalUser, portalPassword' } } })
    const instead = [{ ...biglobeEf.instead[0]!, realm: 'mail' as const, guide: [] }]
    const cannot = { ...mailbox(taro), provider: { ...site, changes: [], instead }, change: null }
    expect(makePlan(wish({ mailboxes: [cannot] }))).toMatchObject({
      problem: { code: 'portal-cannot-change', again: 'never', facts: { instead: instead[0]!.text.ja, guided: false } },
    })
  })
})

describe('a password that opens no mailbox', () => {
  const plan = planned({ realm: 'portal', mailboxes: [], logins: [login], untouched: [taro] })
  const lane = 'login:site/portal/member-7'

  test('has a lane of its own, in which the site itself tells what came of it', () => {
    expect(plan.steps.map((step) => step.kind)).toEqual(['keep-secrets', 'change-portal'])
    expect(kinds(plan, lane)).toEqual(['change-portal'])
    expect(plan.steps[1]?.input).toMatchObject({
      address: null,
      doors: null,
      proof: 'portal',
      loginSecret: null,
      login: 'member-7',
    })
    expect(plan.logins).toEqual([
      { lane, provider: 'site', login: 'member-7', realms: ['portal', 'connection'], notBefore: null },
    ])
    expect(plan.untouched).toEqual([taro])
  })
  test('touches no mailbox and no mail program, though one was asked for', () => {
    const asked = planned({
      realm: 'portal',
      mailboxes: [],
      logins: [login],
      profiles: [profileWith(taro)],
      clientExpected: true,
    })
    expect(asked.mailboxes).toEqual([])
    expect(asked.steps.some((step) => step.kind === 'rewrite-client' || step.kind === 'probe-servers')).toBe(false)
  })
})

describe('what has to wait', () => {
  const at = Date.parse('2026-11-20T01:15:03.000Z')
  const past = [{ provider: 'site', of: ref(taro, ['mail']), at, until: null }]

  test('what was changed five hours ago is planned for the next day, behind what can be done at once', () => {
    const plan = planned({ mailboxes: [mailbox(taro), mailbox('hanako@ca.site.example')], past })
    expect(plan.mailboxes.map(({ account, notBefore }) => [account.address, notBefore])).toEqual([
      ['hanako@ca.site.example', null],
      [taro, '2026-11-21T01:15:03.000Z'],
    ])
    expect(plan.steps.findIndex(({ lane }) => lane === taro)).toBeGreaterThan(
      plan.steps.findLastIndex(({ lane }) => lane === 'hanako@ca.site.example'),
    )
  })
  test('another provider’s change of the same name, and a change made by hand, do not wait', () => {
    expect(planned({ past: [{ ...past[0]!, provider: 'other' }] }).mailboxes[0]?.notBefore).toBeNull()
    expect(planned({ past, skipPortal: true }).mailboxes[0]).toMatchObject({ portal: 'skipped', notBefore: null })
  })
})

test('mailboxes of two providers stand in one plan, each with its own site and servers', () => {
  const address = 'taro@kcc.biglobe.ne.jp'
  const own = { name: 'abc', realms: ['portal' as const, 'mail' as const], secret: ref(address, ['portal', 'mail']) }
  const account = { ...mailbox(address).account, userName: 'abc', password: own.secret, login: own }
  const second = { provider: biglobeEf, account, change: biglobeEf.changes[0]! }
  const said = { incoming: {}, outgoing: {}, portalUrl: { site: 'https://one.example/', 'biglobe-ef': 'https://two.example/' } }
  const sheets = ['site', 'biglobe-ef'].map((provider) => ({ provider, file: `${provider}.txt`, sha256: '0' }))
  const plan = planned({ mailboxes: [mailbox(taro), second], said, sheets })
  const starts = plan.steps.flatMap((step) => (step.kind === 'change-portal' ? [step.input.startUrl] : []))
  expect(starts).toEqual(['https://one.example/', 'https://two.example/'])
  expect([taro, address, ''].map((lane) => providerOf(lane, plan))).toEqual(['site', 'biglobe-ef', null])
  expect(providersOf(plan)).toEqual(['site', 'biglobe-ef'])
})
