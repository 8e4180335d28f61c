import path from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, protocol } from 'electron'
import { ok } from '../shared/base/result.ts'
import { routeCalls } from './ipc/router.ts'
import { servePage } from './serve-page.ts'
import { lockDown, lockDownSession, openWindow } from './window.ts'

// These two must be said before the program is ready, so they stand at the top and wait for nothing.
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
app.enableSandbox()

const dist = import.meta.dirname

async function start(): Promise<void> {
  await app.whenReady()
  Menu.setApplicationMenu(null)
  lockDownSession()
  protocol.handle('app', (request) => servePage(path.join(dist, 'renderer'), request))
  routeCalls(
    ipcMain,
    { about: () => Promise.resolve(ok({ name: app.getName(), version: app.getVersion() })) },
    (reference, error) => console.error(`unexpected ${reference}: ${error instanceof Error ? error.message : 'not an error'}`),
  )
  await openWindow(dist)
}

if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  start().catch((error: unknown) => {
    console.error(error)
    app.exit(1)
  })
} else {
  app.quit()
}
