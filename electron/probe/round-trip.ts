import { randomBytes } from 'node:crypto'
import type { Problem } from '../../shared/base/problem.ts'
import { probeTimes, type DoorTry, type RoundTripOrder, type RoundTripReport } from '../../shared/probe/probe.ts'
import { checkCredentials } from './attempt.ts'
import { composeMessage } from './compose-message.ts'
import { fetchMessage } from './fetch-message.ts'
import { atDoor, type Whom } from './mail-problems.ts'
import type { Ways } from './open-socket.ts'
import { startPatience } from './patience.ts'
import { sendMessage } from './send-message.ts'

/** Two minutes: what a mail to oneself takes at an ordinary provider, with its spam check. */
const usualPatience = 120_000

/** Rests between looks, ms: soon at first, then seldom, since each look at a POP3 server is a sign-in. */
const rests = [500, 1000, 2000, 4000, 8000, 15_000] as const

const address = /^[^\s<>\u0000-\u001f\u007f]+@[^\s<>\u0000-\u001f\u007f]+$/

/**
 * Sends a message to oneself over `outgoing` and finds it again over `incoming`, by a tag nobody else knows. It is left where it
 * is, unread. `ok` means it was seen in the mailbox; sent and not found in time is `message-not-arrived`.
 */
export async function roundTrip(order: RoundTripOrder): Promise<RoundTripReport> {
  const tag = `mm-${randomBytes(12).toString('hex')}`
  const clock = startPatience(order.patience ?? usualPatience, order.stop)
  const ways = (): Ways => ({ times: probeTimes, patience: startPatience(probeTimes.all, order.stop), ca: order.ca })
  const signIns: DoorTry[] = []
  const note = (tried: DoorTry): void => void signIns.push(tried)
  const report = (problem: Problem | null): RoundTripReport => ({
    ok: problem === null,
    problem,
    tag,
    ms: Math.round(clock.spent()),
    signIns,
  })
  const [outgoing, incoming]: readonly [Whom, Whom] = [order.outgoing, order.incoming]
  for (const whom of [outgoing, incoming]) {
    const checked = checkCredentials(whom)
    if (!checked.ok) return report(checked.problem)
  }
  if (!address.test(order.address))
    return report(atDoor(outgoing, 'message-refused', { stage: 'message', address: order.address.slice(0, 200) }).problem)
  const words = order.words ?? { subject: tag, body: tag }
  const sent = await sendMessage(
    outgoing,
    ways(),
    order.address,
    composeMessage({ address: order.address, tag, ...words, at: new Date() }),
    note,
  )
  if (!sent.ok) return report(sent.problem)
  let looks = 0
  const rest = async (): Promise<boolean> => {
    const pause = rests[Math.min(looks++, rests.length - 1)] ?? 0
    // Nothing rings: only the pause, the patience or the person's wish ends it.
    const waited = await clock.wait(pause, () => () => undefined)
    return waited === 'late' && clock.spent() < (order.patience ?? usualPatience)
  }
  const found = await fetchMessage(incoming, incomingWays(order, ways), tag, rest, note)
  if (!found.ok) return report(found.problem)
  if (found.value) return report(null)
  return report(
    atDoor(incoming, order.stop?.aborted ? 'cancelled' : 'message-not-arrived', { waitedMs: Math.round(clock.spent()) }).problem,
  )
}

/** An IMAP watch is one long conversation: it may last as long as the patience does. */
function incomingWays(order: RoundTripOrder, ways: () => Ways): () => Ways {
  if (order.incoming.endpoint.protocol !== 'imap') return ways
  const all = probeTimes.all + (order.patience ?? usualPatience)
  return () => ({ ...ways(), times: { ...probeTimes, all }, patience: startPatience(all, order.stop) })
}
