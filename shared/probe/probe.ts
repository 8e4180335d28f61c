import type { Secret } from '../base/secret.ts'
import { problem } from '../base/problem.ts'
import type { StopSignal } from '../base/stop.ts'
import { z } from '../base/zod.ts'
import { endpoint, type Endpoint } from '../mail/endpoint.ts'

/** What a sign-in at one door came to. `ok` means the server accepted this very name and password, nothing less. */
export const probeReport = z.strictObject({
  endpoint,
  userName: z.string(),
  ok: z.boolean(),
  problem: problem.nullable(),
  /** Milliseconds from the call to the verdict. */
  ms: z.number(),
  /** True when the password left this machine: the attempt counts at the provider even if no answer came. */
  sent: z.boolean(),
  /** Mechanism used (`USER/PASS`, `AUTH PLAIN`, …), when a sign-in was tried. */
  mechanism: z.string().nullable(),
})
export type ProbeReport = Readonly<z.infer<typeof probeReport>>

/** Limits of one probe in milliseconds. Measured defaults: connect 10 s, greeting 10 s, each reply 15 s, all 30 s. */
export interface ProbeTimes {
  readonly connect: number
  readonly greeting: number
  readonly reply: number
  readonly all: number
}
export const probeTimes: ProbeTimes = { connect: 10_000, greeting: 10_000, reply: 15_000, all: 30_000 }

export interface ProbeOrder {
  readonly endpoint: Endpoint
  readonly userName: string
  readonly password: Secret
  /** More trusted certificate authorities, PEM, on top of the built-in ones. */
  readonly ca?: string | undefined
  readonly times?: ProbeTimes
  readonly stop?: StopSignal | undefined
}

/** Signs in once. Never repeats a refused sign-in, never sends a password in the clear unless the endpoint says `none`. */
export type Probe = (order: ProbeOrder) => Promise<ProbeReport>

/**
 * Goes to the door and reads what stands there without any name or password: connection, certificate, STARTTLS, greeting,
 * and that a sign-in is offered. Costs no attempt.
 */
export type ReachOrder = Omit<ProbeOrder, 'userName' | 'password'>
export type Reach = (order: ReachOrder) => Promise<ProbeReport>

/** A message sent to oneself over `outgoing` and fetched back over `incoming`, found by its own tag and left where it is. */
export interface RoundTripOrder {
  readonly address: string
  readonly incoming: Omit<ProbeOrder, 'stop' | 'times' | 'ca'>
  readonly outgoing: Omit<ProbeOrder, 'stop' | 'times' | 'ca'>
  readonly ca?: string | undefined
  /** What the message says; the sentences stand in shared/words. Default: the tag alone. */
  readonly words?: { readonly subject: string; readonly body: string }
  /** How long to look for the message, in milliseconds. */
  readonly patience?: number
  readonly stop?: StopSignal | undefined
}
/** One sign-in at one door, as far as it counts at the provider. */
export type DoorTry = Pick<ProbeReport, 'endpoint' | 'ok' | 'problem' | 'sent'>

export interface RoundTripReport {
  readonly ok: boolean
  readonly problem: z.infer<typeof problem> | null
  readonly tag: string
  readonly ms: number
  /** Every sign-in it took, in order; a door that was not come to is not among them. */
  readonly signIns: readonly DoorTry[]
}
export type RoundTrip = (order: RoundTripOrder) => Promise<RoundTripReport>
