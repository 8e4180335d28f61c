import type { SignIn } from '../../shared/plan/evidence.ts'
import { type Plan, providerOf } from '../../shared/plan/plan.ts'
import { showsWindow } from '../../shared/plan/shows-window.ts'
import type { StepKind, StepOf } from '../../shared/plan/step.ts'
import type { Realm, Secret, SecretRef, Vault } from '../../shared/base/secret.ts'
import type { Journal } from '../../shared/journal/entry.ts'
import type { SignInLimit } from '../../shared/journal/attempts.ts'
import type { Backups, MailClient } from '../../shared/client/mail-client.ts'
import type { Probe, Reach, RoundTrip } from '../../shared/probe/probe.ts'
import type { GuideHands } from '../../shared/guide/guide-hands.ts'
import type { ToldLine } from '../../shared/guide/told-line.ts'
import type { PlayRecipe } from '../../shared/portal/play-recipe.ts'
import type { Change, Recovery } from '../../shared/provider/provider.ts'
import { backUpClient } from './back-up-client.ts'
import { changePortal } from './change-portal.ts'
import { guideChange } from './guide-change.ts'
import { keepSecrets } from './keep-secrets.ts'
import { pastChanges, type RunHistory } from './other-runs.ts'
import { replacedIn } from './passwords-before.ts'
import type { Performer, Performers } from './performer.ts'
import { probeServers, proveOldDead, reachServers } from './probe-servers.ts'
import { proveClient } from './prove-client.ts'
import { type PlannedRecipe, proveOld } from './prove-old.ts'
import { resetPortal } from './reset-portal.ts'
import { rewriteClient } from './rewrite-client.ts'
import { roundTripMessage } from './round-trip.ts'
import { spentSignIns } from './spent-sign-ins.ts'

/** The hands of this program, as a run needs them. */
export interface Hands {
  readonly probe: Probe
  readonly reach: Reach
  readonly roundTrip: RoundTrip
  readonly play: PlayRecipe
  readonly backups: Backups
  readonly clients: readonly MailClient[]
  readonly changeOf: (provider: string, realm: Realm, signIn: Realm, recipe?: PlannedRecipe) => Change | null
  /** Is there a screen to show the browser on? */
  readonly screen: boolean
  readonly guide: GuideHands
  readonly guideOf: (provider: string, realm: Realm, signIn: Realm | null) => readonly ToldLine[]
  readonly recoveryOf: (provider: string, recovery: string) => Recovery | null
  readonly limitOf: (provider: string) => SignInLimit
  readonly evidenceOf: (run: Plan['run']) => string
  readonly history: RunHistory
  readonly now: () => number
}

interface Session {
  readonly plan: Plan
  readonly given: (ref: SecretRef) => Secret | null
  readonly journal: Journal
}

/** A performer that is made anew for the provider of each step's lane: what its doors endure is that provider's fact. */
const byLane = <K extends StepKind>(plan: Plan, make: (provider: string) => Performer<K>): Performer<K> => {
  const of = (step: StepOf<K>): Performer<K> => make(providerOf(step.lane, plan) ?? '')
  return {
    look: (step, context) => of(step).look(step, context),
    perform: (step, context) => of(step).perform(step, context),
  }
}

function signInNeeds(hands: Hands, vault: Vault, { plan, journal }: Session) {
  const seen: SignIn[] = []
  const spent = spentSignIns(hands.history, plan.run, journal, seen)
  const ca = plan.manner.ca ?? undefined
  return (provider: string) => ({
    probe: hands.probe,
    vault,
    ca,
    limit: hands.limitOf(provider),
    spent,
    seen,
    now: hands.now,
  })
}

/** One performer for each kind of step, for this one run. */
export function makePerformers(hands: Hands, vault: Vault, session: Session): Performers {
  const { plan, given, journal } = session
  const signIn = signInNeeds(hands, vault, session)
  const replaced = replacedIn(hands.history, vault, plan)
  const past = pastChanges(hands.history, plan.run, journal)
  const client = {
    clientOf: (id: string) => hands.clients.find((candidate) => candidate.id === id) ?? null,
    backups: hands.backups,
    unlocks: new Map(),
  }
  const change = (provider: string) => ({
    ...signIn(provider),
    past,
    replaced,
    play: hands.play,
    guide: hands.guide,
    guideOf: hands.guideOf,
    changeOf: hands.changeOf,
    browser: {
      path: plan.manner.browser,
      headed: (attended: boolean) => showsWindow(plan.manner, attended, hands.screen),
    },
    evidenceFolder: hands.evidenceOf(plan.run),
    attended: plan.manner.attended,
  })
  return {
    'keep-secrets': keepSecrets({ vault, given }),
    'reach-servers': reachServers({ reach: hands.reach, ca: plan.manner.ca ?? undefined }),
    'back-up-client': backUpClient(client),
    'prove-old': byLane(plan, (provider) => proveOld(change(provider))),
    'change-portal': byLane(plan, (provider) => changePortal(change(provider))),
    'guide-change': byLane(plan, (provider) => guideChange(change(provider))),
    'reset-portal': byLane(plan, (provider) => resetPortal({ ...change(provider), recoveryOf: hands.recoveryOf })),
    'probe-servers': byLane(plan, (provider) => probeServers(signIn(provider), replaced)),
    'rewrite-client': rewriteClient({ ...client, vault }),
    'prove-client': byLane(plan, (provider) => proveClient({ ...client, ...signIn(provider) })),
    'round-trip': byLane(plan, (provider) => roundTripMessage({ ...signIn(provider), roundTrip: hands.roundTrip })),
    'prove-old-dead': byLane(plan, (provider) => proveOldDead(signIn(provider))),
  }
}
