/**
 * How many cases a property test draws: all of `full`, or a tenth (at least ten) under `npm run check`, which is to take seconds.
 * `npm test` and a test file run by itself draw all of them.
 */
export const runs = (full: number): number =>
  process.env['PROPERTY_RUNS'] === 'few' ? Math.min(full, Math.max(10, Math.ceil(full / 10))) : full
