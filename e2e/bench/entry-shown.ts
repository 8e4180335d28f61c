import { closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { installedBrowser } from '../../build/chromium-host/installed-browser.ts'
import { openWorld } from '../journey/journey.ts'
import { openWindow, shellUnderTest } from '../window/app.ts'
import { byMouse } from '../window/hands.ts'
import { begin, decide, takePracticePaper } from '../window/walk.ts'
import { type Figure, median, type Section } from './section.ts'

const bar = 100

/** Notes in the page when the n-th step stands as done, by the clock the journal goes by. */
const watchSteps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = window as unknown as { shown: number[] }
    seen.shown = []
    const count = (): void => {
      const signs = [...document.querySelectorAll('main section ol > li > span[aria-hidden]')]
      const done = signs.filter(({ textContent }) => textContent === '✓').length
      while (seen.shown.length < done) seen.shown.push(Date.now())
    }
    new MutationObserver(count).observe(document.body, { childList: true, subtree: true, characterData: true })
  })

/** Milliseconds from each step's ending, as its entry is dated before it is written, until it stands on the screen. */
async function timeRun(): Promise<readonly number[]> {
  const world = await openWorld()
  const { page, close, folder } = await openWindow({ practice: world.stage })
  try {
    const hands = byMouse(page, 'ja')
    await takePracticePaper(hands)
    await decide(hands)
    await watchSteps(page)
    await begin(hands)
    await hands.reach('完了しました')
    const shown = await page.evaluate(() => (window as unknown as { shown: number[] }).shown)
    const runs = path.join(folder, 'data', 'runs')
    const [run] = readdirSync(runs).filter((name) => /^\d{8}-/.test(name))
    const lines = readFileSync(path.join(runs, run!, 'journal.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
    const done = lines.flatMap((line) => /^\{"seq":\d+,"prev":"\w+","at":"([^"]+)","kind":"done"/.exec(line)?.[1] ?? [])
    return shown.map((at, n) => at - Date.parse(done[n]!))
  } finally {
    await close()
    await world.close()
  }
}

/** What cannot be gone below: one line of a journal's size written and flushed, on the same disk at the same time. */
function timeFlush(rounds: number): readonly number[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-flush-'))
  const file = openSync(path.join(folder, 'lines'), 'a')
  const line = `${'x'.repeat(700)}\n`
  try {
    return Array.from({ length: rounds }, () => {
      const began = performance.now()
      writeSync(file, line)
      fsyncSync(file)
      return performance.now() - began
    })
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How soon a person sees what has happened. */
export const entryShown: Section = {
  title: 'window: an entry on the screen',
  missing: () => (shellUnderTest === 'chromium' && installedBrowser() === null ? 'no installed browser' : null),
  run: async ({ quick }) => {
    const times: number[] = []
    for (let round = 0; round < (quick ? 1 : 3); round += 1) times.push(...(await timeRun()))
    const flush = timeFlush(100)
    const slowest = Math.max(...times)
    const figure: Figure = {
      name: `entry written → on the screen, slowest of ${times.length} (${shellUnderTest})`,
      shown: `${slowest.toFixed(0)} ms`,
      bar: `≤ ${bar} ms`,
      met: times.length > 0 && slowest <= bar,
    }
    const row = (what: string, values: readonly number[]) => [what, median(values).toFixed(1), Math.max(...values).toFixed(1)]
    return {
      table: [
        ['what', 'median ms', 'slowest ms'],
        row('from the dating of an entry, over the disk, to the screen', times),
        row('one line written and flushed, nothing else', flush),
      ],
      notes: [
        'steps that ended while the run screen stood, on practice runs with visits and sign-ins beside it; the entry is dated before it is flushed, so the flush is counted',
      ],
      figures: [figure],
    }
  },
}
