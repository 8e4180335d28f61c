import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { makeKnownHosts, plainHost, type KnownHosts } from './known-hosts.ts'
import { systemProxy } from './system-proxy.ts'

/** Why a server could not be reached, as the proxy saw it. */
export type ReachCause = 'dns' | 'refused' | 'offline' | 'timed-out' | 'dropped'

/**
 * A forward proxy on loopback for one browser. Chromium sends a form again by itself when a kept-alive connection breaks
 * unanswered (and only then), so: every plain request goes over a connection of its own, and from `arm` on there is one
 * fresh tunnel a host and no second one until `release`. What breaks then stays broken. Hosts no page has asked for are refused:
 * browsers report to their makers (SEEN in Chromium: form shapes to an autofill service, updates), and that is nobody's business.
 */
export interface OneShotProxy {
  readonly server: string
  readonly userName: string
  readonly password: string
  /** A page asks something of this host: it may be reached. Others wait a moment for this, then are refused. */
  announce(host: string): void
  /** Closes every connection; from now on one tunnel a host, and no plain request other than GET or HEAD twice. */
  arm(): void
  /** The same for what may be sent again later by a person's wish (a sign-in): `release` ends it wholly. */
  guard(): void
  /** What was sent has been answered: further tunnels are allowed again. Repeated plain requests stay refused. */
  release(): void
  /** Tunnels, and plain requests other than GET and HEAD, asked for since the first `arm` (or the last `guard`). Zero: nothing of that kind can have left. */
  sinceArmed(): number
  /** Why this host could last not be reached; null: no trouble known. */
  failure(host: string): ReachCause | null
  close(): Promise<void>
}

const connectMs = 20_000
/** How long a host no page has asked for is held back before it is refused. */
const usualHoldMs = 1_500
/** A form that broke unanswered is not carried again for this long: that is the browser repeating it, no person (a sign-in counts, too). */
const repeatMs = 5_000
/** A server that leaves out a link of its certificate's chain: the browser fetches it from the authority. */
const certificate = /\.(?:crt|cer|der|p7c)$/i
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const causes: Record<string, ReachCause> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'offline',
  EHOSTUNREACH: 'offline',
  ENETDOWN: 'offline',
  ETIMEDOUT: 'timed-out',
}
const causeOf = (error: unknown): ReachCause =>
  (typeof error === 'object' && error !== null && 'code' in error && causes[String(error.code)]) || 'dropped'

interface State {
  readonly sockets: Set<Duplex>
  readonly expected: Buffer
  readonly env: Readonly<Record<string, string | undefined>>
  phase: 'open' | 'armed' | 'released'
  /** Armed by `guard`: ends as `open`. */
  passing: boolean
  since: number
  tunnels: Map<string, number>
  sent: Set<string>
  /** When a plain request that may change something broke unanswered. */
  readonly broken: Map<string, number>
  readonly failures: Map<string, ReachCause>
  readonly hosts: KnownHosts
}

function isOurs(state: State, message: IncomingMessage): boolean {
  const given = Buffer.from(message.headers['proxy-authorization'] ?? '')
  return given.length === state.expected.length && timingSafeEqual(given, state.expected)
}

function keep(state: State, socket: Duplex): void {
  state.sockets.add(socket)
  socket.on('close', () => state.sockets.delete(socket))
  socket.on('error', () => socket.destroy())
}

/** Connects to the host itself or through the office's proxy; answers once, with the socket ready for the client's bytes. */
function reach(state: State, host: string, port: number, done: (error: unknown, socket: Socket | null) => void): void {
  const upstream = systemProxy('https', host, port, state.env)
  const socket = connect({ host: upstream?.host ?? host, port: upstream?.port ?? port })
  keep(state, socket)
  let told = false
  const tell = (error: unknown): void => {
    if (told) return
    told = true
    socket.setTimeout(0)
    done(error, error ? null : socket)
  }
  socket.setTimeout(connectMs, () => {
    tell({ code: 'ETIMEDOUT' })
    socket.destroy()
  })
  socket.on('error', tell)
  socket.on('close', () => tell({ code: 'ECONNRESET' }))
  socket.on('connect', () => {
    if (!upstream) return tell(null)
    const name = host.includes(':') ? `[${host}]` : host
    const authorization = upstream.authorization ? `Proxy-Authorization: ${upstream.authorization}\r\n` : ''
    socket.write(`CONNECT ${name}:${port} HTTP/1.1\r\nHost: ${name}:${port}\r\n${authorization}\r\n`)
    socket.once('data', (head: Buffer) =>
      tell(/^HTTP\/1\.[01] 200/.test(head.toString('latin1')) ? null : { code: 'ECONNRESET' }),
    )
  })
}

