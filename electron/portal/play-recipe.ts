import type { Request } from 'playwright-core'
import type { Problem } from '../../shared/base/problem.ts'
import { checkRecipe } from '../../shared/portal/check-recipe.ts'
import type { Played, PlayOrder, PlayRecipe } from '../../shared/portal/play-recipe.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'
import { findBrowser, startBrowser, type RunningBrowser, type StartBrowser } from './browser.ts'
import { makeCommitGate } from './commit-gate.ts'
import { doLine } from './do-line.ts'
import { orNull } from './look-at-page.ts'
import { actCause } from './portal-problems.ts'
import { pressScript } from './page-script.ts'
import { startOneShotProxy, type OneShotProxy } from './one-shot-proxy.ts'
import { proveSiteKeys } from './prove-site-key.ts'
import { dropProfileFolder, makeProfileFolder } from './profile-folder.ts'
import { watchTraffic } from './traffic.ts'
import { answerDialog, visitProblem, type Visit, type VisitLimits } from './visit.ts'

/** Patience for a real site on a slow line. */
export const usualLimits: VisitLimits = { page: 45_000, patience: 4_000, act: 5_000 }

const nothing = (problem: Problem): Played => ({
  commit: 'not-sent',
  completed: false,
  read: {},
  pages: [],
  differences: [],
  problem,
})

/** Opens the private context's first window and puts gate, dialogs and traffic in place. */
async function beginVisit(
  order: PlayOrder,
  recipe: Recipe,
  limits: VisitLimits,
  running: RunningBrowser,
  proxy: OneShotProxy,
): Promise<Visit> {
  const { context } = running
  const gate = makeCommitGate(proxy)
  const asked = (request: Request): void => {
    if (URL.canParse(request.url())) proxy.announce(new URL(request.url()).hostname)
  }
  const traffic = watchTraffic(context, asked, (request) => gate.ended(request))
  const secrets = [...order.known, ...Object.values(order.secrets)]
  const window = await context.newPage()
  const visit: Visit = {
    order,
    recipe,
    limits,
    context,
    proxy,
    gate,
    traffic,
    secrets,
    window,
    pages: [],
    differences: [],
    read: {},
    notices: new Set(),
    said: [],
    agree: false,
    typed: new Map(),
    used: new Set(),
    standing: null,
    left: null,
    line: 0,
    stage: 'before',
    signedIn: false,
    commit: 'not-sent',
    pictures: 0,
  }
  context.on('dialog', (dialog) => void answerDialog(visit, dialog))
  await context.addInitScript(pressScript)
  await context.route('**/*', (route) => {
    asked(route.request())
    return gate.handle(route)
  })
  await context.routeWebSocket(/.*/, (socket) => void socket.close().catch(() => {}))
  return visit
}

/** The line after the next expect of this page. */
const lineAfter = (recipe: Recipe, from: number, page: string): number =>
  recipe.lines.findIndex((line, n) => n >= from && line.do === 'expect' && line.page === page) + 1

/** Plays the lines in order. A session that ran out before the commit is begun anew, once. */
async function playLines(visit: Visit): Promise<Problem | null> {
  let begunAnew = false
  const { lines } = visit.recipe
  for (visit.line = 0; visit.line < lines.length;) {
    const line = lines[visit.line]!
    const done = await doLine(visit, line)
    if (!done.ok) {
      if (done.problem.code !== 'portal-session-expired' || begunAnew || visit.commit === 'sent') return done.problem
      begunAnew = true
      visit.signedIn = false
      visit.stage = 'before'
      visit.line = 0
      continue
    }
    visit.line = line.do === 'expect' && done.value !== null ? lineAfter(visit.recipe, visit.line, done.value) : visit.line + 1
  }
  return null
}

/** Whether the commit has really left: when nothing at all went out since, and the windows are closed, nothing has. */
async function truthOf(visit: Visit, problem: Problem | null): Promise<Pick<Played, 'commit' | 'problem'>> {
  if (visit.commit === 'not-sent' || problem === null || visit.gate.left() > 0 || visit.proxy.sinceArmed() > 0)
    return { commit: visit.commit, problem }
  const closed = await orNull(
    visit.context.close().then(() => true),
    3_000,
  )
  if (!closed || visit.gate.left() > 0 || visit.proxy.sinceArmed() > 0) return { commit: 'sent', problem }
  const kept =
    problem.code === 'portal-outcome-unknown'
      ? visitProblem(visit, 'portal-changed', 'after-person', { ...problem.facts, cause: 'nothing-was-sent' })
      : problem
  return { commit: 'not-sent', problem: kept }
}

