import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { answerLabels, answerWords } from '../../shared/words/window/answers.ts'
import { doneWords } from '../../shared/words/window/done.ts'
import { runWords } from '../../shared/words/window/run.ts'
import { startWords } from '../../shared/words/window/start.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { inData, openWorld, passphrase, roadTo, tell, type World } from '../journey/journey.ts'
import { commits, passwordsAtHand, runOf, tellKilled } from '../journey/kill.ts'
import { openWindow, type OpenWindow } from './app.ts'
import { byMouse, type Hands } from './hands.ts'

/** Takes the unfinished run up from the first screen, as a person does who starts the program anew. */
async function carryOn({ page }: OpenWindow, hands: Hands): Promise<void> {
  await hands.reach(startWords.open)
  await page.getByRole('button', { name: wayNames.resume.ja }).first().click()
  await hands.reach(runWords.title)
  await hands.type(answerLabels['vault-passphrase']!, passphrase)
  await hands.press(answerWords['vault-passphrase'].yes)
}

const journalOf = ({ dataDir }: World, run: string): string =>
  readFileSync(path.join(dataDir, 'runs', run, 'journal.jsonl'), 'utf8')

/** The site has taken the new password, and that stands on the disk. */
const isChanged = (journal: string): boolean =>
  journal.split('\n').some((line) => line.includes('"kind":"done"') && line.includes('change-portal'))

it('a run is cut off, the window that carries it on is killed as well, and the next one brings it to its end', async () => {
  const world = await openWorld()
  const [address] = world.stage.addresses
  try {
    const order = ['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', address!)]
    const run = runOf(await tellKilled(world, order, { at: 'done keep-secrets:all' }))
    const settings = { folder: path.join(world.folder, 'window'), dataDir: world.dataDir }

    const first = await openWindow(settings)
    await carryOn(first, byMouse(first.page, 'ja'))
    await expect.poll(() => isChanged(journalOf(world, run)), { timeout: 60_000, interval: 10 }).toBe(true)
    await first.kill()
    expect(commits(world)).toBe(1)
    await passwordsAtHand(world, run, [address!])

    const second = await openWindow(settings)
    const hands = byMouse(second.page, 'ja')
    await carryOn(second, hands)
    await hands.reach('完了しました')
    await hands.reach(doneWords.lines)
    expect(second.complaints).toEqual([])
    await second.close()
    expect(commits(world)).toBe(1)
    const told = await tell(['status', run, ...inData(world)])
    expect(told.result['outcome'], told.stdout.slice(-1500)).toBe('done')
  } finally {
    await world.close()
  }
})
