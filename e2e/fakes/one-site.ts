import type { Ask } from '../../shared/base/ask.ts'
import type { RunId } from '../../shared/base/ids.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { Secret, type SecretRef } from '../../shared/base/secret.ts'
import type { Entry, Journal, WrittenEntry } from '../../shared/journal/entry.ts'
import type { RunState } from '../../shared/journal/fold-run.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { PlanWish } from '../../shared/plan/plan-wish.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { Played, PlayOrder } from '../../shared/portal/play-recipe.ts'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { guideLines } from '../../shared/guide/guide-lines.ts'
import { namedChange } from '../../shared/provider/find-change.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { type Hands, makePerformers } from '../../electron/run/make-performers.ts'
import { memoryVault } from '../../electron/store/memory-vault.ts'
import { runPlan } from '../../electron/run/runner.ts'

/** How the member site takes a change: at once, after some sign-ins, never, or with a refusal in words. */
export type SiteManner = 'at-once' | 'late' | 'no-effect' | 'too-early'

/** A member site and its mail servers as one object: which password opens them, and everything that was asked of them. */
export interface OneSite {
  manner: SiteManner
  /** ms since 1970. */
  clock: number
  /** The password in force, by whose it is. */
  readonly inForce: Map<string, string>
  /** The password on the customer's paper, where it is another. */
  readonly onPaper: Map<string, string>
  /** `change`, `commit`, `site new ok`, `mail old refused`, … in the order in which they came. */
  readonly seen: string[]
}

const played = (commit: Played['commit'], code: 'portal-sign-in-refused' | 'portal-limit-reached' | null): Played => ({
  commit,
  completed: code === null,
  read: {},
  pages: [],
  differences: [],
  problem: code && fail(code, 'never').problem,
})

/** Signs in; with a commit among its lines it then changes the password. The pages themselves are tested with a real browser elsewhere. */
function playOn(site: OneSite) {
  let pending: { who: string; password: string; after: number } | null = null
  return async (order: PlayOrder): Promise<Played> => {
    const spent = await order.beforeSignIn()
    if (!spent.ok) return { ...played('not-sent', null), completed: false, problem: spent.problem }
    const who = order.values['loginName']!
    const shown = order.secrets['loginPassword']!.reveal()
    if (pending && pending.after-- <= 0) site.inForce.set(pending.who, pending.password)
    const right = site.inForce.get(who) === shown
    const next = order.secrets['newPassword']
    site.seen.push(`site ${next ? 'change' : shown.startsWith('new') ? 'new' : 'old'} ${right ? 'ok' : 'refused'}`)
    if (!right) return played('not-sent', 'portal-sign-in-refused')
    if (!next) return played('not-sent', null)
    const may = await order.beforeCommit()
    if (!may.ok) return { ...played('not-sent', null), completed: false, problem: may.problem }
    site.seen.push('commit')
    if (site.manner === 'too-early') return played('sent', 'portal-limit-reached')
    const change = { who: order.values['address'] ?? who, password: next.reveal() }
    if (site.manner === 'at-once') site.inForce.set(change.who, change.password)
    if (site.manner === 'late') pending = { ...change, after: 2 }
    return played('sent', null)
  }
}

const probeOn =
  (site: OneSite) =>
  async ({ endpoint, userName, password }: ProbeOrder): Promise<ProbeReport> => {
    const taken = site.inForce.get(userName) === password.reveal()
    site.seen.push(`mail ${password.reveal().startsWith('new') ? 'new' : 'old'} ${taken ? 'ok' : 'refused'}`)
    const problem = taken ? null : fail('sign-in-refused', 'after-person').problem
    return { endpoint, userName, ok: taken, problem, ms: 1, sent: true, mechanism: 'PLAIN' }
  }

/** What a test brings itself: hands of its own, a person who answers, a wish to stop. */
export interface Own {
  readonly hands?: Partial<Hands>
  readonly ask?: Ask
  readonly stop?: AbortSignal
}

/** Where runs are carried out on that site, one after the other, with one data folder in memory. */
export function houseOn(site: OneSite, providers: readonly Provider[], own: Own = {}) {
  const runs = new Map<RunId, WrittenEntry[]>()
  const vault = memoryVault()
  const known = (id: string): Provider | null => providers.find((one) => one.id === id) ?? null
  const hands: Hands = {
    probe: probeOn(site),
    reach: async ({ endpoint }) => ({ endpoint, userName: '', ok: true, problem: null, ms: 1, sent: false, mechanism: null }),
    roundTrip: async () => ({ ok: true, problem: null, tag: 't', ms: 1, signIns: [] }),
    play: playOn(site),
    backups: { take: nowhere, manifestOf: nowhere, putBack: nowhere, verify: nowhere } as unknown as Hands['backups'],
    clients: [],
    changeOf: (id, realm, signIn) => {
      const provider = known(id)
      return provider && namedChange(provider, realm, signIn)
    },
    screen: false,
    guide: { openPage: async () => false, copy: async () => null, show: null },
    guideOf: (id, realm, signIn) => {
      const provider = known(id)
      return provider ? guideLines(provider, realm, signIn) : []
    },
    recoveryOf: () => null,
    limitOf: (id) => known(id)?.limits.refusedSignIns ?? { most: 2, hours: 1 },
    evidenceOf: () => '/nowhere',
    history: { runs: async () => ok([...runs.keys()]), readRun: async (run) => ok(runs.get(run) ?? []) },
    now: () => site.clock,
    ...own.hands,
  }
  const journalOf = (run: RunId): Journal => {
    const entries = runs.get(run) ?? []
    runs.set(run, entries)
    return {
      entries: () => entries,
      append: async (entry: Entry) => {
        const written = { ...entry, seq: entries.length + 1, at: new Date(site.clock).toISOString() }
        entries.push(written)
        return written
      },
    }
  }
  const given = (ref: SecretRef): Secret =>
    new Secret(ref.which === 'new' ? `new ${ref.for}` : (site.onPaper.get(ref.for) ?? site.inForce.get(ref.for) ?? ''))
  /** Takes the run up where its journal ends; a new one begins with its plan. */
  const carryOn = async (plan: Plan): Promise<{ readonly state: RunState; readonly entries: readonly WrittenEntry[] }> => {
    const journal = journalOf(plan.run)
    if (journal.entries().length === 0) await journal.append({ kind: 'planned', plan })
    const performers = makePerformers(hands, vault, { plan, given, journal })
    const ask = own.ask ?? (async () => null)
    const needs = { journal, performers, folder: '/nowhere', ask, report: () => undefined }
    const state = await runPlan(needs, plan, own.stop ?? new AbortController().signal)
    return { state, entries: journal.entries() }
  }
  const planned = (wish: PlanWish): Plan => {
    const made = makePlan(wish)
    if (!made.ok) throw new Error(made.problem.code)
    return made.value
  }
  return { carryOn, planned, vault }
}

async function nowhere(): Promise<never> {
  throw new Error('no mail program here')
}
