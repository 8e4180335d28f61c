import type { StepOf } from '../../shared/plan/step.ts'
import { tellRecipe } from '../../shared/guide/tell-recipe.ts'
import type { Change } from '../../shared/provider/provider.ts'
import { type ByHandNeeds, changeByHand } from './by-hand.ts'
import type { Performed, StepContext } from './performer.ts'
import { type ChangeNeeds, liveDoors } from './prove-old.ts'

/** What says that the site is no longer as the recipe knows it, and that nothing has been sent. */
const drifted: readonly string[] = ['portal-changed', 'portal-ambiguous', 'portal-differs']

type Stopped = Extract<Performed, { ok: false }>

/** The visit that stopped, and what the person did then, as one: sign-ins in their order, pages of the visit, the outcome of the hand. */
function together(visit: Stopped, hand: Performed): Performed {
  const [before, after] = [visit.evidence, hand.evidence]
  const portal = after?.portal && { ...after.portal, pages: before?.portal?.pages ?? [], read: before?.portal?.read ?? {} }
  const signIns = [...(before?.signIns ?? []), ...(after?.signIns ?? [])]
  const evidence = { ...after, ...(portal ? { portal } : {}), signIns }
  return hand.ok ? { ok: true, evidence } : { ...hand, evidence }
}

/**
 * Where the site has changed under the recipe, before anything was sent: the person may go on by hand, told by the recipe's own lines. Without
 * a yes it stays stopped as it was.
 */
export async function goByHand(
  needs: ChangeNeeds & ByHandNeeds,
  step: StepOf<'change-portal'>,
  context: StepContext,
  change: Change,
  stopped: Stopped,
): Promise<Performed> {
  const { input } = step
  const { code, facts } = stopped.problem
  if (!drifted.includes(code) || context.stop.aborted) return stopped
  const differ = code === 'portal-differs'
  const asked = {
    login: input.login,
    problem: code,
    control: facts['control'] ?? null,
    sheet: differ ? (facts['expected'] ?? null) : null,
    site: differ ? (facts['found'] ?? null) : null,
  }
  if ((await context.ask({ name: 'go-by-hand', kind: 'yes-no', facts: asked })) !== true) return stopped
  const { current, next } = input
  const doors = liveDoors(needs, context, step.lane, input, change)
  const hand = await changeByHand(needs, context, {
    lines: tellRecipe(change.recipe),
    url: input.startUrl,
    login: input.login,
    loginSecret: input.loginSecret,
    address: input.address,
    userName: input.doors?.userName ?? null,
    settling: { doors, current, next, refused: false, effectSeconds: change.effectSeconds, now: needs.now },
  })
  return together(stopped, hand)
}
