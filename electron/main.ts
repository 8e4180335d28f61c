import path from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol } from 'electron'
import { eventChannel } from '../shared/ipc/bridge.ts'
import { compose } from './compose.ts'
import { electronHands } from './ipc/electron-hands.ts'
import { openingSwitch } from './ipc/opening-switch.ts'
import { readSwitches } from './ipc/read-switches.ts'
import { routeCalls } from './ipc/router.ts'
import { windowProgram } from './ipc/window-program.ts'
import { startWork } from './work/start-work.ts'
import { workElsewhere } from './work/work-elsewhere.ts'
import { desktopWords } from '../shared/words/window/desktop.ts'
import { servePage } from './serve-page.ts'
import { askBeforeClosing, lockDown, lockDownSession, openWindow, setMenu, standAgain } from './window.ts'

// These two must be said before the program is ready, so they stand at the top and wait for nothing.
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
app.enableSandbox()

const dist = import.meta.dirname
const patience = 3_000

/** A bug: where it happened, never what was in hand, since a message may quote a value. */
function report(reference: string, error: unknown): void {
  const where = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  console.error([`unexpected ${reference}`, ...where.slice(0, 8)].join('\n'))
}

/** Visits and papers get a process of their own: in this one they would hold the window up. */
async function makeWork() {
  const utility = process.versions['electron'] === undefined ? null : (await import('electron')).utilityProcess
  return workElsewhere(async () => startWork(path.join(dist, 'work-process.js'), utility, process.env))
}

async function makeProgram() {
  const { dataDir, vault, browser, practice } = readSwitches(process.argv, app.isPackaged)
  const work = await makeWork()
  return windowProgram((ask) => compose({ dataDir, vault, ask, environment: process.env, work }), {
    name: app.getName(),
    shell: process.versions['electron'] === undefined ? 'chromium' : 'electron',
    browser,
    practice,
    report,
    desktop: electronHands,
    send: (event) => {
      for (const window of BrowserWindow.getAllWindows()) if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
    },
  })
}

function sayBroken(): void {
  dialog.showErrorBox(
    `${desktopWords.brokenTitle.ja} / ${desktopWords.brokenTitle.en}`,
    `${desktopWords.broken.ja}\n\n${desktopWords.broken.en}`,
  )
}

async function start(): Promise<void> {
  const [program] = await Promise.all([makeProgram(), app.whenReady()])
  setMenu(process.platform)
  lockDownSession()
  protocol.handle('app', (request) => servePage(path.join(dist, 'renderer'), request))
  routeCalls(ipcMain, program.handlers, report, program)
  // A run that is on is stopped as by the person; a journal needs no goodbye, so nobody waits for ever. However the program is left
  // (its window closed, the system's own way to quit), it comes by here.
  let tidied = false
  let tidying: Promise<void> | null = null
  app.on('will-quit', (event) => {
    if (tidied) return
    event.preventDefault()
    const late = new Promise<void>((resolve) => setTimeout(resolve, patience))
    tidying ??= Promise.race([program.close(), late]).finally(() => {
      tidied = true
      app.quit()
    })
  })
  app.on('window-all-closed', () => app.quit())
  const window = await openWindow(dist)
  askBeforeClosing(window, program.closing)
  standAgain(window, program.lang, () => {
    sayBroken()
    // Nobody is left to be asked: the run stops in order, as at any other leaving.
    window.destroy()
  })
}

/** A bug outside every call: what is in memory can no longer be trusted, what is on disk can. Electron itself would show the message, which may quote a value. */
function endAsBug(error: unknown): void {
  report('outside a call', error)
  sayBroken()
  app.exit(1)
}
process.on('uncaughtException', endAsBug)
process.on('unhandledRejection', endAsBug)

// Whoever installed the program has not asked for this, and whoever started it so could read what is shown. A developer's own start may.
if (app.isPackaged && openingSwitch(process.argv) !== null) {
  app.exit(2)
} else if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  start().catch((error: unknown) => {
    report('at the start', error)
    app.exit(1)
  })
} else {
  app.quit()
}
