import { describe, expect, test } from 'vitest'
import { findBrowser, placesOf, type Surroundings } from './browser.ts'
import { actCause, browserProblem, netError, unreachable } from './portal-problems.ts'

const here = (platform: string, there: readonly string[], env: Surroundings['env'] = {}): Surroundings => ({
  platform,
  env,
  exists: (file) => there.includes(file),
})
const edge = '/opt/microsoft/msedge/msedge'

describe('the installed browser', () => {
  test('Edge before Chrome before Chromium', () => {
    expect(findBrowser(null, here('linux', ['/usr/bin/chromium', '/usr/bin/google-chrome', edge]))).toEqual({
      ok: true,
      value: edge,
    })
    expect(findBrowser(null, here('linux', ['/usr/bin/chromium', '/usr/bin/google-chrome']))).toEqual({
      ok: true,
      value: '/usr/bin/google-chrome',
    })
    expect(findBrowser(null, here('linux', ['/usr/bin/chromium']))).toEqual({ ok: true, value: '/usr/bin/chromium' })
  })
  test('the named one and no other; the one at a path', () => {
    expect(findBrowser('Chrome', here('linux', ['/usr/bin/chromium', edge]))).toMatchObject({
      ok: false,
      problem: { code: 'browser-missing' },
    })
    expect(findBrowser('/my/own', here('linux', ['/my/own']))).toEqual({ ok: true, value: '/my/own' })
    expect(findBrowser('/my/own', here('linux', [edge]))).toMatchObject({
      ok: false,
      problem: { code: 'browser-missing', facts: { wanted: '/my/own' } },
    })
  })
  test('the places of Windows and macOS', () => {
    const windows = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramFiles: 'C:\\Program Files' }
    expect(placesOf('edge', { platform: 'win32', env: windows })).toContain(
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    )
    expect(placesOf('chrome', { platform: 'darwin', env: { HOME: '/Users/a' } })).toContain(
      '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
  })
})

describe("Playwright's errors become problems, without their words", () => {
  test.each([
    ['net::ERR_CONNECTION_REFUSED at http://x/', 'refused'],
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_TIMED_OUT', 'timed-out'],
    ['net::ERR_EMPTY_RESPONSE', 'dropped'],
    ['net::ERR_SOMETHING_NEW', 'dropped'],
  ])('%s: %s', (text, cause) => expect(netError(text)?.cause).toBe(cause))
  test('what we broke off ourselves is no failure', () => {
    expect(netError('net::ERR_ABORTED')).toBeNull()
    expect(netError('net::ERR_BLOCKED_BY_CLIENT')).toBeNull()
    expect(netError('fine')).toBeNull()
  })
  test('a typed value in a call log goes no further', () => {
    const error = new Error(
      'elementHandle.fill: Timeout 5000ms exceeded.\nCall log:\n  - fill("Neu3word")\n  - element is not visible',
    )
    expect(actCause(error)).toBe('not-visible')
    expect(JSON.stringify(browserProblem(error, '/x'))).not.toContain('Neu3word')
  })
  test('a bad certificate waits for a person, a network for better times', () => {
    expect(unreachable('tls', {}).again).toBe('after-person')
    expect(unreachable('dropped', { host: 'a' })).toEqual({
      code: 'portal-unreachable',
      again: 'later',
      facts: { host: 'a', cause: 'dropped' },
    })
  })
})
