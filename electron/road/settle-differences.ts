import type { Ask } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import { type Difference, findDifferences } from '../../shared/plan/find-differences.ts'
import type { SettledDifference } from '../../shared/plan/plan.ts'
import type { Said } from '../../shared/plan/plan-wish.ts'
import { opensMailbox } from '../../shared/provider/find-change.ts'
import type { Realm } from '../../shared/base/secret.ts'
import type { PaperOrder } from './app.ts'

/** Every contradiction about the mailboxes that are to be worked on. A mailbox the sheet does not tell wholly is judged elsewhere. */
function differencesOf(
  papers: readonly PaperOrder[],
  realm: Realm,
  profiles: readonly FoundProfile[],
  said: Said,
): readonly Difference[] {
  return papers
    .filter(({ provider }) => opensMailbox(provider, realm))
    .flatMap(({ provider, mailboxes }) =>
      mailboxes.flatMap(({ address, userName, incoming, outgoing }) => {
        if (!address || !userName) return []
        const servers = { incoming: incoming?.value ?? null, outgoing: outgoing?.value ?? null }
        return findDifferences({ provider, address: address.value, userName: userName.value, ...servers }, profiles, said)
      }),
    )
}

async function askOne({ address, what, sides }: Difference, ask: Ask): Promise<Result<SettledDifference>> {
  const choices = sides.map(({ value }) => value)
  const named = Object.fromEntries(sides.map(({ from, value }) => [from === 'mail-program' ? 'mailProgram' : from, value]))
  const facts = { field: what, address, ...named }
  const chosen = await ask({ name: 'settle-difference', kind: 'choice', facts, choices })
  if (typeof chosen !== 'string' || !choices.includes(chosen)) return fail('settings-contradict', 'after-person', facts)
  return ok({ address, what, chosen, others: choices.filter((value) => value !== chosen) })
}

/** Puts every contradiction between sheet, catalogue and mail program to the person. Nothing proceeds with an open one (`settings-contradict`). */
export async function settleDifferences(
  papers: readonly PaperOrder[],
  realm: Realm,
  profiles: readonly FoundProfile[],
  said: Said,
  ask: Ask,
): Promise<Result<readonly SettledDifference[]>> {
  const settled: SettledDifference[] = []
  for (const difference of differencesOf(papers, realm, profiles, said)) {
    const one = await askOne(difference, ask)
    if (!one.ok) return one
    settled.push(one.value)
  }
  return ok(settled)
}
