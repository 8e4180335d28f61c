import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { portalFaults, type Fault, type FaultName } from '../../electron/practice/faults.ts'
import type { Practice } from '../../electron/practice/practice.ts'
import { checkRecipe } from '../../shared/portal/check-recipe.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'
import { providers } from '../../shared/provider/index.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import type { Road } from '../journey/road.ts'
import { playOnPractice, practiceOf, tellsSecret, type PlayedOnPractice } from './play-on-practice.ts'
import type { RecipePlay, RecipePlays } from './recipe-play.ts'
import { closeSharedBrowser } from './shared-browser.ts'

// Every provider's recipes on its own practice site with the installed Chromium: as it should be, under every fault, and rebuilt. The first play
// of a provider is in the browser a person has, the others in its light form. Pictures cost as much as half a page: they are taken of the plays as
// it should be, and on every whole road (e2e/journey). What is played, and what each fault must come to, stands in `recipes/<isp>.ts`.

const recipesOf = (provider: Provider): readonly Recipe[] => [
  ...provider.changes.flatMap((change) => (change.proofRecipe ? [change.recipe, change.proofRecipe] : [change.recipe])),
  ...provider.recoveries.flatMap((recovery) => (recovery.link ? [recovery.recipe, recovery.link.recipe] : [recovery.recipe])),
]

// Mostly waiting for pages to settle; each play has a site and a browser of its own.
vi.setConfig({ maxConcurrency: 2 })
afterAll(closeSharedBrowser)

const folder = path.join(import.meta.dirname, 'recipes')
const known = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''))
const wanted = providers.filter((provider) => !provider.practice && recipesOf(provider).length > 0)

async function playsOf(id: string): Promise<RecipePlays> {
  if (!existsSync(path.join(folder, `${id}.ts`))) return { provider: id, plays: [], notHere: {} }
  const file: { readonly plays: RecipePlays } = await import(`./recipes/${id}.ts`)
  return file.plays
}

/**
 * Whether a whole road (`e2e/journey/roads`) meets this fault with the same recipe on the same page: the road tells all that a play would, and
 * exit code, words, vault and mail program besides, so it is not played a second time.
 */
async function walkedOf(id: string): Promise<(recipe: Recipe, fault: Fault) => boolean> {
  const { roads }: { readonly roads: readonly Road[] } = await import(`../journey/roads/${id}.ts`)
  const same = (one: Fault, other: Fault) =>
    one.name === other.name && one.at === other.at && one.once === other.once && one.user === other.user
  return (recipe, fault) =>
    roads.some(
      ({ change, rows }) =>
        change.recipe.id === recipe.id && rows.some((row) => row.begins === undefined && same(row.fault, fault)),
    )
}

test('no file of plays is without its provider', () => {
  for (const id of known) expect(wanted.map((provider) => provider.id)).toContain(id)
})

async function during(
  provider: string,
  play: RecipePlay,
  look: (practice: Practice, done: PlayedOnPractice) => void,
  fault?: FaultPlayed,
  first = false,
) {
  const practice = await practiceOf(provider)
  try {
    const before = [play.signsIn, play.changes].flatMap((user) => (user === null ? [] : [practice.currentPasswordOf(user)]))
    if (fault) practice.setFault(fault)
    const done = await playOnPractice(practice, play, { which: first ? 'usual' : 'shared', pictures: !fault })
    try {
      look(practice, done)
      // Whatever happened: nothing else touched, nobody else's password changed, no secret told, one commit at most.
      expect(done.decoys).toEqual([])
      expect(done.changed.filter((user) => user !== play.changes)).toEqual([])
      expect(done.changed.length).toBeLessThanOrEqual(1)
      expect(done.intended).toBeLessThanOrEqual(1)
      expect(tellsSecret(done.told, [...before, ...(done.newPassword ? [done.newPassword] : [])])).toBe(false)
    } finally {
      done.tidy()
    }
  } finally {
    await practice.stop()
  }
}
type FaultPlayed = Parameters<Practice['setFault']>[0]

/** Does the password at the site stand as the play says it must? */
function standsAs(practice: Practice, play: RecipePlay, done: PlayedOnPractice, changed: boolean): void {
  expect(done.changed).toEqual(changed && play.changes !== null ? [play.changes] : [])
  if (play.changes !== null && done.newPassword)
    expect(practice.currentPasswordOf(play.changes).reveal() === done.newPassword.reveal()).toBe(changed)
}

