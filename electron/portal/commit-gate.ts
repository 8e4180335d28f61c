import type { Request, Route } from 'playwright-core'

/**
 * Stands between the page and the network. Until `arm` all passes. From then on what changes something may leave once: one form,
 * and nothing but reading after it; the same request never twice, whoever asks (a double click handler, a script, a reload).
 */
export interface CommitGate {
  handle(route: Route): Promise<void>
  arm(): void
  /** Requests let through since `arm` that could change something on the site: pictures, fonts and styles do not count. */
  left(): number
  /** Requests held back since `arm`. */
  held(): number
  /** Is this the request that carries the commit, its answer the one to wait for? */
  isCommit(request: Request): boolean
}

const dressing = new Set(['image', 'font', 'stylesheet', 'media'])
const reads = (request: Request): boolean => request.method() === 'GET' || request.method() === 'HEAD'

export function makeCommitGate(): CommitGate {
  let armed = false
  let left = 0
  let held = 0
  let form: Request | null = null
  const seen = new Set<string>()
  const mayLeave = (request: Request): boolean => {
    const key = `${request.method()} ${request.url()} ${request.postDataBuffer()?.toString('base64') ?? ''}`
    if (reads(request)) {
      // A link or GET form can be the commit too: the same document is not fetched twice.
      if (!request.isNavigationRequest()) return true
      if (seen.has(key)) return false
      seen.add(key)
      return true
    }
    if (form !== null || seen.has(key)) return false
    seen.add(key)
    if (request.isNavigationRequest()) form = request
    return true
  }
  return {
    handle: async (route) => {
      const request = route.request()
      if (armed && !mayLeave(request)) {
        held++
        await route.abort('blockedbyclient').catch(() => {})
        return
      }
      if (armed && !dressing.has(request.resourceType())) left++
      await route.continue().catch(() => {})
    },
    arm: () => {
      armed = true
    },
    left: () => left,
    held: () => held,
    isCommit: (request) => armed && (request === form || (form === null && request.isNavigationRequest())),
  }
}
