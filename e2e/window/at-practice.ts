import { expect } from 'vitest'
import { doneWords } from '../../shared/words/window/done.ts'
import type { PracticeOptions } from '../../electron/practice/practice.ts'
import { openWorld, passphrase, type World } from '../journey/journey.ts'
import { registerSecret } from '../canary/register.ts'
import { openWindow, type OpenWindow, type WindowOptions } from './app.ts'
import type { Hands } from './hands.ts'
import { axeFaults, isTooWide, zoomTo } from './look.ts'
import { personAt } from './person.ts'
import type { Look } from './walk.ts'

/** Opens a window onto a practice provider of its own for one test, and sees at its end that the page never complained. */
export async function atPractice(
  work: (open: OpenWindow, world: World) => Promise<void>,
  household: PracticeOptions = {},
  options: WindowOptions = {},
): Promise<void> {
  const world = await openWorld(household)
  try {
    const provider = household.provider ?? world.stage.provider
    const open = await openWindow({ ...options, practice: { ...world.stage, provider } })
    try {
      await work(open, world)
      expect(open.complaints).toEqual([])
    } finally {
      await open.close()
    }
  } finally {
    await world.close()
  }
}

/** Passwords that stand on the screen now, because they were asked for; nothing may write them down. */
export async function shownPasswords({ page }: OpenWindow): Promise<readonly string[]> {
  await page.locator('main .font-mono').first().waitFor()
  const values = await page.locator('main .font-mono').allInnerTexts()
  for (const value of values) registerSecret('a password shown in the window', value.trim())
  return values
}

/** Looks at every screen as it stands: nothing keeps anyone from reading it, nothing has to be scrolled to the side at 200 %. */
export const lookClosely =
  ({ page }: OpenWindow, seen: string[] = []): Look =>
  async (name) => {
    expect(await axeFaults(page), name).toEqual([])
    await zoomTo(page, 200)
    expect(await isTooWide(page), `${name} at 200 %`).toBe(false)
    await zoomTo(page, 100)
    seen.push(name)
  }

/** Opens the store of passwords when the run asks for it; a new one is given its passphrase twice. Answers what was asked. */
export async function openVault(hands: Hands, store: 'new' | 'there'): Promise<readonly string[]> {
  const person = personAt(hands)
  const said: string[] = []
  for (const _time of store === 'new' ? ['chosen', 'typed again'] : ['opened']) {
    said.push(await person.type('vault-passphrase', passphrase))
  }
  return said
}

/** Waits for the ending, and says yes to whatever is asked until then. Answers what was asked. */
export async function sayYesToTheEnd({ page, lang }: Hands): Promise<readonly string[]> {
  const ending = page.getByRole('heading', { name: doneWords.lines[lang] })
  const question = page.getByRole('alertdialog').first()
  const asked: string[] = []
  for (;;) {
    await ending.or(question).first().waitFor({ timeout: 60_000 })
    if (await ending.isVisible()) return asked
    // This very one: the next may stand there before anybody has seen that this one is gone.
    const standing = await question.elementHandle()
    asked.push(await question.innerText())
    await question.getByRole('button').first().click()
    await standing?.waitForElementState('hidden')
  }
}
