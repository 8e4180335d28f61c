import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runOutcome } from '../../shared/proof/proof.ts'
import { stepRows } from '../../shared/screen/step-rows.ts'
import { isPuttingBack, stopMeaning } from '../../shared/screen/stop-meaning.ts'
import { threeLines } from '../../shared/screen/three-lines.ts'
import { markWords } from '../../shared/words/window/done.ts'
import { rowStateWords } from '../../shared/words/window/run.ts'
import { axeFaults, cutOff, isTooWide, zoomTo } from './look.ts'
import { openBrowser, type StagedBrowser } from './staged-page.ts'
import { journals, rowOf, viewOf } from './staged-runs.ts'
import { allStates } from './states/index.ts'
import { asked, questionNames } from './states/questions.ts'
import { atRun, meanings } from './states/run.ts'
import { stageIn } from './states/stage.ts'

// Every screen in every state, against a staged main process: read by axe in Japanese and in English (the language is switched where one
// stands, as a person does), and seen to lose nothing and need no scrolling to the side at 200 % and in the smallest window on a screen
// scaled to 150 %. What a real run shows stands in the specs beside this one.
let browser: StagedBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Letters twice as large in the window as it opens; a screen scaled to 150 % with the smallest window on it. */
const sizes = { large: [200, 'usual'], small: [150, 'least'] } as const

async function fitsAt(page: Page, size: keyof typeof sizes, lang: string): Promise<void> {
  const [percent, of] = sizes[size]
  await zoomTo(page, percent, of)
  expect(await isTooWide(page), `${lang} at ${percent} %`).toBe(false)
  expect(await cutOff(page), `${lang} at ${percent} %`).toEqual([])
}

/** What can be pressed, besides the switch of the language: a screen without it is a dead end. */
const waysOn = (page: Page) =>
  page.locator('main button:enabled, nav button:enabled, [role=alertdialog] button:enabled').filter({ visible: true }).count()

/** Words in Latin letters a Japanese screen may show: names of products and companies, what stands so on a keyboard, and the people of the states. */
const latin =
  /^(?:Thunderbird|Outlook|Microsoft|Edge|Google|Chrome|Chromium|Excel|Windows|BIGLOBE|STNet|UCOM|Spaaqs|business|PPPoE|SMTP|STARTTLS|HTTPS?|https?|Space|Ctrl|Enter|JSON|default|taro|hanako|yamada|(?:ab)+)$/

/** What is not in the language of the screen. Addresses, file and run names, and what is compared letter by letter stay out. */
const foreign = async (page: Page): Promise<readonly string[]> => {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (parentElement?.closest('.font-mono, header, script, style, [lang=en]') === null) found.push(textContent ?? '')
    }
    return found
  })
  const words = texts.flatMap((text) => text.replaceAll(/[\w.+/@-]*[\d@/.][\w.@/-]*/g, ' ').match(/[A-Za-z]{4,}/g) ?? [])
  return [...new Set(words)].filter((word) => !latin.test(word))
}

/** In English only the words differ: axe reads each screen's first state in it, and every state in Japanese. */
async function holdsIn(page: Page, axeInEnglish: boolean): Promise<void> {
  expect(await axeFaults(page), 'ja').toEqual([])
  expect(await waysOn(page)).toBeGreaterThan(0)
  expect(await foreign(page)).toEqual([])
  await fitsAt(page, 'large', 'ja')
  await fitsAt(page, 'small', 'ja')
  // Behind an open dialog nobody reaches the switch; the words change all the same.
  await page.evaluate(() => document.querySelector<HTMLElement>('header button[lang=en]')?.click())
  // At the size it stands at: each change of it costs as much as looking.
  await fitsAt(page, 'small', 'en')
  await fitsAt(page, 'large', 'en')
  if (!axeInEnglish) return
  await zoomTo(page, 100)
  expect(await axeFaults(page), 'en').toEqual([])
}

// Questions differ in their words and in the kind of their answer: all of them stand on one page.
const shown = allStates.filter(({ state }) => !questionNames.some((name) => state === `question-${name}`))

it.each(shown)('$screen: $state', async ({ screen, state, open }) => {
  const { page } = await open(stageIn(browser, 'ja'))
  await holdsIn(page, shown.find((other) => other.screen === screen)?.state === state)
})

it('run: every question', async () => {
  const { page, tell } = await atRun(stageIn(browser, 'ja'), 'at-portal')
  for (const [at, name] of questionNames.entries()) await tell(asked(name, at + 1))
  expect(await page.getByRole('alertdialog').count()).toBe(questionNames.length)
  await holdsIn(page, true)
})

// Screens, questions, outcomes and meanings of stopping without a state do not compile; of what is read off a journal these see to it.
describe('nothing is left out', () => {
  const views = Object.keys(journals).map((name) => viewOf(name))

  it('no standing of a step', () => {
    const found = views.flatMap(({ plan, entries }) =>
      stepRows(plan, entries, 0).flatMap(({ rows }) => rows.map(({ state }) => state)),
    )
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(rowStateWords).toSorted())
  })
  it.each(Object.entries(meanings))('no meaning of stopping: %s', (meaning, name) => {
    const { plan, entries } = viewOf(name)
    expect(stopMeaning(plan, entries, isPuttingBack(entries))).toBe(meaning)
  })
  it('no mark of a proof', () => {
    const found = views.flatMap(({ proof }) => threeLines(proof!).flatMap(({ lines }) => lines.map(({ mark }) => mark)))
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(markWords).toSorted())
  })
  it('no outcome in a list', () => {
    const found = Object.keys(journals).map((name) => rowOf(name).outcome)
    expect([...new Set(found)].toSorted()).toEqual([...runOutcome.options].toSorted())
  })
})
