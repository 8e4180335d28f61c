import type { SignIn } from '../../shared/plan/evidence.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Realm, Secret, SecretRef, Vault } from '../../shared/base/secret.ts'
import type { Journal } from '../../shared/journal/entry.ts'
import type { SignInLimit } from '../../shared/journal/attempts.ts'
import type { Backups, MailClient } from '../../shared/client/mail-client.ts'
import type { Probe, Reach, RoundTrip } from '../../shared/probe/probe.ts'
import type { PlayRecipe } from '../../shared/portal/play-recipe.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'
import { backUpClient } from './back-up-client.ts'
import { changePortal } from './change-portal.ts'
import { keepSecrets } from './keep-secrets.ts'
import type { Performers } from './performer.ts'
import { probeServers, proveOldDead, reachServers } from './probe-servers.ts'
import { proveClient } from './prove-client.ts'
import { rewriteClient } from './rewrite-client.ts'
import { roundTripMessage } from './round-trip.ts'
import { spentSignIns, type SpentNeeds } from './spent-sign-ins.ts'

/** The hands of this program, as a run needs them. */
export interface Hands {
  readonly probe: Probe
  readonly reach: Reach
  readonly roundTrip: RoundTrip
  readonly play: PlayRecipe
  readonly backups: Backups
  readonly clients: readonly MailClient[]
  readonly recipeOf: (provider: string, realm: Realm) => Recipe | null
  readonly limitOf: (provider: string) => SignInLimit
  readonly effectSecondsOf: (provider: string, realm: Realm) => number
  readonly evidenceOf: (run: Plan['run']) => string
  readonly history: SpentNeeds
  readonly now: () => number
}

/** One performer for each kind of step, for this one run. */
export function makePerformers(
  hands: Hands,
  vault: Vault,
  session: { readonly plan: Plan; readonly given: (ref: SecretRef) => Secret | null; readonly journal: Journal },
): Performers {
  const { plan, given, journal } = session
  const ca = plan.manner.ca ?? undefined
  const seen: SignIn[] = []
  const signIn = {
    probe: hands.probe,
    vault,
    ca,
    limit: hands.limitOf(plan.provider),
    spent: spentSignIns(hands.history, plan.run, journal, seen),
    seen,
    now: hands.now,
  }
  const client = {
    clientOf: (id: string) => hands.clients.find((candidate) => candidate.id === id) ?? null,
    backups: hands.backups,
    unlocks: new Map(),
  }
  return {
    'keep-secrets': keepSecrets({ vault, given }),
    'reach-servers': reachServers({ reach: hands.reach, ca }),
    'back-up-client': backUpClient(client),
    'change-portal': changePortal({
      ...signIn,
      play: hands.play,
      recipeOf: hands.recipeOf,
      browser: { path: plan.manner.browser, headed: plan.manner.headed },
      evidenceFolder: hands.evidenceOf(plan.run),
      attended: plan.manner.attended,
      effectSeconds: hands.effectSecondsOf(plan.provider, plan.realm),
    }),
    'probe-servers': probeServers(signIn),
    'rewrite-client': rewriteClient({ ...client, vault }),
    'prove-client': proveClient({ ...client, ...signIn }),
    'round-trip': roundTripMessage({ ...signIn, roundTrip: hands.roundTrip }),
    'prove-old-dead': proveOldDead(signIn),
  }
}
