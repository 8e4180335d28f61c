import { afterAll, beforeAll, expect, it } from 'vitest'
import { rigFits } from '../../build/windows-rig.mjs'
import { dropFolder } from '../canary/drop-folder.ts'
import { openBrowser, type OpenBrowser } from './browser.ts'
import { openWindows, type Windows } from './rig.ts'
import { type FileOutcome, runTests } from './run-tests.ts'
import { windowsTests } from './suite.ts'

let windows: Windows
let browser: OpenBrowser
let outcomes: readonly FileOutcome[]

// One start for all of them: it takes as long as most of the tests together.
beforeAll(async () => {
  if (!rigFits) return
  windows = openWindows()
  browser = await openBrowser()
  outcomes = await runTests(windows, windowsTests, 230_000, browser.endpoint)
}, 240_000)
afterAll(async () => {
  if (!rigFits) return
  await browser.close()
  dropFolder(browser.folder)
  windows.close()
  // Its registry and its people's folders are searched for passwords as everything else.
  dropFolder(windows.folder)
})

it.runIf(rigFits).each(windowsTests)('in Windows: %s', (file) => {
  const outcome = outcomes.find((one) => one.file === file)
  expect(outcome?.failed.join('\n\n')).toBe('')
  expect(outcome?.passed.length).toBeGreaterThan(0)
})
