import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { _electron } from 'playwright-core'
import { installedBrowser } from '../../build/chromium-host/installed-browser.ts'
import { lightBrowser } from '../fakes/light-browser.ts'
import { openWindow, root, shellUnderTest } from '../window/app.ts'
import { type Figure, median, type Section } from './section.ts'

const firstScreenBar = 1_500
const sizeBar = 200_000

/** All files of the page: as they are, and compressed one by one. */
function pageSize(): { readonly bytes: number; readonly compressed: number } {
  const folder = path.join(root, 'dist', 'renderer')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  const all = files.map((file) => readFileSync(path.join(file.parentPath, file.name)))
  const sum = (sizes: readonly number[]): number => sizes.reduce((size, one) => size + one, 0)
  return { bytes: sum(all.map(({ length }) => length)), compressed: sum(all.map((file) => gzipSync(file).length)) }
}

/** The same shell with a program that does nothing but open a window with one button: what is not ours to make shorter. */
async function timeEmpty(folder: string): Promise<number> {
  const began = performance.now()
  const app = await _electron.launch({
    cwd: folder,
    args: [folder, `--user-data-dir=${path.join(folder, 'settings')}`],
    env: {
      ...(process.env as Record<string, string>),
      CHROMIUM_HOST_HEADLESS: '1',
      ...(lightBrowser === null ? {} : { CHROMIUM_HOST_BROWSER: lightBrowser }),
    },
  })
  const page = await app.firstWindow()
  await page.getByRole('button').first().waitFor()
  const shown = performance.now() - began
  await app.close()
  return shown
}

function makeEmpty(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-empty-'))
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty', type: 'module', main: 'main.js' }))
  writeFileSync(
    path.join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<button>x</button>'))
`,
  )
  return folder
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
    const folder = makeEmpty()
    await timeStart()
    await timeEmpty(folder)
    const times: { readonly shown: number; readonly closed: number }[] = []
    const empty: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      times.push(await timeStart())
      empty.push(await timeEmpty(folder))
    }
    rmSync(folder, { recursive: true, force: true })
    const shown = times.map((time) => time.shown)
    const { bytes, compressed } = pageSize()
    const figures: readonly Figure[] = [
      {
        name: `first screen (${shellUnderTest})`,
        shown: `${median(shown).toFixed(0)} ms`,
        bar: `≤ ${firstScreenBar} ms`,
        met: median(shown) <= firstScreenBar,
      },
      {
        name: 'page, compressed',
        shown: `${(compressed / 1000).toFixed(0)} kB`,
        bar: `≤ ${sizeBar / 1000} kB`,
        met: compressed <= sizeBar,
      },
    ]
    return {
      table: [
        ['what', 'median ms', 'slowest ms'],
        ['from process start to the first screen', median(shown).toFixed(0), Math.max(...shown).toFixed(0)],
        ['the same shell with an empty program', median(empty).toFixed(0), Math.max(...empty).toFixed(0)],
        [
          'from the wish to close to the end',
          median(times.map(({ closed }) => closed)).toFixed(0),
          Math.max(...times.map(({ closed }) => closed)).toFixed(0),
        ],
      ],
      notes: [
        `the page as it is: ${(bytes / 1000).toFixed(0)} kB; nothing is loaded later`,
        `${rounds} starts after one to warm the caches, driven by Playwright, whose own share is counted`,
      ],
      figures,
    }
  },
}
