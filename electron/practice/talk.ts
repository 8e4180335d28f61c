import type { Socket } from 'node:net'
import { TLSSocket, type SecureContext } from 'node:tls'

/** A conversation in lines with one client, read one at a time, so that a server can be written as a loop. */
export interface Talk {
  readonly tls: boolean
  /** The next line without its line end; null when the client is gone, silent for too long, or has sent a line beyond the limit. */
  readonly line: () => Promise<string | null>
  /** Exactly so many bytes (an IMAP literal), or null as above. */
  readonly bytes: (count: number) => Promise<Buffer | null>
  readonly say: (text: string | Buffer) => void
  /** Goes over to TLS. Whatever came in before the handshake is thrown away: it was not protected. False: no handshake. */
  readonly upgrade: (context: SecureContext) => Promise<boolean>
  readonly close: () => void
}

/** RFC 1939 asks for at least ten minutes. */
const idle = 600_000

/** What has come in and not been asked for. At most `limit` bytes ahead of the reader: beyond that the socket is paused. */
class Inbox {
  #held: Buffer = Buffer.alloc(0)
  #over = false
  #wake: (() => void) | null = null
  #socket: Socket
  readonly #limit: number
  constructor(socket: Socket, limit: number) {
    this.#limit = limit
    this.#socket = socket
    this.listenTo(socket)
  }
  listenTo(socket: Socket): void {
    this.#socket = socket
    this.#held = Buffer.alloc(0)
    // Answers go out in several small writes; held back they would cost a client some 40 ms each.
    socket.setNoDelay(true)
    socket.setTimeout(idle, () => socket.destroy())
    socket.on('data', (part: Buffer) => {
      this.#held = Buffer.concat([this.#held, part])
      if (this.#held.length > this.#limit) socket.pause()
      this.#ring()
    })
    const end = (): void => {
      this.#over ||= socket === this.#socket
      this.#ring()
    }
    // An error is followed by close, which ends the reading; there is nobody to tell it to.
    socket.on('error', () => {})
    socket.on('end', end).on('close', end)
  }
  leave(): void {
    this.#socket.removeAllListeners('data')
    this.#socket.setTimeout(0)
  }
  #ring(): void {
    const wake = this.#wake
    this.#wake = null
    wake?.()
  }
  /** Waits until `find` says how many bytes to take; null when they will never come. */
  async take(find: (held: Buffer) => number | null): Promise<Buffer | null> {
    for (;;) {
      const count = find(this.#held)
      if (count !== null) {
        const taken = this.#held.subarray(0, count)
        this.#held = this.#held.subarray(count)
        this.#socket.resume()
        return taken
      }
      if (this.#over || this.#held.length > this.#limit) return null
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}

/** Opens a conversation on a connection. Lines (with their end) and literals may be up to `limit` bytes long. */
export function makeTalk(first: Socket, limit: number): Talk {
  let socket = first
  const inbox = new Inbox(first, limit)
  return {
    get tls() {
      return socket instanceof TLSSocket
    },
    async line() {
      const taken = await inbox.take((held) => {
        const end = held.indexOf(10)
        return end < 0 || end >= limit ? null : end + 1
      })
      return taken === null ? null : taken.toString('utf8').replace(/\r?\n$/, '')
    },
    bytes: (count) => inbox.take((held) => (count <= limit && held.length >= count ? count : null)),
    say(text) {
      if (socket.writable) socket.write(text)
    },
    upgrade(context) {
      inbox.leave()
      const plain = socket
      const secure = new TLSSocket(plain, { isServer: true, secureContext: context })
      socket = secure
      inbox.listenTo(secure)
      return new Promise((resolve) => {
        secure.once('secure', () => resolve(true))
        secure.once('close', () => resolve(false))
        plain.once('close', () => resolve(false))
      })
    },
    close() {
      socket.end()
      socket.destroySoon()
    },
  }
}
