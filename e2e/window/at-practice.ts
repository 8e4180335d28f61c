import { expect } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { startWords } from '../../shared/words/window/start.ts'
import { registerSecret } from '../canary/register.ts'
import { registerSheet } from './register-sheet.ts'
import type { OpenWindow } from './app.ts'
import type { Hands } from './hands.ts'
import { axeFaults, isTooWide, zoomTo } from './look.ts'
import type { Look } from './walk.ts'

type Bridge = { readonly call: (name: string, input: unknown) => Promise<{ readonly ok: boolean; readonly value: unknown }> }

/** Starts a practice provider with faults, which no screen offers, and answers where its paper lies. */
export async function faultyPractice({ page }: OpenWindow, provider: string | null, faults: readonly string[]) {
  const started = await page.evaluate(
    (order) => (window as unknown as { migration: Bridge }).migration.call('startPractice', order),
    { provider, faults: [...faults] },
  )
  expect(started.ok, JSON.stringify(started)).toBe(true)
  const stage = started.value as Output<'startPractice'>
  registerSheet(stage.sheetFile)
  return stage
}

/** Brings a paper by the button for files: what the system's dialog would answer is said beforehand. */
export async function bringFile({ app }: OpenWindow, hands: Hands, file: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, file)
  await hands.reach(startWords.heading)
  await hands.press(startWords.choose)
}

/** Passwords that stand on the screen now, because they were asked for; nothing may write them down. */
export async function shownPasswords({ page }: OpenWindow): Promise<readonly string[]> {
  await page.locator('.font-mono').first().waitFor()
  const values = await page.locator('.font-mono').allInnerTexts()
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
