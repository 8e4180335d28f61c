import * as fc from 'fast-check'
import { runs } from './property-runs.ts'

// Property tests draw the same cases each time, so that a red build is a change's own fault. `FC_SEED=12345` (or any number) draws others:
// run a few before a release.
const asked = process.env['FC_SEED']
fc.configureGlobal({ seed: asked ? Number(asked) : 20_261_120, numRuns: runs(100) })
