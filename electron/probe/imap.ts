import type { ImapFlow, ImapFlowOptions } from 'imapflow'
import type { LookupFunction } from 'node:net'
import { ok, type Result } from '../../shared/base/result.ts'
import { judgeImapRefusal } from '../../shared/probe/judge-reply.ts'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { reportAttempt, type Attempt } from './attempt.ts'
import { answerLine, tapImap, wordsOf, type ImapTap } from './imap-tap.ts'
import {
  atDoor,
  cancelled,
  errorCode,
  fromSocketError,
  hungUp,
  refusedBy,
  silence,
  type Failed,
  type Stage,
  type Whom,
} from './mail-problems.ts'
import { answersTls, tlsOptions, type Ways } from './open-socket.ts'

const ascii = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text)

/**
 * Settings of an imapflow client for a door. STARTTLS is required, never tried only; without TLS it is not asked for. The log
 * goes to `logger` and nowhere else: the client object itself would print the password.
 */
export function imapOptions(
  whom: Whom,
  ways: Ways,
  logger: NonNullable<ImapFlowOptions['logger']>,
  hasLogin: () => boolean,
): ImapFlowOptions {
  const { host, port, security } = whom.endpoint
  const [user, pass] = [whom.userName, whom.password?.reveal() ?? '']
  const login = ascii(user + pass)
  return {
    host,
    port,
    secure: security === 'tls',
    // Undefined would mean "if offered", and the password in the clear where it is not.
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    auth: {
      user,
      pass,
      // LOGIN saves the round trip that AUTHENTICATE PLAIN waits for `+`. It carries no more than ASCII safely, and the
      // server may have switched it off: imapflow reads this when it is about to sign in, so the answer can wait till then.
      get loginMethod() {
        return login && hasLogin() ? 'LOGIN' : undefined
      },
    },
    logger,
    logRaw: true,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: ways.times.connect + ways.times.greeting,
    greetingTimeout: ways.times.greeting,
    socketTimeout: ways.times.all,
    maxLineLength: 512 * 1024,
    clientInfo: { name: 'Mail Migration Assistant', version: '', vendor: '', 'support-url': '' },
    tls: { ...tlsOptions(host, ways.ca), ...(ways.lookup ? { lookup: ways.lookup } : {}) },
  }
}

/** Loads the library only when a first IMAP door is tried: it costs 100 to 200 ms. */
export const loadImapFlow = async (): Promise<typeof ImapFlow> => (await import('imapflow')).ImapFlow

const stageOf = (tap: ImapTap, whom: Whom): Stage => {
  if (tap.sent || tap.command === 'LOGIN' || tap.command === 'AUTHENTICATE') return 'sign-in'
  if (tap.command === 'STARTTLS') return 'starttls'
  if (tap.greeting) return 'capabilities'
  if (tap.connected) return 'greeting'
  return whom.endpoint.security === 'tls' ? 'tls' : 'connect'
}

/** What the greeting says by itself, or null to go on. PREAUTH is no success: it tells nothing about this password. */
function judgeGreeting(whom: Whom, tap: ImapTap): Failed | null {
  const line = tap.greeting
  if (line === null) return tap.unended > 64 * 1024 ? atDoor(whom, 'not-a-mail-server', { stage: 'greeting' }, tap.recent) : null
  const head = line.subarray(0, 12).toString('latin1')
  if (/^\* OK(?: |\r|$)/i.test(head)) return null
  if (/^\* PREAUTH/i.test(head)) return atDoor(whom, 'auth-not-offered', { stage: 'greeting' }, wordsOf(line))
  if (/^\* BYE/i.test(head)) return atDoor(whom, 'busy', { stage: 'greeting' }, wordsOf(line))
  if (/^(?:\+OK|-ERR|[245][0-9]{2}[ -])/.test(head)) return atDoor(whom, 'wrong-port-or-security', { stage: 'greeting' }, line)
  return atDoor(whom, 'not-a-mail-server', { stage: 'greeting' }, line)
}

interface Thrown {
  readonly tlsFailed?: boolean
  readonly message?: string
  readonly code?: string
}

/** imapflow's throw, read by how far the conversation had come; its own flags are wrong too often to be read. */
function fromThrow(whom: Whom, tap: ImapTap, error: unknown): Failed {
  const thrown: Thrown = typeof error === 'object' && error !== null ? error : {}
  const stage = stageOf(tap, whom)
  const code = errorCode(error)
  if (/^(?:CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT)$/.test(code)) return silence(whom, stage, tap.sent)
  if (thrown.message === 'Server does not support STARTTLS')
    return atDoor(whom, 'tls-stripped', { stage: 'starttls' }, answerLine(tap))
  if (code === 'STARTTLS_INJECTION') return atDoor(whom, 'tls-failed', { stage: 'starttls', reason: 'data before TLS' })
  if (/^ClosedAfterConnect|^NoConnection$/.test(code)) return hungUp(whom, stage, tap.sent)
  if (thrown.message === 'Login is disabled' || thrown.message === 'Unsupported authentication mechanism')
    return atDoor(whom, 'mechanism-unsupported', { stage: 'sign-in' })
  if (code === '' && /logged out/i.test(thrown.message ?? '')) return hungUp(whom, stage, tap.sent)
  return fromSocketError(whom, error, stage === 'starttls' || (!tap.connected && stage === 'tls') ? 'tls' : stage, tap.sent)
}

