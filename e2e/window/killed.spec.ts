import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { runWords } from '../../shared/words/window/run.ts'
import { startWords } from '../../shared/words/window/start.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { inData, openWorld, tell, type World } from '../journey/journey.ts'
import { commits, passwordsAtHand } from '../journey/kill.ts'
import { openWindow, type WindowOptions } from './app.ts'
import { openVault } from './at-practice.ts'
import { byMouse } from './hands.ts'
import { begin, decide, takePracticePaper } from './walk.ts'

const runsOf = ({ dataDir }: World): readonly string[] => readdirSync(path.join(dataDir, 'runs'))

/** The site has taken a new password, and that stands on the disk. */
const isChanged = ({ dataDir }: World, run: string): boolean =>
  readFileSync(path.join(dataDir, 'runs', run, 'journal.jsonl'), 'utf8')
    .split('\n')
    .some((line) => line.includes('"kind":"done"') && line.includes('change-portal'))

it('a window is killed in the middle of a run, and the next one brings it to its end', async () => {
  const world = await openWorld()
  const settings: WindowOptions = {
    ...{ folder: path.join(world.folder, 'window'), dataDir: world.dataDir, practice: world.stage, switches: ['--vault=file'] },
  }
  try {
    const first = await openWindow(settings)
    const hands = byMouse(first.page, 'ja')
    await takePracticePaper(hands)
    await decide(hands)
    await begin(hands)
    await openVault(hands)
    await expect.poll(() => runsOf(world).some((run) => isChanged(world, run)), { timeout: 60_000, interval: 10 }).toBe(true)
    await first.kill()
    const sent = commits(world)
    const [run] = runsOf(world)
    await passwordsAtHand(world, run!, world.stage.addresses)

    const second = await openWindow(settings)
    const next = byMouse(second.page, 'ja')
    await next.reach(startWords.open)
    await second.page.getByRole('button', { name: wayNames.resume.ja }).first().click()
    await next.reach(runWords.title)
    await openVault(next)
    await next.reach('完了しました')
    expect(second.complaints).toEqual([])
    await second.close()
    // Each mailbox's change was sent once, before the cut or after it.
    expect(sent).toBeGreaterThan(0)
    expect(commits(world)).toBe(world.practice.accounts.length)
    const told = await tell(['status', run!, ...inData(world)])
    expect(told.result['outcome'], told.stdout.slice(-1500)).toBe('done')
  } finally {
    await world.close()
  }
})
