import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { startWords } from '../../../shared/words/window/start.ts'
import type { Answers, Refusal } from '../staged-page.ts'
import { blackedOut, card, corrected, doubtful, questioned, stranger } from './papers.ts'
import { noRuns, type Open, refuse, type Stage, type States } from './stage.ts'

/** Chooses files that are read as given. */
export async function bring(stage: Stage, papers: readonly (SheetView | Refusal)[], answers: Answers = {}) {
  const staged = await stage.open({
    ...noRuns,
    chooseSheets: { files: papers.map((_, at) => `/${at}.txt`) },
    readSheet: { inTurn: [...papers] },
    putSheetAway: {},
    ...answers,
  })
  await stage.press(staged.page, startWords.choose)
  await stage.reach(staged.page, sheetsWords.heading)
  return staged
}

const brought =
  (...papers: readonly (SheetView | Refusal)[]): Open =>
  (stage) =>
    bring(stage, papers)

/** Screen 2. */
export const sheets: States = {
  read: brought(card),
  'doubt-of-two-readings': brought(doubtful),
  'doubt-unanswered': async (stage) => {
    const staged = await bring(stage, [doubtful])
    await stage.press(staged.page, sheetsWords.doubtSettle)
    await staged.page.getByText(stage.say(sheetsWords.doubtMissing)).waitFor()
    return staged
  },
  'doubt-to-be-typed': async (stage) => {
    const staged = await bring(stage, [blackedOut])
    await stage.pick(staged.page, sheetsWords.doubtType).catch(() => undefined)
    return staged
  },
  'doubt-refused': async (stage) => {
    const staged = await bring(stage, [doubtful], { settleDoubt: refuse('sheet-gone') })
    await staged.page.locator('label').first().click()
    await stage.press(staged.page, sheetsWords.doubtSettle)
    await staged.page.getByRole('alert').waitFor()
    return staged
  },
  'all-settled': async (stage) => {
    const staged = await bring(stage, [doubtful], { settleDoubt: corrected })
    await staged.page.locator('label').first().click()
    await stage.press(staged.page, sheetsWords.doubtSettle)
    await staged.page
      .locator('p')
      .filter({ hasText: stage.say(sheetsWords.settledAll) })
      .first()
      .waitFor()
    return staged
  },
  correcting: async (stage) => {
    const staged = await bring(stage, [card], { questionField: questioned })
    await staged.page.getByText(stage.say(sheetsWords.correct), { exact: true }).nth(2).click()
    await staged.page.getByText(stage.say(sheetsWords.leadCorrect)).waitFor()
    return staged
  },
  'leaving-asked': async (stage) => {
    const staged = await bring(stage, [corrected])
    await stage.press(staged.page, sheetsWords.restart)
    await staged.page.getByRole('alertdialog').waitFor()
    return staged
  },
  'password-shown': async (stage) => {
    const staged = await bring(stage, [card], { revealField: { value: 'Kx7mQ2ab' } })
    await staged.page
      .getByRole('button')
      .filter({ hasText: stage.say(kitWords.show) })
      .first()
      .click()
    await staged.page.getByText('Kx7mQ2ab').waitFor()
    return staged
  },
  'of-nobody': brought(stranger),
  'one-of-three-unread': brought(card, stranger, refuse('file-unreadable', { file: '/請求書.txt' })),
  'another-paper': async (stage) => {
    const staged = await bring(stage, [card])
    await stage.press(staged.page, sheetsWords.another)
    await stage.button(staged.page, startWords.choose).waitFor()
    return staged
  },
}