async function tunnel(state: State, message: IncomingMessage, client: Duplex): Promise<void> {
  keep(state, client)
  if (!isOurs(state, message)) {
    client.end(
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="one"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    )
    return
  }
  const authority = message.url ?? ''
  const [, host = '', port = ''] = /^\[?([^\]]*)\]?:(\d+)$/.exec(authority) ?? []
  const known = host !== '' && (await state.hosts.has(host))
  const before = state.tunnels.get(authority) ?? 0
  if (!known || client.destroyed || (state.phase === 'armed' && before > 0)) {
    client.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    return
  }
  state.tunnels.set(authority, before + 1)
  state.since++
  reach(state, host, Number(port), (error, socket) => {
    if (!socket) {
      state.failures.set(plainHost(host), causeOf(error))
      client.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    client.pipe(socket)
    socket.pipe(client)
    client.on('close', () => socket.destroy())
    socket.on('close', () => client.destroy())
  })
}

async function forward(state: State, message: IncomingMessage, answer: ServerResponse): Promise<void> {
  const target = message.url ?? ''
  if (!isOurs(state, message)) {
    answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="one"', connection: 'close', 'content-length': '0' }).end()
    return
  }
  const method = message.method ?? 'GET'
  const key = `${method} ${target}`
  const url = URL.canParse(target) ? new URL(target) : null
  const fetched = method === 'GET' && url !== null && certificate.test(url.pathname)
  const known = url?.protocol === 'http:' && (fetched || (await state.hosts.has(url.hostname)))
  const changes = method !== 'GET' && method !== 'HEAD'
  const justBroke = Date.now() - (state.broken.get(key) ?? -Infinity) < repeatMs
  const repeated = changes && (justBroke || (state.phase !== 'open' && state.sent.has(key)))
  if (!url || !known || repeated || message.socket.destroyed) {
    message.socket.destroy()
    return
  }
  if (state.phase !== 'open') state.sent.add(key)
  // What only reads is seen by the gate as well, but for the browser's own wish for the site's icon.
  if (changes) state.since++
  const port = url.port === '' ? 80 : Number(url.port)
  const upstream = systemProxy('http', url.hostname, port, state.env)
  const headers = message.rawHeaders.filter((_, n, all) => !hopByHop.has(all[n - (n % 2)]!.toLowerCase()))
  if (upstream?.authorization) headers.push('Proxy-Authorization', upstream.authorization)
  const outgoing = request({
    host: upstream?.host ?? url.hostname.replace(/^\[|\]$/g, ''),
    port: upstream?.port ?? port,
    path: upstream ? target : `${url.pathname}${url.search}`,
    method,
    headers: [...headers, 'Connection', 'close'],
    agent: false,
  })
  outgoing.on('socket', (socket: Socket) => keep(state, socket))
  outgoing.on('response', (incoming) => {
    const back = incoming.rawHeaders.filter((_, n, all) => !hopByHop.has(all[n - (n % 2)]!.toLowerCase()))
    answer.writeHead(incoming.statusCode ?? 502, incoming.statusMessage, [...back, 'Connection', 'close'])
    incoming.pipe(answer)
    incoming.on('error', () => message.socket.destroy())
  })
  outgoing.on('error', (error) => {
    if (changes) state.broken.set(key, Date.now())
    state.failures.set(plainHost(url.hostname), causeOf(error))
    message.socket.destroy()
  })
  answer.on('close', () => outgoing.destroy())
  message.pipe(outgoing)
}

/** Starts the proxy on a free loopback port, with a name and password only the caller knows. */
export async function startOneShotProxy(
  env: Readonly<Record<string, string | undefined>>,
  holdMs = usualHoldMs,
): Promise<OneShotProxy> {
  const [userName, password] = ['browser', randomBytes(18).toString('base64url')]
  const expected = Buffer.from(`Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`)
  const state: State = {
    sockets: new Set(),
    expected,
    env,
    phase: 'open',
    passing: false,
    since: 0,
    tunnels: new Map(),
    sent: new Set(),
    broken: new Map(),
    failures: new Map(),
    hosts: makeKnownHosts(holdMs),
  }
  const server = createServer(
    { keepAlive: false },
    (message, answer) => void forward(state, message, answer).catch(() => message.socket.destroy()),
  )
  server.on('connect', (message, client) => void tunnel(state, message, client).catch(() => client.destroy()))
  server.on('upgrade', (_message, client) => client.destroy())
  server.on('connection', (socket) => keep(state, socket))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const closeAll = (): void => {
    for (const socket of state.sockets) socket.destroy()
  }
  const arm = (passing: boolean): void => {
    closeAll()
    if (state.phase === 'open' || state.passing) Object.assign(state, { since: 0, sent: new Set() })
    Object.assign(state, { phase: 'armed', passing, tunnels: new Map() })
  }
  return {
    server: `http://127.0.0.1:${port}`,
    userName,
    password,
    announce: (host) => state.hosts.announce(host),
    arm: () => arm(false),
    guard: () => arm(true),
    release: () => {
      if (state.phase === 'armed') state.phase = state.passing ? 'open' : 'released'
    },
    sinceArmed: () => state.since,
    failure: (host) => state.failures.get(plainHost(host)) ?? null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        closeAll()
      }),
  }
}
