import { createServer, type Server, type Socket } from 'node:net'
import { createSecureContext, createServer as createTlsServer, type SecureContext } from 'node:tls'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { makeTalk, type Talk, type TalkLimits } from './talk.ts'

const connectionsMost = 512

/** An open port on 127.0.0.1. `close` cuts every connection and resolves when the port is free again. */
export interface OpenDoor {
  readonly port: number
  readonly close: () => Promise<void>
}

/** Listens on 127.0.0.1 and nowhere else. A port that is taken or not allowed is `bad-usage`, with the port and the reason. */
export function listen(server: Server, port: number): Promise<Result<OpenDoor>> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.maxConnections = connectionsMost
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(fail('bad-usage', 'after-person', { port, reason: error.code ?? 'port cannot be opened' })),
    )
    server.listen(port, '127.0.0.1', () => {
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed())
          for (const socket of sockets) socket.destroy()
        })
      const address = server.address()
      resolve(ok({ port: typeof address === 'object' && address ? address.port : port, close }))
    })
  })
}

/** A mail door: TLS from the first byte, or in the clear with an upgrade the protocol may offer. */
export interface MailDoor {
  readonly port: number
  readonly tls: boolean
  readonly limits: TalkLimits
  readonly keyPem: string
  readonly certPem: string
  /** Talks with one client until one of the two ends it. */
  readonly serve: (talk: Talk, context: SecureContext) => Promise<void>
}

/** Opens a mail door; each connection is served by itself. After `stop`, what a conversation still throws is of no interest. */
export function openMailDoor(door: MailDoor, stop: AbortSignal): Promise<Result<OpenDoor>> {
  const context = createSecureContext({ key: door.keyPem, cert: door.certPem })
  const serve = (socket: Socket): void => {
    const talk = makeTalk(socket, door.limits)
    door.serve(talk, context).then(
      () => talk.close(),
      (error: unknown) => {
        talk.close()
        if (!stop.aborted) throw error
      },
    )
  }
  const server = door.tls
    ? createTlsServer({ key: door.keyPem, cert: door.certPem, handshakeTimeout: 15_000 }, serve)
    : createServer(serve)
  return listen(server, door.port)
}
