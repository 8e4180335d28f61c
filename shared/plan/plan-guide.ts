import { fail, ok, type Result } from '../base/result.ts'
import { guidedWay } from '../guide/guide-lines.ts'
import { startUrlOf } from '../provider/find-change.ts'
import { nextRef } from './next-ref.ts'
import { changeSteps, loginSecretOf, nameStep, proveOldSteps, refusedChange, type Subject } from './plan-change.ts'
import { type PlanWish, saidFor } from './plan-wish.ts'
import type { Step } from './step.ts'

/** The steps where the person acts on the site. What the program itself does before and after stays the same; refuses where no live sign-in could tell. */
function guideSteps(wish: PlanWish, subject: Subject): Result<Step[]> {
  const { lane, provider, change, opener, address, current } = subject
  const missing = () => fail('sheet-incomplete', 'after-person', { missing: 'portalUser, portalPassword', provider: provider.id })
  const way = guidedWay(provider, wish.realm, change)
  if (!way) return refusedChange(provider, wish.realm) ?? missing()
  const proof = change?.proof ?? 'mail'
  if (proof === 'portal' && !opener) return missing()
  const said = saidFor(wish.said.portalUrl, provider.id)
  const guide: Step = {
    id: nameStep('guide-change', lane),
    lane,
    undo: 'by-hand',
    kind: 'guide-change',
    input: {
      provider: provider.id,
      realm: change?.realm ?? wish.realm,
      address,
      current,
      loginSecret: loginSecretOf(subject),
      proof,
      doors: proof === 'mail' ? subject.doors : null,
      signIn: change?.signIn ?? null,
      url: said ?? (change ? startUrlOf(change, subject.near) : (way.instead?.url ?? null)),
      login: opener?.name ?? null,
      next: nextRef(current),
    },
  }
  return ok([...proveOldSteps(wish, subject, change), guide])
}

/** The steps that change one password on its member site: played by the program, or (`guided`) told to the person. */
export const siteSteps = (wish: PlanWish, subject: Subject): Result<Step[]> =>
  wish.guided ? guideSteps(wish, subject) : changeSteps(wish, subject)
