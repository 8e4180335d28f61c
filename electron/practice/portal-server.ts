import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, PortalPage } from './portal.ts'
import { makeSessions, type Sessions } from './portal-sessions.ts'
import { makeLockCounter, makeVisit, type LockCounter, type Site } from './portal-visit.ts'

const bodyLimit = 65_536
const cookieName = 'practice_session'
const cookieForm = new RegExp(`(?:^|;\\s*)${cookieName}=([0-9a-f]{32})(?:;|$)`)

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

interface House {
  readonly site: Site
  readonly sessions: Sessions
  readonly locks: LockCounter
  readonly stop: AbortSignal
}

/** Only this machine's own names: a page elsewhere must not reach the site through a name that points here. */
const hostAllowed = (host: string | undefined): boolean => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]+)?$/i.test(host ?? '')

/** The posted form, or null when it is too large or no form at all. */
async function readForm(request: IncomingMessage): Promise<ReadonlyMap<string, string> | null> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > bodyLimit) return null
    parts.push(part)
  }
  return new Map(new URLSearchParams(Buffer.concat(parts).toString('utf8')))
}

function rebuilt({ portal, faults }: Site, where: PortalPage, html: string, user: string | undefined): string {
  return portal.rebuilt
    .filter((change) => change.page === where.name && faults.strike(change.fault, { page: where.name, user }))
    .reduce((text, change) => change.edit(text), html)
}

async function answerFor({ site, sessions, locks, stop }: House, where: PortalPage, request: IncomingMessage): Promise<Answer> {
  const { portal, faults, events } = site
  const id = cookieForm.exec(request.headers.cookie ?? '')?.[1] ?? null
  const user = sessions.userOf(id)
  const spot = { page: where.name, user: user ?? undefined }
  const post = request.method === 'POST'
  const form = post ? await readForm(request) : new Map<string, string>()
  if (form === null) return { kind: 'page', status: 413, html: portal.trouble.error }
  if (post) events.add({ what: 'post', page: where.name })
  const slow = faults.strike('slow', spot)
  if (slow) await wait((slow.seconds ?? 5) * 1000, undefined, { signal: stop })
  if (faults.strike('maintenance', spot)) return { kind: 'page', status: 503, html: portal.trouble.maintenance }
  if (where.signedIn && (user === null || faults.strike('session-expired', spot))) {
    sessions.close(id)
    return { kind: 'page', status: 200, html: portal.trouble.expired }
  }
  const handler = post ? where.post : where.get
  if (!handler) return { kind: 'page', status: 405, html: portal.trouble.missing }
  const query = new Map(new URL(request.url ?? '/', 'http://localhost').searchParams)
  const answer = handler(makeVisit(site, locks, where, user, form, query))
  if (answer.kind === 'go' && answer.signOut) sessions.close(id)
  return answer.kind === 'page' ? { ...answer, html: rebuilt(site, where, answer.html, spot.user) } : answer
}

function send({ site, sessions }: House, request: IncomingMessage, response: ServerResponse, name: string, answer: Answer): void {
  if (answer.kind === 'cut') {
    site.events.add({ what: 'connection-cut', page: name })
    request.socket.destroy()
    return
  }
  if (answer.kind === 'go') {
    const cookie = answer.signIn ? sessions.open(answer.signIn) : answer.signOut ? '; Max-Age=0' : null
    const set = cookie === null ? {} : { 'Set-Cookie': `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Lax` }
    response.writeHead(303, { ...headers, ...set, Location: answer.to }).end()
    return
  }
  site.events.add({ what: 'page', page: name, status: answer.status })
  const policy = headers['Content-Security-Policy'] + (answer.scripts ? "; script-src 'unsafe-inline'" : '')
  response
    .writeHead(answer.status, { ...headers, 'Content-Security-Policy': policy, 'Content-Type': 'text/html; charset=utf-8' })
    .end(answer.html)
}

async function serve(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { portal } = house.site
  const path = (request.url ?? '/').split(/[?#]/)[0]!
  const bare = (status: number): void => void response.writeHead(status, headers).end()
  if (!hostAllowed(request.headers.host)) return bare(421)
  if (request.method !== 'GET' && request.method !== 'POST') return bare(405)
  if (path === '/favicon.ico') return bare(204)
  if (path === '/') return send(house, request, response, 'root', { kind: 'go', to: portal.startPath })
  const where = portal.pages.find((one) => one.path === path)
  const missing: Answer = { kind: 'page', status: 404, html: portal.trouble.missing }
  return send(house, request, response, where?.name ?? 'missing', where ? await answerFor(house, where, request) : missing)
}

/** The member site as a web server that is not listening yet. Every answer is a whole page; requests are bounded in size and time. */
export function makePortalServer(site: Site, stop: AbortSignal): Server {
  const house: House = { site, sessions: makeSessions(site.now), locks: makeLockCounter(site.now), stop }
  const server = createServer((request, response) => {
    serve(house, request, response).catch((error: unknown) => {
      // A visitor who went away, or the end of practice, is nobody's fault; anything else is a bug and must be seen.
      if (!stop.aborted && !request.socket.destroyed) throw error
      request.socket.destroy()
    })
  })
  // Longer than a person reads a page: a connection kept alive is what a browser sends its form over, and sends it again when it breaks.
  server.keepAliveTimeout = 60_000
  server.requestTimeout = 30_000
  return server
}