const nameOf = (fault: FaultPlayed): string =>
  [fault.name, fault.once ? 'once' : '', fault.at ? `at ${fault.at}` : '', fault.user ?? ''].filter(Boolean).join(' ')

for (const provider of wanted) {
  const { plays, notHere } = await playsOf(provider.id)
  const walked = await walkedOf(provider.id)
  describe.concurrent(`the recipes of ${provider.id}`, () => {
    test('every recipe is sound and is played', () => {
      for (const recipe of recipesOf(provider)) {
        const sound = checkRecipe(recipe)
        expect(sound.ok ? [] : sound.problem.facts).toEqual([])
      }
      expect([...new Set(plays.map((play) => play.recipe.id))].sort()).toEqual(
        [...new Set(recipesOf(provider).map((recipe) => recipe.id))].sort(),
      )
      expect(new Set(plays.map((play) => play.name)).size).toBe(plays.length)
    })

    test('every fault of the member site is played, or it is said why not', () => {
      const met = new Set<FaultName>(
        plays.flatMap((play) => [...play.faults.map(({ fault }) => fault.name), ...play.drifts.map(({ name }) => name)]),
      )
      expect(portalFaults.filter((name) => !met.has(name) && !(name in notHere))).toEqual([])
      expect(Object.keys(notHere).filter((name) => met.has(name as FaultName))).toEqual([])
    })

    describe.each(plays.map((play) => [play.name, play] as const))('%s', (_name, play) => {
      const commits = play.recipe.lines.some((line) => line.do === 'commit')
      const signsIn = play.recipe.lines.some((line) => line.do === 'sign-in')

      test('as it should be', async () => {
        await during(
          provider.id,
          play,
          (practice, done) => {
            expect(done.played.problem).toBeNull()
            expect(done.played).toMatchObject({ completed: true, commit: commits ? 'sent' : 'not-sent' })
            expect([done.intended, done.signIns]).toEqual([commits ? 1 : 0, signsIn ? 1 : 0])
            standsAs(practice, play, done, play.changes !== null && commits)
            expect(done.touched).toEqual(play.touches)
            for (const [name, form] of Object.entries(play.reads ?? {})) expect(done.played.read[name] ?? '').toMatch(form)
            expect(done.played.differences.map(({ name }) => name).sort()).toEqual([...(play.differs ?? [])].sort())
            expect(done.played.pages.every(({ picture }) => picture !== null)).toBe(true)
            if (play.recipe.inferred) {
              // One question before each act: those of the lines played, in their order, and no press at the site beyond them.
              const agreed = done.asked.filter(({ name }) => name === 'confirm-step').map(({ facts }) => facts)
              expect(agreed.map(({ act, control }) => `${act} ${control}`)).toEqual(done.pressed)
              expect(agreed.length).toBeGreaterThanOrEqual(done.touched.length - done.ticked)
            }
          },
          undefined,
          play === plays[0],
        )
      })

      const faults = play.faults.filter(({ fault }) => !walked(play.recipe, fault))
      test.each(faults.map((one) => [nameOf(one.fault), one] as const))('%s', async (_fault, one) => {
        await during(
          provider.id,
          play,
          (practice, done) => {
            expect({ code: done.played.problem?.code ?? null, commit: done.played.commit }).toEqual({
              code: one.code,
              commit: one.commit,
            })
            expect(done.played.completed).toBe(one.completed ?? one.code === null)
            standsAs(practice, play, done, one.changed)
            expect(done.intended).toBe(one.commit === 'sent' ? 1 : 0)
            expect(done.signIns).toBeLessThanOrEqual(one.signIns ?? 1)
          },
          one.fault,
        )
      })

      test.runIf(commits)('some rebuilt page is among the plays', () => expect(play.drifts.length).toBeGreaterThan(0))
      const drifts = play.drifts.filter((fault) => !walked(play.recipe, fault))
      test.each(drifts.map((fault) => [nameOf(fault), fault] as const))('rebuilt: %s', async (_fault, fault) => {
        await during(
          provider.id,
          play,
          (practice, done) => {
            expect(['portal-changed', 'portal-ambiguous']).toContain(done.played.problem?.code)
            expect(done.played).toMatchObject({ completed: false, commit: 'not-sent' })
            expect(done.intended).toBe(0)
            standsAs(practice, play, done, false)
          },
          fault,
        )
      })
    })
  })
}
