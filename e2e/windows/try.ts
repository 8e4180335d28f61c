#!/usr/bin/env node
// npm run windows -- FILE...: test files in Windows Node, all of e2e/windows/suite.ts where none is named.
import { rmSync } from 'node:fs'
import { openWindows } from './rig.ts'
import { runTests } from './run-tests.ts'
import { windowsTests } from './suite.ts'

const named = process.argv.slice(2)
const windows = openWindows()
try {
  for (const { file, passed, skipped, failed, seconds } of await runTests(
    windows,
    named.length > 0 ? named : windowsTests,
    600_000,
  )) {
    console.log(`${file}: ${passed.length} passed, ${skipped.length} skipped, ${failed.length} failed, ${seconds.toFixed(1)} s`)
    for (const one of failed) console.error(one)
    if (failed.length > 0) process.exitCode = 1
  }
} finally {
  windows.close()
  rmSync(windows.folder, { recursive: true, force: true })
}
