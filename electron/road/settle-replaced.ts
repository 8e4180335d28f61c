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

/** `null`: left open, where the run rests at the provider's limit and nobody answers. */
async function askOne(plan: Plan, before: PasswordBefore, ask: Ask): Promise<Result<SettledDifference | null>> {
  const { ref, run, at, kept, resume } = before
  const facts = { for: ref.for, run, at }
  const choices = [...(kept ? ['kept'] : []), 'paper', 'stop']
  const answer = await ask({ name: 'password-replaced', kind: 'choice', facts, choices })
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

/**
 * The plan; before it, the person is asked about every paper whose password an earlier run has replaced: start from the one that is kept, try the
 * paper's all the same, or stop (`password-replaced`, nothing spent). Without `compare` the vault stays shut and nobody is asked.
 */
export async function settleReplaced(app: App, order: PlanOrder, ask: Ask, compare: boolean): Promise<Result<Settled>> {
  const prepared = await app.preparePlan(order)
  if (!prepared.ok) return prepared
  const before = await app.passwordsBefore(prepared.value, compare)
  const settled: SettledDifference[] = []
  for (const one of before.filter(({ standing }) => standing === 'replaced')) {
    const answer = await askOne(prepared.value.plan, one, ask)
    if (!answer.ok) return answer
    if (answer.value) settled.push(answer.value)
  }
  const open = before.filter(({ ref, standing, resume }) => {
    const decided = settled.some(({ address }) => address === ref.for)
    return !decided && (standing !== 'current' || resume !== null)
  })
  if (settled.length === 0) return ok({ prepared: prepared.value, before: open })
  const again = await app.preparePlan({ ...order, settled: [...order.settled, ...settled], kept: keptOf(before, settled) })
  return again.ok ? ok({ prepared: again.value, before: open }) : again
}
