import type { Problem } from '../../shared/base/problem.ts'
import { atDoor, errorCode, fromSocketError, hungUp, silence, type Failed, type Stage, type Whom } from './mail-problems.ts'

/** The parts of a nodemailer error that can be trusted: its code is one for many things, so the reply is read instead. */
interface SmtpError {
  readonly code?: string
  readonly originalCode?: string
  readonly message?: string
  readonly response?: string
  readonly responseCode?: number
  readonly command?: string
  readonly timeoutType?: string
}

/** The code of an SMTP reply, 0 when the line is none. */
export const replyCode = (reply: string): number => Number(/^([2-5][0-9]{2})(?:[ -]|\r?$)/m.exec(reply.slice(0, 5))?.[1] ?? 0)

const withoutCode = (reply: string): string => reply.replace(/^[0-9]{3}[ -]/gm, '')

function judgeGreeting(whom: Whom, reply: string): Failed {
  const code = replyCode(reply)
  if (code >= 400 && code < 500) return atDoor(whom, 'busy', { stage: 'greeting', reply: code }, withoutCode(reply))
  if (code >= 500) return atDoor(whom, 'refused', { stage: 'greeting', reply: code }, withoutCode(reply))
  const other = /^(?:\+OK|-ERR|\* (?:OK|BYE|PREAUTH))/.test(reply)
  return atDoor(whom, other ? 'wrong-port-or-security' : 'not-a-mail-server', { stage: 'greeting' }, reply)
}

function judgeReply(whom: Whom, error: SmtpError, reply: string): Failed | null {
  const code = replyCode(reply)
  if (error.command === 'STARTTLS')
    return atDoor(
      whom,
      code >= 400 && code < 500 ? 'temporary' : 'tls-stripped',
      { stage: 'starttls', reply: code },
      withoutCode(reply),
    )
  if (error.message?.startsWith('EHLO failed but HELO'))
    return atDoor(whom, 'tls-stripped', { stage: 'capabilities', reply: code }, withoutCode(reply))
  if (error.message?.startsWith('Invalid greeting')) return judgeGreeting(whom, reply)
  if (code >= 400 && code < 500) return atDoor(whom, 'busy', { stage: 'capabilities', reply: code }, withoutCode(reply))
  if (error.code === 'EPROTOCOL')
    return atDoor(whom, code === 0 ? 'not-a-mail-server' : 'refused', { stage: 'capabilities', reply: code }, withoutCode(reply))
  return null
}

/** nodemailer's error, by the reply it carries, the timeout it names, or the socket's own code below it. */
export function fromSmtpError(whom: Whom, thrown: unknown, stage: Stage, sent: boolean): Failed {
  const error: SmtpError = typeof thrown === 'object' && thrown !== null ? thrown : {}
  if (error.response) {
    const judged = judgeReply(whom, error, error.response)
    if (judged) return judged
  }
  if (error.timeoutType === 'UPGRADE_TIMEOUT') return silence(whom, 'tls', sent)
  if (error.timeoutType) return silence(whom, stage, sent)
  if (/maximum allowed size/.test(error.message ?? '')) return atDoor(whom, 'not-a-mail-server', { stage })
  const code = errorCode(thrown)
  if (code === 'ECONNECTION' || code === 'ETLS') return hungUp(whom, code === 'ETLS' ? 'tls' : stage, sent)
  // Certificates and handshakes fail after STARTTLS only: TLS from the first byte is done before nodemailer gets the socket.
  const low = /^(?:ERR_|CERT|DEPTH|SELF|UNABLE|HOSTNAME)/.test(code)
  return fromSocketError(whom, thrown, low ? 'tls' : stage, sent)
}

/** True when a plain conversation ended in a way that a port expecting TLS would explain: silence or a hang-up first of all. */
export const wantsTlsHello = (problem: Problem, whom: Whom): boolean =>
  whom.endpoint.security !== 'tls' &&
  problem.facts['stage'] === 'greeting' &&
  (problem.code === 'server-silent' || problem.code === 'dropped')

/** Plain words were spoken to a door that wants TLS from the first byte. */
export const spokePlain = (whom: Whom): Failed => atDoor(whom, 'wrong-port-or-security', { stage: 'greeting', answers: 'tls' })
