import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { installedBrowser } from './build/chromium-host/installed-browser.ts'
import { LongestFirst } from './build/longest-first.ts'
import { lightBrowser } from './e2e/fakes/light-browser.ts'

// The browser the other tests find; where there is none, the runner looks for its own and says so.
const executablePath = lightBrowser ?? installedBrowser()
const launchOptions = {
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...(executablePath === null ? {} : { executablePath }),
}

/**
 * Three projects: `unit` runs in seconds and needs nothing; `component` draws the window's parts in a browser, with their real styles;
 * `e2e` needs what build/set-up.mjs installs. `--mode quick` (npm run check) draws a tenth of the cases of property tests; without it all
 * are drawn.
 */
export default defineConfig(({ mode }) => ({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.component.test.tsx'],
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
        plugins: [react(), tailwind()],
        // Named here, so that nothing is found out while tests run: that would load the page anew under them.
        optimizeDeps: {
          include: ['react', 'react/jsx-dev-runtime', 'react-dom/client', 'react-aria-components', 'vitest-browser-react', 'zod'],
        },
        test: {
          name: 'component',
          include: ['renderer/**/*.component.test.tsx'],
          // One page for all files, loaded and compiled once: each file clears it before each of its tests.
          isolate: false,
          setupFiles: ['renderer/src/styles.css'],
          api: { host: '127.0.0.1' },
          testTimeout: 8_000,
          expect: { poll: { timeout: 3_000 } },
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium', viewport: { width: 1180, height: 820 } }],
            screenshotFailures: false,
          },
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
