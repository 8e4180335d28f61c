import { ok, type Result } from '../../shared/base/result.ts'
import { chooseMechanism, readCapa, type Mechanism, type Pop3Abilities } from '../../shared/probe/choose-mechanism.ts'
import { commandUnknown, judgePop3Refusal, pop3Code } from '../../shared/probe/judge-reply.ts'
import { passwordOf, type Attempt } from './attempt.ts'
import { decodeBytes } from './decode-server-text.ts'
import { atDoor, refusedBy, type Failed, type Whom } from './mail-problems.ts'
import type { Pop3Reply, Pop3Session } from './pop3-session.ts'
import { saslAnswers } from './sasl.ts'

/** RFC 1939 §7: a server that offers APOP shows a timestamp in its greeting. */
const hasTimestamp = (greeting: Buffer): boolean => /<[^<>@\s]+@[^<>@\s]+>/.test(greeting.toString('latin1'))

function refusal(session: Pop3Session, whom: Whom, text: Buffer): Failed {
  const verdict = judgePop3Refusal(decodeBytes(text), whom.endpoint.security !== 'none')
  return refusedBy(
    whom,
    verdict,
    text,
    verdict.code === 'mechanism-unsupported' && hasTimestamp(session.greeting) ? { offered: 'APOP' } : {},
  )
}

/** RFC 5034: the command with its first answer must fit into 255 bytes; a longer one waits for the server to ask. */
const firstAnswerFits = (mechanism: Mechanism, initial: string): boolean => `AUTH ${mechanism} ${initial}\r\n`.length <= 255

async function saslSignIn(session: Pop3Session, whom: Whom, attempt: Attempt, mechanism: Mechanism): Promise<Result<Pop3Reply>> {
  const answers = saslAnswers(mechanism, whom.userName, passwordOf(whom))
  const withFirst = answers.initial !== null && firstAnswerFits(mechanism, answers.initial)
  attempt.mechanism = `AUTH ${mechanism}`
  if (withFirst) attempt.sent = true
  let reply = await session.ask(withFirst ? `AUTH ${mechanism} ${answers.initial}` : `AUTH ${mechanism}`, 'sign-in', attempt.sent)
  for (let step = 0; reply.ok && reply.value.kind === 'more'; step++) {
    const next = answers.answer(reply.value.text.toString('latin1'), step)
    if (next?.secret) attempt.sent = true
    reply = await session.ask(next?.text ?? '*', 'sign-in', attempt.sent)
    if (!next) break
  }
  return reply
}

async function userPass(session: Pop3Session, whom: Whom, attempt: Attempt): Promise<Result<void>> {
  attempt.mechanism = 'USER/PASS'
  const user = await session.ask(`USER ${whom.userName}`, 'sign-in', attempt.sent)
  if (!user.ok) return user
  if (user.value.kind !== 'ok') {
    const text = decodeBytes(user.value.text)
    if (/APOP/i.test(text)) return atDoor(whom, 'mechanism-unsupported', { offered: 'APOP' }, user.value.text)
    return pop3Code(text) === null && commandUnknown(text)
      ? atDoor(whom, 'mechanism-unsupported', {}, user.value.text)
      : refusal(session, whom, user.value.text)
  }
  attempt.sent = true
  const pass = await session.ask(`PASS ${passwordOf(whom)}`, 'sign-in', true)
  if (!pass.ok) return pass
  return pass.value.kind === 'ok' ? ok() : refusal(session, whom, pass.value.text)
}

async function askAbilities(session: Pop3Session, sent: boolean): Promise<Result<Pop3Abilities | null>> {
  const capa = await session.ask('CAPA', 'capabilities', sent)
  if (!capa.ok) return capa
  if (capa.value.kind !== 'ok') return ok(null)
  const lines = await session.list('capabilities', sent, 200)
  return lines.ok ? ok(readCapa(lines.value.map((line) => line.toString('latin1')))) : lines
}

/** Signs in by what the server says it can; nothing of the password goes out for a way it does not offer. */
async function byAbilities(session: Pop3Session, whom: Whom, attempt: Attempt, can: Pop3Abilities): Promise<Result<void>> {
  const mechanism = chooseMechanism(can.sasl)
  if (mechanism && attempt.mechanism !== `AUTH ${mechanism}`) {
    const reply = await saslSignIn(session, whom, attempt, mechanism)
    if (!reply.ok) return reply
    return reply.value.kind === 'ok' ? ok() : refusal(session, whom, reply.value.text)
  }
  if (can.user || can.sasl.length === 0) {
    if (can.user || !hasTimestamp(session.greeting)) return userPass(session, whom, attempt)
  }
  return atDoor(whom, 'mechanism-unsupported', {
    offered: [...can.sasl, ...(hasTimestamp(session.greeting) ? ['APOP'] : [])].join(' '),
  })
}

/**
 * Signs in once. Its first move is `AUTH PLAIN` with the answer in the same line: one round trip, and a server that has never
 * heard of it says so in one line too (two commands at once might be swallowed). What such a server refused was the command, not
 * the password: only when its own CAPA list shows that (or, where there is no CAPA, its words) is USER/PASS tried after it.
 * A password that a server may have judged is never sent again.
 */
export async function signInPop3(session: Pop3Session, whom: Whom, attempt: Attempt): Promise<Result<void>> {
  // In the clear the first move would show the password to a server that may want APOP: there the list comes first.
  if (whom.endpoint.security === 'none' && hasTimestamp(session.greeting)) {
    const can = await askAbilities(session, false)
    if (!can.ok) return can
    return can.value ? byAbilities(session, whom, attempt, can.value) : userPass(session, whom, attempt)
  }
  const reply = await saslSignIn(session, whom, attempt, 'PLAIN')
  if (!reply.ok) return reply
  if (reply.value.kind === 'ok') return ok()
  const text = decodeBytes(reply.value.text)
  const code = pop3Code(text)
  // The other codes speak of the mailbox or the server; `[AUTH]` is also said to a switched-off mechanism.
  if (code !== null && code !== 'AUTH') return refusal(session, whom, reply.value.text)
  const can = await askAbilities(session, true)
  if (!can.ok) {
    // It hung up after refusing: its words are all there is.
    return commandUnknown(text)
      ? atDoor(whom, 'mechanism-unsupported', {}, reply.value.text)
      : refusal(session, whom, reply.value.text)
  }
  if (can.value?.sasl.includes('PLAIN')) return refusal(session, whom, reply.value.text)
  if (can.value) return byAbilities(session, whom, attempt, can.value)
  return commandUnknown(text) ? userPass(session, whom, attempt) : refusal(session, whom, reply.value.text)
}
