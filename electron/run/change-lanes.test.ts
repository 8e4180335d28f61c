import { beforeEach, describe, expect, test } from 'vitest'
import { runId } from '../../shared/base/ids.ts'
import { Secret } from '../../shared/base/secret.ts'
import { openProblems, portalOutcomeOf, runOutcome } from '../../shared/journal/run-outcome.ts'
import { login, mailbox, site as provider, wish } from '../../shared/plan/fixtures/site-wishes.ts'
import { makeProof } from '../../shared/proof/make-proof.ts'
import { biglobeEf } from '../../shared/provider/biglobe-ef/facts.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { houseOn, type OneSite } from '../../e2e/fakes/one-site.ts'

const taro = 'taro@ca.site.example'
const hour = 3_600_000
/** The same facts with a wait that a test can sit out. */
const quick: Provider = { ...provider, changes: provider.changes.map((change) => ({ ...change, effectSeconds: 0.05 })) }
const [mailChange, siteChange] = quick.changes
const ownLane = { ...login, provider: quick, change: siteChange! }
const ownMailbox = { ...mailbox(taro), provider: quick, change: mailChange! }
const forLogin = wish({ realm: 'portal', mailboxes: [], logins: [ownLane], untouched: [taro] })
const forMailbox = wish({ mailboxes: [ownMailbox] })

let site: OneSite
let house: ReturnType<typeof houseOn>
beforeEach(() => {
  site = {
    manner: 'at-once',
    clock: Date.UTC(2026, 10, 20, 3),
    inForce: new Map([
      ['member-7', 'old site'],
      [taro, 'old mail'],
    ]),
    onPaper: new Map(),
    seen: [],
  }
  house = houseOn(site, [quick])
})
const frame = {
  program: 't',
  practice: false,
  nameOf: () => provider.name,
  notices: [],
  help: [],
  programVersions: {},
  journalHash: null,
}

describe('a login’s own password', () => {
  test('is changed on the site, and the site itself proves it; record and result name the login', async () => {
    const plan = house.planned(forLogin)
    const { state, entries } = await house.carryOn(plan)
    expect(site.seen).toEqual(['site change ok', 'commit', 'site new ok'])
    expect(runOutcome(plan, state)).toBe('done')
    const proof = makeProof(plan, entries, frame)
    expect(proof.logins).toMatchObject([{ login: 'member-7', realms: ['portal', 'connection'], portal: 'changed' }])
    expect(proof).toMatchObject({ mailboxes: [], untouched: [taro] })
    expect(proof.next).toEqual([
      'change-router',
      'change-backup-line',
      'change-browsers',
      'cross-out-old-password',
      'keep-this-paper',
    ])
    expect(proof.notProved.map(({ what }) => what)).toEqual(['phones-and-other-pcs'])
  })
  test('that takes effect late is waited for: looked at with the old one, then proved with the new', async () => {
    site.manner = 'late'
    const plan = house.planned(forLogin)
    const { state } = await house.carryOn(plan)
    expect(site.seen).toEqual(['site change ok', 'commit', 'site new refused', 'site old ok', 'site old refused', 'site new ok'])
    expect(runOutcome(plan, state)).toBe('done')
  })
  test('that has no effect is said to have none, and both passwords are kept', async () => {
    site.manner = 'no-effect'
    // The wait is over by the clock as soon as it has begun.
    house = houseOn(site, [{ ...quick, changes: quick.changes.map((change) => ({ ...change, effectSeconds: 0 })) }])
    const plan = house.planned(forLogin)
    const { state } = await house.carryOn(plan)
    expect([runOutcome(plan, state), openProblems(plan, state)[0]?.code]).toEqual(['stopped', 'portal-no-effect'])
    for (const which of ['old', 'new'] as const) expect((await house.vault.get({ ...login.current, which })).ok).toBe(true)
  })
})

