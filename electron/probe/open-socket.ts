import net from 'node:net'
import tls from 'node:tls'
import { ok, type Result } from '../../shared/base/result.ts'
import type { ProbeTimes } from '../../shared/probe/probe.ts'
import { atDoor, cancelled, fromSocketError, hungUp, silence, type Whom } from './mail-problems.ts'
import type { Patience } from './patience.ts'
import { trustContext } from './trust.ts'

/** What every conversation with a server needs beside the door itself. */
export interface Ways {
  readonly times: ProbeTimes
  readonly patience: Patience
  readonly ca?: string | undefined
  /** Name resolution; default: the system's. Many probes of one list share one that asks once a name. */
  readonly lookup?: net.LookupFunction | undefined
}

const nothing = (): void => undefined

/** Options for a TLS handshake with the door's host: its name in SNI and in the certificate, and whom we trust. */
export function tlsOptions(host: string, ca?: string): tls.ConnectionOptions {
  return { host, secureContext: trustContext(ca), ...(net.isIP(host) === 0 ? { servername: host } : {}) }
}

/** Opens TCP to the door, nothing said yet. The socket keeps a listener for late errors and never throws them. */
export async function openSocket(whom: Whom, ways: Ways): Promise<Result<net.Socket>> {
  const { host, port } = whom.endpoint
  const socket = net.connect({
    host,
    port,
    noDelay: true,
    // Node's own 250 ms an address fails where the way is longer than that.
    autoSelectFamilyAttemptTimeout: Math.max(250, Math.floor(ways.times.connect / 4)),
    ...(ways.lookup ? { lookup: ways.lookup } : {}),
  })
  let error: unknown = null
  socket.on('error', nothing)
  const waited = await ways.patience.wait(ways.times.connect, (wake) => {
    const failed = (cause: Error): void => {
      error = cause
      wake()
    }
    socket.once('connect', wake).once('error', failed)
    return () => socket.off('connect', wake).off('error', failed)
  })
  if (waited === 'woken' && error === null) return ok(socket)
  socket.destroy()
  if (waited === 'stopped') return cancelled(whom)
  return waited === 'late' ? silence(whom, 'connect', false) : fromSocketError(whom, error, 'connect', false)
}

/**
 * Speaks TLS on an open socket and checks the certificate for the door's host. Refuses bytes that came before the handshake:
 * after STARTTLS they could only be somebody's in between.
 */
export async function secureSocket(whom: Whom, socket: net.Socket, ways: Ways): Promise<Result<tls.TLSSocket>> {
  if (socket.readableLength > 0) {
    const early: unknown = socket.read()
    socket.destroy()
    if (whom.endpoint.security === 'tls')
      return atDoor(whom, 'wrong-port-or-security', { stage: 'tls' }, Buffer.isBuffer(early) ? early : undefined)
    return atDoor(whom, 'tls-failed', { stage: 'starttls', reason: 'data before TLS' })
  }
  const secured = tls.connect({ ...tlsOptions(whom.endpoint.host, ways.ca), socket })
  let error: unknown = null
  let closed = false
  secured.on('error', nothing)
  const waited = await ways.patience.wait(ways.times.greeting, (wake) => {
    const failed = (cause: Error): void => {
      error = cause
      wake()
    }
    const gone = (): void => {
      closed = true
      wake()
    }
    secured.once('secureConnect', wake).once('error', failed).once('close', gone)
    return () => secured.off('secureConnect', wake).off('error', failed).off('close', gone)
  })
  if (waited === 'woken' && error === null && !closed) return ok(secured)
  secured.destroy()
  socket.destroy()
  if (waited === 'stopped') return cancelled(whom)
  if (waited === 'late') return silence(whom, 'tls', false)
  return error === null ? hungUp(whom, 'tls', false) : fromSocketError(whom, error, 'tls', false)
}

/**
 * Lets go of a socket after the last words: the program may end at once, and a server that never hangs up is hung up on after a
 * second. Nothing is kept of it once it is closed.
 */
export function letGo(socket: net.Socket): void {
  socket.unref()
  const timer = setTimeout(() => socket.destroy(), 1000).unref()
  socket.once('close', () => clearTimeout(timer))
}

/** True when the door answers a TLS handshake, whatever its certificate: then a plain conversation was the mistake. */
export async function answersTls(whom: Whom, ways: Ways): Promise<boolean> {
  const opened = await openSocket(whom, ways)
  if (!opened.ok) return false
  const secured = tls.connect({ ...tlsOptions(whom.endpoint.host, ways.ca), socket: opened.value, rejectUnauthorized: false })
  secured.on('error', nothing)
  let answered = false
  await ways.patience.wait(ways.times.greeting, (wake) => {
    const yes = (): void => {
      answered = true
      wake()
    }
    secured.once('secureConnect', yes).once('error', wake).once('close', wake)
    return () => secured.off('secureConnect', yes).off('error', wake).off('close', wake)
  })
  secured.destroy()
  opened.value.destroy()
  return answered
}
