import type { Locator, Page } from 'playwright-core'
import type { InBoth, Lang } from '../../shared/words/lang.ts'

/** How a person at the window acts, by mouse or by keyboard alone; things are named by the words they carry. */
export interface Hands {
  readonly page: Page
  readonly lang: Lang
  readonly press: (words: InBoth | string) => Promise<void>
  readonly tick: (words: InBoth | string) => Promise<void>
  readonly untick: (box: Locator) => Promise<void>
  /** Unfolds what is folded. */
  readonly open: (words: InBoth | string) => Promise<void>
  /** Chooses one of a few. */
  readonly pick: (words: InBoth | string) => Promise<void>
  readonly type: (words: InBoth | string, text: string) => Promise<void>
  /** Waits until a screen's heading stands. */
  readonly reach: (words: InBoth | string) => Promise<void>
}

const patience = 60_000

const plainly = (words: InBoth | string, lang: Lang): string => (typeof words === 'string' ? words : words[lang])

const things = (page: Page, lang: Lang) => ({
  button: (words: InBoth | string) => page.getByRole('button', { name: plainly(words, lang), exact: true }).first(),
  box: (words: InBoth | string) => page.getByRole('checkbox', { name: plainly(words, lang) }).first(),
  radio: (words: InBoth | string) => page.getByRole('radio', { name: plainly(words, lang) }).first(),
  // Passwords are hidden while they are typed, and have no role then.
  field: (words: InBoth | string) =>
    page
      .locator('input, textarea')
      .and(page.getByLabel(plainly(words, lang), { exact: true }))
      .first(),
  folded: (words: InBoth | string) => page.locator('summary').filter({ hasText: plainly(words, lang) }),
  heading: (words: InBoth | string) => page.getByRole('heading', { name: plainly(words, lang) }).first(),
})

export function byMouse(page: Page, lang: Lang): Hands {
  const { button, box, radio, field, folded, heading } = things(page, lang)
  return {
    page,
    lang,
    open: (words) => folded(words).click(),
    untick: (box) => box.uncheck({ force: true }),
    reach: (words) => heading(words).waitFor({ timeout: patience }),
    press: (words) => button(words).click(),
    // Boxes and radio buttons themselves are drawn over; a person hits their words.
    tick: (words) => box(words).check({ force: true }),
    pick: (words) => radio(words).check({ force: true }),
    type: (words, text) => field(words).fill(text),
  }
}

const isFocused = (wanted: Locator): Promise<boolean> => wanted.evaluate((one) => one === document.activeElement)

/** Is it seen where the keyboard is? A ring around it, or around the words that are drawn in its place. */
const isSeen = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one.closest('label') ?? one)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  })

/**
 * Goes on with the Tab key until the wanted thing has the focus, and sees that it is seen there. Whatever cannot be come to so is out of
 * reach for some people.
 */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 150; presses += 1) {
    if (await isFocused(wanted)) {
      if (!(await isSeen(wanted))) throw new Error(`has the focus and does not show it: ${wanted.toString()}`)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by the keyboard: ${wanted.toString()}`)
}

/** One of a few has the focus where any of them is chosen: from there arrows lead to the others. */
async function arrowTo(page: Page, wanted: Locator): Promise<void> {
  const group = page.getByRole('radiogroup').filter({ has: wanted })
  await tabTo(page, group.getByRole('radio', { checked: true }).or(group.getByRole('radio')).first())
  const all = await group.getByRole('radio').count()
  for (let presses = 0; presses < all; presses += 1) {
    if (await isFocused(wanted)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`not reached by the arrow keys: ${wanted.toString()}`)
}

/** By the keyboard alone. A screen is reached when its name has the focus: there a keyboard begins, and a reader says where one is. */
export function byKeyboard(page: Page, lang: Lang): Hands {
  const { button, box, radio, field, folded, heading } = things(page, lang)
  const go = async (to: Locator, key: string): Promise<void> => {
    await tabTo(page, to)
    await page.keyboard.press(key)
  }
  return {
    page,
    lang,
    reach: async (words) => {
      await heading(words).waitFor({ timeout: patience })
      const level = await heading(words).evaluate(({ tagName }) => tagName)
      // The focus goes there once the screen is drawn, which a busy machine does a moment after its heading is there.
      if (level === 'H1') await heading(words).and(page.locator(':focus')).waitFor()
    },
    open: (words) => go(folded(words), 'Enter'),
    untick: (box) => go(box, 'Space'),
    press: (words) => go(button(words), 'Enter'),
    tick: (words) => go(box(words), 'Space'),
    pick: (words) => arrowTo(page, radio(words)),
    type: async (words, text) => {
      await tabTo(page, field(words))
      await page.keyboard.type(text)
    },
  }
}
