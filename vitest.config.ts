import { defineConfig } from 'vitest/config'

/** Two projects: `unit` runs in seconds and needs nothing; `e2e` needs what build/set-up.mjs installs. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'build/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          setupFiles: ['build/property-seed.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.spec.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Mostly waiting: for browsers, servers and mail programs. Figures are not read here but in the bench.
          maxWorkers: 2,
        },
      },
    ],
  },
})
