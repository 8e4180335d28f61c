import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'

/** The pages of one look of the member site. Every function gives the inside of the body (or a whole document). */
export interface Markup {
  readonly start: () => string
  readonly signIn: (error: string) => string
  readonly user: (login: string) => string
  readonly change: (error: string) => string
  readonly done: (password: string) => string
  /** Further addresses (frames, a page behind a frame). */
  readonly more?: Readonly<Record<string, (login: string) => string>>
}

export interface MemberSite {
  readonly url: string
  readonly login: string
  password: string
  /** Everything asked for: `GET /login`. */
  readonly asked: string[]
  /** Forms that reached the server: address and fields. */
  readonly posted: { readonly path: string; readonly fields: Readonly<Record<string, string>> }[]
  /** Connections the server has accepted. */
  connections: number
  readonly commits: () => number
  readonly touchedDecoys: () => readonly string[]
  close(): Promise<void>
}

export interface SiteOrder {
  readonly markup: Markup
  readonly login?: string
  readonly password?: string
  /** Speaks TLS with this key and certificate. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Answers instead of the site: true when it did. */
  readonly instead?: (
    site: MemberSite,
    request: IncomingMessage,
    answer: ServerResponse,
    fields: Readonly<Record<string, string>>,
  ) => boolean
}

/** The port a server listens on. */
export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server does not listen')
  return address.port
}

const whole = (body: string, title = 'BIGLOBE法人向けお客さまサポート'): string =>
  /<html|<frameset/i.test(body)
    ? body
    : `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}

export const html = (answer: ServerResponse, body: string, status = 200, headers: Record<string, string> = {}): void => {
  answer
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .end(whole(body))
}

const goTo = (answer: ServerResponse, where: string): void => {
  answer.writeHead(303, { location: where }).end()
}

/** A member site of one look, on loopback. /other/… are the neighbours nobody may touch. */
export async function startSite(order: SiteOrder): Promise<MemberSite> {
  const sockets = new Set<Socket>()
  const listener: RequestListener = (request, answer) => void handle(request, answer)
  const server = order.tls ? createSecureServer({ ...order.tls }, listener) : createServer(listener)
  const site: MemberSite = {
    url: '',
    login: order.login ?? 'ef123456',
    password: order.password ?? 'Old-pass1',
    asked: [],
    posted: [],
    connections: 0,
    commits: () => site.posted.filter((post) => post.path === '/change').length,
    touchedDecoys: () => site.asked.filter((line) => line.includes('/other')),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
  const { markup } = order
  const handle = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const fields = request.method === 'POST' ? Object.fromEntries(new URLSearchParams(await bodyOf(request))) : {}
    site.asked.push(`${request.method} ${pathname}`)
    if (request.method === 'POST') site.posted.push({ path: pathname, fields })
    if (order.instead?.(site, request, answer, fields)) return
    const signedIn = (request.headers.cookie ?? '').includes('session=yes')
    const more = markup.more?.[pathname]
    if (more) return html(answer, more(site.login))
    if (pathname === '/') return html(answer, markup.start())
    if (pathname === '/login' && request.method === 'POST') {
      const right = fields.user === site.login && fields.pass === site.password
      if (!right) return html(answer, markup.signIn('ユーザIDまたはBIGLOBEパスワードが正しくありません。'))
      answer.setHeader('set-cookie', 'session=yes; Path=/')
      return goTo(answer, '/menu')
    }
    if (pathname === '/login') return html(answer, markup.signIn(''))
    if (!signedIn) return goTo(answer, '/login')
    if (pathname === '/menu') return html(answer, markup.user(site.login))
    if (pathname === '/change' && request.method === 'POST') {
      if (fields.now !== site.password) return html(answer, markup.change('現在のパスワードが正しくありません。'))
      if (fields.next !== fields.next2) return html(answer, markup.change('新しいパスワードと再入力が一致しません。'))
      if ((fields.next ?? '').length < 8)
        return html(answer, markup.change('パスワードは8文字以上16文字以内で入力してください。'))
      site.password = fields.next!
      return html(answer, markup.done(fields.next!))
    }
    if (pathname === '/change') return html(answer, markup.change(''))
    return html(answer, '<h1>ページが見つかりません</h1>', 404)
  }
  server.on('connection', (socket) => {
    site.connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(site, { url: `${order.tls ? 'https' : 'http'}://127.0.0.1:${portOf(server)}/` })
}
