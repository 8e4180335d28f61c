import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import type { RunOutcome } from '../../shared/journal/run-outcome.ts'
import type { StopMeaning } from '../../shared/screen/stop-meaning.ts'
import { runOutcomeWords } from '../../shared/words/outcomes.ts'
import { doneWords } from '../../shared/words/window/done.ts'
import { planWords } from '../../shared/words/window/plan.ts'
import { runWords, stopMeaningWords } from '../../shared/words/window/run.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { registerSecret } from '../canary/register.ts'
import { heldDoor, type HeldDoor } from '../fakes/held-door.ts'
import { holdProfile } from '../fakes/hold-profile.ts'
import { filesBelow, type World } from '../journey/journey.ts'
import { commits } from '../journey/kill.ts'
import { signInAsStored } from '../journey/sign-in-as-stored.ts'
import { isTooWide } from './look.ts'
import { oneWindow, type OneWindow } from './one-window.ts'
import { begin, decide, takePracticePaper } from './walk.ts'

// One run, stopped at every step it has and taken up again each time. Each time the window says beforehand what stopping means at that
// instant, and what it comes to is looked at where it lies: journal, member site, mailbox, the mail program's files.
let window: OneWindow
beforeAll(async () => {
  window = await oneWindow()
})
afterAll(() => window.close())

const profileIn = ({ stage }: World): string => {
  const [prefs] = [...filesBelow(stage.thunderbirdRoot).keys()].filter((name) => path.basename(name) === 'prefs.js')
  return path.join(stage.thunderbirdRoot, path.dirname(prefs!))
}

/** A shop's name that wants to be more than words: markup, a turned direction of writing, and no end. */
const hostile = `<img src=x onerror=alert(1)></script><script>alert(2)</script>\u202Egnp.exe\u2066${'とても長い'.repeat(400)}`

let door: HeldDoor
afterEach(() => door.stop())
async function dress({ stage, practice }: World): Promise<{ readonly incoming: string }> {
  const text = readFileSync(stage.sheetFile, 'utf8')
  writeFileSync(stage.sheetFile, text.replaceAll('株式会社みほん商店', hostile))
  door = await heldDoor(practice.ports.pop3s)
  return { incoming: practice.urls.pop3s.replace(`:${practice.ports.pop3s}`, `:${door.port}`) }
}

/** What stopping came to. */
interface Standing {
  readonly outcome: RunOutcome
  readonly commits: number
  readonly files: 'untouched' | 'rewritten'
}

