import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourcesBelow } from './check-layers.mjs'

// Electron's security checklist, as far as it can be read off the sources. What shows itself only when the window is open stands in
// e2e/window/shell.spec.ts, the policy in electron/serve-page.test.ts, the sender of calls in electron/ipc/router.test.ts, the fuses
// in build/electron-builder.test.ts.
const root = path.resolve(import.meta.dirname, '..')
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

const bare = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:}])\/\/.*$/gm, '')
const sourcesOf = (top: string): ReadonlyMap<string, string> =>
  new Map(
    sourcesBelow(root, top)
      .filter((file) => !isTest(file))
      .map((file) => [file, bare(readFileSync(path.join(root, file), 'utf8'))]),
  )
const main = sourcesOf('electron')
const page = sourcesOf('renderer')

const filesWith = (sources: ReadonlyMap<string, string>, what: RegExp): readonly string[] =>
  [...sources].filter(([, text]) => what.test(text)).map(([file]) => file)

it('reads what it is about', () => {
  expect(main.size).toBeGreaterThan(100)
  expect(page.size).toBeGreaterThan(2)
})

describe('what stands in one place only', () => {
  it.each([
    ['a window is made (2-4)', /new (?:BrowserWindow|WebContentsView|BrowserView)\b/, ['electron/window.ts']],
    ['a page is loaded (1)', /\.load(?:URL|File)\(/, ['electron/window.ts']],
    ['permissions are answered (5)', /setPermission(?:Request|Check)Handler/, ['electron/window.ts']],
    ['navigation and windows are refused (13, 14)', /will-navigate|setWindowOpenHandler/, ['electron/window.ts']],
    ['webviews are refused (11, 12)', /will-attach-webview/, ['electron/window.ts']],
    ['a call arrives (17)', /\bipc(?:Main)?\.(?:handle|handleOnce)\(/, ['electron/ipc/router.ts']],
    ['the page is given something', /exposeInMainWorld/, ['electron/preload.ts']],
    ['the preload speaks', /\bipcRenderer\b/, ['electron/preload.ts']],
    ['an own address is served (18)', /protocol\.handle\(/, ['electron/main.ts']],
  ] as const)('%s', (_, what, files) => expect(filesWith(main, what)).toEqual(files))

  it('an address goes out to the system from one file at most (15)', () => {
    expect(filesWith(main, /\bopenExternal\b/).length).toBeLessThanOrEqual(1)
  })

  it('the bridge is touched by one file of the page', () => {
    expect(filesWith(page, /window\.migration/)).toEqual(['renderer/src/api.ts'])
  })
})

describe('what stands nowhere', () => {
  it.each([
    ['Node in a page (2)', /nodeIntegration(?:InWorker|InSubFrames)?: true/],
    ['a page without isolation or sandbox (3, 4)', /(?:contextIsolation|sandbox): false|no-sandbox/],
    ['a switch of web security (6)', /webSecurity|disable-web-security/],
    ['insecure content (8)', /allowRunningInsecureContent/],
    ['experimental features (9)', /experimentalFeatures/],
    ['Blink features (10)', /(?:enable|disable)BlinkFeatures/],
    ['webviews (11)', /webviewTag|<webview/],
    ['another module of Electron for pages', /@electron\/remote|enableRemoteModule/],
    [
      'certificates that are let pass',
      /["']certificate-error["']|setCertificateVerifyProc|ignore-certificate-errors(?!-spki-list)/,
    ],
  ] as const)('%s', (_, what) =>
    // The one file that may name such switches names those the packaged program does not start with.
    expect(filesWith(main, what).filter((file) => file !== 'electron/ipc/opening-switch.ts')).toEqual([]),
  )

  it.each([
    ['markup out of text', /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write/],
    ['programs out of text', /\beval\(|new Function\b/],
    ['anything kept by the browser', /localStorage|sessionStorage|indexedDB|document\.cookie|caches\./],
    ['requests of its own', /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/],
    ['Node', /from ['"]node:|require\(/],
    ['windows and addresses of its own', /window\.open\(|target=["']_blank|location\.(?:href|assign|replace)/],
  ] as const)('in the page: %s', (_, what) => expect(filesWith(page, what)).toEqual([]))
})

describe('the window', () => {
  const window = main.get('electron/window.ts') ?? ''
  const program = main.get('electron/main.ts') ?? ''
  it('is made with every lock on, said and not left to what is usual', () => {
    for (const said of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false']) expect(window).toContain(said)
  })
  it('refuses every permission, asked for or looked up, whatever it is (5)', () => {
    expect(window).toContain('setPermissionRequestHandler((_contents, _permission, answer) => answer(false))')
    expect(window).toContain('setPermissionCheckHandler(() => false)')
    expect(window.match(/setPermission|setDevicePermission|setBluetooth|setDisplayMedia/g)).toHaveLength(2)
  })
  it('refuses every window, every webview and every request but for its own files (1, 11-14)', () => {
    expect(window).toContain("setWindowOpenHandler(() => ({ action: 'deny' }))")
    expect(window).toContain("contents.on('will-attach-webview', (event) => event.preventDefault())")
    expect(window).toContain(
      'onBeforeRequest((details, answer) => answer({ cancel: !/^(?:app|data|devtools):/.test(details.url) }))',
    )
    expect(program).toContain("app.on('web-contents-created', (_event, contents) => lockDown(contents))")
    expect(window).toContain('if (!isOwnPage(event.url)) event.preventDefault()')
    const locked = program.search(/^ {2}lockDownSession\(\)$/m)
    expect(locked).toBeGreaterThan(0)
    expect(locked).toBeLessThan(program.indexOf('openWindow(dist)'))
  })
  it('loads the own page, and no other (1)', () => {
    expect(window.match(/\.loadURL\(.*\)/g)).toEqual(['.loadURL(`${pageHome.protocol}//${pageHome.host}/index.html`)'])
  })
  it('gives the page one frozen thing, whose calls go down one channel each (20)', () => {
    const preload = main.get('electron/preload.ts') ?? ''
    expect(preload).toMatch(/^const bridge: Bridge = Object\.freeze\(\{$/m)
    expect(preload.match(/exposeInMainWorld\(.*/g)).toEqual(["exposeInMainWorld('migration', bridge)"])
    expect(preload.match(/ipcRenderer\.\w+\(\w+/g)).toEqual([
      // The one thing the preload says of its own: where a file lies that the person dropped.
      'ipcRenderer.send(droppedChannel',
      'ipcRenderer.invoke(callChannel',
      'ipcRenderer.on(eventChannel',
      'ipcRenderer.removeListener(eventChannel',
      'ipcRenderer.send(readyChannel',
    ])
  })
  it('when packaged, is opened to nobody by a switch', () => {
    expect(program).toContain('if (app.isPackaged && openingSwitch(process.argv) !== null) {')
    expect(program).toContain('readSwitches(process.argv, app.isPackaged)')
  })
  it('is in a program that is sandboxed before it is ready, and there is only one of it', () => {
    expect(program).toMatch(/^app\.enableSandbox\(\)$/m)
    expect(program.indexOf('app.enableSandbox()')).toBeLessThan(program.indexOf('whenReady()'))
    expect(program).toContain('else if (app.requestSingleInstanceLock()) {')
  })
})

it('Electron is pinned to one release (16)', () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
})
