import type { Request, Route } from 'playwright-core'

/**
 * Stands between the page and the network. Until `arm` all passes. From then on what changes something may leave once: one form,
 * and nothing but reading after it; the same request never twice, whoever asks (a double click handler, a script, a reload).
 * While such a request is unanswered the connections are kept `armed` too, so that the browser cannot send it again by itself.
 */
export interface CommitGate {
  handle(route: Route): Promise<void>
  arm(): void
  /**
   * A sign-in is about to be sent: until `arm` or `unguard` no form or script's request that may be it can be sent again by the browser
   * itself. Nothing is held back.
   */
  guard(): void
  unguard(): void
  /** To be told of every request that was answered or failed. */
  ended(request: Request): void
  /** Requests let through since `arm` that could change something on the site: pictures, fonts and styles do not count. */
  left(): number
  /** Requests held back since `arm`. */
  held(): number
}

const dressing = new Set(['image', 'font', 'stylesheet', 'media'])
const telling = new Set([...dressing, 'ping'])
const reads = (request: Request): boolean => request.method() === 'GET' || request.method() === 'HEAD'

/** `connections.arm` (`guard` for a sign-in) drops every connection and allows one fresh one a host, `connections.release` ends that. */
export function makeCommitGate(connections: { arm(): void; guard(): void; release(): void }): CommitGate {
  let armed = false
  let guarded = false
  let left = 0
  let held = 0
  let formLeft = false
  const seen = new Set<string>()
  const unanswered = new Set<Request>()
  /** Null: held back. True: it may change something, false: it only reads. */
  const judge = (request: Request): boolean | null => {
    const key = `${request.method()} ${request.url()} ${request.postDataBuffer()?.toString('base64') ?? ''}`
    if (reads(request) && (!request.isNavigationRequest() || formLeft)) return false
    // A link or a GET form can be the commit too: until a form has left the same document is not fetched twice.
    if (seen.has(key) || (formLeft && !reads(request))) return null
    seen.add(key)
    if (!reads(request) && request.isNavigationRequest()) formLeft = true
    return true
  }
  /** May it be the sign-in? What a page tells by the way (a beacon) is none, and a form is the last that can be. */
  const mayBeSignIn = (request: Request): boolean => {
    const may = guarded && !telling.has(request.resourceType()) && (!reads(request) || request.isNavigationRequest())
    if (may && !reads(request) && request.isNavigationRequest()) guarded = false
    return may
  }
  return {
    handle: async (route) => {
      const request = route.request()
      const changes = armed ? judge(request) : mayBeSignIn(request)
      if (changes === null) {
        held++
        await route.abort('blockedbyclient').catch(() => {})
        return
      }
      if (armed && !dressing.has(request.resourceType())) left++
      if (changes) {
        if (unanswered.size === 0 && armed) connections.arm()
        else if (unanswered.size === 0) connections.guard()
        unanswered.add(request)
      }
      await route.continue().catch(() => {})
    },
    arm: () => {
      armed = true
      connections.arm()
    },
    guard: () => {
      guarded = true
    },
    unguard: () => {
      guarded = false
    },
    ended: (request) => {
      if (unanswered.delete(request) && unanswered.size === 0) connections.release()
    },
    left: () => left,
    held: () => held,
  }
}
