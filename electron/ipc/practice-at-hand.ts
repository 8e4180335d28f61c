import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { parseEndpoint } from '../../shared/mail/endpoint.ts'
import type { Said } from '../../shared/plan/plan-wish.ts'
import type { App, PracticeStage } from '../road/app.ts'

/** Where a rehearsal leads to, instead of a real provider's site and servers. */
export interface PracticePlaces {
  readonly provider: string
  readonly said: Said
  readonly ca: string
  readonly thunderbirdRoot: string
}

/** The practice provider, while it runs. */
export interface PracticeAtHand {
  /** One at a time, one start after the other: one that runs already is stopped first. */
  readonly start: (provider: string | null, faults: readonly string[]) => Promise<Result<PracticeStage>>
  /** Its servers, papers and profile are gone then. */
  readonly stop: () => Promise<void>
  /** The running one, if this window has started it. */
  readonly now: () => PracticeStage | null
  /** The running one, where this file is its paper. */
  readonly whose: (file: string) => PracticeStage | null
  /** Does the provider run to which a rehearsal with this authority leads? Each has an authority of its own, and its doors close with it. */
  readonly runs: (authority: string | null) => Promise<boolean>
}

/** Authority of a stage as a plan keeps it; null where its file has gone with it. */
async function authorityOf({ caFile }: PracticeStage): Promise<string | null> {
  try {
    return await readFile(caFile, 'utf8')
  } catch (error) {
    if (errnoOf(error) === null) throw error
    return null
  }
}

/**
 * Nothing runs at first; each rehearsal gets a folder of its own. `elsewhere`: the one that another process keeps running, which is there before
 * this window has asked for it.
 */
export function practiceAtHand(
  startPractice: App['startPractice'],
  elsewhere: () => Promise<PracticeStage | null> = async () => null,
): PracticeAtHand {
  let stage: PracticeStage | null = null
  let own: string | null = null
  let before: Promise<unknown> = Promise.resolve()
  /** Starts and stops wait for each other: two at once would leave one running that nobody knows. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = before.then(work)
    before = next.catch(() => undefined)
    return next
  }
  const end = async (): Promise<void> => {
    const ended = stage
    stage = null
    if (!ended) return
    await ended.stop()
    if (own) await rm(own, { recursive: true, force: true })
    own = null
  }
  const begin = async (provider: string | null, faults: readonly string[]): Promise<Result<PracticeStage>> => {
    await end()
    const folder = await mkdtemp(path.join(os.tmpdir(), 'mail-migrate-practice-'))
    const started = await startPractice(folder, faults, provider)
    if (started.ok) [stage, own] = [started.value, folder]
    else await rm(folder, { recursive: true, force: true })
    return started
  }
  return {
    start: (provider, faults) => inTurn(() => begin(provider, faults)),
    stop: () => inTurn(end),
    now: () => stage,
    whose: (file) => (stage && path.resolve(file) === path.resolve(stage.sheetFile) ? stage : null),
    runs: async (authority) => {
      const running = stage ?? (await elsewhere())
      return authority !== null && running !== null && (await authorityOf(running)) === authority
    },
  }
}

/** What a draft from the practice paper is told instead of the person: where site and servers are, whom to trust, where the mail program is. */
export async function practicePlaces(stage: PracticeStage): Promise<Result<PracticePlaces>> {
  const incoming = parseEndpoint(stage.incoming, ['pop3', 'imap'])
  const outgoing = parseEndpoint(stage.outgoing, ['smtp'])
  if (!incoming.ok) return incoming
  if (!outgoing.ok) return outgoing
  const of = <T>(value: T) => ({ [stage.provider]: value })
  const said = { incoming: of(incoming.value), outgoing: of(outgoing.value), portalUrl: of(stage.portalUrl) }
  const { provider, thunderbirdRoot } = stage
  return ok({ provider, said, ca: await readFile(stage.caFile, 'utf8'), thunderbirdRoot })
}