describe('limits', () => {
  const again = { run: runId.parse('20261120-071503-k3f9') }

  test('a second run within the hour does not go to the site, and says when', async () => {
    await house.carryOn(house.planned(forLogin))
    site.seen.length = 0
    site.clock += hour / 2
    const plan = house.planned({ ...forLogin, ...again })
    const { state } = await house.carryOn(plan)
    const at = new Date(site.clock + hour / 2).toISOString()
    expect(openProblems(plan, state)).toMatchObject([{ code: 'portal-limit-reached', again: 'later', facts: { at, hours: 1 } }])
    expect([site.seen, runOutcome(plan, state)]).toEqual([[], 'stopped'])
    site.clock += hour / 2
    await house.vault.put(login.current, new Secret('new member-7'))
    expect(runOutcome(plan, (await house.carryOn(plan)).state)).toBe('done')
  })
  test('refused by the site today: tomorrow in Japan, not sooner, and then once more', async () => {
    site.manner = 'too-early'
    const plan = house.planned(forMailbox)
    const first = await house.carryOn(plan)
    const facts = { at: '2026-11-20T15:00:00.000Z' }
    expect(openProblems(plan, first.state)).toMatchObject([{ code: 'portal-limit-reached', again: 'later', facts }])
    expect(runOutcome(plan, first.state)).toBe('stopped')
    site.manner = 'at-once'
    site.seen.length = 0
    site.clock += 2 * hour
    expect(runOutcome(plan, (await house.carryOn(plan)).state)).toBe('stopped')
    expect(site.seen).toEqual([])
    site.clock = Date.parse(facts.at)
    const last = await house.carryOn(plan)
    expect([runOutcome(plan, last.state), portalOutcomeOf(plan, last.state, taro)]).toEqual(['done', 'changed'])
    expect(site.seen.filter((what) => what === 'commit')).toHaveLength(1)
  })
})

describe('the old password first', () => {
  test('is tried before the one change a day, at the mail server', async () => {
    await house.carryOn(house.planned(forMailbox))
    expect(site.seen).toEqual(['mail old ok', 'site change ok', 'commit', 'mail new ok', 'mail new ok', 'mail new ok'])
  })
  test('refused: the lane stops before the site is touched', async () => {
    const plan = house.planned(forMailbox)
    site.onPaper.set(taro, 'old misprint')
    const { state } = await house.carryOn(plan)
    expect(site.seen).toEqual(['mail old refused'])
    expect([runOutcome(plan, state), openProblems(plan, state)[0]?.code]).toEqual(['stopped', 'sign-in-refused'])
  })
  test('at the site where no mailbox is meant', async () => {
    const first = { ...ownLane, change: { ...siteChange!, proveOldFirst: true } }
    await house.carryOn(house.planned({ ...forLogin, logins: [first] }))
    expect(site.seen).toEqual(['site old ok', 'site change ok', 'commit', 'site new ok'])
  })
})

test('two mailboxes of two providers in one run: one fails, the other completes', async () => {
  const address = 'hanako@biglobe.example'
  const secret = { ...ownMailbox.account.password, for: address, realms: ['portal' as const, 'mail' as const] }
  const account = {
    ...ownMailbox.account,
    address,
    userName: address,
    password: secret,
    login: { name: address, realms: secret.realms, secret },
    incoming: [{ protocol: 'pop3' as const, host: 'mail.biglobe.example' }],
  }
  site.inForce.set(address, 'old other')
  house = houseOn(site, [quick, biglobeEf])
  const plan = house.planned(
    wish({
      mailboxes: [ownMailbox, { provider: biglobeEf, account, change: biglobeEf.changes[0]! }],
      sheets: ['site', 'biglobe-ef'].map((one) => ({ provider: one, file: `${one}.txt`, sha256: '0' })),
    }),
  )
  site.onPaper.set('member-7', 'old misprint')
  const { state } = await house.carryOn(plan)
  expect([taro, address].map((lane) => portalOutcomeOf(plan, state, lane))).toEqual(['unchanged', 'changed'])
  expect([runOutcome(plan, state), openProblems(plan, state).map(({ code }) => code)]).toEqual([
    'unfinished',
    ['portal-sign-in-refused'],
  ])
})
