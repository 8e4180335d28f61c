import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { Stage } from '../../electron/practice/stage.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { keepSaid } from '../canary/keep-said.ts'
import { lightBrowser } from '../fakes/light-browser.ts'

export const root = path.resolve(import.meta.dirname, '..', '..')
const electronFolder = path.join(root, 'node_modules', 'electron')

function hasElectron(): boolean {
  const note = path.join(electronFolder, 'path.txt')
  return existsSync(note) && existsSync(path.join(electronFolder, 'dist', readFileSync(note, 'utf8').trim()))
}

/** What the window's tests run in: real Electron where its program is, else the stand-in. `WINDOW_SHELL=chromium` asks for the stand-in. */
export const shellUnderTest: 'electron' | 'chromium' =
  hasElectron() && process.env['WINDOW_SHELL'] !== 'chromium' ? 'electron' : 'chromium'

// Playwright asks the electron package where its program is; the package answers with this folder's.
if (shellUnderTest === 'chromium') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.join(root, 'build', 'chromium-host')

export interface WindowOptions {
  /** Settings and data of an earlier window; left out: new ones, removed at the end. */
  readonly folder?: string
  /** Where the runs lie; left out: in that folder. */
  readonly dataDir?: string
  readonly lang?: 'ja' | 'en'
  /** A practice provider of the test's own; left out: the window starts one when it is asked to. */
  readonly practice?: Stage
  readonly env?: Readonly<Record<string, string>>
  /** Switches of the program (`--practice=…`, `--vault=file`). */
  readonly switches?: readonly string[]
}

/** The program in its window, as a person opens it. */
export interface OpenWindow {
  readonly app: ElectronApplication
  /** Its main process. */
  readonly program: ChildProcess
  readonly page: Page
  readonly folder: string
  /** Whatever the page or its policy complained of since it was opened. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
  /** Ends the main process at once, as a power cut does. The folder stays. */
  readonly kill: () => Promise<void>
}

/** Its own settings, its own data, and for member sites the browser that other e2e plays use. */
function switchesFor(
  folder: string,
  { dataDir = path.join(folder, 'data'), lang = 'ja', practice, switches = [] }: WindowOptions,
) {
  const practiceFile = path.join(folder, 'practice.json')
  if (practice) writeFileSync(practiceFile, JSON.stringify(practice))
  return [
    `--user-data-dir=${path.join(folder, 'settings')}`,
    `--data-dir=${dataDir}`,
    `--lang=${lang}`,
    ...(practice ? [`--practice=${practiceFile}`] : []),
    ...(lightBrowser === null ? [] : [`--browser=${lightBrowser}`]),
    ...switches,
  ]
}

export async function openWindow(options: WindowOptions = {}): Promise<OpenWindow> {
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'window-'))
  mkdirSync(folder, { recursive: true })
  const app = await _electron.launch({
    cwd: root,
    args: ['.', ...switchesFor(folder, options)],
    env: {
      ...(process.env as Record<string, string>),
      CHROMIUM_HOST_HEADLESS: '1',
      ...(lightBrowser === null ? {} : { CHROMIUM_HOST_BROWSER: lightBrowser }),
      ...options.env,
    },
    timeout: 60_000,
  })
  // Asked for once: behind the program's end Playwright knows it no more.
  const program = app.process()
  let said = ''
  program.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  program.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.waitForURL(/index\.html/)
  page.setDefaultTimeout(30_000)
  const end = (): void => {
    keepSaid(['window'], said, '')
    if (options.folder === undefined) dropFolder(folder)
  }
  return {
    app,
    program,
    page,
    folder,
    complaints,
    close: async () => {
      // A test may leave in the middle of a run: whoever is asked then says yes. One that was closed or killed already is gone.
      if (program.exitCode === null && program.signalCode === null) {
        await app.evaluate(({ dialog }) => {
          dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
        })
        await app.close()
      }
      end()
    },
    kill: async () => {
      const gone = new Promise((resolve) => program.once('exit', resolve))
      program.kill('SIGKILL')
      await gone
      keepSaid(['window'], said, '')
    },
  }
}
