import { defineConfig } from 'vitest/config'
import { LongestFirst } from './build/longest-first.ts'

/**
 * Two projects: `unit` runs in seconds and needs nothing; `e2e` needs what build/set-up.mjs installs. `--mode quick` (npm run check)
 * draws a tenth of the cases of property tests; without it all are drawn.
 */
export default defineConfig(({ mode }) => ({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'build/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          setupFiles: ['build/property-seed.ts'],
          env: { PROPERTY_RUNS: mode === 'quick' ? 'few' : 'all' },
          testTimeout: 20_000,
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: '100%',
          // No module keeps anything from one test for the next but what was loaded (fonts, word lists, TLS contexts by their text):
          // in the program, too, all of them live in one process. Loading everything anew for every file took as long as the tests.
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.spec.ts'],
          globalSetup: ['e2e/canary/suite.ts'],
          // Browsers of several tests at once fill two cores: a limit, not a figure.
          testTimeout: 240_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          // Four files at once fill two cores, as each waits now and then; more only reach the limits. Figures are read in the bench.
          maxWorkers: 4,
          maxConcurrency: 2,
        },
      },
    ],
  },
}))
