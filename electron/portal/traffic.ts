import type { BrowserContext, Page, Request } from 'playwright-core'
import { netError } from './portal-problems.ts'

/** What is going on between the browser and the site: nothing of it is stored, only what the player has to wait for. */
export interface Traffic {
  /** Documents asked for and not answered yet. */
  documentsOpen(): number
  /** Documents, scripts' requests: how many are under way. */
  open(): number
  /** Milliseconds since something began or ended. */
  quietFor(): number
  /** HTTP status of a window's main document. */
  statusOf(page: Page): number | null
  /** How the last main document failed since `forget`, if it did. */
  failure(): { readonly host: string; readonly cause: string; readonly name: string } | null
  forget(): void
}

const waitedFor = new Set(['document', 'xhr', 'fetch', 'script', 'stylesheet'])

const pageOf = (request: Request): Page | null => {
  try {
    return request.frame().page()
  } catch {
    return null
  }
}
const isMain = (request: Request): boolean => {
  try {
    return request.isNavigationRequest() && request.frame().parentFrame() === null
  } catch {
    // A navigation whose frame is not known yet is that of a new window.
    return request.isNavigationRequest()
  }
}

/** Watches one browser context. `asked` is told of every request a page makes, `answered` of every answer and every failure. */
export function watchTraffic(
  context: BrowserContext,
  asked: (request: Request) => void,
  answered: (request: Request) => void,
): Traffic {
  const open = new Map<Request, Page | null>()
  const status = new Map<Page, number>()
  let moved = Date.now()
  let failure: ReturnType<Traffic['failure']> = null
  const ended = (request: Request): void => {
    if (open.delete(request)) moved = Date.now()
  }
  context.on('request', (request) => {
    asked(request)
    if (!waitedFor.has(request.resourceType())) return
    open.set(request, pageOf(request))
    moved = Date.now()
  })
  context.on('response', (response) => {
    answered(response.request())
    const page = isMain(response.request()) ? pageOf(response.request()) : null
    if (page) status.set(page, response.status())
  })
  context.on('requestfinished', ended)
  context.on('requestfailed', (request) => {
    answered(request)
    ended(request)
    const error = isMain(request) ? netError(request.failure()?.errorText ?? '') : null
    if (error) failure = { ...error, host: URL.canParse(request.url()) ? new URL(request.url()).host : '' }
  })
  context.on('page', (page) => {
    moved = Date.now()
    page.on('close', () => {
      for (const [request, owner] of open) if (owner === page) open.delete(request)
    })
  })
  return {
    documentsOpen: () => [...open.keys()].filter((request) => request.resourceType() === 'document').length,
    open: () => open.size,
    quietFor: () => Date.now() - moved,
    statusOf: (page) => status.get(page) ?? null,
    failure: () => failure,
    forget: () => {
      failure = null
      moved = Date.now()
    },
  }
}
