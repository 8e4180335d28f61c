import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { installedBrowser } from '../../build/chromium-host/installed-browser.ts'
import { openWindow, root, shellUnderTest } from '../window/app.ts'
import { type Figure, median, type Section } from './section.ts'

const firstScreenBar = 1_500
const sizeBar = 200_000

function pageSize(): number {
  const folder = path.join(root, 'dist', 'renderer')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return files.reduce((size, file) => size + gzipSync(readFileSync(path.join(file.parentPath, file.name))).length, 0)
}

/** Milliseconds from the start of the process until the first screen can be read, and until the window is closed again. */
async function timeStart(): Promise<{ readonly shown: number; readonly closed: number }> {
  const began = performance.now()
  const { page, close } = await openWindow()
  await page.getByRole('button').first().waitFor()
  const shown = performance.now() - began
  await close()
  return { shown, closed: performance.now() - began - shown }
}

/** How soon a person sees something, and how much the page weighs. */
export const windowSection: Section = {
  title: 'window: first screen, size of the page',
  missing: () => (shellUnderTest === 'chromium' && installedBrowser() === null ? 'no installed browser' : null),
  run: async ({ quick }) => {
    const rounds = quick ? 3 : 9
    await timeStart()
    const times: { readonly shown: number; readonly closed: number }[] = []
    for (let round = 0; round < rounds; round += 1) times.push(await timeStart())
    const shown = times.map((time) => time.shown)
    const size = pageSize()
    const figures: readonly Figure[] = [
      {
        name: `first screen (${shellUnderTest})`,
        shown: `${median(shown).toFixed(0)} ms`,
        bar: `≤ ${firstScreenBar} ms`,
        met: median(shown) <= firstScreenBar,
      },
      { name: 'page, compressed', shown: `${(size / 1000).toFixed(0)} kB`, bar: `≤ ${sizeBar / 1000} kB`, met: size <= sizeBar },
    ]
    return {
      table: [
        ['what', 'median ms', 'slowest ms'],
        ['from process start to the first screen', median(shown).toFixed(0), Math.max(...shown).toFixed(0)],
        [
          'from the wish to close to the end',
          median(times.map(({ closed }) => closed)).toFixed(0),
          Math.max(...times.map(({ closed }) => closed)).toFixed(0),
        ],
      ],
      notes: [`${rounds} starts after one to warm the caches, driven by Playwright, whose own share is counted`],
      figures,
    }
  },
}
