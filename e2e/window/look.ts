import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe answers, as far as it is told on. */
interface AxeRun {
  readonly run: (context: unknown, options: unknown) => Promise<{ readonly violations: readonly Violation[] }>
}
interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

// The package that drives axe brings it along; put into a page once, it judges every state of that page.
export const { source: axeSource } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))(
  'axe-core',
) as {
  source: string
}

/** Where a page that is served for tests finds axe: loaded as a file it is compiled once for all pages. The program's own page has no such place. */
export const axePlace = '/axe.js'

async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return
  if (page.url().startsWith('http://127.0.0.1:')) await page.addScriptTag({ url: axePlace })
  else await page.evaluate(axeSource)
}

/** What axe finds wrong with a screen as it stands, a line each: the rule and where. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await bringAxe(page)
  const violations = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: AxeRun }
    const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))
  }, tags)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** Does anything stand out of the window to the side? Down it may be scrolled, sideways nothing may have to be. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)

/** Words that are cut off by what they stand in, at the sizes the page has now. What is for the ear alone is meant to be cut off. */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.closest('.sr-only') === null && one.clientWidth > 1 && (one.textContent ?? '').trim() !== '')
      .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one)
        const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
        const wide = hides(overflowX) && one.scrollWidth > one.clientWidth + 1
        return wide || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
      })
      .map((one) => one.outerHTML.slice(0, 200)),
  )

/** The window as it opens, and as small as it may be made; in points of the screen. */
const windows = { usual: { width: 1180, height: 820 }, least: { width: 1024, height: 700 } } as const

/**
 * Shows the page with letters of so many percent: as Ctrl and + make them, or a screen that is scaled so. What a page sees of either is fewer
 * points to stand in. (An override by the browser's own protocol ends with its session: a page that was said to be at 200 % was not.)
 */
export async function zoomTo(page: Page, percent: number, of: keyof typeof windows = 'usual'): Promise<void> {
  const { width, height } = windows[of]
  const size = { width: Math.floor((width * 100) / percent), height: Math.floor((height * 100) / percent) }
  await page.setViewportSize(size)
  const seen = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  if (seen.width !== size.width) throw new Error(`the page is ${seen.width} points wide, not ${size.width}`)
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
