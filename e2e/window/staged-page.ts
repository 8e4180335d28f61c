import { chromium, type Page } from 'playwright-core'
import type { Problem } from '../../shared/base/problem.ts'
import type { CallName, Output } from '../../shared/ipc/contract.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import { viewProvider } from '../../shared/ipc/provider-view.ts'
import { providers } from '../../shared/provider/index.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { lightBrowser } from '../fakes/light-browser.ts'
import { serveBuilt } from './serve-built.ts'

/** A call that is refused. */
export interface Refusal {
  readonly refuse: Problem
}

/** Answers of one call after the other; the last one stays. */
export interface InTurn<T> {
  readonly inTurn: readonly T[]
}

type Answer<T> = T | 'hang' | Refusal

/** What the staged main process answers; `hang`: the answer does not come. Calls that are not named are refused as `unexpected`. */
export type Answers = { readonly [N in CallName]?: Answer<Output<N>> | InTurn<Answer<Output<N>>> }

/** The built page with a main process that says what the test has it say: for states that a real run passes in a moment, or never reaches. */
export interface StagedPage {
  readonly page: Page
  readonly tell: (event: RoadEvent) => Promise<void>
  /** What the page has called, in order, with its input. */
  readonly calls: () => Promise<readonly { readonly name: string; readonly input: unknown }[]>
}

/** The part of the page's window that plays the main process. */
interface Staged {
  readonly calls: { readonly name: string; readonly input: unknown }[]
  readonly listeners: Set<(event: unknown) => void>
}

function playMain(answers: Record<string, unknown>): void {
  const staged: Staged = { calls: [], listeners: new Set() }
  const refusal = { ok: false, problem: { code: 'unexpected', again: 'never', facts: { reason: 'not-staged' } } }
  const migration = {
    call: (name: string, input: unknown) => {
      staged.calls.push({ name, input })
      if (!(name in answers)) return Promise.resolve(refusal)
      const named = answers[name] as { inTurn?: unknown[]; refuse?: unknown } | 'hang'
      const turn = typeof named === 'object' ? named.inTurn : undefined
      const answer = (turn ? (turn.length > 1 ? turn.shift() : turn[0]) : named) as typeof named
      if (answer === 'hang') return new Promise(() => undefined)
      const refused = typeof answer === 'object' && answer.refuse !== undefined
      return Promise.resolve(refused ? { ok: false, problem: answer.refuse } : { ok: true, value: answer })
    },
    onEvent: (listener: (event: unknown) => void) => {
      staged.listeners.add(listener)
      return () => staged.listeners.delete(listener)
    },
    pathOf: () => '',
    ready: () => undefined,
  }
  Object.assign(globalThis, { migration, staged })
}

/** What the staged program says of itself. */
export const about = (lang: Lang): Output<'about'> => ({
  name: 'Mail Migration Assistant',
  version: '0.1.0',
  dataDir: '/data',
  lang,
  shell: 'electron',
  practice: null,
  providers: providers.map(viewProvider),
})

/** A browser with one page in it that is loaded anew for each staging: what it has compiled it keeps. A staging ends with the next one. */
export interface StagedBrowser {
  readonly stage: (lang: Lang, answers: Answers) => Promise<StagedPage>
  readonly close: () => Promise<void>
}

const viewport = { width: 1180, height: 820 }

/** Opens the browser in which the built page is staged, with the test's answers behind its bridge. */
export async function openBrowser(): Promise<StagedBrowser> {
  const served = await serveBuilt()
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    ...(lightBrowser === null ? {} : { executablePath: lightBrowser }),
  })
  const page = await browser.newPage({ viewport })
  page.setDefaultTimeout(15_000)
  let earlier: { readonly dispose: () => Promise<void> } | null = null
  return {
    stage: async (lang, answers) => {
      await earlier?.dispose()
      earlier = await page.addInitScript(playMain, { about: about(lang), vault: { problem: null }, setLang: {}, ...answers })
      // As it was first found: nothing of the staging before stays, neither size nor colours nor the mouse over something.
      await page.setViewportSize(viewport)
      await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: null })
      await page.mouse.move(0, 0)
      await page.goto(served.url)
      await page.getByRole('heading', { level: 1 }).waitFor()
      return {
        page,
        tell: (event) =>
          page.evaluate((event) => {
            for (const listener of (globalThis as unknown as { staged: Staged }).staged.listeners) listener(event)
          }, event),
        calls: () => page.evaluate(() => (globalThis as unknown as { staged: Staged }).staged.calls),
      }
    },
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}
