import type { Facts, Problem, ProblemCode } from '../../shared/base/problem.ts'
import { fail } from '../../shared/base/result.ts'
import type { Secret } from '../../shared/base/secret.ts'
import type { Endpoint } from '../../shared/mail/endpoint.ts'
import { againFor, type Verdict } from '../../shared/probe/judge-reply.ts'
import { saidText } from './decode-server-text.ts'

/** How far a conversation had come when it broke. */
export type Stage = 'connect' | 'tls' | 'greeting' | 'capabilities' | 'starttls' | 'sign-in' | 'message'

/** Whom a problem is about: the door, and whose password must not show in a server's words. */
export interface Whom {
  readonly endpoint: Endpoint
  readonly userName: string
  readonly password: Secret | null
}
export type Failed = { readonly ok: false; readonly problem: Problem }

const cut = (text: string): string => text.slice(0, 300)

/** A problem at a door, with host, port and protocol always among its facts. `said`: the server's own words, if any. */
export function atDoor(whom: Whom, code: ProblemCode, more: Facts = {}, said?: Uint8Array | string): Failed {
  const { protocol, host, port } = whom.endpoint
  const words = said === undefined ? '' : saidText(said, whom.userName, whom.password)
  return fail(code, againFor[code] ?? 'after-person', { protocol, host, port, ...more, ...(words ? { said: words } : {}) })
}

/** A server's refusal, judged by its reply. */
export const refusedBy = (whom: Whom, verdict: Verdict, said: Uint8Array | string, more: Facts = {}): Failed =>
  atDoor(whom, verdict.code, more, said)

/** Nothing came in time. After the password left, whether the sign-in counted is not known: `signIn: unanswered` says so. */
export function silence(whom: Whom, stage: Stage, sent: boolean): Failed {
  if (stage === 'connect' && whom.endpoint.port === 25) return atDoor(whom, 'port-25-blocked', { stage })
  return atDoor(whom, 'server-silent', { stage, ...(sent ? { signIn: 'unanswered' } : {}) })
}

/** The other side hung up, perhaps with last words. A password that had left without an answer is not tried again at once. */
export function hungUp(whom: Whom, stage: Stage, sent: boolean, lastWords?: Uint8Array): Failed {
  const { problem } = atDoor(whom, 'dropped', { stage, ...(sent ? { signIn: 'unanswered' } : {}) }, lastWords)
  return { ok: false, problem: { ...problem, again: sent ? 'later' : problem.again } }
}

/** Every way a person's wish or the overall deadline ends a probe. */
export const cancelled = (whom: Whom): Failed => atDoor(whom, 'cancelled')

const certificateCodes: Readonly<Record<string, ProblemCode>> = {
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
  HOSTNAME_MISMATCH: 'tls-wrong-host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted',
  CERT_UNTRUSTED: 'tls-untrusted',
  CERT_REJECTED: 'tls-untrusted',
  CERT_REVOKED: 'tls-untrusted',
  CERT_SIGNATURE_FAILURE: 'tls-untrusted',
  CERT_CHAIN_TOO_LONG: 'tls-untrusted',
  INVALID_CA: 'tls-untrusted',
  INVALID_PURPOSE: 'tls-untrusted',
  PATH_LENGTH_EXCEEDED: 'tls-untrusted',
}

// OpenSSL names the first bytes of a plain greeting in several ways, by what they happen to look like.
const notTls =
  /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_TOO_SMALL|UNKNOWN_PROTOCOL|BAD_RECORD_TYPE|RECORD_LAYER_FAILURE/
const tooOld =
  /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|NO_PROTOCOLS_AVAILABLE|KEY_TOO_SMALL|MD_TOO_WEAK|LEGACY_SIGALG|UNSAFE_LEGACY_RENEGOTIATION/

interface LowError {
  readonly code?: string
  readonly originalCode?: string
  readonly message?: string
  readonly reason?: string
  readonly errors?: readonly unknown[]
}

/** The lowest code under an error: nodemailer keeps it as `originalCode`, several addresses give an AggregateError. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const low: LowError = error
  if (low.originalCode) return low.originalCode
  if (low.errors && low.errors.length > 0) return errorCode(low.errors[0])
  return low.code ?? ''
}

const socketCodes: Readonly<Record<string, ProblemCode>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  EAI_AGAIN: 'offline',
  EAI_FAIL: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EHOSTUNREACH: 'offline',
  EADDRNOTAVAIL: 'offline',
  ECONNRESET: 'dropped',
  EPIPE: 'dropped',
  ECONNABORTED: 'dropped',
  ETIMEDOUT: 'server-silent',
}

/**
 * The one translator of socket and TLS errors. Names and texts of the certificate stand in the facts, cut; the error itself
 * goes no further (it can hold the whole certificate).
 */
export function fromSocketError(whom: Whom, error: unknown, stage: Stage, sent: boolean): Failed {
  const errno = errorCode(error)
  const low: LowError = typeof error === 'object' && error !== null ? error : {}
  const certificate = certificateCodes[errno]
  if (certificate) return atDoor(whom, certificate, { errno, ...(low.reason ? { certificate: cut(low.reason) } : {}) })
  const code = socketCodes[errno]
  if (whom.endpoint.port === 25 && stage === 'connect' && (code === 'server-silent' || code === 'offline'))
    return atDoor(whom, 'port-25-blocked', { errno, stage })
  if (code === 'dropped') return hungUp(whom, stage, sent)
  if (code === 'server-silent') return silence(whom, stage, sent)
  if (code) return atDoor(whom, code, { errno, stage })
  const reason = `${errno} ${low.message ?? ''}`
  if (tooOld.test(reason)) return atDoor(whom, 'tls-too-old', { errno })
  if (notTls.test(reason)) return atDoor(whom, 'wrong-port-or-security', { errno, stage })
  if (stage === 'tls' || errno.startsWith('ERR_SSL') || errno.startsWith('ERR_TLS'))
    return atDoor(whom, 'tls-failed', { errno, stage })
  return hungUp(whom, stage, sent)
}
