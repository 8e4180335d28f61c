import type { Problem } from '../../shared/base/problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { judgeImapRefusal } from '../../shared/probe/judge-reply.ts'
import { decodeBytes } from './decode-server-text.ts'
import { answerLine, wordsOf, type ImapTap } from './imap-tap.ts'
import {
  atDoor,
  errorCode,
  fromSocketError,
  hungUp,
  refusedBy,
  silence,
  type Failed,
  type Stage,
  type Whom,
} from './mail-problems.ts'

/** How far the conversation has come, read off the tap. */
export function imapStage(tap: ImapTap, whom: Whom): Stage {
  if (isSignIn(tap)) return 'sign-in'
  if (tap.command === 'STARTTLS') return 'starttls'
  if (tap.greeting) return 'capabilities'
  if (tap.connected) return 'greeting'
  return whom.endpoint.security === 'tls' ? 'tls' : 'connect'
}

export const isSignIn = (tap: ImapTap): boolean => tap.command === 'LOGIN' || tap.command === 'AUTHENTICATE'

/** What the first line says by itself, or null to go on. PREAUTH is no success: it tells nothing about this password. */
export function judgeImapGreeting(whom: Whom, line: Buffer): Failed | null {
  const head = line.subarray(0, 12).toString('latin1')
  if (/^\* OK(?: |\r|$)/i.test(head)) return null
  if (/^\* PREAUTH/i.test(head)) return atDoor(whom, 'auth-not-offered', { stage: 'greeting' }, wordsOf(line))
  if (/^\* BYE/i.test(head)) return atDoor(whom, 'busy', { stage: 'greeting' }, wordsOf(line))
  if (/^(?:\+OK|-ERR|[245][0-9]{2}[ -])/.test(head)) return atDoor(whom, 'wrong-port-or-security', { stage: 'greeting' }, line)
  return atDoor(whom, 'not-a-mail-server', { stage: 'greeting' }, line)
}

/** The same while it may still be on its way: a first line that never ends is no mail server's. */
export function judgeTappedGreeting(whom: Whom, tap: ImapTap): Failed | null {
  if (tap.greeting !== null) return judgeImapGreeting(whom, tap.greeting)
  return tap.unended > 64 * 1024 ? atDoor(whom, 'not-a-mail-server', { stage: 'greeting' }, tap.recent) : null
}

/** The verdict of the tagged answer to a sign-in; null when the line is none. */
export function judgeImapAnswer(whom: Whom, tap: ImapTap, status: string, code: string | null): Result<void> | null {
  if (status === 'OK') return ok()
  if (status !== 'NO' && status !== 'BAD') return null
  const words = wordsOf(answerLine(tap))
  return refusedBy(whom, judgeImapRefusal(status, code, decodeBytes(words), whom.endpoint.security !== 'none'), words)
}

/** What the server said with its BYE, if it said one. */
function byeWords(tap: ImapTap): Buffer | undefined {
  const line = answerLine(tap)
  return /^\* BYE/i.test(line.toString('latin1')) ? wordsOf(line) : undefined
}

interface Thrown {
  readonly tlsFailed?: boolean
  readonly message?: string
}

/** imapflow's throw, read by how far the conversation had come; its own flags are wrong too often to be read. */
export function fromImapThrow(whom: Whom, tap: ImapTap, offered: readonly string[], error: unknown): Failed {
  const thrown: Thrown = typeof error === 'object' && error !== null ? error : {}
  const stage = imapStage(tap, whom)
  const code = errorCode(error)
  if (/^(?:CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT)$/.test(code)) return silence(whom, stage, tap.sent)
  if (thrown.message === 'Server does not support STARTTLS')
    return atDoor(whom, 'tls-stripped', { stage: 'starttls' }, answerLine(tap))
  if (code === 'STARTTLS_INJECTION') return atDoor(whom, 'tls-failed', { stage: 'starttls', reason: 'data before TLS' })
  if (/^ClosedAfterConnect|^NoConnection$/.test(code)) return hungUp(whom, stage, tap.sent, byeWords(tap))
  if (thrown.message === 'Login is disabled') return loginDisabled(whom, offered)
  if (thrown.message === 'Unsupported authentication mechanism')
    return atDoor(whom, 'mechanism-unsupported', { offered: offered.join(' ') })
  if (code === '' && /logged out/i.test(thrown.message ?? '')) return hungUp(whom, stage, tap.sent, byeWords(tap))
  return fromSocketError(whom, error, stage === 'starttls' ? 'tls' : stage, tap.sent)
}

interface CommandError {
  readonly responseStatus?: unknown
  readonly responseText?: unknown
  readonly message?: string
}

const brokenLine: readonly Problem['code'][] = ['dropped', 'server-silent', 'offline']

/**
 * What a command behind the sign-in threw: the server said no (`temporary`, with its words), or the line broke, or what came over it
 * was no IMAP. Anything else is a mistake of this program and is thrown on.
 */
export function fromImapCommand(whom: Whom, error: unknown): Failed {
  const thrown: CommandError = typeof error === 'object' && error !== null ? error : {}
  if (thrown.responseStatus === 'NO' || thrown.responseStatus === 'BAD') {
    const words = typeof thrown.responseText === 'string' ? thrown.responseText : ''
    return atDoor(whom, 'temporary', { stage: 'message' }, words)
  }
  if (thrown.message === 'Failed to fetch folders') return atDoor(whom, 'temporary', { stage: 'message' })
  const code = errorCode(error)
  if (code === '' || /^ERR_(?!SSL|TLS|STREAM)/.test(code)) throw error
  const { problem } = fromSocketError(whom, error, 'message', false)
  return brokenLine.includes(problem.code) ? { ok: false, problem } : atDoor(whom, 'dropped', { stage: 'message', errno: code })
}

/** LOGINDISABLED without TLS asks for TLS; with TLS it leaves mechanisms this program does not speak. */
export function loginDisabled(whom: Whom, offered: readonly string[]): Failed {
  if (whom.endpoint.security === 'none' && offered.length === 0) return atDoor(whom, 'needs-tls', { stage: 'capabilities' })
  return atDoor(whom, 'mechanism-unsupported', { stage: 'capabilities', offered: offered.join(' ') })
}
