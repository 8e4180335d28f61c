import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doneWords } from '../../shared/words/window/done.ts'
import { historyWords } from '../../shared/words/window/history.ts'
import { plan as planOfRun, rowOf, viewOf, journals } from './staged-runs.ts'
import { openBrowser, type StagedBrowser, type StagedPage } from './staged-page.ts'
import { screens } from './states/index.ts'
import { asked } from './states/questions.ts'
import { atHistory } from './states/history.ts'
import { atRun } from './states/run.ts'
import { stageIn, type Stage } from './states/stage.ts'

// What a page owes to people who work by keyboard, by ear, with large letters, with their own colours or without motion, where axe cannot tell.
let browser: StagedBrowser
let stage: Stage
beforeAll(async () => {
  browser = await openBrowser()
  stage = stageIn(browser, 'ja')
})
afterAll(() => browser.close())

const opened = async (
  screen: keyof typeof screens,
  state: string,
  work: (staged: StagedPage) => Promise<void>,
): Promise<void> => {
  await work(await screens[screen][state]!(stage))
}

/** The thing that has the focus: whether it (or the label it lies under) is drawn with a ring, and whether the keyboard was there before. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return null
    const drawn = [at, at.closest('label')].some((one) => {
      if (one === null) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    const again = at.dataset['reached'] === 'yes'
    at.dataset['reached'] = 'yes'
    return { html: at.outerHTML.slice(0, 120), drawn, again }
  })

/** What can be worked and was never reached; of radio buttons the group's one. */
const unreached = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, textarea, input:not([type=radio])')]
      .filter((one) => one.checkVisibility() && !one.matches(':disabled') && one.dataset['reached'] !== 'yes')
      .map((one) => one.outerHTML.slice(0, 120)),
  )

describe('the keyboard', () => {
  it.each([
    ['start', 'practice-companies'],
    ['sheets', 'doubt-of-two-readings'],
    ['plan', 'way-in-detail'],
    ['plan', 'plan'],
    ['done', 'done'],
    ['history', 'every-outcome'],
    ['support', 'in-detail'],
  ] as const)('comes to everything on %s (%s), and shows where it is', async (screen, state) => {
    await opened(screen, state, async ({ page }) => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab')
        const at = await focused(page)
        // Behind the last thing of a page the keyboard stands in the window's own edge, and comes back to the first.
        if (at === null) continue
        if (at.again) break
        expect(at.drawn, at.html).toBe(true)
      }
      expect(await unreached(page)).toEqual([])
    })
  })

  it('stays in a dialog, and comes back to where it was', async () => {
    await opened('done', 'put-back', async ({ page }) => {
      for (let presses = 0; presses < 4; presses += 1) {
        await page.keyboard.press('Tab')
        expect(await page.evaluate(() => document.activeElement?.closest('[role=alertdialog]') !== null)).toBe(true)
      }
      await page.keyboard.press('Escape')
      await page.getByRole('alertdialog').waitFor({ state: 'detached' })
      // It comes back with the next picture, which a busy machine draws later.
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(doneWords.undo.ja)
    })
  })
})

describe('the ear', () => {
  const heard = (page: Page): Promise<string> => page.locator('body [role=status][aria-live=polite]').last().innerText()

  it('is told when a step ends, when a question comes, and when the run is over', async () => {
    const staged = await atHistory(stage, 'begun', {
      listRuns: { runs: [rowOf('begun', { busy: 'here' })] },
      readRun: { inTurn: [{ ...viewOf('begun'), row: rowOf('begun', { busy: 'here' }) }, viewOf('done')] },
    })
    const { page, tell } = staged
    await stage.press(page, historyWords.watch)
    await page.getByRole('progressbar').waitFor()
    for (const entry of journals['at-portal']!.slice(1, 5)) await tell({ type: 'entry', run: planOfRun.run, entry })
    await expect.poll(() => heard(page)).toContain('パスワードを保管庫にしまいました')
    await tell(asked('close-thunderbird'))
    const question = page.getByRole('alertdialog')
    await question.waitFor()
    await expect.poll(() => question.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await question.getAttribute('aria-describedby')).not.toBeNull()
    await tell({ type: 'withdrawn', question: 1 })
    await tell({ type: 'entry', run: planOfRun.run, entry: journals['done']!.at(-1)! })
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('完了しました')
  })

  it('hears every screen by its name', async () => {
    const { page } = await atRun(stage, 'begun')
    expect(await page.title()).toBe('作業をしています – メール移行アシスタント')
    expect(await page.getByRole('progressbar').getAttribute('aria-label')).toContain('手順のうち')
  })
})

describe('the eye', () => {
  /** Do two things look different? */
  const differ = async (one: Locator, other: Locator): Promise<boolean> => {
    const [first, second] = [await one.screenshot(), await other.screenshot()]
    return !first.equals(second)
  }

  it('tells what is chosen from what is not in colours of its own (high contrast)', async () => {
    await opened('plan', 'way-in-detail', async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active' })
      const marks = page.locator('label > span[aria-hidden]')
      const [ticks, dots] = [marks.filter({ hasText: '✓' }), marks.filter({ hasNotText: '✓' })]
      expect(await differ(ticks.first(), ticks.last())).toBe(true)
      expect(await differ(dots.first(), dots.last())).toBe(true)
      // The step one is at, among the others.
      const stops = page.locator('nav ol li > span:nth-child(2)')
      const weights = await stops.evaluateAll((all) => all.map((one) => getComputedStyle(one).fontWeight))
      expect(new Set(weights).size).toBe(2)
      await page.keyboard.press('Tab')
      expect((await focused(page))?.drawn).toBe(true)
    })
  })

  it('sees nothing move where it asked for none', async () => {
    await opened('run', 'at-portal', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((one) => {
          const { animationName, transitionProperty, transitionDuration } = getComputedStyle(one)
          const changes = transitionProperty !== 'none' && transitionDuration.split(', ').some((time) => time !== '0s')
          return animationName !== 'none' || changes ? [one.outerHTML.slice(0, 80)] : []
        }),
      )
      expect(moving).toEqual([])
    })
  })

  it('reads Japanese lines broken between phrases, in the system’s own letters', async () => {
    await opened('start', 'first', async ({ page }) => {
      const styles = await page.evaluate(() => {
        const { wordBreak, fontFamily } = getComputedStyle(document.querySelector('main p')!)
        return { wordBreak, fontFamily, loaded: document.fonts.size, lang: document.documentElement.lang }
      })
      expect(styles).toMatchObject({ wordBreak: 'auto-phrase', loaded: 0, lang: 'ja' })
      for (const font of ['BIZ UDPGothic', 'Yu Gothic UI', 'Hiragino Sans', 'Noto Sans CJK JP'])
        expect(styles.fontFamily).toContain(font)
    })
  })
})