function limitOf(stage: Stage, ways: Ways): number {
  if (stage === 'connect') return ways.times.connect
  if (stage === 'tls') return ways.times.connect + ways.times.greeting
  return stage === 'greeting' || stage === 'starttls' ? ways.times.greeting : ways.times.reply
}

const isSignIn = (tap: ImapTap): boolean => tap.command === 'LOGIN' || tap.command === 'AUTHENTICATE'

/**
 * Lets imapflow connect, and takes the verdict from the tagged answer to the sign-in itself: what it would ask after that
 * (ID again, NAMESPACE, LOGOUT) costs three round trips and changes nothing.
 */
async function converse(whom: Whom, ways: Ways, attempt: Attempt): Promise<Result<void>> {
  const Client = await loadImapFlow()
  const state: { verdict: Result<void> | null; stirrings: number; ring: (() => void) | null } = {
    verdict: null,
    stirrings: 0,
    ring: null,
  }
  const settle = (result: Result<void>): void => {
    state.verdict ??= result
    state.ring?.()
  }
  const { tap, logger } = tapImap(() => {
    state.stirrings++
    const early = state.verdict === null && tap.command === null ? judgeGreeting(whom, tap) : null
    if (early) settle(early)
    state.ring?.()
  })
  const hasLogin = (): boolean => !client.capabilities.has('LOGINDISABLED')
  const client: ImapFlow = new Client({ ...imapOptions(whom, ways, logger, hasLogin), verifyOnly: true })
  client.on('error', (error) => settle(fromThrow(whom, tap, error)))
  client.on('response', ({ response, code }: { response: string; code?: string }) => {
    const judged = isSignIn(tap) ? judgeAnswer(whom, tap, response.toUpperCase(), code ?? null) : null
    if (judged) settle(judged)
  })
  void client.connect().then(
    () => settle(atDoor(whom, 'auth-not-offered', { stage: 'sign-in' })),
    (error: unknown) => settle(loginDisabled(whom, client, error) ?? fromThrow(whom, tap, error)),
  )
  while (state.verdict === null) {
    const before = state.stirrings
    const waited = await ways.patience.wait(limitOf(stageOf(tap, whom), ways), (wake) => {
      state.ring = wake
      if (state.verdict !== null || state.stirrings !== before) wake()
      return () => (state.ring = null)
    })
    if (waited === 'stopped') settle(cancelled(whom))
    else if (waited === 'late') settle(silence(whom, stageOf(tap, whom), tap.sent))
  }
  attempt.sent = tap.sent
  attempt.mechanism = mechanismOf(tap)
  client.close()
  return state.verdict
}

const mechanismOf = (tap: ImapTap): string | null =>
  tap.command === 'LOGIN' ? 'LOGIN' : tap.command === 'AUTHENTICATE' ? 'AUTHENTICATE PLAIN' : null

function judgeAnswer(whom: Whom, tap: ImapTap, status: string, code: string | null): Result<void> | null {
  if (status === 'OK') return ok()
  if (status !== 'NO' && status !== 'BAD') return null
  const words = wordsOf(answerLine(tap))
  return refusedBy(whom, judgeImapRefusal(status, code, words.toString('latin1')), words)
}

/** LOGINDISABLED without TLS asks for TLS; with TLS it leaves mechanisms this program does not speak. */
function loginDisabled(whom: Whom, client: ImapFlow, error: unknown): Failed | null {
  if (!(error instanceof Error) || error.message !== 'Login is disabled') return null
  const offered = [...client.capabilities.keys()].filter((name) => name.startsWith('AUTH=')).map((name) => name.slice(5))
  return whom.endpoint.security === 'none' && offered.length === 0
    ? atDoor(whom, 'needs-tls', { stage: 'capabilities' })
    : atDoor(whom, 'mechanism-unsupported', { offered: offered.join(' ') })
}

/** One IMAP sign-in by imapflow. Opens no folder. A plain door that stays silent is asked once whether it wants TLS. */
export function probeImap(order: ProbeOrder, lookup?: LookupFunction): Promise<ProbeReport> {
  return reportAttempt(order, lookup, async (whom, ways, attempt) => {
    const result = await converse(whom, ways, attempt)
    if (result.ok || whom.endpoint.security === 'tls' || result.problem.facts['stage'] !== 'greeting') return result
    const silent = result.problem.code === 'server-silent' || result.problem.code === 'dropped'
    return silent && (await answersTls(whom, ways))
      ? atDoor(whom, 'wrong-port-or-security', { stage: 'greeting', answers: 'tls' })
      : result
  })
}
