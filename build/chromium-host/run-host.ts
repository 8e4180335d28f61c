import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { boot } from './boot.ts'
import { type Cdp, speakCdp } from './cdp.ts'
import { app, becomeReady, leave } from './electron-app.ts'
import { takeFirstPage } from './targets.ts'

/** Nothing of its own accord: no updates, no sync, no translation, no offers to keep passwords. */
const switches = [
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=Translate,OptimizationHints,MediaRouter,PaintHolding',
  '--disable-quic',
  '--disable-renderer-backgrounding',
  '--disable-save-password-bubble',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
]

function startBrowser(): ChildProcess {
  const { browser, debug, headless, lang, name, userData } = boot()
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  mkdirSync(userData, { recursive: true })
  const words = [
    ...switches,
    `--lang=${lang}`,
    `--user-data-dir=${path.join(userData, 'chromium')}`,
    '--remote-debugging-pipe',
    ...(debug ? ['--remote-debugging-port=0'] : []),
    ...(asRoot ? ['--no-sandbox'] : []),
    // A window without tabs and address bar; its own page comes a moment later.
    ...(headless
      ? ['--headless', '--hide-scrollbars', 'about:blank']
      : [`--app=data:text/html,<title>${encodeURIComponent(name)}</title>`]),
  ]
  return spawn(browser, words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
}

/** Passes on where DevTools listen (Playwright waits for that line) and keeps the browser's other remarks until it ends too early. */
function passOnPort(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000)
      const found = /^DevTools listening on (ws:\S+)\s/m.exec(said)
      if (!found) return
      process.stderr.write(`\nDevTools listening on ${found[1]}\n`)
      child.stderr?.removeAllListeners('data')
      child.stderr?.resume()
      resolve()
    })
  })
}

/** Starts the browser. `ready` waits for it and then tells the program, which by then has said what it wants before. */
export function runHost(): { readonly ready: () => Promise<void> } {
  const child = startBrowser()
  let stands = false
  child.on('error', (error) => {
    process.stderr.write(`chromium host: ${error.message}\n`)
    leave(1)
  })
  child.on('exit', () => {
    if (!stands) process.stderr.write('chromium host: the browser ended before its window stood\n')
    leave(stands ? 0 : 1)
  })
  const [, , , input, output] = child.stdio as unknown as [null, null, Readable, Writable, Readable]
  const cdp: Cdp = speakCdp(input, output)
  // Where the browser is gone, its end says so; the commands under way need not say it again.
  const listening = boot().debug ? passOnPort(child) : Promise.resolve(void child.stderr?.resume())
  return {
    ready: async () => {
      await Promise.all([listening, takeFirstPage(cdp)])
      stands = true
      // As Electron does: whoever ends the process from outside ends the program in order.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
      becomeReady(async () => {
        // The browser is asked, not killed: it writes its profile down.
        const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()))
        await Promise.race([cdp.send('Browser.close').then(() => gone), gone])
      })
    },
  }
}
