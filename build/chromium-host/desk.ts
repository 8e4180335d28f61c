import { spawn } from 'node:child_process'
import path from 'node:path'
import { app } from './electron-app.ts'
import { boot } from './boot.ts'
import { BrowserWindow } from './browser-window.ts'
import { strict } from './strict.ts'

/** Asks on the page, because there is no dialog of the system's own: a path to be typed. Null: thought better of it. */
async function askPath(words: readonly unknown[], preset: string): Promise<string | null> {
  const window = words.find((word) => word instanceof BrowserWindow) ?? BrowserWindow.getAllWindows()[0]
  if (!window || boot().headless) return null
  const expression = `prompt(${JSON.stringify('ファイルまたはフォルダーの場所 / Path')}, ${JSON.stringify(preset)})`
  const { result } = await window.webContents.ask('Runtime.evaluate', { expression, userGesture: true })
  return typeof result.value === 'string' && result.value !== '' ? result.value : null
}

interface DialogOptions {
  readonly defaultPath?: string
  readonly message?: string
  readonly detail?: string
  readonly buttons?: readonly string[]
  readonly cancelId?: number
}
const optionsOf = (words: readonly unknown[]): DialogOptions => words.at(-1) as DialogOptions

/** Asks on the page: its two buttons stand for the last one and for what cancels. Without a screen nobody agrees to anything. */
async function askOnPage(words: readonly unknown[]): Promise<number> {
  const { message = '', detail = '', buttons = ['OK'], cancelId = 0 } = optionsOf(words)
  const window = words.find((word) => word instanceof BrowserWindow) ?? BrowserWindow.getAllWindows()[0]
  if (!window || boot().headless) return cancelId
  const expression = `confirm(${JSON.stringify(`${message}\n\n${detail}\n\nOK: ${buttons.at(-1)}`)})`
  const { result } = await window.webContents.ask('Runtime.evaluate', { expression, userGesture: true })
  return result.value === true ? buttons.length - 1 : cancelId
}

/** Tests put functions of their own in place of these, as they do in Electron. */
export const dialog = strict('dialog', {
  showOpenDialog: async (...words: readonly unknown[]) => {
    const chosen = await askPath(words, optionsOf(words).defaultPath ?? '')
    return { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }
  },
  showSaveDialog: async (...words: readonly unknown[]) => {
    const chosen = await askPath(words, path.resolve(app.getPath('documents'), optionsOf(words).defaultPath ?? ''))
    return { canceled: chosen === null, filePath: chosen ?? '' }
  },
  showMessageBox: async (...words: readonly unknown[]) => ({ response: await askOnPage(words), checkboxChecked: false }),
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
})

/** Hands a file or an address to the system. Without a screen nothing is opened. */
function open(what: string): void {
  if (boot().headless) return
  const [tool, ...words] = { win32: ['rundll32', 'url.dll,FileProtocolHandler'], darwin: ['open'] }[
    process.platform as string
  ] ?? ['xdg-open']
  spawn(tool!, [...words, what], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref()
}

export const shell = strict('shell', {
  openExternal: (url: string) => Promise.resolve(open(url)),
  openPath: (file: string) => Promise.resolve(open(file)).then(() => ''),
  showItemInFolder: (file: string) => open(path.dirname(file)),
  beep: () => undefined,
})

export const Menu = strict('Menu', {
  setApplicationMenu: () => undefined,
  buildFromTemplate: (template: unknown) => ({ template, popup: () => undefined }),
})
