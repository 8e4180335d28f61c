import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { browserProblem } from './portal-problems.ts'

export interface Surroundings {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (file: string) => boolean
}
export const browserNames = ['edge', 'chrome', 'chromium'] as const
export type BrowserName = (typeof browserNames)[number]

const onLinux: Record<BrowserName, readonly string[]> = {
  edge: ['/usr/bin/microsoft-edge', '/usr/bin/microsoft-edge-stable', '/opt/microsoft/msedge/msedge'],
  chrome: ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome'],
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium', '/usr/lib/chromium/chromium'],
}
const onMac: Record<BrowserName, string> = {
  edge: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  chrome: 'Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium: 'Chromium.app/Contents/MacOS/Chromium',
}
const onWindows: Record<BrowserName, string> = {
  edge: 'Microsoft\\Edge\\Application\\msedge.exe',
  chrome: 'Google\\Chrome\\Application\\chrome.exe',
  chromium: 'Chromium\\Application\\chrome.exe',
}

/** The places a browser is usually installed at, on this kind of system. */
export function placesOf(name: BrowserName, here: Pick<Surroundings, 'platform' | 'env'>): readonly string[] {
  if (here.platform === 'win32') {
    const roots = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].map((variable) => here.env[variable])
    return roots.filter((root) => root !== undefined).map((root) => path.win32.join(root, onWindows[name]))
  }
  if (here.platform === 'darwin') {
    const roots = ['/Applications', path.posix.join(here.env.HOME ?? '/', 'Applications')]
    return roots.map((root) => path.posix.join(root, onMac[name]))
  }
  return onLinux[name]
}

/** A file that can be started: a folder or a text of that name is no browser. */
function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    // Not there, or not for this user.
    return false
  }
}

/** Finds the installed browser: the named one, the one at the given path, or Edge, Chrome, Chromium in that order. */
export function findBrowser(
  wanted: string | null,
  here: Surroundings = { platform: process.platform, env: process.env, exists: isProgram },
): Result<string> {
  const names = browserNames.filter((name) => wanted === null || wanted.toLowerCase() === name)
  if (names.length === 0) {
    return here.exists(wanted!)
      ? ok(wanted!)
      : fail('browser-missing', 'after-person', { wanted, install: 'Microsoft Edge / Google Chrome / Chromium' })
  }
  const found = names.flatMap((name) => placesOf(name, here)).find(here.exists)
  return found
    ? ok(found)
    : fail('browser-missing', 'after-person', {
        wanted: wanted ?? names.join(', '),
        install: here.platform === 'linux' ? 'chromium' : 'Microsoft Edge / Google Chrome',
      })
}

/** Nothing of its own accord: no updates, sync, translation, offers to keep passwords, preconnects, reloads, QUIC. */
export const switches: readonly string[] = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-auto-reload',
  '--disable-save-password-bubble',
  '--disable-translate',
  '--disable-logging',
  '--disable-crash-reporter',
  '--no-pings',
  '--dns-prefetch-disable',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--no-first-run',
  '--lang=ja',
]

export interface StartOrder {
  readonly path: string
  readonly headed: boolean
  /** A folder of our own for everything the browser writes; the caller deletes it. */
  readonly folder: string
  readonly proxy: { readonly server: string; readonly userName: string; readonly password: string }
  /** SHA-256 of sites' public keys (base64) that were proved by other means. */
  readonly provedKeys: readonly string[]
}

/** A running browser with one private context; `close` ends it, by force after a while. */
export interface RunningBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

const loadPlaywright = async () => {
  // Playwright's debug log prints what is typed: it must find itself switched off when it is loaded.
  const { DEBUG, DEBUG_FILE } = process.env
  delete process.env.DEBUG
  delete process.env.DEBUG_FILE
  delete process.env.PWDEBUG
  const { chromium } = await import('playwright-core')
  if (DEBUG !== undefined) process.env.DEBUG = DEBUG
  if (DEBUG_FILE !== undefined) process.env.DEBUG_FILE = DEBUG_FILE
  return chromium
}

const browserEnv = (): Record<string, string> => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/PASS|SECRET|TOKEN|^MAIL_MIGRATE|_proxy$|^DEBUG|^NODE_OPTIONS$/i.test(name),
  )
  return Object.fromEntries(kept.filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** How a play gets its browser. */
export type StartBrowser = (order: StartOrder) => Promise<Result<RunningBrowser>>

/** A context that keeps nothing on disk, as a member site meets it here. */
export const privateContext: BrowserContextOptions = {
  acceptDownloads: false,
  serviceWorkers: 'block',
  permissions: [],
  locale: 'ja-JP',
  timezoneId: 'Asia/Tokyo',
  viewport: { width: 1280, height: 960 },
}

/** Starts the browser on a profile of its own and opens a private context in it, which keeps nothing on disk. */
export async function startBrowser(order: StartOrder): Promise<Result<RunningBrowser>> {
  const { provedKeys } = order
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const start = async (sandbox: boolean): Promise<BrowserContext> => {
    const chromium = await loadPlaywright()
    return chromium.launchPersistentContext(path.join(order.folder, 'profile'), {
      executablePath: order.path,
      headless: !order.headed,
      chromiumSandbox: sandbox,
      args: [...switches, ...(provedKeys.length > 0 ? [`--ignore-certificate-errors-spki-list=${provedKeys.join(',')}`] : [])],
      env: browserEnv(),
      proxy: { server: order.proxy.server, username: order.proxy.userName, password: order.proxy.password },
      artifactsDir: path.join(order.folder, 'artifacts'),
      acceptDownloads: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 60_000,
    })
  }
  try {
    const persistent = await start(!asRoot).catch((error: unknown) => {
      // A container without user namespaces cannot sandbox; the member site is then opened as Playwright does by default.
      if (asRoot || process.platform !== 'linux' || !/sandbox/i.test(String(error))) throw error
      return start(false)
    })
    const browser: Browser | null = persistent.browser()
    if (!browser) return fail('browser-failed', 'later', { cause: 'no-private-context' })
    const context = await browser.newContext(privateContext)
    const close = async (): Promise<void> => {
      await context.close().catch(() => {})
      await persistent.close().catch(() => {})
    }
    return ok({ context, close })
  } catch (error) {
    return { ok: false, problem: browserProblem(error, order.path) }
  }
}
