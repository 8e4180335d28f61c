import type { LookupFunction } from 'node:net'
import { ok, type Result } from '../../shared/base/result.ts'
import { chooseMechanism, readCapa } from '../../shared/probe/choose-mechanism.ts'
import { probeTimes, type ProbeReport, type ReachOrder } from '../../shared/probe/probe.ts'
import { reachImap } from './reach-imap.ts'
import { atDoor, type Whom } from './mail-problems.ts'
import type { Ways } from './open-socket.ts'
import { answersTls } from './open-socket.ts'
import { startPatience } from './patience.ts'
import { openPop3 } from './pop3-session.ts'
import { openSmtp } from './smtp.ts'
import { spokePlain, wantsTlsHello } from './smtp-problems.ts'

async function reachPop3(whom: Whom, ways: Ways): Promise<Result<void>> {
  const session = await openPop3(whom, ways)
  if (!session.ok) return session
  const capa = await session.value.ask('CAPA', 'capabilities', false)
  const lines = capa.ok && capa.value.kind === 'ok' ? await session.value.list('capabilities', false, 200) : null
  session.value.leave()
  if (!capa.ok) return capa
  // Without CAPA there is no list to find fault with: USER/PASS is what such servers speak.
  if (lines === null) return ok()
  if (!lines.ok) return lines
  const can = readCapa(lines.value.map((line) => line.toString('latin1')))
  if (can.user || chooseMechanism(can.sasl)) return ok()
  return atDoor(whom, can.sasl.length > 0 ? 'mechanism-unsupported' : 'auth-not-offered', {
    stage: 'capabilities',
    offered: can.sasl.join(' '),
  })
}

async function reachSmtp(whom: Whom, ways: Ways): Promise<Result<void>> {
  const session = await openSmtp(whom, ways)
  if (!session.ok) return wantsTlsHello(session.problem, whom) && (await answersTls(whom, ways)) ? spokePlain(whom) : session
  const { mechanisms } = session.value
  session.value.leave()
  if (mechanisms === null) return atDoor(whom, 'auth-not-offered', { stage: 'capabilities' })
  return chooseMechanism(mechanisms)
    ? ok()
    : atDoor(whom, 'mechanism-unsupported', { stage: 'capabilities', offered: mechanisms.join(' ') })
}

const reachers = { pop3: reachPop3, imap: reachImap, smtp: reachSmtp } as const

/**
 * Goes to a door and reads what stands there, with no name and no password: connection, certificate, STARTTLS, greeting, and
 * that a sign-in this program speaks is on offer. Costs no attempt; `sent` is always false.
 */
export async function reachDoor(order: ReachOrder, lookup?: LookupFunction): Promise<ProbeReport> {
  const times = order.times ?? probeTimes
  const patience = startPatience(times.all, order.stop)
  const whom: Whom = { endpoint: order.endpoint, userName: '', password: null }
  const result = await reachers[order.endpoint.protocol](whom, { times, patience, ca: order.ca, lookup })
  return {
    endpoint: order.endpoint,
    userName: '',
    ok: result.ok,
    problem: result.ok ? null : result.problem,
    ms: Math.round(patience.spent() * 10) / 10,
    sent: false,
    mechanism: null,
  }
}
