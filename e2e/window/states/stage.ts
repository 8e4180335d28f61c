import type { Locator, Page } from 'playwright-core'
import type { Problem } from '../../../shared/base/problem.ts'
import type { InBoth, Lang } from '../../../shared/words/lang.ts'
import { type Answers, type Refusal, type StagedBrowser, type StagedPage } from '../staged-page.ts'

/** Opens a screen in one state of it, in the language it is to be read in. */
export type Open = (stage: Stage) => Promise<StagedPage>

/** States of one screen, by what they are called in lists and pictures. */
export type States = Readonly<Record<string, Open>>

/** What a state needs to be opened: a browser, the language, and hands that know the buttons by their words. */
export interface Stage {
  readonly lang: Lang
  readonly say: (words: InBoth) => string
  readonly open: (answers: Answers) => Promise<StagedPage>
  readonly press: (page: Page, words: InBoth) => Promise<void>
  readonly button: (page: Page, words: InBoth) => Locator
  readonly fill: (page: Page, words: InBoth, text: string) => Promise<void>
  /** Takes a thing by the words it is drawn with: radio buttons and ticks lie under their labels. */
  readonly pick: (page: Page, words: InBoth) => Promise<void>
  /** Waits until a screen's heading stands. */
  readonly reach: (page: Page, words: InBoth) => Promise<void>
}

export function stageIn(browser: StagedBrowser, lang: Lang): Stage {
  const say = (words: InBoth): string => words[lang]
  const button = (page: Page, words: InBoth): Locator => page.getByRole('button', { name: say(words), exact: true }).first()
  return {
    lang,
    say,
    button,
    open: (answers) => browser.stage(lang, answers),
    press: (page, words) => button(page, words).click(),
    fill: (page, words, text) =>
      page
        .getByRole('textbox', { name: say(words) })
        .first()
        .fill(text),
    pick: (page, words) =>
      page
        .locator('label')
        .filter({ hasText: say(words) })
        .first()
        .click(),
    reach: (page, words) => page.getByRole('heading', { level: 1, name: say(words) }).waitFor(),
  }
}

/** A call that is refused with this problem. */
export const refuse = (code: Problem['code'], facts: Problem['facts'] = {}): Refusal => ({
  refuse: { code, again: 'after-person', facts },
})

/** Nothing was ever done on this PC. */
export const noRuns: Answers = { listRuns: { runs: [] } }
