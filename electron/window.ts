import path from 'node:path'
import { BrowserWindow, session, type WebContents } from 'electron'
import { isOwnPage, pageHome } from './ipc/router.ts'

/** Our page never leaves itself: no other address, no second window, no webview, no permission. */
export function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Refuses every permission and every request that is not for the page's own files. */
export function lockDownSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(?:app|data|devtools):/.test(details.url) }))
}

/** Opens the one window, sandboxed and isolated. `dist` is the folder of the build. */
export async function openWindow(dist: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1180,
    height: 820,
    show: false,
    webPreferences: { preload: path.join(dist, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL(`${pageHome.protocol}//${pageHome.host}/index.html`)
  return window
}
