import { appendFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { doneWords } from '../../shared/words/window/done.ts'
import { historyWords } from '../../shared/words/window/history.ts'
import { runWords } from '../../shared/words/window/run.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { supportWords } from '../../shared/words/window/support.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { commits } from '../journey/kill.ts'
import { atPractice, lookClosely, shownPasswords } from './at-practice.ts'
import { byKeyboard, byMouse } from './hands.ts'
import { begin, decide, takePracticePaper, walkRoad } from './walk.ts'

// The whole road in the window, with the program's real main process, and member site, mail servers and mail program of the practice provider.

it('from the paper to the proof, by mouse; the passwords are shown when asked for; the settings go back', () =>
  atPractice(async (open, world) => {
    const { page } = open
    const hands = byMouse(page, 'ja')
    const seen: string[] = []
    const look = lookClosely(open, seen)
    await walkRoad(hands, look)
    await hands.reach('完了しました')
    await page.getByText(doneWords.practice.ja).waitFor()
    expect(commits(world)).toBe(world.practice.accounts.length)

    expect(await page.locator('main .font-mono').count()).toBe(0)
    await hands.press(wayNames.passwords)
    const passwords = await shownPasswords(open)
    for (const { userName } of world.practice.accounts)
      expect(passwords).toContain(world.practice.currentPasswordOf(userName).reveal())
    await look('5-done-passwords')
    await hands.press(doneWords.hide)
    await page.getByRole('button', { name: wayNames.passwords.ja, exact: true }).waitFor()
    const text = await page.content()
    for (const password of passwords) expect(text).not.toContain(password)

    await hands.press(doneWords.undo)
    await page.getByRole('alertdialog').getByRole('button', { name: doneWords.undoYes.ja, exact: true }).click()
    await page.getByText(doneWords.undoneChanged.ja).waitFor()
    await look('5-undone')

    await hands.press(historyWords.title)
    await hands.reach(historyWords.title)
    await look('6-history')
    await hands.press(supportWords.title)
    await hands.reach(supportWords.title)
    await look('7-support')
    expect(seen).toHaveLength(11)
  }))

it('by the keyboard alone, in English', () =>
  atPractice(async (open) => {
    const { page } = open
    // No hand is on the mouse: it would have to press something to be of use.
    await page.evaluate(() => {
      const seen = globalThis as { pressed?: number }
      seen.pressed = 0
      for (const kind of ['mousedown', 'touchstart']) addEventListener(kind, () => (seen.pressed = (seen.pressed ?? 0) + 1), true)
    })
    await byKeyboard(page, 'ja').press('English')
    const hands = byKeyboard(page, 'en')
    await walkRoad(hands)
    await page.getByText(doneWords.practice.en).waitFor()
    await hands.press(wayNames.passwords)
    expect((await shownPasswords(open)).length).toBeGreaterThan(1)
    await hands.press(doneWords.toStart)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await page.evaluate(() => (globalThis as { pressed?: number }).pressed)).toBe(0)
  }))

it('stopped while the member site is at work, and carried on; a hostile paper is text all along', () =>
  atPractice(async (open, world) => {
    const { page } = open
    const hostile = '<img src=x onerror="document.title=1">商店'
    appendFileSync(world.stage.sheetFile, `\n登録者名: ${hostile}\n`)
    const hands = byMouse(page, 'ja')
    await takePracticePaper(hands)
    expect(await page.locator('main').innerText()).toContain(hostile)
    await hands.reach(sheetsWords.heading)
    await decide(hands)
    world.practice.setFault({ name: 'slow', seconds: 1 })
    await begin(hands)
    await expect.poll(() => world.practice.events().length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0)
    await hands.press(runWords.stop)
    const wished = performance.now()
    await page.getByRole('alertdialog').getByRole('button', { name: runWords.stopYes.ja, exact: true }).click()
    await page.getByRole('heading', { name: doneWords.lines.ja }).waitFor()
    // The wish is answered within a second; the record is written and read after that.
    expect(performance.now() - wished).toBeLessThan(5_000)
    await lookClosely(open)('5-stopped')
    world.practice.clearFault()
    await hands.press(wayNames.resume)
    await hands.reach('完了しました')
    expect(commits(world)).toBe(world.practice.accounts.length)
    expect(await page.title()).toBe('メール移行アシスタント')
    expect(await page.locator('main img[src="x"]').count()).toBe(0)
  }))
