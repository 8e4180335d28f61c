import type { LookupFunction } from 'node:net'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { ok, type Result } from '../../shared/base/result.ts'
import { smtpMechanisms } from '../../shared/probe/choose-mechanism.ts'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { reportAttempt, type Attempt } from './attempt.ts'
import { cancelled, silence, type Stage, type Whom } from './mail-problems.ts'
import { answersTls, letGo, openSocket, secureSocket, tlsOptions, type Ways } from './open-socket.ts'
import { fromSmtpError, spokePlain, wantsTlsHello } from './smtp-problems.ts'
import { signInSmtp } from './smtp-sign-in.ts'

/** An SMTP conversation after EHLO in the wanted TLS state, nobody signed in. */
export interface SmtpSession {
  readonly connection: SMTPConnection
  /** Mechanisms of the EHLO reply (after TLS, where there is TLS); null when AUTH is not offered. */
  readonly mechanisms: readonly string[] | null
  /** Waits for `work`, the connection's end, the wish to stop or the deadline, whichever comes first. */
  until<T>(work: Promise<T>, stage: () => Stage, sent: () => boolean): Promise<Result<T>>
  /** Says goodbye without waiting for an answer. */
  leave(): void
}

type Ending<T> = { readonly value: T } | { readonly error: unknown }

/** Loads the library only when a first SMTP door is tried. Its `verify()` is not used: it says yes without signing in. */
const loadConnection = async () => (await import('nodemailer/lib/smtp-connection')).default

function makeUntil(connection: SMTPConnection, whom: Whom, ways: Ways): SmtpSession['until'] {
  const state: { broken: { readonly error: unknown } | null; ring: (() => void) | null } = { broken: null, ring: null }
  const breaks = (error: unknown): void => {
    state.broken ??= { error }
    state.ring?.()
  }
  connection.on('error', breaks)
  connection.on('end', () => breaks(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })))
  return async <T>(work: Promise<T>, stage: () => Stage, sent: () => boolean): Promise<Result<T>> => {
    const mine: { ending: Ending<T> | null } = { ending: null }
    const end = (how: Ending<T>): void => {
      mine.ending ??= how
      state.ring?.()
    }
    void work.then(
      (value) => end({ value }),
      (error: unknown) => end({ error }),
    )
    // nodemailer keeps the limits of the single steps (its options below); this one is the probe's own deadline.
    const waited = await ways.patience.wait(ways.times.all, (wake) => {
      state.ring = wake
      if (mine.ending !== null || state.broken !== null) wake()
      return () => (state.ring = null)
    })
    if (waited === 'stopped') return cancelled(whom)
    // A reply and the hang-up after it may come in one packet: the reply counts.
    if (waited === 'woken' && mine.ending === null) await new Promise((resolve) => setImmediate(resolve))
    if (mine.ending !== null && 'value' in mine.ending) return ok(mine.ending.value)
    if (waited === 'late') return silence(whom, stage(), sent())
    return fromSmtpError(whom, mine.ending === null ? state.broken?.error : mine.ending.error, stage(), sent())
  }
}

/**
 * Opens SMTP submission up to where a sign-in may begin. The socket, and TLS from the first byte, are our own, so that the
 * system resolves the name and a certificate's fault keeps its code; STARTTLS is required where the door says so, and is asked
 * for even when it is not announced: whoever took it off the list must refuse it aloud.
 */
export async function openSmtp(whom: Whom, ways: Ways): Promise<Result<SmtpSession>> {
  const opened = await openSocket(whom, ways)
  if (!opened.ok) return opened
  const { host, security } = whom.endpoint
  const socket = security === 'tls' ? await secureSocket(whom, opened.value, ways) : opened
  if (!socket.ok) return socket
  const Connection = await loadConnection()
  const connection = new Connection({
    host,
    port: whom.endpoint.port,
    connection: socket.value,
    secure: security === 'tls',
    secured: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: tlsOptions(host, ways.ca),
    // The name of this PC is nobody's business; this is what mail programs behind a router say.
    name: '[127.0.0.1]',
    logger: false,
    connectionTimeout: ways.times.all,
    greetingTimeout: ways.times.greeting,
    socketTimeout: ways.times.reply,
    socketCloseTimeout: 1000,
    maxResponseSize: 512 * 1024,
  })
  const until = makeUntil(connection, whom, ways)
  const connected = new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
  const greeted = await until(
    connected,
    () => (connection.lastServerResponse === false ? 'greeting' : 'capabilities'),
    () => false,
  )
  if (!greeted.ok) {
    connection.close()
    opened.value.destroy()
    return greeted
  }
  const leave = (): void => {
    connection.quit()
    letGo(opened.value)
  }
  return ok({ connection, until, leave, mechanisms: smtpMechanisms(connection.lastServerResponse || '') })
}

/** One SMTP sign-in: EHLO is read first, and only a 235 to a real AUTH counts. Sends no mail. */
export function probeSmtp(order: ProbeOrder, lookup?: LookupFunction): Promise<ProbeReport> {
  return reportAttempt(order, lookup, async (whom: Whom, ways: Ways, attempt: Attempt) => {
    const session = await openSmtp(whom, ways)
    if (!session.ok) return wantsTlsHello(session.problem, whom) && (await answersTls(whom, ways)) ? spokePlain(whom) : session
    const signedIn = await signInSmtp(session.value, whom, attempt)
    session.value.leave()
    return signedIn
  })
}
