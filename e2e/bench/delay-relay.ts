import { spawn } from 'node:child_process'
import net from 'node:net'
import { fileURLToPath } from 'node:url'

/** A relay on loopback in front of a server: as if the server stood `roundTripMs` away. */
export interface Relay {
  readonly port: number
  stop(): Promise<void>
}

interface Later {
  readonly due: number
  readonly act: () => void
}

/** Acts in order, each not before its time. One timer at a time. */
function makeQueue(): (due: number, act: () => void) => void {
  let queue: Later[] = []
  let armed = false
  const drain = (): void => {
    armed = false
    while (queue[0] && queue[0].due <= performance.now() + 0.2) queue.shift()?.act()
    arm()
  }
  const arm = (): void => {
    if (armed || !queue[0]) return
    armed = true
    setTimeout(drain, Math.max(0, queue[0].due - performance.now()))
  }
  return (due, act) => {
    queue = [...queue, { due, act }]
    arm()
  }
}

/**
 * Carries one client. The client's connect is answered by this machine at once, so the round trip it would have cost is put in
 * front of everything else: what it sends leaves no earlier than one round trip after the connect, and the server hears of the
 * connection half a round trip after that. From then on each piece takes half a round trip each way. The greeting thus comes two round
 * trips after the connect, and the answer to a first TLS hello too, exactly as over a real line; and it is so for everyone alike.
 */
function carry(client: net.Socket, targetPort: number, targetHost: string, roundTripMs: number): void {
  const half = roundTripMs / 2
  const opened = performance.now()
  const up = makeQueue()
  const down = makeQueue()
  let server: net.Socket | null = null
  client.setNoDelay(true)
  client.on('error', () => undefined)
  up(opened + 1.5 * roundTripMs, () => {
    const socket = net.connect({ port: targetPort, host: targetHost, noDelay: true })
    server = socket
    socket.on('error', () => client.destroy())
    socket.on('data', (chunk) => down(performance.now() + half, () => void (client.writable && client.write(chunk))))
    socket.on('end', () => down(performance.now() + half, () => client.end()))
    socket.on('close', () => down(performance.now() + half, () => client.end()))
  })
  const leaves = (): number => Math.max(performance.now(), opened + roundTripMs) + half
  client.on('data', (chunk) => up(leaves(), () => void (server?.writable && server.write(chunk))))
  client.on('end', () => up(leaves(), () => server?.end()))
  client.on('close', () => up(leaves(), () => server?.destroy()))
}

/** Starts a relay in this process; for measuring, `startRelay` puts it into one of its own. */
export function listenRelay(targetPort: number, targetHost: string, roundTripMs: number): Promise<net.Server> {
  const server = net.createServer({ noDelay: true, allowHalfOpen: true }, (client) =>
    carry(client, targetPort, targetHost, roundTripMs),
  )
  return new Promise((resolve) => server.listen(0, '127.0.0.1', 4096, () => resolve(server)))
}

/** A relay in a process of its own, so that the measured program does not pay for it. */
export function startRelay(targetPort: number, targetHost: string, roundTripMs: number): Promise<Relay> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), String(targetPort), targetHost, String(roundTripMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout.once('data', (chunk: Buffer) => {
      resolve({
        port: Number(chunk.toString()),
        stop: () =>
          new Promise((done) => {
            child.once('exit', () => done())
            child.stdin.end()
          }),
      })
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port = '', host = '', roundTrip = ''] = process.argv.slice(2)
  const server = await listenRelay(Number(port), host, Number(roundTrip))
  const address = server.address()
  process.stdout.write(String(typeof address === 'object' ? address?.port : ''))
  // Ends when its starter does, however that ends.
  process.stdin.on('close', () => process.exit(0)).resume()
}
