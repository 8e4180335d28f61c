import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerCall } from '../electron/ipc/router.ts'
import { findBrowser } from '../electron/portal/browser.ts'
import { contentPolicy, servePage } from '../electron/serve-page.ts'
import { ok } from '../shared/base/result.ts'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const run = promisify(execFile)
let files: readonly string[]

beforeAll(async () => {
  files = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name))
})

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Every Node on the PATH: the one of the scripts and, behind it, the one the machine brought. */
function nodesOnPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return [...new Set(folders.map((folder) => path.join(folder, 'node')))].filter(runs)
}

describe('what the build made', () => {
  it('is there, whole', () => {
    const names = files.map((file) => path.relative(dist, file))
    expect(names).toEqual(
      expect.arrayContaining(['cli.js', 'main.js', 'preload.cjs', 'keyring-process.js', 'renderer/index.html']),
    )
  })

  it('tells nothing of the machine it was made on and carries no tests', async () => {
    for (const file of files) {
      const text = await readFile(file, 'utf8')
      expect({
        file,
        machine: text.includes(root),
        map: text.includes('sourceMappingURL'),
        test: /\bfrom ["'](?:vitest|fast-check)["']/.test(text),
      }).toEqual({
        file,
        machine: false,
        map: false,
        test: false,
      })
    }
  })

  it('gives a sandboxed preload nothing to require but electron', async () => {
    const text = await readFile(path.join(dist, 'preload.cjs'), 'utf8')
    expect([...text.matchAll(/require\(([^)]*)\)/g)].map((found) => found[1])).toEqual(['"electron"'])
  })

  it('starts on every Node of this machine, as a program of its own', async () => {
    const cli = path.join(dist, 'cli.js')
    expect((await stat(cli)).mode & 0o111).toBe(0o111)
    expect((await readFile(cli, 'utf8')).split('\n')[0]).toBe('#!/usr/bin/env node')
    const nodes = nodesOnPath()
    expect(nodes.length).toBeGreaterThan(0)
    for (const node of nodes) expect((await run(node, [cli, '--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('the page in a real browser', () => {
  // The window's scheme is unknown to a browser, so the same answers are served under a name that leads nowhere.
  const home = 'https://bundle.invalid'
  async function withPage<T>(look: (page: Page, complaints: readonly string[]) => Promise<T>): Promise<T> {
    const found = findBrowser(null)
    if (!found.ok) throw new Error(found.problem.code)
    const browser = await chromium.launch({ executablePath: found.value, chromiumSandbox: false })
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.route('**/*', async (route) => {
        const answer = await servePage(
          path.join(dist, 'renderer'),
          new Request(route.request().url().replace(home, 'app://bundle')),
        )
        await route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: Buffer.from(await answer.arrayBuffer()),
        })
      })
      const handlers = { about: () => Promise.resolve(ok({ name: 'Mail Migration Assistant', version: '7.8.9' })) }
      const sender = { senderFrame: { url: 'app://bundle/index.html', parent: null } }
      await page.exposeFunction('answer', (name: unknown, input: unknown) =>
        answerCall(handlers, () => undefined, sender, name, input),
      )
      await page.addInitScript('window.migration = Object.freeze({ call: (name, input) => window.answer(name, input) })')
      await page.goto(`${home}/index.html`)
      return await look(page, complaints)
    } finally {
      await browser.close()
    }
  }

  it('says in Japanese what the program does, asks for its version, and the policy has nothing to complain of', async () => {
    await withPage(async (page, complaints) => {
      await page.getByRole('heading', { level: 1, name: 'メール移行アシスタント' }).waitFor()
      await page.getByText('バージョン 7.8.9').waitFor()
      expect(await page.getByText('準備中').count()).toBe(1)
      expect(await page.locator('html').getAttribute('lang')).toBe('ja')
      expect(complaints).toEqual([])
    })
  })

  it('can load and send nothing anywhere', async () => {
    expect(contentPolicy).toContain("connect-src 'none'")
    await withPage(async (page, complaints) => {
      await page.evaluate(`fetch('https://elsewhere.invalid/').catch(() => 0)`)
      await page.evaluate(
        `document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.invalid/x.png' }))`,
      )
      // Evaluated code is exempt from the policy; what the page itself starts later is not.
      await page.evaluate(
        `new Promise((done) => setTimeout(() => { try { new Function('window.broken = 1')() } catch {} done() }, 0))`,
      )
      await expect.poll(() => complaints.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(3)
      expect(await page.evaluate('window.broken')).toBeUndefined()
    })
  })
})
