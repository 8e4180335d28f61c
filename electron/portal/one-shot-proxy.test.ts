import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { connect, createServer as createSocketServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { startOneShotProxy, type OneShotProxy } from './one-shot-proxy.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})
const portOf = (server: { address(): unknown }): number => {
  const address = server.address()
  if (typeof address !== 'object' || address === null || !('port' in address)) throw new Error('not listening')
  return Number(address.port)
}
async function listen(server: Server | ReturnType<typeof createSocketServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => server.close())
  return portOf(server)
}
async function proxyWith(env: Record<string, string> = {}): Promise<OneShotProxy> {
  const proxy = await startOneShotProxy(env)
  for (const host of ['127.0.0.1', 'no-such-host.invalid', 'biz.example.test']) proxy.announce(host)
  ends.push(() => void proxy.close())
  return proxy
}
const authorization = (proxy: OneShotProxy): string =>
  `Basic ${Buffer.from(`${proxy.userName}:${proxy.password}`).toString('base64')}`

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: IncomingMessage['headers']
}
/** Asks through the proxy; null: the proxy hung up. */
const ask = (
  proxy: OneShotProxy,
  url: string,
  method = 'GET',
  body = '',
  key: string | null = authorization(proxy),
): Promise<Answer | null> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(proxy.server)
    const asking = request({
      host: hostname,
      port,
      path: url,
      method,
      agent: false,
      headers: { host: new URL(url).host, ...(key === null ? {} : { 'proxy-authorization': key }) },
    })
    asking.on('error', () => resolve(null))
    asking.on('response', async (answer) => {
      let text = ''
      for await (const part of answer) text += String(part)
      resolve({ status: answer.statusCode ?? 0, body: text, headers: answer.headers })
    })
    asking.end(body)
  })

/** Opens a tunnel; the status line, and the socket behind it. */
const tunnel = (proxy: OneShotProxy, target: string): Promise<{ status: number; socket: Socket }> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(proxy.server)
    const socket = connect(Number(port), hostname)
    ends.push(() => socket.destroy())
    socket.on('error', () => {})
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\nProxy-Authorization: ${authorization(proxy)}\r\n\r\n`)
    socket.once('data', (head: Buffer) => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head.toString())?.[1]), socket }))
  })

async function counting(): Promise<{ readonly url: string; readonly seen: string[]; readonly sockets: Set<Socket> }> {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(async (message, answer) => {
    let text = ''
    for await (const part of message) text += String(part)
    seen.push(`${message.method} ${message.url} ${text}`)
    sockets.add(message.socket)
    answer.setHeader('set-cookie', ['a=1', 'b=2'])
    answer.end(JSON.stringify(message.headers))
  })
  return { url: `http://127.0.0.1:${await listen(server)}`, seen, sockets }
}

describe('a plain request', () => {
  test('is carried as it is, over a connection of its own, without what belongs to the proxy', async () => {
    const [proxy, site] = [await proxyWith(), await counting()]
    const first = await ask(proxy, `${site.url}/a?b=1`)
    await ask(proxy, `${site.url}/c`, 'POST', 'x=1')
    expect(site.seen).toEqual(['GET /a?b=1 ', 'POST /c x=1'])
    expect(site.sockets.size).toBe(2)
    expect(first).toMatchObject({ status: 200, headers: { connection: 'close', 'set-cookie': ['a=1', 'b=2'] } })
    expect(JSON.parse(first!.body)).not.toHaveProperty('proxy-authorization')
  })
  test('that may change something and broke unanswered does not reach the server again when the browser repeats it', async () => {
    const proxy = await proxyWith()
    const seen: string[] = []
    const server = createServer((message) => {
      seen.push(`${message.method} ${message.url}`)
      message.socket.destroy()
    })
    const url = `http://127.0.0.1:${await listen(server)}`
    expect(await ask(proxy, `${url}/login`, 'POST', 'pass=1')).toBeNull()
    expect(await ask(proxy, `${url}/login`, 'POST', 'pass=1')).toBeNull()
    await ask(proxy, `${url}/other`, 'POST', 'x=1')
    await ask(proxy, `${url}/page`)
    await ask(proxy, `${url}/page`)
    expect(seen).toEqual(['POST /login', 'POST /other', 'GET /page', 'GET /page'])
  })
  test('from anybody else is refused', async () => {
    const [proxy, site] = [await proxyWith(), await counting()]
    expect((await ask(proxy, site.url, 'GET', '', null))?.status).toBe(407)
    expect((await ask(proxy, site.url, 'GET', '', 'Basic eDp5'))?.status).toBe(407)
    expect(site.seen).toEqual([])
  })
  test('to nobody is hung up on, and the cause is known', async () => {
    const proxy = await proxyWith()
    const gone = createSocketServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const port = portOf(gone)
    await new Promise((resolve) => gone.close(resolve))
    expect(await ask(proxy, `http://127.0.0.1:${port}/`)).toBeNull()
    expect(proxy.failure('127.0.0.1')).toBe('refused')
    expect(await ask(proxy, 'http://no-such-host.invalid/')).toBeNull()
    expect(proxy.failure('no-such-host.invalid')).toBe('dns')
  })
  test('once armed the same form goes through once, reading goes on, and only the form counts as left', async () => {
    const [proxy, site] = [await proxyWith(), await counting()]
    await ask(proxy, `${site.url}/change`, 'POST', 'before')
    proxy.arm()
    expect(proxy.sinceArmed()).toBe(0)
    await ask(proxy, `${site.url}/icon`)
    expect(proxy.sinceArmed()).toBe(0)
    expect((await ask(proxy, `${site.url}/change`, 'POST', 'one'))?.status).toBe(200)
    expect(await ask(proxy, `${site.url}/change`, 'POST', 'one')).toBeNull()
    proxy.release()
    expect(await ask(proxy, `${site.url}/change`, 'POST', 'one')).toBeNull()
    expect((await ask(proxy, `${site.url}/next`))?.status).toBe(200)
    expect(site.seen.filter((line) => line.startsWith('POST'))).toEqual(['POST /change before', 'POST /change one'])
    expect(proxy.sinceArmed()).toBe(1)
  })
})

