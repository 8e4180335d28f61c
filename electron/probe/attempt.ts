import { ok, type Result } from '../../shared/base/result.ts'
import { probeTimes, type DoorTry, type ProbeOrder, type ProbeReport } from '../../shared/probe/probe.ts'
import { atDoor, cancelled, type Whom } from './mail-problems.ts'
import type { Ways } from './open-socket.ts'
import { startPatience } from './patience.ts'
import type { LookupFunction } from 'node:net'

/** What one sign-in has come to so far: written while it goes on, read when the report is made. */
export interface Attempt {
  /** Set before the bytes leave, so that a crash in between errs on the safe side. */
  sent: boolean
  mechanism: string | null
}

/** Is told of each sign-in that was begun, as it ended. */
export type NoteTry = (tried: DoorTry) => void

/** A sign-in within a longer conversation, for whoever keeps the budget. */
export const tryOf = (whom: Whom, attempt: Attempt, result: Result<unknown>): DoorTry => ({
  endpoint: whom.endpoint,
  ok: result.ok,
  problem: result.ok ? null : result.problem,
  sent: attempt.sent,
})

/** The password of a sign-in. Without one there is no sign-in to play: an empty one would be another password. */
export function passwordOf(whom: Whom): string {
  if (!whom.password) throw new Error('a sign-in without a password')
  return whom.password.reveal()
}

const control = /[\u0000-\u001f\u007f]/

/** Refuses before connecting what no server could be asked: nothing, or control characters (CR LF would be a further command). */
export function checkCredentials(whom: Whom): Result<void> {
  const fields = [
    ['userName', whom.userName],
    ['password', whom.password?.reveal() ?? ''],
  ] as const
  for (const [field, value] of fields) {
    if (value === '') return atDoor(whom, 'password-empty', { field })
    if (control.test(value)) return atDoor(whom, 'password-control-character', { field })
  }
  return ok()
}

/**
 * Runs one probe and writes its report. `ok` is true only when `run` said so; `sent` is what the attempt says. Nothing is
 * tried twice here or below.
 */
export async function reportAttempt(
  order: ProbeOrder,
  lookup: LookupFunction | undefined,
  run: (whom: Whom, ways: Ways, attempt: Attempt) => Promise<Result<void>>,
): Promise<ProbeReport> {
  const times = order.times ?? probeTimes
  const patience = startPatience(times.all, order.stop)
  const whom: Whom = { endpoint: order.endpoint, userName: order.userName, password: order.password }
  const attempt: Attempt = { sent: false, mechanism: null }
  const checked = checkCredentials(whom)
  const result = !checked.ok
    ? checked
    : order.stop?.aborted
      ? cancelled(whom)
      : await run(whom, { times, patience, ca: order.ca, lookup }, attempt)
  return {
    endpoint: order.endpoint,
    userName: order.userName,
    ok: result.ok,
    problem: result.ok ? null : result.problem,
    ms: Math.round(patience.spent() * 10) / 10,
    sent: attempt.sent,
    mechanism: attempt.mechanism,
  }
}