/** Resolves when the person wishes to stop; `forget` takes the listener away. */
function wish(stop: AbortSignal): { readonly came: Promise<'stopped'>; forget(): void } {
  const forgotten = new AbortController()
  const came = new Promise<'stopped'>((resolve) => {
    if (stop.aborted) resolve('stopped')
    stop.addEventListener('abort', () => resolve('stopped'), { once: true, signal: forgotten.signal })
  })
  return { came, forget: () => forgotten.abort() }
}

/** The browser went away under the visit. After the commit anything thrown still has to say that it was sent; else a bug is a bug. */
function brokenOff(error: unknown, visit: Visit | null): Problem {
  const closed = actCause(error) === 'window-closed'
  if (visit?.commit === 'sent')
    return visitProblem(visit, closed ? 'portal-outcome-unknown' : 'unexpected', 'after-person', {
      cause: closed ? 'browser-closed' : 'bug',
    })
  if (closed) return { code: 'browser-failed', again: 'later', facts: { cause: 'browser-closed' } }
  throw error
}

async function visitSite(
  order: PlayOrder,
  recipe: Recipe,
  { limits, start }: { readonly limits: VisitLimits; readonly start: StartBrowser },
  browserPath: string,
  folder: string,
  ends: (() => Promise<void>)[],
): Promise<Played> {
  const stopping = wish(order.stop)
  let visit: Visit | null = null
  const standing = (problem: Problem | null): Played =>
    visit
      ? { commit: visit.commit, completed: false, read: visit.read, pages: visit.pages, differences: visit.differences, problem }
      : nothing(problem!)
  const play = async (): Promise<Played> => {
    const proxy = await startOneShotProxy(process.env)
    ends.push(() => proxy.close())
    const provedKeys = await proveSiteKeys([order.startUrl, order.siteUrl ?? order.startUrl], order.ca, proxy)
    const running = await start({ path: browserPath, headed: order.browser.headed, folder, proxy, provedKeys })
    if (!running.ok) return nothing(running.problem)
    ends.push(() => running.value.close())
    if (order.stop.aborted) {
      // The wish to stop came while the browser was starting, and the tidying-up has passed by without it.
      await running.value.close()
      await dropProfileFolder(folder)
      return nothing({ code: 'cancelled', again: 'after-person', facts: {} })
    }
    visit = await beginVisit(order, recipe, limits, running.value, proxy)
    const problem = await playLines(visit)
    return { ...standing(null), completed: problem === null, ...(await truthOf(visit, problem)) }
  }
  try {
    const playing = play().catch((error: unknown) => standing(brokenOff(error, visit)))
    const first = await Promise.race([playing, stopping.came])
    if (first !== 'stopped') return first
    return standing({
      code: 'cancelled',
      again: 'after-person',
      facts: { recipe: recipe.id, line: (visit as Visit | null)?.line ?? 0 },
    })
  } finally {
    stopping.forget()
  }
}

/**
 * The player with other times to wait (for tests and for slow lines), and with browsers from elsewhere (for many plays in a row). `tidying`: how
 * long the answer to a wish to stop may wait for the browser to be gone, ms; a process that stays on for it has no need to.
 */
export function playRecipeWithin(limits: VisitLimits, start: StartBrowser = startBrowser, tidying = 700): PlayRecipe {
  return async (order) => {
    const recipe = checkRecipe(order.recipe)
    if (!recipe.ok) return nothing(recipe.problem)
    const browserPath = findBrowser(order.browser.path)
    if (!browserPath.ok) return nothing(browserPath.problem)
    const folder = await makeProfileFolder()
    const ends: (() => Promise<void>)[] = []
    try {
      return await visitSite(order, recipe.value, { limits, start }, browserPath.value, folder, ends)
    } finally {
      const ending = (async () => {
        for (const end of ends.reverse()) await orNull(end(), 5_000)
        await dropProfileFolder(folder)
      })()
      // A wish to stop is answered at once; tidying up goes on behind it.
      await (order.stop.aborted ? orNull(ending, tidying) : ending)
    }
  }
}

/**
 * Plays a recipe on the member site in an installed browser of its own. Sends the commit at most once, ever; presses nothing outside
 * the recipe's fence; leaves no profile behind. What became of it is in the answer, never thrown.
 */
export const playRecipe: PlayRecipe = playRecipeWithin(usualLimits)