it('is stopped at each step, says what that means, and comes to its end from there', () =>
  window.play(
    {},
    async (world) => {
      const { hands, open } = window
      const { page } = open
      const { practice, stage } = world
      const [address] = stage.addresses
      const before = filesBelow(profileIn(world))
      await takePracticePaper(hands)
      const read = await page.locator('main').innerText()
      for (const words of hostile.split(/[\u202e\u2066]/)) expect(read).toContain(words)
      expect(read).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      expect(await isTooWide(page)).toBe(false)
      await decide(hands, undefined, { only: address!, more: [planWords.roundTrip, planWords.proveOldDead] })

      const journal = (): string => {
        const [run] = [...filesBelow(path.join(open.folder, 'data', 'runs')).keys()].filter((name) => name.endsWith('.jsonl'))
        return run === undefined ? '' : readFileSync(path.join(open.folder, 'data', 'runs', run), 'utf8')
      }
      /** The step that was begun last: what stands on the disk before the hand moves. */
      const begun = (): string =>
        (
          JSON.parse(
            journal()
              .split('\n')
              .findLast((line) => line.includes('"kind":"intended"')) ?? '{"step":""}',
          ) as { step: string }
        ).step
      const at = (kind: string) => (): boolean => begun().startsWith(kind)
      const someoneWaits = async (): Promise<void> => {
        await expect.poll(() => door.waiting(), { timeout: 30_000 }).toBeGreaterThan(0)
      }
      const runOf = async (): Promise<Output<'readRun'>> => {
        const { runs } = await window.call('listRuns', {})
        return window.call('readRun', { run: runs[0]!.run })
      }

      /** Waits until the run stands where it is to be stopped, reads what that means, stops it and looks. */
      const stopped = async (ready: () => Promise<unknown>, meaning: StopMeaning, expected: Standing): Promise<void> => {
        await ready()
        await hands.press(runWords.stop)
        const dialog = page.getByRole('alertdialog').filter({ hasText: runWords.stopTitle.ja })
        const words = stopMeaningWords[meaning].ja.replaceAll('{resume}', wayNames.resume.ja)
        await dialog.getByText(words, { exact: true }).waitFor()
        const wished = performance.now()
        await dialog.getByRole('button', { name: runWords.stopYes.ja, exact: true }).click()
        await hands.reach(doneWords.lines)
        // Heeded within a second; what was written and read behind it comes on top.
        expect(performance.now() - wished, meaning).toBeLessThan(4_000)
        door.hold(() => false)
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(runOutcomeWords[expected.outcome].ja.headline)
        const { row, entries } = await runOf()
        expect([row.outcome, row.open, entries.at(-1)?.kind]).toEqual([expected.outcome, true, 'stopped'])
        expect(commits(world)).toBe(expected.commits)
        const now = filesBelow(profileIn(world))
        expect([...before].every(([name, bytes]) => now.get(name)?.equals(bytes))).toBe(expected.files === 'untouched')
        // Whichever password may be in force can be had.
        const { passwords } = await window.call('revealPasswords', { run: row.run })
        for (const { value } of passwords) registerSecret('a password of the stopped run', value)
        expect(passwords.some(({ value }) => value === practice.currentPasswordOf(practice.accounts[0]!.userName).reveal())).toBe(
          true,
        )
      }
      const resume = async (): Promise<void> => {
        await hands.press(wayNames.resume)
        await hands.reach(runWords.title)
      }
      const asked = (): Promise<void> => page.getByRole('alertdialog').first().waitFor()
      const untouched = { outcome: 'stopped', commits: 0, files: 'untouched' } as const
      const sent = { outcome: 'unknown', commits: 1, files: 'untouched' } as const
      const rest = { outcome: 'unfinished', commits: 1, files: 'untouched' } as const

      door.hold(() => true)
      await begin(hands)
      await stopped(someoneWaits, 'nothing-changed', untouched)
      expect(begun()).toMatch(/^reach-servers/)

      let letGo = await holdProfile(profileIn(world))
      await resume()
      await stopped(asked, 'nothing-changed', untouched)
      expect(begun()).toMatch(/^back-up-client/)
      await letGo()

      practice.setFault({ name: 'slow', seconds: 20, at: 'form' })
      await resume()
      const seen = practice.events().length
      const atForm = () =>
        practice
          .events()
          .slice(seen)
          .some((event) => event.what === 'sign-in' && event.door === 'portal')
      const formStands = async (): Promise<void> => {
        await expect.poll(atForm, { timeout: 30_000 }).toBe(true)
      }
      await stopped(formStands, 'about-to-send', untouched)
      practice.clearFault()

      practice.setFault({ name: 'slow', seconds: 5, at: 'commit' })
      await resume()
      const hasSent = async (): Promise<void> => {
        await expect.poll(() => commits(world), { timeout: 30_000 }).toBe(1)
      }
      await stopped(hasSent, 'sent', sent)
      practice.clearFault()
      // The site is slow, not dead: the change comes to be behind the back of who has stopped.
      await expect.poll(() => practice.events().some(({ what }) => what === 'password-changed'), { timeout: 20_000 }).toBe(true)

      door.hold(() => true)
      await resume()
      await stopped(someoneWaits, 'sent', sent)

      door.hold(at('probe-servers'))
      await resume()
      await stopped(someoneWaits, 'changed', rest)

      letGo = await holdProfile(profileIn(world))
      await resume()
      await stopped(asked, 'changed', rest)
      expect(begun()).toMatch(/^rewrite-client/)
      await letGo()

      for (const kind of ['prove-client', 'round-trip', 'prove-old-dead']) {
        door.hold(at(kind))
        await resume()
        await stopped(someoneWaits, 'changed', { ...rest, files: 'rewritten' })
        expect(begun()).toMatch(new RegExp(`^${kind}`))
      }

      await resume()
      await hands.reach(runOutcomeWords.done.ja.headline)
      expect(commits(world)).toBe(1)
      expect(new Set(await signInAsStored(world, address!))).toEqual(new Set(['pop3: ok', 'smtp: ok']))
      // No step of the plan was left out of this test: each was begun, and stopped at, but the one that takes no time.
      const { plan, entries } = await runOf()
      const stoppedAt = entries.flatMap((entry, at) => (entry.kind === 'stopped' && at > 0 ? [entry] : []))
      expect(stoppedAt).toHaveLength(11)
      expect(plan.steps.map(({ kind }) => kind)).toEqual([
        ...['keep-secrets', 'reach-servers', 'back-up-client', 'change-portal', 'probe-servers'],
        ...['rewrite-client', 'prove-client', 'round-trip', 'prove-old-dead'],
      ])
      // The shop's name was words all along.
      expect(await page.locator('main img[src="x"]').count()).toBe(0)
      expect(await page.title()).toMatch(/メール移行アシスタント$/)
    },
    dress,
  ))
