import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desktopWords } from '../../shared/words/window/desktop.ts'
import { runOutcomeWords } from '../../shared/words/outcomes.ts'
import { doneWords, lineWords } from '../../shared/words/window/done.ts'
import { runWords, stopMeaningWords } from '../../shared/words/window/run.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import type { PracticeEvent } from '../../electron/practice/events.ts'
import type { PracticeOptions } from '../../electron/practice/practice.ts'
import type { World } from '../journey/journey.ts'
import { commits } from '../journey/kill.ts'
import { type OpenWindow, shellUnderTest } from './app.ts'
import { atPractice } from './at-practice.ts'
import { byMouse } from './hands.ts'
import { oneWindow, type OneWindow } from './one-window.ts'
import { allGone, nextVisit, visitOf, type VisitProcesses } from './processes.ts'
import { begin, decide, takePracticePaper } from './walk.ts'

// Visits to member sites in a process of their own: the window goes on meanwhile, stops at once, and outlives whatever dies there.

const household: PracticeOptions = { faults: [{ name: 'slow', seconds: 0.5 }] }
const main = ({ program }: OpenWindow): number => program.pid!

/** Begins a run of one mailbox; answers the visit it makes, when its browser stands. */
async function beginAt(open: OpenWindow, { stage }: World): Promise<VisitProcesses> {
  const hands = byMouse(open.page, 'ja')
  await takePracticePaper(hands)
  await decide(hands, undefined, { only: stage.addresses[0]! })
  // What an earlier visit still tidies up is not this one.
  await expect.poll(() => visitOf(main(open)), { interval: 20 }).toBeNull()
  await begin(hands)
  return nextVisit(main(open))
}

/** The journal of the run that was begun last. */
const journalOf = (dataDir: string): string => {
  const runs = path.join(dataDir, 'runs')
  const all = existsSync(runs) ? readdirSync(runs).filter((name) => /^\d{8}-/.test(name)) : []
  const run = all.toSorted().at(-1)
  const file = path.join(runs, run ?? '', 'journal.jsonl')
  return run !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : ''
}
/** Waits for something to happen at the practice provider, and acts in that very moment: its servers go on behind it. */
function once(world: World, isIt: (event: PracticeEvent) => boolean, act: () => void = () => undefined): Promise<void> {
  return new Promise((resolve) => {
    const forget = world.practice.watch((event) => {
      if (!isIt(event)) return
      forget()
      act()
      resolve()
    })
  })
}
const isCommit = (event: PracticeEvent): boolean => event.what === 'post' && event.page === 'commit'
const isChange = (event: PracticeEvent): boolean => event.what === 'password-changed'

/** What the ending says of the password, once it stands. */
async function ending({ page }: OpenWindow, mark: keyof (typeof lineWords)['site']): Promise<void> {
  await page.getByText(lineWords.site[mark].ja).first().waitFor({ timeout: 60_000 })
}

/** Stops as a person does, and says how long it took from the last press to the ending. */
async function stopNow({ page }: OpenWindow, mark: keyof (typeof lineWords)['site']): Promise<number> {
  await page.getByRole('button', { name: runWords.stop.ja }).click()
  const sure = page.getByRole('button', { name: runWords.stopYes.ja, exact: true })
  await sure.waitFor()
  // Measured in the page: what a person waits for, without the way to this process and back.
  await page.evaluate((text) => {
    const seen = window as unknown as { pressed?: number; ended?: number }
    addEventListener('click', () => (seen.pressed = performance.now()), { capture: true, once: true })
    const look = new MutationObserver(() => {
      if (seen.ended === undefined && document.body.innerText.includes(text)) seen.ended = performance.now()
    })
    look.observe(document.body, { childList: true, subtree: true, characterData: true })
  }, lineWords.site[mark].ja)
  await sure.click()
  const ended = () =>
    page.evaluate(() => {
      const { pressed, ended } = window as unknown as { pressed?: number; ended?: number }
      return pressed === undefined || ended === undefined ? null : ended - pressed
    })
  await expect.poll(ended, { timeout: 8_000, interval: 20 }).not.toBeNull()
  return (await ended())!
}

const carryOn = ({ page }: OpenWindow): Promise<void> => page.getByRole('button', { name: wayNames.resume.ja }).first().click()
const dataOf = ({ folder }: OpenWindow): string => path.join(folder, 'data')

/** Through to the end, with the change sent once. */
async function goesOnToTheEnd(open: OpenWindow, world: World): Promise<void> {
  world.practice.clearFault()
  const hands = byMouse(open.page, 'ja')
  await carryOn(open)
  await hands.reach(runWords.title)
  await hands.reach(doneWords.lines)
  expect(await open.page.getByRole('heading', { level: 1 }).innerText()).toBe(runOutcomeWords.done.ja.headline)
  expect(commits(world)).toBe(1)
}

