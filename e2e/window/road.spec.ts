import { expect, it } from 'vitest'
import { answerWords } from '../../shared/words/window/answers.ts'
import { runOutcomeWords } from '../../shared/words/outcomes.ts'
import { undoWords } from '../../shared/words/outcomes.ts'
import { doneWords } from '../../shared/words/window/done.ts'
import { frameWords } from '../../shared/words/window/frame.ts'
import { historyWords } from '../../shared/words/window/history.ts'
import { planWords } from '../../shared/words/window/plan.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { startWords } from '../../shared/words/window/start.ts'
import { supportWords } from '../../shared/words/window/support.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { registerSecret } from '../canary/register.ts'
import { filesBelow } from '../journey/journey.ts'
import { commits } from '../journey/kill.ts'
import { atPractice, lookClosely, shownPasswords } from './at-practice.ts'
import { byKeyboard, byMouse } from './hands.ts'
import { personAt } from './person.ts'
import { begin, decide, walkRoad } from './walk.ts'

// The whole road in the window, with the program's real main process, and member site, mail servers and mail program of the practice provider:
// once in Japanese by mouse, once in English by the keyboard alone.

it('from the paper to the proof, by mouse; the passwords are shown when asked for and gone when hidden; the settings go back', () =>
  atPractice(async (open, world) => {
    const { page } = open
    const hands = byMouse(page, 'ja')
    const seen: string[] = []
    const look = lookClosely(open, seen)
    const before = filesBelow(world.stage.thunderbirdRoot)
    await walkRoad(hands, look)
    await hands.reach(runOutcomeWords.done.ja.headline)
    await page.getByText(doneWords.practice.ja).waitFor()
    expect(commits(world)).toBe(world.practice.accounts.length)

    const inForce = world.practice.accounts.map(({ userName }) => world.practice.currentPasswordOf(userName).reveal())
    // Nobody has asked for one: none was ever on the screen, and none is in what the page is made of.
    const shows = async (): Promise<boolean> => {
      const text = await page.evaluate(() => document.documentElement.outerHTML)
      return inForce.some((password) => text.includes(password))
    }
    expect(await shows()).toBe(false)
    await hands.press(wayNames.passwords)
    const passwords = await shownPasswords(open)
    for (const password of inForce) expect(passwords).toContain(password)
    await look('5-done-passwords')
    await hands.press(doneWords.hide)
    await page.getByRole('button', { name: wayNames.passwords.ja, exact: true }).waitFor()
    expect(await shows()).toBe(false)

    await hands.press(doneWords.undo)
    await page.getByRole('alertdialog').getByRole('button', { name: doneWords.undoYes.ja, exact: true }).click()
    await page.getByText(undoWords.whole.ja.whenChanged).waitFor()
    expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
    await look('5-undone')

    await hands.press(historyWords.title)
    await hands.reach(historyWords.title)
    await look('6-history')
    await hands.press(supportWords.title)
    await hands.reach(supportWords.title)
    await look('7-support')
    await hands.press(frameWords.stopPractice)
    await hands.reach(startWords.heading)
    expect(await page.getByText(frameWords.practice.ja).count()).toBe(0)
    expect(seen).toHaveLength(11)
  }))

const own = 'Bridge7Lamp42'
registerSecret('the password typed by the keyboard alone', own)

it('by the keyboard alone, in English: tab, arrows, space and enter; the focus is seen, goes to each new screen and into each question', () =>
  atPractice(async (open, world) => {
    const { page } = open
    // No hand is on the mouse: it would have to press something to be of use.
    await page.evaluate(() => {
      const seen = globalThis as { pressed?: number }
      seen.pressed = 0
      for (const kind of ['mousedown', 'touchstart']) addEventListener(kind, () => (seen.pressed = (seen.pressed ?? 0) + 1), true)
    })
    const inJapanese = byKeyboard(page, 'ja')
    await inJapanese.reach(startWords.heading)
    await inJapanese.press('English')
    const hands = byKeyboard(page, 'en')
    const person = personAt(hands)
    // Another language is no other screen: whoever switched stays where he was, and goes on from there.
    await page.getByRole('heading', { name: startWords.heading.en }).waitFor()
    await hands.press(startWords.practiceStart)
    await hands.reach(sheetsWords.heading)
    await decide(hands, undefined, { only: world.stage.addresses[0]!, own, more: [planWords.attended] })
    await begin(hands)
    for (const _press of ['menu', 'sign in', 'form', 'change'])
      await person.settle('confirm-step', () => hands.press(answerWords['confirm-step'].yes))
    await hands.reach(doneWords.lines)
    await hands.reach(runOutcomeWords.done.en.headline)
    await page.getByText(doneWords.practice.en).waitFor()
    expect(world.practice.currentPasswordOf(world.practice.accounts[0]!.userName).reveal() === own).toBe(true)
    await hands.press(wayNames.passwords)
    expect((await shownPasswords(open)).includes(own)).toBe(true)
    await hands.press(doneWords.toStart)
    await hands.reach(startWords.heading)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await page.evaluate(() => (globalThis as { pressed?: number }).pressed)).toBe(0)
  }))
