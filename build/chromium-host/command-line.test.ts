import { expect, it } from 'vitest'
import { browserForWindow, installedBrowser } from './installed-browser.ts'
import { readCommandLine } from './start.ts'

it("reads Playwright's command line, and a person's", () => {
  const playwright = ['-r', 'loader.js', '--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '.', '--user-data-dir=/x']
  expect(readCommandLine(playwright)).toMatchObject({ preloads: ['loader.js'], app: '.' })
  expect(readCommandLine([])).toEqual({ preloads: [], words: [], app: '.' })
})

it('finds an installed browser on each kind of system, and says so where there is none', () => {
  const windows = { ProgramFiles: 'C:\\Program Files' }
  const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
  expect(installedBrowser(windows, 'win32', (file) => file === edge)).toBe(edge)
  expect(installedBrowser({}, 'darwin', (file) => file.includes('Microsoft Edge'))).toContain('Microsoft Edge')
  expect(installedBrowser({}, 'linux', () => false)).toBeNull()
})

it('says what to install or to name where there is no browser, in both languages', () => {
  const none = (): string => browserForWindow({}, 'linux', () => false)
  expect(none).toThrow(/見つかりませんでした[^]*Microsoft Edge, Google Chrome or Chromium[^]*CHROMIUM_HOST_BROWSER/)
  const wrong = (): string =>
    browserForWindow({ CHROMIUM_HOST_BROWSER: '/no/browser' }, 'linux', (file) => file !== '/no/browser')
  expect(wrong).toThrow(/ありません: \/no\/browser[^]*is not there: \/no\/browser/)
  expect(browserForWindow({ CHROMIUM_HOST_BROWSER: '/a/b' }, 'linux', () => true)).toBe('/a/b')
})
