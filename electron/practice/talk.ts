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

/** The longest line (with its end) and the longest literal taken from a client, in bytes. */
export interface TalkLimits {
  readonly line: number
  readonly literal: number
}

/** What has come in and not been asked for. The socket is paused once more is held than a reader may ask for. */
class Inbox {
  #held: Buffer = Buffer.alloc(0)
  #over = false
  #wake: (() => void) | null = null
  #socket: Socket
  readonly #most: number
  constructor(socket: Socket, most: number) {
    this.#most = most
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
      if (this.#held.length > this.#most) socket.pause()
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
  /** Waits until `find` says how many bytes to take; null when they will never come, or do not end within `limit`. */
  async take(limit: number, find: (held: Buffer) => number | null): Promise<Buffer | null> {
    for (;;) {
      const count = find(this.#held)
      if (count !== null) {
        const taken = this.#held.subarray(0, count)
        this.#held = this.#held.subarray(count)
        this.#socket.resume()
        return taken
      }
      if (this.#over || this.#held.length > limit) return null
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}

/** A client that asks and asks and never reads waits here until it does: answers must not pile up. */
async function drained(socket: Socket): Promise<void> {
  if (!socket.writableNeedDrain) return
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      socket.off('drain', goOn).off('close', goOn)
      resolve()
    }
    socket.on('drain', goOn).on('close', goOn)
  })
}

/** Opens a conversation on a connection. */
export function makeTalk(first: Socket, limits: TalkLimits): Talk {
  let socket = first
  const inbox = new Inbox(first, Math.max(limits.line, limits.literal))
  return {
    get tls() {
      return socket instanceof TLSSocket
    },
    async line() {
      await drained(socket)
      const taken = await inbox.take(limits.line, (held) => {
        const end = held.indexOf(10)
        return end < 0 || end >= limits.line ? null : end + 1
      })
      return taken === null ? null : taken.toString('utf8').replace(/\r?\n$/, '')
    },
    bytes: (count) => inbox.take(limits.literal, (held) => (count <= limits.literal && held.length >= count ? count : null)),
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
