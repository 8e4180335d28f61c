import { defineConfig } from 'vitest/config'

/** A suite of one test that leaves a password behind: started by canary.spec.ts, to see the suite fail for it. */
export default defineConfig({
  test: { include: ['e2e/canary/planted/leak.ts'], globalSetup: ['e2e/canary/suite.ts'] },
})
