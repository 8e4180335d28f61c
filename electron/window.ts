import path from 'node:path'
import { BrowserWindow, dialog, Menu, session, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { Closing } from './ipc/closing-question.ts'
import { isOwnPage, pageHome } from './ipc/router.ts'
import type { Lang } from '../shared/words/lang.ts'
import { desktopWords } from '../shared/words/window/desktop.ts'
import { zoomAfter } from './zoom.ts'

/** Our page never leaves itself: no other address, no second window, no webview. Larger letters by the keys people know. */
export function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // Addresses of a provider are opened by the call openPage, which knows them; a page cannot open any by itself.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('before-input-event', (event, key) => {
    const zoom = zoomAfter(contents.getZoomFactor(), key)
    if (zoom === null) return
    event.preventDefault()
    contents.setZoomFactor(zoom)
  })
}

/** Refuses every permission and every request that is not for the page's own files. */
export function lockDownSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(?:app|data|devtools):/.test(details.url) }))
}

/** No menu; on macOS the one without which copying, pasting and quitting by keys would not work. */
export function setMenu(platform: string): void {
  const roles: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(roles) : null)
}

/** Opens the one window, sandboxed and isolated. `dist` is the folder of the build; `tools` lets a developer look inside. */
export async function openWindow(dist: string, tools = false): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1180,
    height: 820,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: path.join(dist, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: tools,
    },
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL(`${pageHome.protocol}//${pageHome.host}/index.html`)
  return window
}

/** Asks before the window closes under a run. Whoever stays on loses nothing; whoever closes has the run stopped in order behind it. */
export function askBeforeClosing(window: BrowserWindow, closing: Closing): void {
  let sure = false
  let asking = false
  const ask = async (): Promise<void> => {
    const asked = await closing.question()
    if (asked !== null) {
      const { title, detail, stay, close } = asked
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        title,
        message: title,
        detail,
        buttons: [stay, close],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      if (response !== 1) return
    }
    sure = true
    window.close()
  }
  window.on('close', (event) => {
    if (sure || !closing.isWorking()) return
    event.preventDefault()
    if (asking) return
    asking = true
    void ask().finally(() => (asking = false))
  })
}

/** A page that dies twice within so many ms would die for ever. */
const deadForGood = 60_000

/**
 * A page that has died is loaded anew: the run it showed goes on in this process, and is found again on the first screen. `giveUp`: it died
 * again at once. One that does not answer is left or opened anew, as the person says.
 */
export function standAgain(window: BrowserWindow, lang: () => Lang, giveUp: () => void): void {
  let last = -deadForGood
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    const now = performance.now()
    if (now - last < deadForGood) return giveUp()
    last = now
    window.webContents.reload()
  })
  let asking = false
  const ask = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: desktopWords.frozenTitle[lang()],
      message: desktopWords.frozenTitle[lang()],
      detail: desktopWords.frozen[lang()],
      buttons: [desktopWords.frozenWait[lang()], desktopWords.frozenAnew[lang()]],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    // It is heard of above then, and loaded anew.
    if (response === 1) window.webContents.forcefullyCrashRenderer()
  }
  window.on('unresponsive', () => {
    if (asking) return
    asking = true
    void ask().finally(() => (asking = false))
  })
}
