import net from 'node:net'
import tls from 'node:tls'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestCertificate } from './certificates.ts'

/** One client, as the script sees it. Nothing is said or read but what the script says or reads. */
export interface Peer {
  /** Which connection this is, from 1. */
  readonly number: number
  /** Says exactly these bytes; a string goes out as UTF-8, with CR LF only where it stands. */
  say(words: string | Buffer): Promise<void>
  /** Says them in pieces, a packet each. */
  sayInPieces(words: string | Buffer, size?: number): Promise<void>
  /** The next line of the client without its end; null once it is gone. */
  hear(): Promise<string | null>
  /** Goes on in TLS, as after STARTTLS. */
  upgrade(certificate: TestCertificate): Promise<void>
  /** Ends the connection; `rudely` by a reset. */
  hangUp(rudely?: boolean): void
}

/** What a server does with one client. When it ends without hanging up, the server stays silent. */
export type Script = (peer: Peer) => Promise<void>

export interface ScriptedServer {
  readonly host: string
  readonly port: number
  /** Every line every client has said so far, TLS taken off. */
  readonly heard: readonly string[]
  readonly connections: () => number
  stop(): Promise<void>
}

export interface ServerOrder {
  /** TLS from the first byte with this certificate. */
  readonly tls?: TestCertificate
  /** Speak nothing newer than TLS 1.0. */
  readonly oldTls?: boolean
  readonly host?: string
}

const patient = { patience: 20_000 }

function makePeer(first: net.Socket, number: number, heard: string[]): Peer {
  let socket = first
  let lines: string[] = []
  let rest = ''
  let gone = false
  let wake: (() => void) | null = null
  const onData = (chunk: Buffer): void => {
    const parts = (rest + chunk.toString('utf8')).split(/\r?\n/)
    rest = parts.pop() ?? ''
    lines = [...lines, ...parts]
    heard.push(...parts)
    wake?.()
  }
  const onGone = (): void => {
    gone = true
    wake?.()
  }
  const attach = (): void => void socket.on('data', onData).on('close', onGone).on('end', onGone).on('error', onGone)
  attach()
  const say = (words: string | Buffer): Promise<void> =>
    new Promise((resolve) => {
      if (socket.writable) socket.write(words, () => resolve())
      else resolve()
    })
  return {
    number,
    say,
    async sayInPieces(words, size = 1) {
      const bytes = Buffer.from(words)
      for (let at = 0; at < bytes.length; at += size) {
        await say(bytes.subarray(at, at + size))
        await sleep(1)
      }
    },
    async hear() {
      for (const end = Date.now() + patient.patience; Date.now() < end;) {
        const line = lines.shift()
        if (line !== undefined) return line
        if (gone) return null
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, 200).unref()
        })
      }
      return null
    },
    upgrade(certificate) {
      socket.off('data', onData).off('close', onGone).off('end', onGone)
      return new Promise((resolve) => {
        const secured = new tls.TLSSocket(socket, { isServer: true, key: certificate.key, cert: certificate.cert })
        socket = secured
        secured
          .once('secure', resolve)
          .once('error', () => resolve())
          .once('close', () => resolve())
        attach()
      })
    },
    hangUp(rudely = false) {
      if (rudely) socket.resetAndDestroy()
      else socket.end()
    },
  }
}

/** Starts a server on loopback that plays `script` to every client. */
export async function startScriptedServer(script: Script, order: ServerOrder = {}): Promise<ScriptedServer> {
  const host = order.host ?? '127.0.0.1'
  const heard: string[] = []
  const sockets = new Set<net.Socket>()
  let number = 0
  const onClient = (socket: net.Socket): void => {
    void script(makePeer(socket, ++number, heard))
  }
  const remember = (socket: net.Socket): void => {
    socket.on('error', () => undefined)
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  const old = order.oldTls ? ({ minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const) : {}
  const server = order.tls
    ? tls.createServer({ key: order.tls.key, cert: order.tls.cert, ...old }, onClient)
    : net.createServer(onClient)
  server.on('connection', remember)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    host,
    port: address.port,
    heard,
    connections: () => number,
    stop() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A port on loopback that nobody listens on (it was free a moment ago). */
export async function closedPort(): Promise<number> {
  const server = await startScriptedServer(async () => undefined)
  await server.stop()
  return server.port
}