/** The first mailbox's password was seen to be the new one, and that stands on the disk. What is left of the run is not waited for. */
async function firstIsChanged(open: OpenWindow, world: World): Promise<void> {
  const isDone = (line: string): boolean => line.includes('"kind":"done"') && line.includes('change-portal')
  await expect.poll(() => journalOf(dataOf(open)).split('\n').some(isDone), { timeout: 60_000, interval: 20 }).toBe(true)
  expect(commits(world)).toBe(1)
}

describe.runIf(process.platform === 'linux' && shellUnderTest === 'chromium')('while a member site is visited', () => {
  let shared: OneWindow
  beforeAll(async () => {
    shared = await oneWindow()
  })
  afterAll(() => shared.close())
  const inTheWindow = (work: (open: OpenWindow, world: World) => Promise<void>): Promise<void> =>
    shared.play(household, (world) => work(shared.open, world))

  // The second is the program's, and the machine may be anybody's: it has to be kept once in three visits.
  it('the main process answers, a wish to stop is heeded within a second, and no browser is left', { retry: 2 }, () =>
    inTheWindow(async (open, world) => {
      const visit = await beginAt(open, world)
      const answered = await open.page.evaluate(async () => {
        const { call } = (window as unknown as { migration: { call: (name: string, input: object) => Promise<unknown> } })
          .migration
        const times: number[] = []
        for (let at = 0; at < 100; at += 1) {
          const began = performance.now()
          await call('about', {})
          times.push(performance.now() - began)
        }
        return Math.max(...times)
      })
      expect(answered).toBeLessThan(500)
      const took = await stopNow(open, 'no')
      expect(took).toBeLessThan(1_000)
      await allGone([visit.work, visit.browser])
      expect(commits(world)).toBe(0)
    }),
  )

  it('stopped behind the one click, it says that nothing is known yet, and finds out when it is carried on', { retry: 2 }, () =>
    inTheWindow(async (open, world) => {
      const visit = await beginAt(open, world)
      // The click has arrived, and the site takes its time.
      await once(world, isCommit, () => world.practice.setFault({ name: 'slow', seconds: 4 }))
      const changed = once(world, isChange)
      const took = await stopNow(open, 'unclear')
      expect(took).toBeLessThan(1_000)
      await allGone([visit.work, visit.browser])
      await changed
      await carryOn(open)
      await firstIsChanged(open, world)
    }),
  )

  it('killed before the click: nothing was sent, it is said, and the run goes on when asked to', () =>
    inTheWindow(async (open, world) => {
      const visit = await beginAt(open, world)
      process.kill(visit.work, 'SIGKILL')
      world.practice.clearFault()
      await ending(open, 'no')
      await allGone([visit.work, visit.browser])
      await goesOnToTheEnd(open, world)
    }))

  it('killed behind the click: live sign-ins tell what came of it, and it is not sent twice', () =>
    inTheWindow(async (open, world) => {
      const visit = await beginAt(open, world)
      world.practice.clearFault()
      // Before the site's answer to the click leaves this process.
      await once(world, isChange, () => process.kill(visit.work, 'SIGKILL'))
      await allGone([visit.work, visit.browser])
      await firstIsChanged(open, world)
    }))

  // Last of those that share the window: it closes.
  it('the window asks before it closes; who stays loses nothing, who closes finds the run stopped in order', () =>
    inTheWindow(async (open, world) => {
      const visit = await beginAt(open, world)
      const close = (answer: number) =>
        open.app.evaluate(async ({ BrowserWindow, dialog }, answer) => {
          const asked: unknown[] = []
          const gone = new Promise((resolve) => {
            dialog.showMessageBox = ((_window: unknown, options: unknown) => {
              asked.push(options)
              resolve(null)
              return Promise.resolve({ response: answer, checkboxChecked: false })
            }) as typeof dialog.showMessageBox
          })
          BrowserWindow.getAllWindows()[0]?.close()
          await gone
          return asked
        }, answer)
      expect(await close(0)).toMatchObject([
        {
          message: desktopWords.closeTitle.ja,
          detail: expect.stringContaining(stopMeaningWords['about-to-send'].ja.slice(0, 20)),
          buttons: [desktopWords.closeNo.ja, desktopWords.closeYes.ja],
          cancelId: 0,
        },
      ])
      expect(await open.page.title()).toMatch(/メール移行アシスタント$/)
      const gone = new Promise((resolve) => open.program.once('exit', resolve))
      // The program may be gone before the answer to this has come back.
      await close(1).catch(() => undefined)
      expect(await gone).toBe(0)
      await allGone([visit.work, visit.browser])
      expect(journalOf(dataOf(open)).trimEnd().split('\n').at(-1)).toMatch(/"kind":"stopped","why":"person"/)
      expect(commits(world)).toBe(0)
    }))

  it('the program is killed: the visit, its browser and the window end by themselves', () =>
    atPractice(async (open, world) => {
      const visit = await beginAt(open, world)
      await open.kill()
      await allGone([visit.work, visit.browser, main(open)])
    }, household))
})
