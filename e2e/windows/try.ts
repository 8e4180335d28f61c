#!/usr/bin/env node
// npm run windows -- FILE...: test files in Windows Node, all of e2e/windows/suite.ts where none is named.
import { rmSync } from 'node:fs'
import { openBrowser } from './browser.ts'
import { openWindows } from './rig.ts'
import { runTests } from './run-tests.ts'
import { windowsTests } from './suite.ts'

const named = process.argv.slice(2)
const windows = openWindows()
const browser = await openBrowser()
try {
  for (const { file, passed, skipped, failed, seconds } of await runTests(
    windows,
    named.length > 0 ? named : windowsTests,
    600_000,
    browser.endpoint,
  )) {
    console.log(`${file}: ${passed.length} passed, ${skipped.length} skipped, ${failed.length} failed, ${seconds.toFixed(1)} s`)
    for (const one of failed) console.error(one)
    if (failed.length > 0) process.exitCode = 1
  }
} finally {
  await browser.close()
  rmSync(browser.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  windows.close()
  rmSync(windows.folder, { recursive: true, force: true })
}
