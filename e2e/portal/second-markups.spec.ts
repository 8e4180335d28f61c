import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { Secret } from '../../shared/base/secret.ts'
import { tellsSecret } from './play-on-practice.ts'
import { playSecond, type SecondMarkup, type SecondPlay, type SecondPlayed } from './second-play.ts'
import { closeSharedBrowser } from './shared-browser.ts'
import { startSecondSite, type SecondSite, type Trouble } from './second-site.ts'

// Every provider's recipes on a site that somebody built from the manual without having seen the recipes: other tags, names and orders,
// frames and windows. The recipe has to find its way as a person would, or stop before harm.

// Mostly waiting for pages to settle; each play has a site and a browser of its own.
vi.setConfig({ maxConcurrency: 2 })
afterAll(closeSharedBrowser)

const folder = path.join(import.meta.dirname, 'second')
const names = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''))
const wrong = 'Wr0ng-pass'

async function on(
  { look }: SecondMarkup,
  play: SecondPlay,
  order: { readonly trouble?: Trouble; readonly login?: string; readonly fresh?: string; readonly pictures?: boolean },
  judge: (site: SecondSite, done: SecondPlayed) => void,
): Promise<void> {
  const site = await startSecondSite(look, order.trouble ?? null)
  try {
    const before = [...site.passwords.values()]
    const done = await playSecond(site, play, { ...order, pictures: order.pictures === true })
    judge(site, done)
    // Whatever happened: nothing else touched, nobody else's password changed, one sign-in and one commit at most, no secret told.
    expect(site.decoys).toEqual([])
    expect(site.changed.filter((user) => user !== play.changes)).toEqual([])
    expect(site.changed.length + site.acts.length).toBeLessThanOrEqual(1)
    expect(site.signIns.length).toBeLessThanOrEqual(1)
    expect(done.intended).toBeLessThanOrEqual(1)
    const secrets = [...before, order.login, order.fresh, play.newPassword].flatMap((one) => (one ? [new Secret(one)] : []))
    expect(tellsSecret(done.told, secrets)).toBe(false)
  } finally {
    await site.close()
  }
}

const untouched = (site: SecondSite, done: SecondPlayed): void => {
  expect(done.played).toMatchObject({ completed: false, commit: 'not-sent' })
  expect(done.intended).toBe(0)
  expect([...site.changed, ...site.acts]).toEqual([])
}

for (const name of names) {
  const { second }: { readonly second: SecondMarkup } = await import(`./second/${name}.ts`)
  describe.concurrent(`${second.provider} in a second markup`, () => {
    describe.each(second.plays.map((play) => [play.name, play] as const))('%s', (_name, play) => {
      const commits = play.recipe.lines.some((line) => line.do === 'commit')
      const signsIn = play.signsIn !== null
      const fresh = play.newPassword
      const full = play.brief !== true

      test('as it should be', () =>
        on(second, play, { pictures: true }, (site, done) => {
          expect(done.played.problem).toBeNull()
          expect(done.played).toMatchObject({ completed: true, commit: commits ? 'sent' : 'not-sent' })
          expect([done.intended, done.signIns, site.signIns.length]).toEqual([commits ? 1 : 0, signsIn ? 1 : 0, signsIn ? 1 : 0])
          expect(site.changed).toEqual(play.changes === null ? [] : [play.changes])
          expect(site.acts.length).toBe(commits && play.changes === null ? 1 : 0)
          expect(Object.fromEntries(site.left)).toMatchObject(play.leaves ?? {})
          if (play.changes !== null) expect(site.passwords.get(play.changes)).toBe(fresh)
          for (const [what, form] of Object.entries(play.reads ?? {})) expect(done.played.read[what] ?? '').toMatch(form)
          expect(done.played.pages.every(({ picture }) => picture !== null)).toBe(true)
        }))

      test.runIf(full && signsIn)('a refused sign-in', () =>
        on(second, play, { login: wrong }, (site, done) => {
          expect(done.played.problem?.code).toBe('portal-sign-in-refused')
          untouched(site, done)
          expect(site.signIns.map(({ right }) => right)).toEqual([false])
        }),
      )

      test.runIf(full && play.refusedPassword !== null)('a password against the rule', () =>
        on(second, play, { fresh: play.refusedPassword! }, (site, done) => {
          expect(done.played.problem?.code).toBe('portal-rule-refused')
          expect(done.played.completed).toBe(false)
          expect(site.changed).toEqual([])
        }),
      )

      // The page is the same where nothing took effect, which is played on the practice sites: no recipe can see the difference.
      test.runIf(full && commits)('error-with-effect', () =>
        on(second, play, { trouble: 'error-with-effect' }, (site, done) => {
          // An error page is no refusal in plain words: after either code a live sign-in decides.
          expect(['portal-refused', 'portal-outcome-unknown']).toContain(done.played.problem?.code)
          expect(done.played).toMatchObject({ completed: false, commit: 'sent' })
          expect(done.intended).toBe(1)
          expect(site.changed).toEqual(play.changes === null ? [] : [play.changes])
        }),
      )

      test.runIf(full && commits)('some rebuilt page is among the plays', () => expect(play.drifts.length).toBeGreaterThan(0))
      test.each([...play.drifts])('rebuilt: %s', (drift) =>
        on(second, play, { trouble: `drift:${drift}` }, (site, done) => {
          expect(site.rebuilt()).toBeGreaterThan(0)
          expect(['portal-changed', 'portal-ambiguous']).toContain(done.played.problem?.code)
          untouched(site, done)
        }),
      )
    })
  })
}
