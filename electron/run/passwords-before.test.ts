import { beforeEach, describe, expect, test } from 'vitest'
import { type RunId, runId } from '../../shared/base/ids.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { Secret, type SecretRef, type Vault } from '../../shared/base/secret.ts'
import type { Entry, WrittenEntry } from '../../shared/journal/entry.ts'
import { openProblems, runOutcome } from '../../shared/journal/run-outcome.ts'
import { mailbox, site as provider, wish } from '../../shared/plan/fixtures/site-wishes.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import { nextRef } from '../../shared/plan/next-ref.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { houseOn, type OneSite } from '../../e2e/fakes/one-site.ts'
import { memoryVault } from '../store/memory-vault.ts'
import { passwordsBefore } from './passwords-before.ts'

const taro = 'taro@ca.site.example'
const day = 24 * 3_600_000

/** A plan whose passwords are filed under its own run, as real ones are. */
function planOf(name: string, more: Parameters<typeof wish>[0] = {}): Plan {
  const run = runId.parse(name)
  const box = mailbox(taro)
  const password: SecretRef = { ...box.account.password, run, provider: 'site' }
  const made = makePlan(wish({ run, mailboxes: [{ ...box, account: { ...box.account, password } }], ...more }))
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}
const refOf = (plan: Plan): SecretRef => plan.mailboxes[0]!.account.password

type Outcome = 'changed' | 'unchanged' | 'unknown'
let vault: Vault
let runs: Map<RunId, readonly WrittenEntry[]>
let days = 0
beforeEach(() => {
  vault = memoryVault()
  runs = new Map()
  days = 0
})
const history = { runs: async () => ok([...runs.keys()]), readRun: async (run: RunId) => ok(runs.get(run)!) }

/** An earlier run, a day after the one before: what it came to, and from which password to which. */
async function ran(name: string, outcome: Outcome, before: string, after: string): Promise<void> {
  const plan = planOf(name)
  const step = plan.steps.find(({ kind }) => kind === 'change-portal')!.id
  const portal = { outcome, commit: 'sent' as const, completed: true, receipt: null, read: {}, pages: [], differences: [] }
  const entries: readonly Entry[] = [
    { kind: 'planned', plan },
    { kind: 'intended', step, act: { kind: 'commit' } },
    { kind: 'done', step, evidence: { portal } },
  ]
  days += 1
  const at = new Date(Date.UTC(2026, 10, days)).toISOString()
  runs.set(
    plan.run,
    entries.map((entry, index) => ({ ...entry, seq: index + 1, at })),
  )
  await vault.put(refOf(plan), new Secret(before))
  await vault.put(nextRef(refOf(plan)), new Secret(after))
}

const first = '20261101-000000-aaaa'
const second = '20261102-000000-bbbb'

/** What is said of a new run whose paper has this password. */
async function of(paper: string, compare = true, more: Parameters<typeof wish>[0] = {}) {
  const plan = planOf('20261201-000000-zzzz', more)
  const given = (ref: SecretRef): Secret => new Secret(ref.which === 'new' ? 'fresh' : paper)
  const before = await passwordsBefore(history, compare ? vault : null, plan, given)
  const [about] = before.filter(({ ref }) => ref.for === taro)
  return about ? [about.standing, about.run, about.kept?.reveal() ?? null, about.resume] : null
}

describe('what earlier runs know of the paper’s password', () => {
  test('nothing, where there was none, or none has changed it', async () => {
    expect(await of('P0')).toBeNull()
    await ran(first, 'unchanged', 'P0', 'P1')
    expect(await of('P0')).toBeNull()
  })
  test('a finished run has replaced it; the new one is known', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    expect(await of('P0')).toEqual(['replaced', first, 'P1', null])
    expect(await of('P1')).toEqual(['current', first, null, null])
  })
  test('a paper that no run has seen may be newer than all of them', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    expect(await of('Q9')).toEqual(['untold', first, null, null])
  })
  test('several runs: the last one counts, and all before it are replaced', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    await ran(second, 'changed', 'P1', 'P2')
    for (const paper of ['P0', 'P1']) expect(await of(paper)).toEqual(['replaced', second, 'P2', null])
    expect(await of('P2')).toEqual(['current', second, null, null])
  })
  test('a password that was taken back into use is not held against the paper', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    await ran(second, 'changed', 'P1', 'P0')
    expect(await of('P0')).toEqual(['current', second, null, null])
  })
  test('a later run that changed nothing has replaced nothing, and its made password was never in force', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    await ran(second, 'unchanged', 'P1', 'X')
    expect(await of('P0')).toEqual(['replaced', first, 'P1', null])
    expect(await of('P1')).toEqual(['current', first, null, null])
    expect(await of('X')).toEqual(['untold', first, null, null])
  })
  test('where nobody knows what came of it, either may be in force: only what was replaced before is held against the paper', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    await ran(second, 'unknown', 'P1', 'P2')
    expect(await of('P0')).toEqual(['replaced', first, null, second])
    for (const paper of ['P1', 'P2']) expect(await of(paper)).toEqual(['current', first, null, second])
  })
  test('a vault that does not hold them, or is not to be opened, stops nobody', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    expect(await of('P0', false)).toEqual(['untold', first, null, null])
    vault = { ...vault, get: async () => fail('vault-locked', 'after-person') }
    expect(await of('P0')).toEqual(['untold', first, null, null])
  })
  test('what the person has said of it is not asked again', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    const settled = [{ address: taro, what: 'password' as const, chosen: 'paper', others: ['kept'] }]
    expect(await of('P0', true, { settled })).toBeNull()
  })
  test('changed by hand already: the paper’s own is judged, one that the person brings is not', async () => {
    await ran(first, 'changed', 'P0', 'P1')
    expect(await of('P0', true, { skipPortal: true })).toBeNull()
    const plan = planOf('20261201-000000-zzzz', { skipPortal: true })
    const [about] = await passwordsBefore(history, vault, plan, () => new Secret('P0'))
    expect(about).toMatchObject({ standing: 'replaced', run: first })
  })
})

test('a run that rested while another changed the password signs in nowhere when it is taken up again', async () => {
  const site: OneSite = {
    manner: 'at-once',
    clock: Date.UTC(2026, 10, 20, 3),
    inForce: new Map([
      ['member-7', 'old site'],
      [taro, 'old mail'],
    ]),
    onPaper: new Map([[taro, 'old mail']]),
    seen: [],
  }
  let reachable = false
  const house = houseOn(site, [provider], {
    hands: {
      reach: async ({ endpoint }) => {
        const problem = reachable ? null : fail('dns', 'later').problem
        return { endpoint, userName: '', ok: reachable, problem, ms: 1, sent: false, mechanism: null }
      },
    },
  })
  const rests = planOf(first)
  await house.carryOn(rests)
  expect(site.seen).toEqual([])
  reachable = true
  const changes = planOf(second)
  expect(runOutcome(changes, (await house.carryOn(changes)).state)).toBe('done')
  site.seen.length = 0
  site.clock += 2 * day
  const { state } = await house.carryOn(rests)
  expect(site.seen).toEqual([])
  expect(openProblems(rests, state)).toMatchObject([{ code: 'password-replaced', facts: { for: taro, run: second } }])
  expect(runOutcome(rests, state)).toBe('stopped')
})
