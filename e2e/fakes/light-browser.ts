import { existsSync } from 'node:fs'

const shell = '/usr/bin/chromium-headless-shell'

/**
 * The browser of plays that are about the page and the recipe: Chromium without its window (Debian's chromium-headless-shell), with
 * the engine and the network of the installed version at half the processor time (measured: 3.9 against 2.1 s a play of seven
 * pages, Chromium 156). Null where it is not installed: the usual one plays. `PORTAL_BROWSER` names another for every play.
 */
export const lightBrowser: string | null = process.env.PORTAL_BROWSER ?? (existsSync(shell) ? shell : null)

/** The browser a person has: what is found without being named. Every recipe is played in it once as it should be, and whatever is about the browser. */
export const usualBrowser: string | null = process.env.PORTAL_BROWSER ?? null
