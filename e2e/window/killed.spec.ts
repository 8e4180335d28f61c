import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { undoWords } from '../../shared/words/outcomes.ts'
import { doneWords } from '../../shared/words/window/done.ts'
import { runWords } from '../../shared/words/window/run.ts'
import { startWords } from '../../shared/words/window/start.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { runOutcomeWords } from '../../shared/words/outcomes.ts'
import { filesBelow, inData, openWorld, tell, type World } from '../journey/journey.ts'
import { commits, passwordsAtHand } from '../journey/kill.ts'
import { openWindow, type OpenWindow, type WindowOptions } from './app.ts'
import { openVault } from './at-practice.ts'
import { byMouse, type Hands } from './hands.ts'
import { personAt } from './person.ts'
import { begin, decide, takePracticePaper } from './walk.ts'

// A run whose window dies twice: right behind the press that cannot be undone, before the program knows what came of it, and while the mail
// program is rewritten. Passwords lie in the encrypted file, as on a PC without a store of its own.
let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const settings = (): WindowOptions => ({
  folder: path.join(world.folder, 'window'),
  dataDir: world.dataDir,
  practice: world.stage,
  switches: ['--vault=file'],
  env: { DISPLAY: '', WAYLAND_DISPLAY: '' },
})

const runsOf = (): readonly string[] => readdirSync(path.join(world.dataDir, 'runs'))
const journal = (): string => readFileSync(path.join(world.dataDir, 'runs', runsOf()[0]!, 'journal.jsonl'), 'utf8')

/** A window on the same data, with the run taken up again on the first screen. */
async function carryOn(): Promise<{ readonly window: OpenWindow; readonly hands: Hands }> {
  const window = await openWindow(settings())
  const hands = byMouse(window.page, 'ja')
  await hands.reach(startWords.open)
  await window.page.getByRole('button', { name: wayNames.resume.ja }).first().click()
  await hands.reach(runWords.title)
  await openVault(hands, 'there')
  return { window, hands }
}

it('killed behind the commit and killed at the mail program: no password is lost, the next window comes to the end, and undo to the beginning', async () => {
  const before = filesBelow(world.stage.thunderbirdRoot)
  const first = await openWindow(settings())
  const hands = byMouse(first.page, 'ja')
  await takePracticePaper(hands)
  await decide(hands)
  await begin(hands)
  const [chosen, again] = await openVault(hands, 'new')
  expect([chosen, again].map((said) => /もう一度/.test(said!))).toEqual([false, true])
  const gone: Promise<void>[] = []
  // In the moment in which the site has changed the password; its answer has not left yet.
  const unwatch = world.practice.watch(({ what }) => {
    if (what === 'password-changed' && gone.length === 0) gone.push(first.kill())
  })
  await expect.poll(() => gone.length, { timeout: 60_000 }).toBe(1)
  unwatch()
  await Promise.all(gone)
  expect(commits(world)).toBe(1)
  expect(journal()).not.toContain('"kind":"done","step":"change-portal')
  await passwordsAtHand(world, runsOf()[0]!, world.stage.addresses)

  const { window: second } = await carryOn()
  await expect.poll(() => /"kind":"intended","step":"rewrite-client/.test(journal()), { timeout: 60_000, interval: 5 }).toBe(true)
  await second.kill()
  await passwordsAtHand(world, runsOf()[0]!, world.stage.addresses)

  const { window: third, hands: last } = await carryOn()
  await last.reach(runOutcomeWords.done.ja.headline)
  // Each mailbox's change was sent once, before the cuts or after them.
  expect(commits(world)).toBe(world.practice.accounts.length)
  const told = await tell(['status', runsOf()[0]!, ...inData(world)])
  expect(told.result['outcome'], told.stdout.slice(-1500)).toBe('done')

  const after = filesBelow(world.stage.thunderbirdRoot)
  const dialog = last.page.getByRole('alertdialog')
  await last.press(doneWords.undo)
  await dialog.getByRole('button', { name: doneWords.undoNo.ja, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(after)
  await last.press(doneWords.undo)
  await dialog.getByRole('button', { name: doneWords.undoYes.ja, exact: true }).click()
  await last.page.getByText(undoWords.whole.ja.whenChanged).waitFor()
  expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
  await passwordsAtHand(world, runsOf()[0]!, world.stage.addresses)
  expect(third.complaints).toEqual([])
  await third.close()
})

it('a store of passwords that does not open holds nothing up for good: it says why, and the right passphrase goes on', async () => {
  const window = await openWindow(settings())
  const hands = byMouse(window.page, 'ja')
  await takePracticePaper(hands)
  await decide(hands, undefined, { only: world.stage.addresses[0]! })
  await begin(hands)
  const person = personAt(hands)
  // A slip of the finger: asked anew, and said so.
  await person.type('vault-passphrase', 'one-thing')
  await person.type('vault-passphrase', 'and-another')
  expect(await person.say('vault-passphrase', 'no')).toContain('違っていました')
  await hands.reach(runWords.held)
  expect(commits(world)).toBe(0)
  expect(world.practice.events()).toEqual([])
  await hands.press('もう一度する')
  await openVault(hands, 'new')
  // The passwords are kept, and the next step is begun: what comes of the road is told elsewhere.
  await expect.poll(journal).toMatch(/"kind":"done","step":"keep-secrets[^]*"kind":"intended"/)
  await window.close()
})
