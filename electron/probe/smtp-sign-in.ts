import { ok, type Result } from '../../shared/base/result.ts'
import { chooseMechanism, type Mechanism } from '../../shared/probe/choose-mechanism.ts'
import { judgeSmtpRefusal } from '../../shared/probe/judge-reply.ts'
import { passwordOf, type Attempt } from './attempt.ts'
import { decodeLatin1 } from './decode-server-text.ts'
import { atDoor, refusedBy, type Whom } from './mail-problems.ts'
import { saslAnswers } from './sasl.ts'
import type { SmtpSession } from './smtp.ts'
import { replyCode } from './smtp-problems.ts'

type SendCommand = (command: string) => Promise<{ readonly response: string }>

/** Plays one mechanism; its last reply. `sent` is set before the bytes that prove the password go out. */
async function play(send: SendCommand, whom: Whom, attempt: Attempt, mechanism: Mechanism): Promise<string> {
  const answers = saslAnswers(mechanism, whom.userName, passwordOf(whom))
  if (answers.initial !== null) attempt.sent = true
  let { response } = await send(answers.initial === null ? `AUTH ${mechanism}` : `AUTH ${mechanism} ${answers.initial}`)
  for (let step = 0; replyCode(response) === 334; step++) {
    const next = answers.answer(response.slice(4).trim(), step)
    if (next?.secret) attempt.sent = true
    response = (await send(next?.text ?? '*')).response
    if (!next) break
  }
  return response
}

/**
 * Signs in once over an open conversation. Without AUTH in the EHLO reply nothing is sent (nodemailer's own `verify` would
 * call that a success); the mechanism is one the server offered. Only the reply 235 is a yes.
 */
export async function signInSmtp(session: SmtpSession, whom: Whom, attempt: Attempt): Promise<Result<void>> {
  if (session.mechanisms === null)
    return atDoor(whom, 'auth-not-offered', { stage: 'capabilities' }, session.connection.lastServerResponse || '')
  const mechanism = chooseMechanism(session.mechanisms)
  if (mechanism === null) return atDoor(whom, 'mechanism-unsupported', { offered: session.mechanisms.join(' ') })
  attempt.mechanism = `AUTH ${mechanism}`
  const reply = new Promise<string>((resolve, reject) => {
    // Its own login() reads replies into one error code for everything; a handler of ours sees each reply as it is.
    session.connection.customAuth.set(mechanism, (context) => {
      void play((command) => context.sendCommand(command), whom, attempt, mechanism).then(resolve, reject)
    })
    session.connection.login({ method: mechanism, credentials: { user: whom.userName, pass: '' } }, () => undefined)
  })
  const last = await session.until(
    reply,
    () => 'sign-in',
    () => attempt.sent,
  )
  if (!last.ok) return last
  const code = replyCode(last.value)
  if (code === 235) return ok()
  const text = last.value.replace(/^[0-9]{3}[ -]/gm, '')
  if (code === 0) return atDoor(whom, 'not-a-mail-server', { stage: 'sign-in' }, last.value)
  return refusedBy(whom, judgeSmtpRefusal(code, decodeLatin1(text), whom.endpoint.security !== 'none'), text, { reply: code })
}
