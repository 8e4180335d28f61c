import type { Locator, Page } from 'playwright-core'
import type { InBoth, Lang } from '../../shared/words/lang.ts'

/** How a person at the window acts, by mouse or by keyboard alone; things are named by the words they carry. */
export interface Hands {
  readonly page: Page
  readonly lang: Lang
  readonly press: (words: InBoth | string) => Promise<void>
  readonly tick: (words: InBoth | string) => Promise<void>
  readonly type: (words: InBoth | string, text: string) => Promise<void>
  /** Waits until a screen's heading stands. */
  readonly reach: (words: InBoth | string) => Promise<void>
}

const patience = 60_000

const plainly = (words: InBoth | string, lang: Lang): string => (typeof words === 'string' ? words : words[lang])

const things = (page: Page, lang: Lang) => ({
  button: (words: InBoth | string) => page.getByRole('button', { name: plainly(words, lang), exact: true }).first(),
  box: (words: InBoth | string) => page.getByRole('checkbox', { name: plainly(words, lang) }).first(),
  field: (words: InBoth | string) => page.getByRole('textbox', { name: plainly(words, lang) }).first(),
  reach: (words: InBoth | string) =>
    page
      .getByRole('heading', { name: plainly(words, lang) })
      .first()
      .waitFor({ timeout: patience }),
})

export function byMouse(page: Page, lang: Lang): Hands {
  const { button, box, field, reach } = things(page, lang)
  return {
    page,
    lang,
    reach,
    press: (words) => button(words).click(),
    // The box itself is drawn over; a person hits its words.
    tick: (words) => box(words).check({ force: true }),
    type: (words, text) => field(words).fill(text),
  }
}

/** Goes on with the Tab key until the wanted thing has the focus. Whatever cannot be come to so is out of reach for some people. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by the keyboard: ${wanted.toString()}`)
}

export function byKeyboard(page: Page, lang: Lang): Hands {
  const { button, box, field, reach } = things(page, lang)
  const go = async (to: Locator, key: string): Promise<void> => {
    await tabTo(page, to)
    await page.keyboard.press(key)
  }
  return {
    page,
    lang,
    reach,
    press: (words) => go(button(words), 'Enter'),
    tick: (words) => go(box(words), 'Space'),
    type: async (words, text) => {
      await tabTo(page, field(words))
      await page.keyboard.type(text)
    },
  }
}
