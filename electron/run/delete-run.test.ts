import { expect, test } from 'vitest'
import { fail, ok } from '../../shared/base/result.ts'
import { Secret, type Vault } from '../../shared/base/secret.ts'
import type { Entry, WrittenEntry } from '../../shared/journal/entry.ts'
import { allRefs } from '../../shared/plan/all-refs.ts'
import { planOf } from '../../shared/plan/fixtures/wishes.ts'
import { changesPassword } from '../../shared/plan/step.ts'
import { begun, done, written } from '../../shared/proof/fixtures/whole-run.ts'
import { memoryVault } from '../store/memory-vault.ts'
import { deleteRun, type DeleteNeeds } from './delete-run.ts'

const plan = planOf()
const planned = { kind: 'planned', plan } as const
const through = (most: number): readonly Entry[] => plan.steps.slice(0, most).flatMap((step) => [...begun(step), done(step)])
const whole = written([planned, ...through(plan.steps.length)])
const change = plan.steps.findIndex(changesPassword)
const begins = Date.parse(whole[0]!.at)
const day = 24 * 3_600_000

interface World extends DeleteNeeds {
  readonly removed: string[]
  readonly vault: Vault
}

/** A data folder with this one run, its passwords in a vault, so long after it. */
async function worldOf(entries: readonly WrittenEntry[], later: number, over: Partial<DeleteNeeds> = {}): Promise<World> {
  const vault = memoryVault()
  const removed: string[] = []
  for (const ref of allRefs(plan)) await vault.put(ref, new Secret('Kx7mQ2ab'))
  return {
    ...{ vault, removed, vaultOf: () => vault, lock: async () => ok(async () => undefined) },
    ...{ readRun: async () => ok(entries), soundPart: async () => ok(entries), now: () => new Date(begins + later) },
    changedSince: async () => [],
    removeRun: async (run) => {
      removed.push(run)
      return ok()
    },
    ...over,
  }
}
const left = async ({ vault }: World): Promise<number> => {
  const found = await Promise.all(allRefs(plan).map((ref) => vault.get(ref)))
  return found.filter((one) => one.ok).length
}

test('a run that is done goes with its passwords, a day after its change, where a mail program has the new one', async () => {
  const world = await worldOf(whole, 2 * day)
  expect(await deleteRun(world, plan.run, false)).toEqual({ ok: true, value: undefined })
  expect([await left(world), world.removed]).toEqual([0, [plan.run]])
})

// No mail program on this PC: the vault alone has the password that was made.
const manner = { browser: null, headed: false, attended: false, ca: null, vault: 'os' as const }
const bare = planOf({ profiles: [], manner })
const bareRun: readonly Entry[] = [{ kind: 'planned', plan: bare }, ...bare.steps.flatMap((step) => [...begun(step), done(step)])]
const rehearsed = planOf({ profiles: [] })
const shown: Entry = { kind: 'revealed', what: 'passwords' }
const [ref] = allRefs(bare)
const changedLater = (certain: boolean): Partial<DeleteNeeds> => ({
  changedSince: async () => [{ for: ref!.for, next: { ...ref!, which: 'new' }, run: plan.run, at: whole[0]!.at, certain }],
})

test.each([
  ['it was a rehearsal’s', written([{ ...planned, plan: rehearsed }, ...bareRun.slice(1)]), {}],
  ['it was shown to a person', written([...bareRun, shown]), {}],
  ['a later run has put another in its place', written(bareRun), changedLater(true)],
] as const)('a password no mail program has goes unasked where %s', async (_, entries, over) => {
  const world = await worldOf(entries, 2 * day, over)
  expect(await deleteRun(world, bare.run, false)).toMatchObject({ ok: true })
})

const damaged = { readRun: async () => fail('journal-damaged', 'never', {}) } as const
const cases: readonly (readonly [string, readonly WrittenEntry[], number, Partial<DeleteNeeds>, string])[] = [
  ['a change less than a day ago, which the provider may count', whole, day / 2, {}, 'recent'],
  [
    'a change that left and nothing tells of',
    written([planned, ...through(change), ...begun(plan.steps[change]!)]),
    2 * day,
    {},
    'not-proved',
  ],
  ['a change behind which more is to do', written([planned, ...through(change + 1)]), 2 * day, {}, 'not-proved'],
  ['a journal that is damaged', whole, 2 * day, damaged, 'not-proved'],
  ['a new password that no mail program has and nobody was shown', written(bareRun), 2 * day, {}, 'only-copy'],
  ['the same, where nothing tells what a later run came to', written(bareRun), 2 * day, changedLater(false), 'only-copy'],
]
test.each(cases)('%s: kept, until the person is sure', async (_, entries, later, over, reason) => {
  const world = await worldOf(entries, later, over)
  const kept = await left(world)
  expect(await deleteRun(world, plan.run, false)).toMatchObject({ ok: false, problem: { code: 'run-needed', facts: { reason } } })
  expect([await left(world), world.removed]).toEqual([kept, []])
  expect(await deleteRun(world, plan.run, true)).toMatchObject({ ok: true })
  expect([await left(world), world.removed]).toEqual([0, [plan.run]])
})

test('a run whose plan cannot be read: what was kept for it cannot be found, and that is said first', async () => {
  const world = await worldOf([], 2 * day, damaged)
  const kept = await left(world)
  expect(await deleteRun(world, plan.run, false)).toMatchObject({ problem: { facts: { reason: 'plan-unreadable' } } })
  expect(await deleteRun(world, plan.run, true)).toMatchObject({ ok: true })
  expect([await left(world), world.removed]).toEqual([kept, [plan.run]])
})

test('a run whose passwords cannot be taken out of the vault stays, so that none is left without a run', async () => {
  const locked: Vault = { ...memoryVault(), drop: async () => fail('vault-locked', 'after-person') }
  const world = await worldOf(whole, 2 * day, { vaultOf: () => locked })
  expect(await deleteRun(world, plan.run, true)).toMatchObject({ problem: { code: 'vault-locked' } })
  expect(world.removed).toEqual([])
})

test('while a run is carried out nothing is deleted', async () => {
  const world = await worldOf(whole, 2 * day, { lock: async () => fail('run-busy', 'later') })
  expect(await deleteRun(world, plan.run, true)).toMatchObject({ problem: { code: 'run-busy' } })
  expect(world.removed).toEqual([])
})