describe('a tunnel', () => {
  const echo = () => createSocketServer((socket) => socket.on('error', () => {}).pipe(socket))
  test('carries bytes both ways; arming breaks it; then one fresh one a host until released', async () => {
    const [proxy, port] = [await proxyWith(), await listen(echo())]
    const target = `127.0.0.1:${port}`
    const first = await tunnel(proxy, target)
    first.socket.write('hello')
    expect(String(await new Promise((resolve) => first.socket.once('data', resolve)))).toBe('hello')
    const broken = new Promise((resolve) => first.socket.once('close', resolve))
    proxy.arm()
    await broken
    const second = await tunnel(proxy, target)
    expect(second.status).toBe(200)
    expect((await tunnel(proxy, target)).status).toBe(403)
    second.socket.destroy()
    expect((await tunnel(proxy, target)).status).toBe(403)
    expect(proxy.sinceArmed()).toBe(1)
    proxy.release()
    expect((await tunnel(proxy, target)).status).toBe(200)
  })
  test('guarded for a sign-in: one fresh one a host until that is answered, then as before; the commit counts anew', async () => {
    const [proxy, site] = [await proxyWith(), await counting()]
    const target = site.url.replace('http://', '')
    proxy.guard()
    expect((await tunnel(proxy, target)).status).toBe(200)
    expect((await tunnel(proxy, target)).status).toBe(403)
    proxy.release()
    expect((await tunnel(proxy, target)).status).toBe(200)
    proxy.guard()
    expect((await ask(proxy, `${site.url}/login`, 'POST', 'pass=1'))?.status).toBe(200)
    expect(await ask(proxy, `${site.url}/login`, 'POST', 'pass=1')).toBeNull()
    proxy.release()
    expect((await ask(proxy, `${site.url}/login`, 'POST', 'pass=1'))?.status).toBe(200)
    proxy.guard()
    await tunnel(proxy, target)
    proxy.arm()
    expect(proxy.sinceArmed()).toBe(0)
    await tunnel(proxy, target)
    proxy.release()
    proxy.arm()
    expect(proxy.sinceArmed()).toBe(1)
  })
  test('to nobody, or to nonsense, is refused', async () => {
    const proxy = await proxyWith()
    expect((await tunnel(proxy, 'no-such-host.invalid:443')).status).toBe(502)
    expect(proxy.failure('no-such-host.invalid')).toBe('dns')
    expect((await tunnel(proxy, 'nonsense')).status).toBe(403)
  })
})

describe('a host no page has asked for', () => {
  test('is refused, on both ways; announced within a moment it is reached', async () => {
    const [proxy, site] = [await startOneShotProxy({}, 200), await counting()]
    ends.push(() => void proxy.close())
    const { host } = new URL(site.url)
    expect(await ask(proxy, `${site.url}/report`, 'POST', 'form shapes')).toBeNull()
    expect((await tunnel(proxy, host)).status).toBe(403)
    expect(proxy.failure('127.0.0.1')).toBeNull()
    setTimeout(() => proxy.announce('127.0.0.1'), 50)
    expect((await ask(proxy, `${site.url}/late`))?.status).toBe(200)
    expect(site.seen.filter((line) => line.includes('report'))).toEqual([])
  })
})

describe("through the office's own proxy", () => {
  test('plain requests and tunnels are handed on with its name and password', async () => {
    const seen: string[] = []
    const office = createServer((message, answer) => {
      seen.push(`${message.method} ${message.url} ${message.headers['proxy-authorization']}`)
      answer.end('from the office')
    })
    office.on('connect', (message, client) => {
      seen.push(`CONNECT ${message.url} ${message.headers['proxy-authorization']}`)
      client.on('error', () => {})
      client.write('HTTP/1.1 200 ok\r\n\r\n')
      client.pipe(client)
    })
    const port = await listen(office)
    const proxy = await proxyWith({ HTTP_PROXY: `http://u:p@127.0.0.1:${port}`, HTTPS_PROXY: `http://127.0.0.1:${port}` })
    expect((await ask(proxy, 'http://biz.example.test/a'))?.body).toBe('from the office')
    const { status, socket } = await tunnel(proxy, 'biz.example.test:443')
    expect(status).toBe(200)
    socket.write('through')
    expect(String(await new Promise((resolve) => socket.once('data', resolve)))).toBe('through')
    expect(seen).toEqual([
      `GET http://biz.example.test/a Basic ${Buffer.from('u:p').toString('base64')}`,
      'CONNECT biz.example.test:443 undefined',
    ])
  })
})
