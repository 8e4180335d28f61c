// node e2e/window/screens.ts FOLDER: walks the screens of the built program on the practice provider, Japanese and English, and writes a
// picture of each at 100 % and 200 %. States that a real run passes in a moment are staged. Says at the end what stood out of the window.
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import { frameWords } from '../../shared/words/window/frame.ts'
import { historyWords } from '../../shared/words/window/history.ts'
import type { InBoth, Lang } from '../../shared/words/lang.ts'
import { runWords } from '../../shared/words/window/run.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { startWords } from '../../shared/words/window/start.ts'
import { supportWords } from '../../shared/words/window/support.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { openWindow, shellUnderTest } from './app.ts'
import { byMouse } from './hands.ts'
import { takePictures } from './look.ts'
import { journals, plan, rowOf, viewOf } from './staged-runs.ts'
import { type Answers, openBrowser, type StagedPage, stagePage } from './staged-page.ts'
import { type Look, walkRoad } from './walk.ts'

const doubtful = [
  'EFネット会員証',
  '会員番号：0012345',
  '登録者名：山田商店',
  'ユーザーID：ymd00123',
  'パスワード：Ｋｘ７ｍＱ２ab',
  'メールアドレス：yamada@mvd.biglobe.ne.jp',
].join('\n')

/** The road as it is walked, in the real window; then what stands beside it, and a paper with a doubt. */
async function realScreens(lang: Lang, shoot: (page: StagedPage['page']) => Look): Promise<void> {
  const open = await openWindow()
  const { page } = open
  const look = shoot(page)
  const hands = byMouse(page, lang)
  if (lang === 'en') await hands.press('English')
  await walkRoad(hands, look)
  await hands.press(wayNames.passwords)
  await page.locator('.font-mono').first().waitFor()
  await look('5-done-passwords')
  await hands.press(frameWords.history)
  await hands.reach(historyWords.title)
  await look('6-history')
  await hands.press(frameWords.support)
  await hands.reach(supportWords.title)
  await look('7-support')
  await hands.press(frameWords.stopPractice)
  await hands.reach(startWords.heading)
  await hands.press(startWords.type)
  await look('1-start-typing')
  await hands.type(startWords.typeHeading, doubtful)
  await hands.press(startWords.typeRead)
  await hands.reach(sheetsWords.heading)
  await look('2-sheets-doubt')
  await open.close()
}

const asked = (over: Partial<Extract<RoadEvent, { type: 'asked' }>>): RoadEvent => ({
  type: 'asked',
  question: 1,
  name: 'try-again',
  kind: 'yes-no',
  facts: {},
  choices: null,
  ...over,
})

const questions: readonly (readonly [string, RoadEvent])[] = [
  ['yes-no', asked({ name: 'close-thunderbird', facts: { client: 'thunderbird' } })],
  ['text', asked({ name: 'two-factor-code', kind: 'text', facts: { page: '確認' } })],
  ['secret', asked({ name: 'primary-password', kind: 'secret', facts: { wrong: true } })],
]

/** The states of a run and its endings, with a main process that says what is needed. */
async function stagedScreens(browser: Browser, lang: Lang, shoot: (page: StagedPage['page']) => Look): Promise<void> {
  const say = (words: InBoth): string => words[lang]
  const atHistory = async (state: string, answers: Answers = {}): Promise<StagedPage> => {
    const row = rowOf(state)
    const staged = await stagePage(browser, lang, { listRuns: { runs: [row] }, readRun: viewOf(state), ...answers })
    await staged.page.getByRole('button', { name: say(historyWords.title) }).click()
    await staged.page.getByRole('heading', { level: 1, name: say(historyWords.title) }).waitFor()
    return staged
  }
  const atRun = async (state: string): Promise<StagedPage> => {
    const staged = await atHistory(state, { resumeRun: 'hang' })
    await staged.page.getByRole('button', { name: say(wayNames.resume) }).click()
    await staged.page.getByRole('progressbar').waitFor()
    return staged
  }
  for (const state of ['at-portal', 'sent', 'at-rewrite']) {
    const { page } = await atRun(state)
    await shoot(page)(`4-run-${state}`)
    await page.close()
  }
  for (const [kind, question] of questions) {
    const { page, tell } = await atRun('at-portal')
    await tell(question)
    await page.getByRole('alertdialog').waitFor()
    await shoot(page)(`4-run-question-${kind}`)
    await page.close()
  }
  const stopping = await atRun('sent')
  await stopping.page.getByRole('button', { name: say(runWords.stop), exact: true }).click()
  await stopping.page.getByRole('alertdialog').waitFor()
  await shoot(stopping.page)('4-run-stop')
  await stopping.page.close()
  for (const state of ['stopped', 'unknown', 'unfinished', 'done', 'undone']) {
    const { page } = await atHistory(state)
    await page.getByRole('button', { name: say(historyWords.see) }).click()
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await shoot(page)(`5-done-${state}`)
    await page.close()
  }
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('name the folder for the pictures: npm run screens -- FOLDER')
  process.exitCode = 2
} else {
  const wide: string[] = []
  let count = 0
  const shooting =
    (lang: Lang) =>
    (page: StagedPage['page']): Look =>
    async (name) => {
      count += 2
      wide.push(...(await takePictures(page, path.resolve(folder), `${name}-${lang}`)))
    }
  const browser = await openBrowser()
  for (const lang of ['ja', 'en'] as const) {
    await realScreens(lang, shooting(lang))
    await stagedScreens(browser, lang, shooting(lang))
  }
  await browser.close()
  console.log(`${count} pictures (${shellUnderTest}); ${plan.steps.length} steps, ${Object.keys(journals).length} states staged`)
  for (const one of wide) console.log(`wider than the window: ${one}`)
}
