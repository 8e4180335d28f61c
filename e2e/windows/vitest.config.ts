import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** What runs inside Windows Node (rig.ts starts it): one process, so that 2 s of start are spent once, and what lives in one registry does not meet. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..', '..'),
  test: {
    name: 'windows',
    include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'e2e/windows/**/*.test.ts'],
    env: { PROPERTY_RUNS: 'few' },
    // A limit, not a figure: what takes 20 ms elsewhere may take a second here, and the machine has other things to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    fileParallelism: false,
    isolate: false,
  },
})
