import { ok, type Result } from '../../shared/base/result.ts'
import { tryOf, type Attempt, type NoteTry } from './attempt.ts'
import { tagHeader } from './compose-message.ts'
import { watchImap } from './imap.ts'
import { atDoor, type Whom } from './mail-problems.ts'
import type { Ways } from './open-socket.ts'
import { openPop3, type Pop3Session } from './pop3-session.ts'
import { signInPop3 } from './pop3-sign-in.ts'

/** How many of the newest messages of a POP3 mailbox are looked at: what was sent a moment ago is among them. */
const newest = 20

interface Numbered {
  readonly number: string
  readonly id: string
}

/** The newest messages with their lasting ids; without UIDL (it is optional) the numbers of this one session. */
async function listNewest(session: Pop3Session, whom: Whom): Promise<Result<readonly Numbered[]>> {
  const uidl = await session.ask('UIDL', 'message', false)
  if (!uidl.ok) return uidl
  if (uidl.value.kind === 'ok') {
    const lines = await session.list('message', false, 1_000_000)
    if (!lines.ok) return lines
    return ok(
      lines.value.slice(-newest).map((line) => ({
        number: line.toString('latin1').split(' ')[0] ?? '',
        id: line.toString('latin1').split(' ')[1] ?? '',
      })),
    )
  }
  const stat = await session.ask('STAT', 'message', false)
  if (!stat.ok) return stat
  const count = Number(stat.value.text.toString('latin1').trim().split(' ')[0])
  if (stat.value.kind !== 'ok' || !Number.isInteger(count))
    return atDoor(whom, 'temporary', { stage: 'message' }, stat.value.text)
  return ok(Array.from({ length: Math.min(count, newest) }, (_, at) => ({ number: String(count - at), id: '' })))
}

async function hasTag(session: Pop3Session, number: string, tag: string): Promise<Result<boolean>> {
  const top = await session.ask(`TOP ${number} 0`, 'message', false)
  if (!top.ok) return top
  if (top.value.kind !== 'ok') return ok(false)
  const lines = await session.list('message', false, 1000)
  if (!lines.ok) return lines
  return ok(lines.value.some((line) => line.toString('latin1').toLowerCase() === `${tagHeader}: ${tag}`.toLowerCase()))
}

/** One look into a POP3 mailbox: headers only, by TOP, which marks nothing as read. `seen` keeps what was looked at before. */
async function lookPop3(whom: Whom, ways: Ways, tag: string, seen: Set<string>, note: NoteTry): Promise<Result<boolean>> {
  const session = await openPop3(whom, ways)
  if (!session.ok) return session
  const attempt: Attempt = { sent: false, mechanism: null }
  const signedIn = await signInPop3(session.value, whom, attempt)
  note(tryOf(whom, attempt, signedIn))
  if (!signedIn.ok) {
    session.value.leave()
    return signedIn
  }
  const listed = await listNewest(session.value, whom)
  let found: Result<boolean> = listed.ok ? ok(false) : listed
  for (const message of listed.ok ? listed.value.toReversed() : []) {
    if (message.id !== '' && seen.has(message.id)) continue
    found = await hasTag(session.value, message.number, tag)
    if (!found.ok || found.value) break
    if (message.id !== '') seen.add(message.id)
  }
  session.value.leave()
  return found
}

/**
 * Looks for the tagged message until it is there or `rest` says the patience is spent; false: not arrived. POP3 shows new mail to
 * a new sign-in only, so each look is one; a refusal or an unanswered password ends it at once, "busy" and the like wait for the next look.
 */
export async function fetchMessage(
  whom: Whom,
  makeWays: () => Ways,
  tag: string,
  rest: () => Promise<boolean>,
  note: NoteTry,
): Promise<Result<boolean>> {
  if (whom.endpoint.protocol === 'imap') return watchImap(whom, makeWays(), { name: tagHeader, value: tag }, rest, note)
  const seen = new Set<string>()
  for (;;) {
    const looked = await lookPop3(whom, makeWays(), tag, seen, note)
    if (looked.ok && looked.value) return looked
    // What was sent and not answered may have been refused: it is not sent again and again.
    if (!looked.ok && (looked.problem.again !== 'later' || looked.problem.facts['signIn'] === 'unanswered')) return looked
    if (!(await rest())) return looked
  }
}
