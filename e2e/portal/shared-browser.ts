import { chromium, type Browser } from 'playwright-core'
import { findBrowser, privateContext, startBrowser, switches, type StartBrowser } from '../../electron/portal/browser.ts'
import { ok } from '../../shared/base/result.ts'
import { lightBrowser, usualBrowser } from '../fakes/light-browser.ts'

let running: Promise<Browser> | null = null

async function launch(): Promise<Browser> {
  const found = findBrowser(lightBrowser)
  if (!found.ok) throw new Error(found.problem.code)
  return chromium.launch({ executablePath: found.value, args: [...switches], chromiumSandbox: false })
}

/**
 * One light browser for all plays of a spec file that are about page and recipe: each has a private context of its own (with its own cookies,
 * connections and one-shot proxy), as every visit has. A browser that has to trust a proved site, or is to be seen, is started for the visit.
 */
const sharedBrowser: StartBrowser = async (order) => {
  if (order.headed || order.provedKeys.length > 0) return startBrowser(order)
  running ??= launch()
  const browser = await running
  const { server, userName, password } = order.proxy
  const context = await browser.newContext({ ...privateContext, proxy: { server, username: userName, password } })
  return ok({ context, close: () => context.close().catch(() => undefined) })
}

/** Which browser a play gets: one that a person has, the light one started for it, or the light one of the spec file. */
export type WhichBrowser = 'usual' | 'light' | 'shared'

/** What a play needs of it. */
export const browserFor = (which: WhichBrowser): { readonly path: string | null; readonly start: StartBrowser } => ({
  path: which === 'usual' ? usualBrowser : lightBrowser,
  start: which === 'shared' ? sharedBrowser : startBrowser,
})

/** To be called when a spec file's plays are over. */
export async function closeSharedBrowser(): Promise<void> {
  const browser = await running
  running = null
  await browser?.close()
}
