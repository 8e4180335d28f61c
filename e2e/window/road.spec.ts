import { appendFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { doneWords } from '../../shared/words/window/done.ts'
import { historyWords } from '../../shared/words/window/history.ts'
import { runWords } from '../../shared/words/window/run.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { supportWords } from '../../shared/words/window/support.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { openWindow, type OpenWindow } from './app.ts'
import { bringFile, faultyPractice, lookClosely, shownPasswords } from './at-practice.ts'
import { byKeyboard, byMouse } from './hands.ts'
import { begin, decide, walkRoad } from './walk.ts'

// The whole road in the window, with the program's real main process, member site, mail servers and mail program of the practice provider.

/** Opens a window for one test, and sees at its end that the page never complained. */
async function inWindow(work: (open: OpenWindow) => Promise<void>): Promise<void> {
  const open = await openWindow()
  try {
    await work(open)
    expect(open.complaints).toEqual([])
  } finally {
    await open.close()
  }
}

it('from the paper to the proof, by mouse; the passwords are shown when asked for; the settings go back', () =>
  inWindow(async (open) => {
    const hands = byMouse(open.page, 'ja')
    const seen: string[] = []
    const look = lookClosely(open, seen)
    await walkRoad(hands, look)
    await hands.reach('完了しました')
    await open.page.getByText(doneWords.practice.ja).waitFor()

    expect(await open.page.locator('.font-mono').count()).toBe(0)
    await hands.press(wayNames.passwords)
    const passwords = await shownPasswords(open)
    expect(passwords.length).toBeGreaterThan(1)
    await look('5-done-passwords')
    await hands.press(doneWords.hide)
    const page = await open.page.content()
    for (const password of passwords) expect(page).not.toContain(password)

    await hands.press(doneWords.undo)
    await open.page.getByRole('alertdialog').getByRole('button', { name: doneWords.undoYes.ja, exact: true }).click()
    await open.page.getByText(doneWords.undoneChanged.ja).waitFor()
    await look('5-undone')

    await hands.press(historyWords.title)
    await hands.reach(historyWords.title)
    await look('6-history')
    await hands.press(supportWords.title)
    await hands.reach(supportWords.title)
    await look('7-support')
    expect(seen.length).toBe(11)
  }))

it('by the keyboard alone, in English', () =>
  inWindow(async (open) => {
    const { page } = open
    // Whoever touches the mouse here has not read the name of the test.
    page.mouse.click = () => Promise.reject(new Error('the mouse was used'))
    await byKeyboard(page, 'ja').press('English')
    const hands = byKeyboard(page, 'en')
    await walkRoad(hands)
    await page.getByText(doneWords.practice.en).waitFor()
    await hands.press(wayNames.passwords)
    expect((await shownPasswords(open)).length).toBeGreaterThan(1)
    await hands.press(doneWords.toStart)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  }))

it('stopped while the member site is at work, and carried on; a hostile paper is text all along', () =>
  inWindow(async (open) => {
    const { page } = open
    const hostile = '<img src=x onerror="document.title=1">商店'
    const { sheetFile } = await faultyPractice(open, null, ['slow:1'])
    appendFileSync(sheetFile, `\n登録者名: ${hostile}\n`)
    const hands = byMouse(page, 'ja')
    await bringFile(open, hands, sheetFile)
    await hands.reach(sheetsWords.heading)
    await decide(hands)
    await begin(hands)
    // The page of the member site is told of, or a second has passed at it: either way the visit is on.
    await page.getByText('会員ページ').first().waitFor()
    await hands.press(runWords.stop)
    const wished = performance.now()
    await page.getByRole('alertdialog').getByRole('button', { name: runWords.stopYes.ja, exact: true }).click()
    await page.getByRole('heading', { name: doneWords.lines.ja }).waitFor()
    // The wish is answered within a second; the record is written and read after that.
    expect(performance.now() - wished).toBeLessThan(5_000)
    await lookClosely(open)('5-stopped')
    await hands.press(wayNames.resume)
    await hands.reach('完了しました')
    expect(await page.title()).toBe('メール移行アシスタント')
  }))
