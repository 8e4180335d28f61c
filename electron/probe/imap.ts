import type { ImapFlow, ImapFlowOptions } from 'imapflow'
import type { LookupFunction } from 'node:net'
import { ok, type Result } from '../../shared/base/result.ts'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { passwordOf, reportAttempt, tryOf, type Attempt, type NoteTry } from './attempt.ts'
import { fromImapCommand, fromImapThrow, imapStage, isSignIn, judgeImapAnswer, judgeTappedGreeting } from './imap-problems.ts'
import { tapImap, type ImapTap } from './imap-tap.ts'
import { atDoor, cancelled, silence, type Stage, type Whom } from './mail-problems.ts'
import { answersTls, tlsOptions, type Ways } from './open-socket.ts'

const ascii = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text)

/**
 * Settings of an imapflow client for a door. STARTTLS is required, never tried only. The log goes to `logger` and nowhere
 * else; the client itself must never be printed (it would show the password).
 */
function imapOptions(
  whom: Whom,
  ways: Ways,
  logger: NonNullable<ImapFlowOptions['logger']>,
  hasLogin: () => boolean,
): ImapFlowOptions {
  const { host, port, security } = whom.endpoint
  const [user, pass] = [whom.userName, passwordOf(whom)]
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

function limitOf(stage: Stage, ways: Ways): number {
  if (stage === 'connect') return ways.times.connect
  if (stage === 'tls') return ways.times.connect + ways.times.greeting
  return stage === 'greeting' || stage === 'starttls' ? ways.times.greeting : ways.times.reply
}

const mechanismOf = (tap: ImapTap): string | null =>
  tap.command === 'LOGIN' ? 'LOGIN' : tap.command === 'AUTHENTICATE' ? 'AUTHENTICATE PLAIN' : null

const offeredBy = (client: ImapFlow): readonly string[] =>
  [...client.capabilities.keys()].filter((name) => name.startsWith('AUTH=')).map((name) => name.slice(5))

/**
 * Keeps imapflow from sending ID before the sign-in, which no option can: it asks for it only where the server's list has it.
 * A round trip less, and the server learns nothing of this program's name.
 */
function hideId(client: ImapFlow): void {
  let { capabilities } = client
  Object.defineProperty(client, 'capabilities', {
    get: () => capabilities,
    set: (given: ImapFlow['capabilities']) => {
      given.delete('ID')
      capabilities = given
    },
  })
}

/**
 * Lets imapflow connect, and takes the verdict from the tagged answer to the sign-in itself: what it would ask after that
 * (ID again, NAMESPACE, LOGOUT) costs three round trips and changes nothing. The client comes back open; the caller closes it.
 */
async function signInImap(whom: Whom, ways: Ways, attempt: Attempt, verifyOnly: boolean): Promise<Result<ImapFlow>> {
  // Loaded only when a first IMAP door is tried: it costs 100 to 200 ms.
  const { ImapFlow: Client } = await import('imapflow')
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
    const early = state.verdict === null && tap.command === null ? judgeTappedGreeting(whom, tap) : null
    if (early) settle(early)
    state.ring?.()
  })
  const hasLogin = (): boolean => !client.capabilities.has('LOGINDISABLED')
  const client: ImapFlow = new Client({ ...imapOptions(whom, ways, logger, hasLogin), verifyOnly })
  hideId(client)
  const failed = (error: unknown): void => settle(fromImapThrow(whom, tap, offeredBy(client), error))
  client.on('error', failed)
  client.on('response', ({ response, code }: { response: string; code?: string }) => {
    const judged = isSignIn(tap) ? judgeImapAnswer(whom, tap, response.toUpperCase(), code ?? null) : null
    // The way to a session to work in leads on through what imapflow asks next.
    if (judged && (verifyOnly || !judged.ok)) settle(judged)
  })
  void client.connect().then(() => settle(verifyOnly ? atDoor(whom, 'auth-not-offered', { stage: 'sign-in' }) : ok()), failed)
  while (state.verdict === null) {
    const before = state.stirrings
    const waited = await ways.patience.wait(limitOf(imapStage(tap, whom), ways), (wake) => {
      state.ring = wake
      if (state.verdict !== null || state.stirrings !== before) wake()
      return () => (state.ring = null)
    })
    if (waited === 'stopped') settle(cancelled(whom))
    else if (waited === 'late') settle(silence(whom, imapStage(tap, whom), tap.sent))
  }
  attempt.sent = tap.sent
  attempt.mechanism = mechanismOf(tap)
  if (state.verdict.ok) return ok(client)
  client.close()
  return state.verdict
}

/** One IMAP sign-in by imapflow. Opens no folder. A plain door that stays silent is asked once whether it wants TLS. */
export function probeImap(order: ProbeOrder, lookup?: LookupFunction): Promise<ProbeReport> {
  return reportAttempt(order, lookup, async (whom, ways, attempt) => {
    const result = await signInImap(whom, ways, attempt, true)
    if (result.ok) {
      result.value.close()
      return ok()
    }
    if (whom.endpoint.security === 'tls' || result.problem.facts['stage'] !== 'greeting') return result
    const silent = result.problem.code === 'server-silent' || result.problem.code === 'dropped'
    return silent && (await answersTls(whom, ways))
      ? atDoor(whom, 'wrong-port-or-security', { stage: 'greeting', answers: 'tls' })
      : result
  })
}

/**
 * Looks in the inbox, opened read-only, for a message with this header, again after each `rest` until that says stop. Marks
 * nothing as read and deletes nothing.
 */
export async function watchImap(
  whom: Whom,
  ways: Ways,
  header: { readonly name: string; readonly value: string },
  rest: () => Promise<boolean>,
  note: NoteTry,
): Promise<Result<boolean>> {
  const attempt: Attempt = { sent: false, mechanism: null }
  const opened = await signInImap(whom, ways, attempt, false)
  if (attempt.sent) note(tryOf(whom, attempt, opened))
  if (!opened.ok) return opened
  const client = opened.value
  try {
    await client.mailboxOpen('INBOX', { readOnly: true })
    do {
      const found = await client.search({ header: { [header.name]: header.value } }, { uid: true })
      if (found && found.length > 0) return ok(true)
      if (!(await rest())) return ok(false)
      await client.noop()
    } while (client.usable)
    return atDoor(whom, 'dropped', { stage: 'message' })
  } catch (error) {
    return fromImapCommand(whom, error)
  } finally {
    client.close()
  }
}
