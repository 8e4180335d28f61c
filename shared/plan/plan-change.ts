import { type StepId, stepId } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { type Realm, sameSecret, type SecretRef } from '../base/secret.ts'
import type { PortalLogin } from '../mail/account.ts'
import { canBeGuided } from '../guide/guide-lines.ts'
import { changesFor, otherRealms, startUrlOf } from '../provider/find-change.ts'
import type { Change, Provider } from '../provider/provider.ts'
import { changesOfOne, nextAllowed } from './change-limit.ts'
import { nextRef } from './next-ref.ts'
import { type PlanWish, saidFor } from './plan-wish.ts'
import type { Step, StepOf } from './step.ts'

/** A password that shall be changed on its member site, in the lane of its mailbox or in one of its own. */
export interface Subject {
  readonly lane: string
  readonly provider: Provider
  readonly change: Change | null
  readonly opener: PortalLogin | null
  readonly address: string | null
  readonly current: SecretRef
  readonly doors: StepOf<'change-portal'>['input']['doors']
  readonly near: readonly string[]
}

/** The name of a step: its kind, and what it is about. */
export const nameStep = (kind: Step['kind'], about: string): StepId => stepId.parse(`${kind}:${about}`)

/** Where the site cannot change what was asked for: says so, and the provider's other way. Null where it can. */
export function refusedChange(provider: Provider, realm: Realm): ReturnType<typeof fail> | null {
  if (changesFor(provider, realm).length > 0) return null
  const instead = provider.instead.find((candidate) => candidate.realm === realm)
  return fail('portal-cannot-change', 'never', {
    provider: provider.id,
    realm,
    instead: instead?.text.ja ?? null,
    insteadEn: instead?.text.en ?? null,
    url: instead?.url ?? null,
    guided: canBeGuided(provider, realm),
    changes: otherRealms(provider, realm).join(', '),
  })
}

/** What a step that goes to the member site is given. Without an opener nobody signs in there, and `login` only says whose password it is about. */
function siteInput(wish: PlanWish, subject: Subject, change: Change): StepOf<'prove-old'>['input'] {
  const { provider, opener, address, current } = subject
  return {
    provider: provider.id,
    realm: change.realm,
    address,
    current,
    loginSecret: loginSecretOf(subject),
    proof: change.proof,
    doors: change.proof === 'mail' ? subject.doors : null,
    signIn: change.signIn,
    startUrl: saidFor(wish.said.portalUrl, provider.id) ?? startUrlOf(change, subject.near),
    login: opener?.name ?? current.for,
    attended: wish.manner.attended || change.recipe.inferred,
  }
}

/** What opens the site; null where the password that is changed does, or nobody's is known. */
export const loginSecretOf = ({ opener, current }: Pick<Subject, 'opener' | 'current'>): SecretRef | null =>
  !opener || sameSecret(opener.secret, current) ? null : opener.secret

/** The old password's trial where the site allows too few changes to waste one. Where the mail server proves it, it needs no sign-in at the site. */
export function proveOldSteps(wish: PlanWish, subject: Subject, change: Change | null): readonly Step[] {
  if (!change?.proveOldFirst) return []
  const { lane } = subject
  return [{ id: nameStep('prove-old', lane), lane, undo: 'none', kind: 'prove-old', input: siteInput(wish, subject, change) }]
}

/** The steps that change one password, or the reason why nothing here can. The old one is tried first where changes are few. */
export function changeSteps(wish: PlanWish, subject: Subject): Result<Step[]> {
  const { lane, provider, change, opener, current } = subject
  if (!change || !opener) {
    const missing = { missing: 'portalUser, portalPassword', provider: provider.id }
    return refusedChange(provider, wish.realm) ?? fail('sheet-incomplete', 'after-person', missing)
  }
  const recipe = { id: change.recipe.id, version: change.recipe.version }
  const now: Step = {
    id: nameStep('change-portal', lane),
    lane,
    undo: 'by-hand',
    kind: 'change-portal',
    input: { ...siteInput(wish, subject, change), recipe, next: nextRef(current) },
  }
  return ok([...proveOldSteps(wish, subject, change), now])
}

/** When this password's change is allowed again, where the journals speak against doing it at once. */
export function notBefore(wish: PlanWish, subject: Subject): string | null {
  if (!subject.change) return null
  const past = changesOfOne(wish.past, subject.provider.id, subject.current)
  const next = nextAllowed(past, subject.change.limit, Date.parse(wish.createdAt))
  return next === null ? null : new Date(next).toISOString()
}
