import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { frameWords } from '../../shared/words/window/frame.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { lightBrowser } from '../fakes/light-browser.ts'
import { root } from './app.ts'

// `npm start` and `npm run start:chromium`, from behind the build: what a person reads who has no Electron, or no browser.
let folder: string
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'start-'))))
afterAll(() => dropFolder(folder))

const scriptOf = (name: string): string => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  return scripts[name] ?? ''
}

function start(at: string, shell: 'electron' | 'chromium', env: Readonly<Record<string, string>>) {
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...own } = process.env
  return spawnSync(process.execPath, [path.join(at, 'build', 'start.mjs'), shell], {
    encoding: 'utf8',
    env: { ...own, ...env },
    timeout: 60_000,
  })
}

/** A checkout that was built and never had Electron's program, whatever this machine has. */
function withoutElectron(): string {
  const at = mkdtempSync(path.join(folder, 'checkout-'))
  const modules = path.join(at, 'node_modules')
  mkdirSync(path.join(at, 'dist'), { recursive: true })
  mkdirSync(path.join(modules, 'electron'), { recursive: true })
  writeFileSync(path.join(at, 'dist', 'main.js'), '')
  for (const file of ['start.mjs', 'start-words.mjs']) cpSync(path.join(root, 'build', file), path.join(at, 'build', file))
  for (const file of ['index.js', 'install.js', 'package.json', 'checksums.json'])
    cpSync(path.join(root, 'node_modules', 'electron', file), path.join(modules, 'electron', file))
  symlinkSync(path.join(root, 'node_modules', '@electron'), path.join(modules, '@electron'), 'dir')
  return at
}

it('npm start, where Electron cannot be fetched, names the mirror variables and the stand-in, in both languages', () => {
  expect(scriptOf('start')).toContain('node build/start.mjs electron')
  const nobody = { ELECTRON_MIRROR: 'http://127.0.0.1:9/', electron_config_cache: path.join(folder, 'cache') }
  const { status, stderr } = start(withoutElectron(), 'electron', nobody)
  expect(status).toBe(1)
  expect(stderr).toMatch(/取り寄せることもできませんでした[^]*could not be fetched/)
  for (const way of ['ELECTRON_MIRROR=', 'npm_config_electron_mirror', 'ELECTRON_CUSTOM_DIR', 'ELECTRON_OVERRIDE_DIST_PATH='])
    expect(stderr.split(way).length, way).toBe(3)
  expect(stderr.split('npm run start:chromium').length).toBe(3)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('npm start takes an Electron that was named', () => {
  const named = path.join(folder, 'named')
  mkdirSync(named)
  writeFileSync(path.join(named, 'electron'), '#!/bin/sh\necho "opened with $1"\n')
  chmodSync(path.join(named, 'electron'), 0o755)
  const { status, stdout } = start(withoutElectron(), 'electron', { ELECTRON_OVERRIDE_DIST_PATH: named })
  expect([status, stdout]).toEqual([0, 'opened with .\n'])
})

it('npm run start:chromium, where the browser is not there, says so in both languages and shows no stack', () => {
  const { status, stderr } = start(root, 'chromium', { CHROMIUM_HOST_BROWSER: path.join(folder, 'no-browser') })
  expect(status).toBe(1)
  expect(stderr).toMatch(/ブラウザーがありません: \S*no-browser[^]*is not there: \S*no-browser/)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('npm run start:chromium says that it is the stand-in, before the window opens and in it', async () => {
  expect(scriptOf('start:chromium')).toContain('node build/start.mjs chromium')
  const words = [`--user-data-dir=${path.join(folder, 'settings')}`, `--data-dir=${path.join(folder, 'data')}`, '--lang=ja']
  const program = spawn(
    process.execPath,
    [path.join(root, 'build', 'start.mjs'), 'chromium', ...words, '--remote-debugging-port=0'],
    {
      env: { ...process.env, CHROMIUM_HOST_HEADLESS: '1', ...(lightBrowser ? { CHROMIUM_HOST_BROWSER: lightBrowser } : {}) },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const gone = new Promise<unknown>((resolve) => program.on('exit', (code, signal) => resolve(code ?? signal)))
  const port = /DevTools listening on (ws:\S+)/
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(port)
  expect(said).toMatch(/Electron の代わりです[^]*stand-in for Electron/)
  const browser = await chromium.connectOverCDP(port.exec(said)![1]!)
  const [page] = browser.contexts().flatMap((context) => context.pages())
  await page!.getByText(frameWords.fallback.ja).waitFor()
  // Ended from outside, it goes in order and takes its browser along.
  program.kill('SIGTERM')
  expect(await gone).toBe(0)
  await browser.close()
})
