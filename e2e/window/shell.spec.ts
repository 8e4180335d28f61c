import { readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, type OpenWindow, root, shellUnderTest } from './app.ts'

// The rows of Electron's security checklist that can be seen at run time. What can only be read stands in build/security.test.ts.
type Ask = (name: unknown, input: unknown) => Promise<unknown>
let open: OpenWindow
beforeAll(async () => {
  open = await openWindow()
  await open.page.getByRole('heading', { level: 1 }).waitFor()
})
afterAll(() => open.close())

/** What a script of the page itself would get: what is evaluated from outside is exempt from the policy, what it starts later is not. */
const asPage = (script: string): Promise<unknown> =>
  open.page.evaluate(`new Promise((done) => setTimeout(() => { try { done(String(${script})) } catch { done('refused') } }, 0))`)

describe('the shell', () => {
  it('opens without a complaint of the page or its policy', () => expect(open.complaints).toEqual([]))

  it('gives the page no Node and nothing of Electron', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global']
    expect(await open.page.evaluate((names) => names.filter((name) => name in globalThis), names)).toEqual([])
  })

  it('gives the page four functions, frozen', async () => {
    const bridge = await open.page.evaluate(() => {
      const bridge = (window as unknown as { migration: object }).migration
      return { names: Object.keys(bridge).sort(), frozen: Object.isFrozen(bridge) }
    })
    expect(bridge).toEqual({ names: ['call', 'onEvent', 'pathOf', 'ready'], frozen: true })
    expect(await open.page.evaluate(() => Reflect.set(window, 'migration', 1))).toBe(false)
  })

  it.each([
    ['a call that is not in the contract', 'readFile', {}, 'unknown-call'],
    ['a property too many', 'about', { more: 1 }, 'input'],
    ['a wrong type', 'readSheet', { source: 7, provider: null }, 'input'],
  ])('answers %s with a problem, not with a deed', async (_, name, input, reason) => {
    const answer = await open.page.evaluate(
      ([name, input]) => (window as unknown as { migration: { call: Ask } }).migration.call(name, input),
      [name, input] as const,
    )
    expect(answer).toMatchObject({ ok: false, problem: { code: 'bad-usage', facts: { reason } } })
  })

  it('refuses what cannot cross', async () => {
    const said = open.page.evaluate(() =>
      (window as unknown as { migration: { call: Ask } }).migration
        .call('about', () => 1)
        .then(String, (error: Error) => error.message),
    )
    expect(await said).toMatch(/could not be cloned/)
  })

  it('runs no text as a program', async () => {
    expect(await asPage(`new Function('return 1')()`)).toBe('refused')
    expect(await asPage(`eval('1')`)).toBe('refused')
    expect(await asPage(`(document.body.insertAdjacentHTML('beforeend', '<i>x</i>'), 'done')`)).toBe('refused')
  })

  it('loads and sends nothing anywhere', async () => {
    expect(await open.page.evaluate(() => fetch('https://elsewhere.invalid/').then(String, () => 'refused'))).toBe('refused')
    const image = `new Promise((done) => { const one = new Image(); one.onload = () => done('loaded'); one.onerror = () => done('refused'); one.src = 'https://elsewhere.invalid/x.png' })`
    expect(await open.page.evaluate(image)).toBe('refused')
    const main = `new Promise((done) => { const one = new WebSocket('wss://elsewhere.invalid/'); one.onopen = () => done('open'); one.onerror = () => done('refused') })`
    expect(await open.page.evaluate(`(() => { try { return ${main} } catch { return 'refused' } })()`)).toBe('refused')
  })

  it('stays where it is when led elsewhere, because the program refuses it', async () => {
    const before = open.page.url()
    await open.app.evaluate(({ BrowserWindow }) => {
      const seen = globalThis as { led?: unknown[] }
      seen.led = []
      // Behind the program's own listener: what has become of the event by then.
      const [window] = BrowserWindow.getAllWindows()
      window?.webContents.on('will-navigate', (event) => void seen.led?.push([event.url, event.defaultPrevented]))
    })
    await open.page.evaluate(() => void (location.href = 'https://elsewhere.invalid/'))
    const led = (): Promise<unknown> => open.app.evaluate(() => (globalThis as { led?: unknown[] }).led)
    await expect.poll(led).toEqual([['https://elsewhere.invalid/', true]])
    expect(open.page.url()).toBe(before)
  })

  it.each(['file:///etc/passwd', 'data:text/html,hello'])('stays where it is when led to %s', async (url) => {
    const before = open.page.url()
    const complained = open.complaints.length
    await open.page.evaluate((url) => void (location.href = url), url)
    // The browser itself refuses these and says so.
    await expect.poll(() => open.complaints.slice(complained).join()).toMatch(/Not allowed to/)
    expect(open.page.url()).toBe(before)
    expect(await open.page.title()).toMatch(/メール移行アシスタント$/)
  })

  it('opens no second window and hands no address to the system', async () => {
    await open.app.evaluate(({ shell }) => {
      const seen = globalThis as { opened?: string[] }
      seen.opened = []
      shell.openExternal = (url) => Promise.resolve(void seen.opened?.push(url))
    })
    await open.page.evaluate(() => {
      for (const url of ['https://elsewhere.invalid/', 'file:///etc/passwd', 'about:blank']) window.open(url)
    })
    // The page's own turn is over; so is main's by the answer to a call of the page's.
    await open.page.evaluate(() => (window as unknown as { migration: { call: Ask } }).migration.call('about', {}))
    expect(open.app.windows().length).toBe(1)
    expect(await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await open.app.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual([])
  })

  it('is granted nothing that it asks for', { timeout: 20_000 }, async () => {
    const answers = await open.page.evaluate(async () => {
      const nameOf = (asked: Promise<unknown>): Promise<string> =>
        asked.then(
          () => 'given',
          (error: Error) => error.name,
        )
      // A machine without a camera says "not found" before it says "not allowed": that one is looked up.
      const lookUp = (name: string) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)
      return {
        notifications: await Notification.requestPermission(),
        camera: await lookUp('camera'),
        microphone: await lookUp('microphone'),
        clipboard: await nameOf(navigator.clipboard.readText()),
        place: await new Promise((done) =>
          navigator.geolocation.getCurrentPosition(
            () => done('given'),
            ({ code, PERMISSION_DENIED }) => done(code === PERMISSION_DENIED ? 'denied' : `code ${code}`),
            { timeout: 2_000 },
          ),
        ),
      }
    })
    const [denied, refused] = ['denied', 'NotAllowedError']
    expect(answers).toEqual({ notifications: denied, camera: denied, microphone: denied, place: denied, clipboard: refused })
  })

  it.each(['../package.json', '%2e%2e/main.js', '..%2fmain.js', 'assets/../../cli.js'])(
    'serves nothing outside its folder: %s',
    async (name) => {
      const home = new URL('/', open.page.url()).href
      const loads = `new Promise((done) => { const one = document.createElement('script'); one.onload = () => done('loaded'); one.onerror = () => done('refused'); one.src = window.trustedTypes.createPolicy('outside', { createScriptURL: (url) => url }).createScriptURL(${JSON.stringify(home + name)}); document.head.append(one) })`
      expect(await open.page.evaluate(loads)).toBe('refused')
    },
  )
})

