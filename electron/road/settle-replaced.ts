import type { Ask } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { sameSecret, type Secret, type SecretRef } from '../../shared/base/secret.ts'
import type { Plan, SettledDifference } from '../../shared/plan/plan.ts'
import type { App, PasswordBefore, PlanOrder, PreparedRun } from './app.ts'

interface Settled {
  readonly prepared: PreparedRun
  /** Of which nobody has decided anything. */
  readonly before: readonly PasswordBefore[]
}

/** Does the provider allow no change of it yet? Then the run rests there anyhow, and nothing is spent. */
const restsAnyhow = ({ mailboxes, logins }: Plan, { ref }: PasswordBefore): boolean =>
  mailboxes.some(({ account, notBefore }) => account.address === ref.for && notBefore !== null) ||
  logins.some(({ login, notBefore }) => login === ref.for && notBefore !== null)

/** What was decided of one password: from which the run starts, that its mailbox is left out, or nothing (the run rests there anyhow). */
type Decision = SettledDifference | 'leave' | null

/** Is it one mailbox of several? Then the others can go on without it. */
const canBeLeft = ({ mailboxes }: Plan, { ref }: PasswordBefore): boolean =>
  mailboxes.length > 1 && mailboxes.some(({ account }) => account.address === ref.for)

async function askOne(plan: Plan, before: PasswordBefore, ask: Ask): Promise<Result<Decision>> {
  const { ref, run, at, kept, resume } = before
  const facts = { for: ref.for, run, at }
  const choices = [...(canBeLeft(plan, before) ? ['leave'] : []), ...(kept ? ['kept'] : []), 'paper', 'stop']
  const answer = await ask({ name: 'password-replaced', kind: 'choice', facts, choices })
  if (answer === 'leave') return ok('leave')
  if (answer === 'paper' || answer === 'kept') {
    const others = ['kept', 'paper'].filter((one) => one !== answer)
    return ok({ address: ref.for, what: 'password', chosen: answer, others })
  }
  if (answer === null && restsAnyhow(plan, before)) return ok(null)
  return fail('password-replaced', 'after-person', { ...facts, resume })
}

const keptOf =
  (before: readonly PasswordBefore[], settled: readonly SettledDifference[]) =>
  (ref: SecretRef): Secret | null => {
    const same = before.find((one) => sameSecret(one.ref, { ...ref, run: one.ref.run, which: one.ref.which }))
    const chosen = settled.some(({ address, chosen }) => address === ref.for && chosen === 'kept')
    return same && chosen ? same.kept : null
  }

const without = (order: PlanOrder, left: readonly string[]): PlanOrder => ({
  ...order,
  papers: order.papers.map((paper) => ({
    ...paper,
    mailboxes: paper.mailboxes.filter(({ address }) => !address || !left.includes(address.value)),
  })),
})

/**
 * The plan; before it, the person is asked about every paper whose password an earlier run has replaced: start from the one that is kept, try the
 * paper's all the same, leave the mailbox out, or stop (`password-replaced`, nothing spent). Without `compare` the vault stays shut and nobody is
 * asked.
 */
export async function settleReplaced(
  app: Pick<App, 'preparePlan' | 'passwordsBefore'>,
  order: PlanOrder,
  ask: Ask,
  compare: boolean,
): Promise<Result<Settled>> {
  const prepared = await app.preparePlan(order)
  if (!prepared.ok) return prepared
  const { plan } = prepared.value
  const before = await app.passwordsBefore(prepared.value, compare)
  const settled: SettledDifference[] = []
  const left: string[] = []
  for (const one of before.filter(({ standing }) => standing === 'replaced')) {
    const decided = await askOne(plan, one, ask)
    if (!decided.ok) return decided
    if (decided.value === 'leave') left.push(one.ref.for)
    else if (decided.value) settled.push(decided.value)
  }
  const [last] = before.filter(({ ref }) => left.includes(ref.for))
  if (last && left.length === plan.mailboxes.length + plan.logins.length)
    return fail('password-replaced', 'after-person', { for: left.join(', '), run: last.run, at: last.at })
  const open = before.filter(({ ref, standing, resume }) => {
    const decided = left.includes(ref.for) || settled.some(({ address }) => address === ref.for)
    return !decided && (standing !== 'current' || resume !== null)
  })
  if (settled.length === 0 && left.length === 0) return ok({ prepared: prepared.value, before: open })
  const anew = { ...without(order, left), settled: [...order.settled, ...settled], kept: keptOf(before, settled) }
  const again = await app.preparePlan(anew)
  return again.ok ? ok({ prepared: again.value, before: open }) : again
}
