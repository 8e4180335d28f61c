import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { portOf } from './member-site.ts'

/** One request as a page of a second markup sees it. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  /** Who is signed in; null for nobody. */
  readonly user: string | null
  /** What this session has said on an earlier page, kept until the commit. */
  readonly draft: Map<string, string>
}

/** A page (the inside of a body, or a whole document), or a way to another page. */
export type Reply =
  | { readonly html: string; readonly status?: number }
  | { readonly to: string; readonly signIn?: string; readonly signOut?: boolean }

/** What goes wrong from the start: an error page after the commit, or one of the look's own rebuilt pages. */
export type Trouble = 'error-with-effect' | `drift:${string}`

/** The rest of the site, as its pages see it. */
export interface Desk {
  /** The passwords in force, by who they open the site for. */
  readonly passwords: ReadonlyMap<string, string>
  /** Notes that a neighbour was really used. */
  readonly decoy: (name: string) => void
  /** Notes a sign-in and answers whether the password is right. */
  readonly signIn: (user: string, password: string) => boolean
  /** Was this ever a password of that user? */
  readonly used: (user: string, password: string) => boolean
  /** The irreversible act, with the error page where one was ordered. */
  readonly change: (user: string, fresh: string, done: string) => Reply
  /** An irreversible act that changes no password (a request), with the error page where one was ordered. */
  readonly act: (name: string, done: string) => Reply
}

/** A member site built a second time, from the manual alone: its household, its pages, and how they look when rebuilt. */
export interface Look {
  readonly startPath: string
  readonly title: string
  /** First passwords, by who they open the site for. */
  readonly household: Readonly<Record<string, string>>
  /** Null: there is no such page. */
  readonly answer: (asked: Asked, desk: Desk) => Reply | null
  /** By name: on which path, and what becomes of its HTML. */
  readonly drifts: Readonly<Record<string, { readonly path: string; readonly edit: (html: string) => string }>>
  readonly error: string
}

/** A running second site, with everything that happened to it. */
export interface SecondSite {
  readonly url: string
  readonly passwords: ReadonlyMap<string, string>
  /** Whose password was changed, in order. */
  readonly changed: readonly string[]
  /** Irreversible acts that changed no password. */
  readonly acts: readonly string[]
  /** Sign-ins that reached the site: who, and whether they were let in. */
  readonly signIns: readonly { readonly user: string; readonly right: boolean }[]
  readonly decoys: readonly string[]
  /** Everything asked for: `GET /login`. */
  readonly asked: readonly string[]
  /** How many pages went out rebuilt: a rebuilt page nobody met proves nothing. */
  readonly rebuilt: () => number
  /** Passages a page of the site leaves for the trainer (a code that was sent). */
  readonly left: Map<string, string>
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}

const whole = (body: string, title: string): string =>
  /<html|<frameset/i.test(body)
    ? body
    : `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`

/** A desk that keeps the books: who signed in, which neighbours were used, whose password changed. */
function openDesk(look: Look, trouble: Trouble | null) {
  const passwords = new Map(Object.entries(look.household))
  const ever = new Map([...passwords].map(([user, password]) => [user, new Set([password])]))
  const changed: string[] = []
  const acts: string[] = []
  const decoys: string[] = []
  const signIns: { user: string; right: boolean }[] = []
  const desk: Desk = {
    passwords,
    decoy: (name) => void decoys.push(name),
    signIn(user, password) {
      const right = passwords.get(user) === password
      signIns.push({ user, right })
      return right
    },
    used: (user, password) => ever.get(user)?.has(password) === true,
    change(user, fresh, done) {
      passwords.set(user, fresh)
      ever.get(user)?.add(fresh)
      changed.push(user)
      return trouble === 'error-with-effect' ? { html: look.error, status: 500 } : { html: done }
    },
    act(name, done) {
      acts.push(name)
      return trouble === 'error-with-effect' ? { html: look.error, status: 500 } : { html: done }
    },
  }
  return { desk, passwords, changed, acts, decoys, signIns }
}

/** Starts a second site on loopback. */
export async function startSecondSite(
  makeLook: (left: Map<string, string>) => Look,
  trouble: Trouble | null = null,
): Promise<SecondSite> {
  const left = new Map<string, string>()
  const look = makeLook(left)
  const drift = trouble?.startsWith('drift:') ? look.drifts[trouble.slice('drift:'.length)] : undefined
  if (trouble?.startsWith('drift:') && !drift) throw new Error(`no ${trouble} here`)
  const { desk, ...books } = openDesk(look, trouble)
  const sessions = new Map<string, { user: string | null; draft: Map<string, string> }>()
  const sockets = new Set<Socket>()
  const asked: string[] = []
  let rebuiltPages = 0
  const send = (answer: ServerResponse, path: string, id: string, reply: Reply | null): void => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'set-cookie': `s=${id}; Path=/` }
    if (reply === null) return void answer.writeHead(404, headers).end(whole('<h1>ページが見つかりません</h1>', look.title))
    if ('to' in reply) {
      const session = sessions.get(id)!
      if (reply.signIn !== undefined) session.user = reply.signIn
      if (reply.signOut) sessions.delete(id)
      return void answer.writeHead(303, { ...headers, location: reply.to }).end()
    }
    const rebuilt = drift?.path === path ? drift.edit(reply.html) : reply.html
    if (rebuilt !== reply.html) rebuiltPages++
    answer.writeHead(reply.status ?? 200, headers).end(whole(rebuilt, look.title))
  }
  const handle = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://site')
    const form = new URLSearchParams(request.method === 'POST' ? await bodyOf(request) : '')
    asked.push(`${request.method} ${path}`)
    if (path === '/favicon.ico') return void answer.writeHead(204).end()
    const known = /(?:^|; )s=([0-9a-f]+)/.exec(request.headers.cookie ?? '')?.[1]
    const id = known !== undefined && sessions.has(known) ? known : randomBytes(8).toString('hex')
    if (!sessions.has(id)) sessions.set(id, { user: null, draft: new Map() })
    const { user, draft } = sessions.get(id)!
    send(answer, path, id, look.answer({ method: request.method ?? 'GET', path, query, form, user, draft }, desk))
  }
  const server = createServer((request, answer) => void handle(request, answer))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { url: `http://127.0.0.1:${portOf(server)}${look.startPath}`, ...books, asked, left, rebuilt: () => rebuiltPages, close }
}
