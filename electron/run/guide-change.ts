import { fail } from '../../shared/base/result.ts'
import type { Realm } from '../../shared/base/secret.ts'
import type { ToldLine } from '../../shared/guide/told-line.ts'
import { commitSent } from '../../shared/journal/fold-run.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import type { Change } from '../../shared/provider/provider.ts'
import { type ByHandNeeds, changeByHand, lookByHand } from './by-hand.ts'
import { changeAllowed } from './change-allowed.ts'
import { failed, type Looked, type Performed, type Performer, type StepContext } from './performer.ts'
import { type ChangeNeeds, liveDoors } from './prove-old.ts'
import type { Settling } from './settle-change.ts'
import type { SiteInput } from './visit-site.ts'

export interface GuideNeeds extends ChangeNeeds, Pick<ByHandNeeds, 'guide'> {
  /** What the person is told, by the data in use; empty where it describes no way. */
  readonly guideOf: (provider: string, realm: Realm, signIn: Realm | null) => readonly ToldLine[]
}

type GuideStep = StepOf<'guide-change'>

/** The site as the live sign-in needs it. */
const siteOf = ({ input }: GuideStep): SiteInput => ({
  provider: input.provider,
  realm: input.realm,
  address: input.address,
  current: input.current,
  loginSecret: input.loginSecret,
  proof: input.proof,
  doors: input.doors,
  signIn: input.signIn ?? input.realm,
  startUrl: input.url ?? '',
  login: input.login ?? input.current.for,
  attended: false,
})

const changeOf = (needs: GuideNeeds, { input }: GuideStep): Change | null =>
  input.signIn && needs.changeOf(input.provider, input.realm, input.signIn)

function settling(needs: GuideNeeds, step: GuideStep, context: StepContext, change: Change | null): Settling {
  const { current, next } = step.input
  const doors = liveDoors(needs, context, step.lane, siteOf(step), change)
  return { doors, current, next, refused: false, effectSeconds: change?.effectSeconds ?? 0, now: needs.now }
}

async function look(needs: GuideNeeds, step: GuideStep, context: StepContext): Promise<Looked> {
  if (!commitSent(context.state)) return { verdict: 'to-do', problem: null, evidence: null }
  return lookByHand(context, settling(needs, step, context, changeOf(needs, step)))
}

async function perform(needs: GuideNeeds, step: GuideStep, context: StepContext): Promise<Performed> {
  const { input } = step
  const { provider, realm } = input
  const change = changeOf(needs, step)
  const lines = needs.guideOf(provider, realm, input.signIn)
  if (lines.length === 0) return failed(fail('portal-cannot-change', 'never', { provider, realm }).problem)
  const allowed = await changeAllowed(needs, siteOf(step), change?.limit ?? null)
  if (!allowed.ok) return failed(allowed.problem)
  const replaced = await needs.replaced(step)
  if (replaced) return failed(replaced)
  return changeByHand(needs, context, {
    lines,
    url: input.url,
    login: input.login,
    loginSecret: input.loginSecret,
    address: input.address,
    userName: input.doors?.userName ?? null,
    settling: settling(needs, step, context, change),
  })
}

/** Where the person acts on the member site, the program tells each step, and a live sign-in says what came of it. */
export const guideChange = (needs: GuideNeeds): Performer<'guide-change'> => ({
  look: (step, context) => look(needs, step, context),
  perform: (step, context) => perform(needs, step, context),
})
