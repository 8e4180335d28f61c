import net from 'node:net'

/** A door on loopback in front of a server's: whoever comes is let through, or stands before it, connected and unanswered, as before a dead line. */
export interface HeldDoor {
  readonly port: number
  /** From now on whoever comes is kept waiting while this says so. */
  readonly hold: (when: () => boolean) => void
  /** How many wait. */
  readonly waiting: () => number
  readonly stop: () => Promise<void>
}

/** Opens a door in front of `port`, at which nobody waits at first. */
export async function heldDoor(port: number): Promise<HeldDoor> {
  let held = (): boolean => false
  const waiting = new Set<net.Socket>()
  const all = new Set<net.Socket>()
  const keep = (socket: net.Socket): void => {
    all.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => all.delete(socket))
  }
  const server = net.createServer((visitor) => {
    keep(visitor)
    if (held()) {
      waiting.add(visitor)
      visitor.on('close', () => waiting.delete(visitor))
      return visitor.resume()
    }
    const inside = net.connect({ port, host: '127.0.0.1' })
    keep(inside)
    visitor.pipe(inside).pipe(visitor)
    inside.on('close', () => visitor.destroy())
    return visitor.on('close', () => inside.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as net.AddressInfo).port,
    hold: (when) => {
      held = when
    },
    waiting: () => waiting.size,
    stop: () => {
      for (const socket of all) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
