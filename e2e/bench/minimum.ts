import net from 'node:net'
import tls from 'node:tls'
import type { Protocol, Security } from '../../shared/mail/endpoint.ts'

/** What the least a client can do is asked: the same things as a probe, with nothing checked but the last reply. */
export interface MinimumOrder {
  readonly protocol: Protocol
  readonly security: Security
  readonly port: number
  readonly userName: string
  readonly password: string
  readonly ca: string
}

interface Talk {
  socket: net.Socket
  line(): Promise<string>
}

function talkOver(socket: net.Socket): Talk {
  let buffer = ''
  let ring: (() => void) | null = null
  socket.on('data', (chunk: Buffer) => {
    buffer += chunk.toString('latin1')
    ring?.()
  })
  return {
    socket,
    async line() {
      for (;;) {
        const end = buffer.indexOf('\r\n')
        if (end !== -1) {
          const line = buffer.slice(0, end)
          buffer = buffer.slice(end + 2)
          return line
        }
        await new Promise<void>((resolve) => (ring = resolve))
      }
    },
  }
}

const secure = (socket: net.Socket, ca: string): Promise<net.Socket> =>
  new Promise((resolve, reject) => {
    socket.removeAllListeners('data')
    const secured = tls.connect({ socket, ca, host: 'localhost', servername: 'localhost' }, () => resolve(secured))
    secured.once('error', reject)
  })

async function ehlo(talk: Talk): Promise<void> {
  talk.socket.write('EHLO [127.0.0.1]\r\n')
  while ((await talk.line())[3] === '-');
}

/**
 * The hand-written minimum: connect, TLS where asked, greeting, one sign-in, no more round trip than the protocol needs. True when
 * the server said yes. QUIT is sent and not waited for.
 */
export async function minimumSignIn(order: MinimumOrder): Promise<boolean> {
  const { protocol, security, ca } = order
  const plain = await new Promise<net.Socket>((resolve, reject) => {
    const socket = net.connect({ port: order.port, host: 'localhost', noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })
  let talk = talkOver(security === 'tls' ? await secure(plain, ca) : plain)
  await talk.line()
  const initial = Buffer.from(`\0${order.userName}\0${order.password}`).toString('base64')
  if (protocol === 'smtp') await ehlo(talk)
  if (security === 'starttls') {
    talk.socket.write(protocol === 'pop3' ? 'STLS\r\n' : protocol === 'imap' ? 'a STARTTLS\r\n' : 'STARTTLS\r\n')
    await talk.line()
    talk = talkOver(await secure(plain, ca))
    if (protocol === 'smtp') await ehlo(talk)
  }
  talk.socket.write(protocol === 'imap' ? `b LOGIN "${order.userName}" "${order.password}"\r\n` : `AUTH PLAIN ${initial}\r\n`)
  const answers = protocol === 'imap' ? 'b ' : ''
  let last = await talk.line()
  while (!last.startsWith(answers)) last = await talk.line()
  talk.socket.end(protocol === 'imap' ? 'c LOGOUT\r\n' : 'QUIT\r\n')
  setTimeout(() => plain.destroy(), 1000).unref()
  return /^(?:\+OK|b OK|235)/.test(last)
}
