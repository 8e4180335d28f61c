import type * as Electron from 'electron'
import { EventEmitter } from 'node:events'
import { app, askWindows } from './electron-app.ts'
import { boot } from './boot.ts'
import { refusable } from './strict.ts'
import { WebContents } from './web-contents.ts'

const all = new Set<BrowserWindow>()
let last = 0

const mustBeOff = [
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'experimentalFeatures',
  'allowRunningInsecureContent',
] as const
const mustBeOn = ['sandbox', 'contextIsolation', 'webSecurity'] as const

/** Refuses what would take a lock off: this host could not give it, and the program must not want it. */
function refuseWeak(preferences: Electron.WebPreferences): void {
  for (const name of mustBeOff) if (preferences[name]) throw new Error(`chromium host: ${name} is not provided`)
  for (const name of mustBeOn) if (preferences[name] === false) throw new Error(`chromium host: ${name} cannot be switched off`)
}

/** A window in the browser as Electron's BrowserWindow, as far as this program uses it. */
export class BrowserWindow extends EventEmitter {
  readonly id = ++last
  readonly webContents: WebContents
  private closed = false
  private readonly size: { readonly width: number; readonly height: number }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    refuseWeak(options.webPreferences ?? {})
    this.size = { width: options.width ?? 800, height: options.height ?? 600 }
    this.webContents = new WebContents(options.webPreferences?.preload)
    all.add(this)
    this.webContents.on('destroyed', () => this.end())
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...all]
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...all].find((window) => window.webContents === contents) ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...all][0] ?? null
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.attached
    await this.setBounds().catch(() => undefined)
    await this.webContents.loadURL(url)
    this.emit('ready-to-show')
  }

  show(): void {
    if (!boot().headless) void this.webContents.ask('Page.bringToFront').catch(() => undefined)
  }

  focus(): void {
    this.show()
  }

  isMinimized(): boolean {
    return false
  }

  isVisible(): boolean {
    return true
  }

  isFocused(): boolean {
    return true
  }

  restore(): void {
    this.show()
  }

  isDestroyed(): boolean {
    return this.closed
  }

  close(): void {
    if (this.agreesToClose()) this.webContents.close()
  }

  agreesToClose(): boolean {
    const event = refusable()
    this.emit('close', event)
    return !event.refused()
  }

  destroy(): void {
    this.webContents.close()
  }

  /** Without a screen a "window" is its contents; with one, Chromium's frame comes on top of the size. */
  private async setBounds(): Promise<void> {
    const { target } = this.webContents
    if (!target) return
    const { windowId } = await target.cdp.send('Browser.getWindowForTarget', { targetId: target.id })
    await target.cdp.send('Browser.setWindowBounds', { windowId, bounds: this.size })
  }

  private end(): void {
    if (this.closed) return
    this.closed = true
    all.delete(this)
    this.emit('closed')
    if (all.size === 0 && !app.emit('window-all-closed')) app.quit()
  }
}

askWindows(() => [...all].every((window) => window.agreesToClose()))

export const webContents = {
  fromDevToolsTargetId: (id: string) => [...all].find((window) => window.webContents.target?.id === id)?.webContents,
  getAllWebContents: () => [...all].map((window) => window.webContents),
}
