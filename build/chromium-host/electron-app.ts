import type * as Electron from 'electron'
import { EventEmitter } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { boot, settingsFolder } from './boot.ts'
import { lockInstance } from './instance-lock.ts'
import { refusable, strict } from './strict.ts'

let ready = false
let leaving = false
let agreeToClose: () => boolean = () => true
let closeBrowser: () => Promise<void> = () => Promise.resolve()
let tellReady: () => void = () => undefined
const whenReady = new Promise<void>((resolve) => (tellReady = resolve))
const home = os.homedir()
const own: Record<string, string> = {}

const placeOf = (name: string): string | undefined =>
  own[name] ??
  {
    userData: boot().userData,
    appData: settingsFolder(),
    temp: os.tmpdir(),
    home,
    documents: path.join(home, 'Documents'),
    downloads: path.join(home, 'Downloads'),
    desktop: path.join(home, 'Desktop'),
    exe: process.execPath,
    logs: path.join(boot().userData, 'logs'),
  }[name]

/** Ends the process, unless it is on its way already. */
export function leave(code: number): void {
  if (!leaving) appEvents.emit('quit', {}, code)
  leaving = true
  process.exit(code)
}

async function finish(code: number): Promise<void> {
  if (leaving) return
  leaving = true
  appEvents.emit('quit', {}, code)
  await closeBrowser().catch(() => undefined)
  process.exit(code)
}

const appEvents = new EventEmitter()

const commandLine = {
  appendSwitch: () => undefined,
  hasSwitch: (name: string) => process.argv.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  getSwitchValue: (name: string) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
}

/** Playwright's loader puts functions of its own into this object, so it is a plain one. */
export const app = strict(
  'app',
  Object.assign(appEvents, {
    whenReady: () => whenReady,
    isReady: () => ready,
    getName: () => boot().name,
    getVersion: () => boot().version,
    getAppPath: () => boot().root,
    getLocale: () => boot().lang,
    getPreferredSystemLanguages: () => [boot().lang],
    getPath: (name: string): string => {
      const place = placeOf(name)
      if (place === undefined) throw new Error(`Failed to get '${name}' path`)
      return place
    },
    setPath: (name: string, place: string) => void (own[name] = place),
    isPackaged: false,
    commandLine,
    requestSingleInstanceLock: () =>
      lockInstance(boot().userData, () => appEvents.emit('second-instance', {}, [], process.cwd(), null)),
    /** Chromium's own sandbox is on wherever it can be: see run-host.ts. */
    enableSandbox: () => undefined,
    setAppUserModelId: () => undefined,
    setName: () => undefined,
    focus: () => undefined,
    quit: () => {
      const event = refusable()
      appEvents.emit('before-quit', event)
      // As Electron does: every window is asked before the program goes.
      if (event.refused() || !agreeToClose()) return
      appEvents.emit('will-quit', event)
      if (!event.refused()) void finish(0)
    },
    exit: (code = 0) => void finish(code),
  }),
) satisfies Pick<Electron.App, 'whenReady' | 'isReady' | 'getName' | 'getVersion' | 'getAppPath' | 'getLocale' | 'quit' | 'exit'>

/** Said once, when the browser stands: `close` ends it. */
export function becomeReady(close: () => Promise<void>): void {
  closeBrowser = close
  ready = true
  tellReady()
  app.emit('ready', {}, {})
}

/** Said once: how the windows are asked whether they may be closed. */
export const askWindows = (agree: () => boolean): void => void (agreeToClose = agree)
