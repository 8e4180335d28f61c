import type { Answer, Question } from '../../shared/base/ask.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { Entry, Journal, WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { runOutcome } from '../../shared/journal/run-outcome.ts'
import type { EndpointHint } from '../../shared/mail/endpoint.ts'
import { accountOf, valueOf, wishedOf, wishOf } from '../../shared/plan/fixtures/wishes.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Probe, ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { clientBackups } from '../../electron/clients/client-backups.ts'
import { outlook } from '../../electron/clients/outlook.ts'
import { makePerformers } from '../../electron/run/make-performers.ts'
import { runPlan, undoPlan } from '../../electron/run/runner.ts'
import { memoryVault } from '../../electron/store/memory-vault.ts'
import type { OutlookWorld } from './outlook-world.ts'

/** As a power cut ends a program: nothing behind it is done. */
export class Died extends Error {}

export interface RoadWish {
  readonly address: string
  readonly userName: string
  readonly incoming: readonly EndpointHint[]
  readonly outgoing: readonly EndpointHint[]
}

export interface OutlookRoad {
  readonly plan: Plan
  /** Takes it up (again), to its end or to its death. */
  readonly take: () => Promise<'ended' | 'died'>
  /** How many steps were taken back. */
  readonly undo: () => Promise<number | 'died'>
  readonly outcome: () => string
  readonly entries: () => readonly WrittenEntry[]
  readonly questions: Question[]
  /** Every sign-in that was sent: door, name, and whether it was let in. */
  readonly signIns: string[]
}

const unused = (): never => {
  throw new Error('not asked for here')
}
const reportOf = (order: Pick<ProbeOrder, 'endpoint'>, userName: string, right: boolean): ProbeReport => ({
  endpoint: order.endpoint,
  userName,
  ok: right,
  problem: right ? null : fail('sign-in-refused', 'after-person').problem,
  ms: 1,
  sent: true,
  mechanism: 'AUTH PLAIN',
})

/**
 * The product's own road over the Outlook of a world, the member site apart (the password was changed there already): plan, vault, copy, live
 * proof, rewrite, proof from what stands in the registry. The servers take the new password alone. Its journal outlives every death.
 */
export async function outlookRoad(
  world: OutlookWorld,
  home: string,
  wishes: readonly RoadWish[],
  newPassword: string,
  answer: (question: Question) => Answer = () => null,
): Promise<OutlookRoad> {
  const client = outlook({ windows: world.parts })
  const profiles: readonly FoundProfile[] = valueOf(await client.find({}))
  const mailboxes = wishes.map(({ address, userName, incoming, outgoing }) =>
    wishedOf({ ...accountOf(address), userName, incoming: [...incoming], outgoing: [...outgoing] }),
  )
  const plan = valueOf(makePlan(wishOf({ profiles, skipPortal: true, clientExpected: true, mailboxes })))
  const entries: WrittenEntry[] = []
  const append = async (entry: Entry): Promise<WrittenEntry> => {
    const written = {
      ...entry,
      seq: entries.length + 1,
      at: new Date(Date.UTC(2026, 10, 20, 6, 15, entries.length)).toISOString(),
    }
    entries.push(written)
    return written
  }
  const journal: Journal = { entries: () => entries, append }
  const vault = memoryVault()
  const [questions, signIns]: [Question[], string[]] = [[], []]
  const probe: Probe = async (order) => {
    const right = order.password.reveal() === newPassword
    signIns.push(
      `${order.endpoint.protocol} ${order.endpoint.host}:${order.endpoint.port} ${order.endpoint.security} ${order.userName} ${right}`,
    )
    return reportOf(order, order.userName, right)
  }
  const session = () => {
    const hands = {
      probe,
      reach: async (order: Pick<ProbeOrder, 'endpoint'>) => reportOf(order, '', true),
      roundTrip: unused,
      play: unused,
      backups: clientBackups(world.parts, () => new Date(0)),
      clients: [client],
      changeOf: () => null,
      screen: false,
      guide: { openPage: unused, copy: unused, show: null },
      guideOf: () => [],
      recoveryOf: () => null,
      limitOf: () => ({ most: 5, hours: 1 }),
      evidenceOf: () => home,
      history: { runs: async () => ok([]), readRun: unused },
      now: () => Date.UTC(2026, 10, 20, 7),
    }
    const given = ({ which }: { readonly which: 'old' | 'new' }) => new Secret(which === 'new' ? newPassword : 'Mae-no-1')
    const performers = makePerformers(hands, vault, { plan, given, journal })
    const ask = async (question: Question): Promise<Answer> => (questions.push(question), answer(question))
    return { journal, performers, folder: home, ask, report: () => undefined }
  }
  const stop = new AbortController().signal
  const mortal = async <T>(act: () => Promise<T>): Promise<T | 'died'> => {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Died) return 'died'
      throw error
    }
  }
  return {
    plan,
    questions,
    signIns,
    entries: () => entries,
    outcome: () => runOutcome(plan, foldRun(entries)),
    take: async () => {
      await append(entries.length > 0 ? { kind: 'stopped', why: 'person', problem: null } : { kind: 'planned', plan })
      return mortal(async () => (await runPlan(session(), plan, stop), 'ended' as const))
    },
    undo: () => mortal(async () => (await undoPlan(session(), plan, stop)).undone.length),
  }
}
