// node e2e/window/screens.ts FOLDER [WORDS…]: pictures of every screen in every state, Japanese and English, at 100 % and 200 %: the road as
// it is walked in the real window on the practice provider, and every state of the table with a staged main process. Beside them
// list.txt, a line a picture: what axe and the edges of the window said of it. WORDS: only states whose name holds one of them.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { frameWords } from '../../shared/words/window/frame.ts'
import { historyWords } from '../../shared/words/window/history.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { supportWords } from '../../shared/words/window/support.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { openWindow, shellUnderTest } from './app.ts'
import { byMouse } from './hands.ts'
import { axeFaults, cutOff, isTooWide, takePictures } from './look.ts'
import { openBrowser } from './staged-page.ts'
import { allStates } from './states/index.ts'
import { stageIn } from './states/stage.ts'
import { walkRoad } from './walk.ts'

const numbers = { start: 1, sheets: 2, plan: 3, run: 4, done: 5, history: 6, support: 7 } as const

/** Takes a screen's pictures, and notes what is wrong with it. */
type Shoot = (page: Page, name: string) => Promise<void>

/** The road as it is walked, in the real window; then what stands beside it. */
async function walkInWindow(lang: Lang, shoot: Shoot): Promise<void> {
  const open = await openWindow()
  const { page } = open
  const hands = byMouse(page, lang)
  if (lang === 'en') await hands.press('English')
  await walkRoad(hands, (name) => shoot(page, `walked-${name}`))
  await hands.press(wayNames.passwords)
  await page.locator('.font-mono').first().waitFor()
  await shoot(page, 'walked-5-done-passwords')
  await hands.press(frameWords.history)
  await hands.reach(historyWords.title)
  await shoot(page, 'walked-6-history')
  await hands.press(frameWords.support)
  await hands.reach(supportWords.title)
  await shoot(page, 'walked-7-support')
  await open.close()
}

async function pictureAll(folder: string, wanted: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = []
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((word) => name.includes(word))
  const shooting =
    (lang: Lang): Shoot =>
    async (page, name) => {
      const faults = [...(await axeFaults(page)), ...(await cutOff(page)).map((html) => `cut off: ${html}`)]
      if (await isTooWide(page)) faults.push('wider than the window')
      const wide = await takePictures(page, folder, `${name}-${lang}`)
      const said = [...faults, ...wide]
      lines.push(`${name} (${lang}): ${said.length === 0 ? 'no fault' : said.join(' | ')}`)
    }
  const browser = await openBrowser()
  for (const lang of ['ja', 'en'] as const) {
    const shoot = shooting(lang)
    for (const { screen, state, open } of allStates) {
      const name = `${numbers[screen]}-${screen}-${state}`
      if (!isWanted(name)) continue
      const staged = await open(stageIn(browser, lang)).catch((error: unknown) => String(error).split('\n')[0])
      if (typeof staged !== 'object') {
        lines.push(`${name} (${lang}): not reached: ${staged}`)
        continue
      }
      await shoot(staged.page, name)
    }
    if (isWanted('walked')) await walkInWindow(lang, shoot)
  }
  await browser.close()
  return lines
}

const [folder, ...wanted] = process.argv.slice(2)
if (folder === undefined) {
  console.error('name the folder for the pictures: npm run screens -- FOLDER')
  process.exitCode = 2
} else {
  const target = path.resolve(folder)
  mkdirSync(target, { recursive: true })
  const lines = await pictureAll(target, wanted)
  writeFileSync(path.join(target, 'list.txt'), lines.map((line) => `${line}\n`).join(''))
  const faulty = lines.filter((line) => !line.endsWith(': no fault'))
  console.log(`${lines.length} screens, ${lines.length * 2} pictures (${shellUnderTest}), ${faulty.length} with faults`)
  for (const line of faulty) console.log(line)
  if (faulty.length > 0) process.exitCode = 1
}
