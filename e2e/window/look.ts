import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a screen as it stands, a line each: the rule and where. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  // Its helper page cannot be opened in a program's window.
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** Does anything stand out of the window to the side? Down it may be scrolled, sideways nothing may have to be. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)

const sizes = { 100: { width: 1180, height: 820 }, 200: { width: 590, height: 410 } } as const

/** Shows the page in the window's first size, with letters of 100 % or 200 %, as Ctrl and + make them. */
export async function zoomTo(page: Page, percent: keyof typeof sizes): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setDeviceMetricsOverride', { ...sizes[percent], deviceScaleFactor: percent / 100, mobile: false })
  await cdp.detach()
}

/** Writes the whole screen, with what has to be scrolled to, at 100 % and at 200 %. Leaves it at 100 %. */
export async function takePictures(page: Page, folder: string, name: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const wide: string[] = []
  for (const percent of [200, 100] as const) {
    await zoomTo(page, percent)
    await page.screenshot({ path: path.join(folder, `${name}-${percent}.png`), fullPage: true, animations: 'disabled' })
    if (await isTooWide(page)) wide.push(`${name} at ${percent} %`)
  }
  return wide
}
