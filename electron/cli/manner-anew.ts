import type { RunManner } from '../road/app.ts'
import type { Options } from './arguments.ts'
import { readManner } from './read-wishes.ts'

/** How a run is carried on where something is said anew; what is not stays as it was started with. Null: nothing is. */
export function mannerAnew(before: RunManner, options: Options, authority: string | undefined): RunManner | null {
  const { browser, headed, headless, attended, ca } = readManner(options, authority)
  const window = headed || headless === true
  if (ca === null && browser === null && !window && !attended) return null
  const shown = window ? { headed, headless } : { headed: before.headed, headless: before.headless }
  return {
    browser: browser ?? before.browser,
    headed: shown.headed,
    ...(shown.headless ? { headless: true } : {}),
    attended: attended || before.attended,
    ca: ca ?? before.ca,
  }
}
