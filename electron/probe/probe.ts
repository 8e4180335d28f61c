import type { LookupFunction } from 'node:net'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { probeImap } from './imap.ts'
import { probePop3 } from './pop3.ts'
import { probeSmtp } from './smtp.ts'

export { reachDoor } from './reach.ts'
export { roundTrip } from './round-trip.ts'

const probes = { pop3: probePop3, imap: probeImap, smtp: probeSmtp } as const

/**
 * Signs in once at a door, by its protocol. Never twice, never in the clear unless the door says `none`; every failure is a
 * report, none is thrown. Different doors may be probed at the same time.
 */
export function probeDoor(order: ProbeOrder, lookup?: LookupFunction): Promise<ProbeReport> {
  return probes[order.endpoint.protocol](order, lookup)
}
