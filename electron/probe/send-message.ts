import { ok, type Result } from '../../shared/base/result.ts'
import { tryOf, type Attempt, type NoteTry } from './attempt.ts'
import { atDoor, type Whom } from './mail-problems.ts'
import type { Ways } from './open-socket.ts'
import { openSmtp, type SmtpSession } from './smtp.ts'
import { signInSmtp } from './smtp-sign-in.ts'

interface SendError {
  readonly response?: string
}

const responseOf = (error: unknown): string => {
  const low: SendError = typeof error === 'object' && error !== null ? error : {}
  return low.response ?? ''
}

function handOver(session: SmtpSession, address: string, message: string): Promise<string | null> {
  return new Promise((resolve) => {
    session.connection.send({ from: address, to: [address] }, message, (error, info) => {
      if (error) resolve(responseOf(error))
      else resolve(info && info.accepted.length > 0 ? null : (info?.response ?? ''))
    })
  })
}

/** Signs in once and sends one finished message from an address to itself. A refusal carries the server's words. */
export async function sendMessage(
  whom: Whom,
  ways: Ways,
  address: string,
  message: string,
  note: NoteTry,
): Promise<Result<void>> {
  const session = await openSmtp(whom, ways)
  if (!session.ok) return session
  const attempt: Attempt = { sent: false, mechanism: null }
  const signedIn = await signInSmtp(session.value, whom, attempt)
  note(tryOf(whom, attempt, signedIn))
  if (!signedIn.ok) {
    session.value.leave()
    return signedIn
  }
  const handed = await session.value.until(
    handOver(session.value, address, message),
    () => 'message',
    () => false,
  )
  session.value.leave()
  if (!handed.ok) return handed
  return handed.value === null ? ok() : atDoor(whom, 'message-refused', { stage: 'message' }, handed.value)
}
