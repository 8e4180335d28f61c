import type { DraftView } from '../ipc/plan-calls.ts'
import type { Endpoint } from '../mail/endpoint.ts'
import type { Plan } from '../plan/plan.ts'
import type { Step } from '../plan/step.ts'
import type { Realm } from '../base/secret.ts'

/** What is done on the member site for one lane. `owner`: whose password it is, where another one signs in. */
export interface LaneSite {
  readonly how: 'recipe' | 'guided' | 'skipped'
  readonly url: string | null
  readonly login: string | null
  readonly owner: string | null
  readonly realms: readonly Realm[]
  readonly presses: DraftView['presses']
}

/** One mailbox or sign-in of a plan with everything a person must know to agree. */
export interface PlanLane {
  readonly lane: string
  readonly provider: string
  /** Null: a sign-in without a mailbox. */
  readonly address: string | null
  readonly login: string | null
  readonly realms: readonly Realm[]
  readonly site: LaneSite
  /** The present password is tried before the change. */
  readonly provesOld: boolean
  /** Not before this moment (ISO). */
  readonly notBefore: string | null
  readonly servers: readonly Endpoint[]
  readonly clients: Plan['mailboxes'][number]['clients']
}

function siteOf(steps: readonly Step[], presses: DraftView['presses']): LaneSite {
  const change = steps.find((step) => step.kind === 'change-portal')
  const byHand = steps.find((step) => step.kind === 'guide-change')
  const input = byHand?.input ?? change?.input
  if (!input) return { how: 'skipped', url: null, login: null, owner: null, realms: [], presses: [] }
  const { login, current } = input
  return {
    how: byHand ? 'guided' : 'recipe',
    url: byHand ? byHand.input.url : (change?.input.startUrl ?? null),
    login,
    owner: current.for === login ? null : current.for,
    realms: current.realms,
    presses,
  }
}

/** A plan by mailbox and sign-in, in its order. */
export function lanesOfDraft({ plan, presses }: Pick<DraftView, 'plan' | 'presses'>): readonly PlanLane[] {
  const common = (lane: string) => {
    const steps = plan.steps.filter((step) => step.lane === lane)
    const reach = steps.flatMap((step) => (step.kind === 'reach-servers' ? step.input.doors : []))
    return {
      lane,
      site: siteOf(
        steps,
        presses.filter((press) => press.lane === lane),
      ),
      provesOld: steps.some(({ kind }) => kind === 'prove-old'),
      servers: reach,
    }
  }
  return [
    ...plan.mailboxes.map(({ provider, account, notBefore, clients }) => ({
      ...common(account.address),
      provider,
      address: account.address,
      login: null,
      realms: account.password.realms,
      notBefore,
      clients,
    })),
    ...plan.logins.map(({ lane, provider, login, realms, notBefore }) => ({
      ...common(lane),
      provider,
      address: null,
      login,
      realms,
      notBefore,
      clients: [],
    })),
  ]
}

/** Does the plan hold an act that nobody can take back? */
export const changesForGood = ({ steps }: Pick<Plan, 'steps'>): boolean => steps.some(({ undo }) => undo === 'by-hand')