// Last of those that share the window: its page is loaded anew without the policy.
describe('without its policy, were that ever lost', () => {
  it('the page still reaches nobody: the program lets no request out', async () => {
    let reached = 0
    const server = http.createServer((_, answer) => {
      reached += 1
      answer.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' }).end('x')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const cdp = await open.page.context().newCDPSession(open.page)
    await cdp.send('Page.setBypassCSP', { enabled: true })
    // Chromium would not let a page from elsewhere reach this machine without leave: that must not be what refuses here.
    const { origin } = new URL(open.page.url())
    if (shellUnderTest === 'chromium')
      await cdp.send('Browser.setPermission', { permission: { name: 'loopback-network' }, setting: 'granted', origin })
    await open.page.reload()
    const url = `http://127.0.0.1:${port}/`
    expect(await open.page.evaluate((url) => fetch(url).then(String, () => 'refused'), url)).toBe('refused')
    expect(
      await open.page.evaluate(
        (url) =>
          new Promise((done) => {
            const one = new Image()
            one.addEventListener('load', () => done('loaded'))
            one.addEventListener('error', () => done('refused'))
            one.src = url
          }),
        url,
      ),
    ).toBe('refused')
    expect(reached).toBe(0)
    server.close()
  })
})

describe('a file dropped onto the window', () => {
  it('is named by the place it lies at', async () => {
    const file = path.join(open.folder, '登録票.txt')
    writeFileSync(file, 'x')
    await open.page.evaluate(() => {
      const seen = window as unknown as { dropped?: string; migration: { pathOf: (file: unknown) => string } }
      document.addEventListener('dragover', (event) => event.preventDefault())
      document.addEventListener('drop', (event) => {
        event.preventDefault()
        const [first] = event.dataTransfer?.files ?? []
        seen.dropped = seen.migration.pathOf(first)
      })
    })
    const cdp = await open.page.context().newCDPSession(open.page)
    const data = { items: [], files: [file], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
    await expect.poll(() => open.page.evaluate(() => (window as unknown as { dropped?: string }).dropped)).toBe(file)
    // What was dropped may be read; what the page only names may not.
    const other = path.join(open.folder, '別の紙.txt')
    writeFileSync(other, 'x')
    const read = (at: string) =>
      open.page.evaluate(async (at) => {
        const { migration } = window as unknown as {
          migration: { call: (name: string, input: unknown) => Promise<{ ok: boolean; problem?: { facts: object } }> }
        }
        return migration.call('readSheet', { source: { kind: 'file', file: at }, provider: null })
      }, at)
    expect(await read(file)).toMatchObject({ ok: true })
    expect(await read(other)).toMatchObject({ ok: false, problem: { facts: { reason: 'file-not-chosen' } } })
  })

  it('that a page made up lies nowhere', async () => {
    const pathOf = open.page.evaluate(() =>
      (window as unknown as { migration: { pathOf: (file: unknown) => string } }).migration.pathOf(new File(['x'], 'x.txt')),
    )
    expect(await pathOf).toBe('')
  })
})

describe('a page that dies', () => {
  it('is loaded anew by itself', async () => {
    const other = await openWindow()
    await other.page.getByRole('heading', { level: 1 }).waitFor()
    const stands = other.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return new Promise((resolve) => window!.webContents.once('did-finish-load', () => resolve(window!.webContents.getURL())))
    })
    const cdp = await other.page.context().newCDPSession(other.page)
    void cdp.send('Page.crash').catch(() => undefined)
    expect(await stands).toMatch(/^app:\/\/bundle\//)
    await other.close()
  })
})

describe('one window for one person', () => {
  it('a second start ends by itself and the first window stays', async () => {
    const { spawn } = await import('node:child_process')
    const program = shellUnderTest === 'chromium' ? path.join(root, 'build', 'chromium-host', 'electron') : electronProgram()
    const second = spawn(program, ['.', `--user-data-dir=${path.join(open.folder, 'settings')}`], {
      cwd: root,
      env: { ...process.env, CHROMIUM_HOST_HEADLESS: '1' },
      stdio: 'ignore',
    })
    expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0)
    expect(await open.page.evaluate(() => document.title)).toMatch(/メール移行アシスタント$/)
  })
})

function electronProgram(): string {
  const folder = path.join(root, 'node_modules', 'electron')
  return path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8').trim())
}

describe.runIf(shellUnderTest === 'chromium')('the stand-in', () => {
  it('says what it does not provide', async () => {
    const said = open.app.evaluate(({ app }) => app.setLoginItemSettings({ openAtLogin: true }))
    await expect(said).rejects.toThrow(/electron\.app\.setLoginItemSettings is not provided/)
  })

  it('opens no window with a lock taken off', async () => {
    const said = open.app.evaluate(({ BrowserWindow }) => void new BrowserWindow({ webPreferences: { sandbox: false } }))
    await expect(said).rejects.toThrow(/sandbox cannot be switched off/)
  })
})
