import type { Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { secretKey, type SecretRef } from '../base/secret.ts'
import { mayBeMailbox } from '../client/by-hand/found-by-hand.ts'
import { checkSaid } from './check-said.ts'
import { nextRef } from './next-ref.ts'
import type { Plan } from './plan.ts'
import { nameStep } from './plan-change.ts'
import { planLogin } from './plan-login.ts'
import { planMailbox, type PlannedPart } from './plan-mailbox.ts'
import type { PlanWish } from './plan-wish.ts'
import type { Step } from './step.ts'

/** Every password the run speaks of: each that shall be another, before and after; each that only opens the site, as it is. */
function secretsOf(wish: PlanWish): SecretRef[] {
  const opens = wish.mailboxes.flatMap(({ account }) => (account.login && !wish.skipPortal ? [account.login.secret] : []))
  const changed = [...wish.mailboxes.map(({ account }) => account.password), ...wish.logins.map(({ current }) => current)]
  const refs = [...changed.flatMap((ref) => [ref, nextRef(ref)]), ...opens, ...wish.logins.map(({ opener }) => opener.secret)]
  return [...new Map(refs.map((ref) => [secretKey(ref), ref])).values()]
}

function planMailboxes(wish: PlanWish): Result<readonly PlannedPart[]> {
  const parts: PlannedPart[] = []
  for (const wished of wish.mailboxes) {
    const part = planMailbox(wish, wished)
    if (!part.ok) return part
    parts.push(part.value)
  }
  if (!wish.clientExpected || parts.length === 0 || parts.some(({ mailbox }) => mailbox.clients.length > 0)) return ok(parts)
  const missing: Problem['facts'] = { address: wish.mailboxes.map(({ account }) => account.address).join(', ') }
  return fail('client-account-missing', 'after-person', missing)
}

/** What can be done at once comes before what the provider allows later: a lane that rests must not look like the end of the road. */
const soonestFirst = <T>(parts: readonly T[], laterOf: (part: T) => string | null): readonly T[] =>
  parts.toSorted((a, b) => (laterOf(a) ?? '').localeCompare(laterOf(b) ?? ''))

/**
 * Accounts + providers + found settings → the steps, in a safe order: all that can be checked or copied without change comes first; a new
 * password is in the vault before the portal hears of it; what cannot be undone stands as late as it can. Refuses (nothing is touched):
 * a realm the site cannot change, a mailbox that stands twice in a profile, an account this program leaves alone, weaker security, a server
 * said for every provider at once.
 */
export function makePlan(wish: PlanWish): Result<Plan> {
  // Without a new password nobody knows an old one that should be dead.
  if (wish.proveOldDead && !wish.oldDiffers)
    return fail('bad-usage', 'after-person', { said: '--prove-old-dead', reason: 'no-new-password' })
  const said = checkSaid(
    wish.said,
    [...wish.mailboxes, ...wish.logins].map(({ provider }) => provider.id),
  )
  if (!said.ok) return said
  const mailboxes = planMailboxes(wish)
  if (!mailboxes.ok) return mailboxes
  const logins: { login: Plan['logins'][number]; steps: readonly Step[] }[] = []
  for (const wished of wish.logins) {
    const login = planLogin(wish, wished)
    if (!login.ok) return login
    logins.push(login.value)
  }
  const keep: Step = {
    id: nameStep('keep-secrets', 'all'),
    lane: '',
    undo: 'none',
    kind: 'keep-secrets',
    input: { refs: secretsOf(wish) },
  }
  const byHand = (wish.byHand ?? []).filter((one) => wish.mailboxes.some(({ account }) => mayBeMailbox(one, account)))
  const boxes = soonestFirst(mailboxes.value, ({ mailbox }) => mailbox.notBefore)
  const others = soonestFirst(logins, ({ login }) => login.notBefore)
  return ok({
    version: 2,
    run: wish.run,
    createdAt: wish.createdAt,
    program: wish.program,
    realm: wish.realm,
    sheets: [...wish.sheets],
    manner: wish.manner,
    mailboxes: boxes.map(({ mailbox }) => mailbox),
    logins: others.map(({ login }) => login),
    untouched: [...wish.untouched],
    ...(wish.refused.length > 0 ? { refused: [...wish.refused] } : {}),
    ...(byHand.length > 0 ? { byHand: [...byHand] } : {}),
    settled: [...wish.settled],
    steps: [keep, ...boxes.flatMap(({ steps }) => steps), ...others.flatMap(({ steps }) => steps)],
  })
}
