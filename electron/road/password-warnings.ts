import { checkPassword, nothingKnown, type PasswordWarning } from '../../shared/mail/check-password.ts'
import type { OwnWords } from '../../shared/mail/spell-words.ts'
import { nextRef } from '../../shared/plan/next-ref.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { changesPassword } from '../../shared/plan/step.ts'
import { findChange } from '../../shared/provider/find-change.ts'
import type { SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'
import type { App } from './app.ts'
import type { PlannedRun } from './prepare-plan.ts'

/** Each password of the plan that is changed, and the names its owner goes by. */
const subjectsOf = (plan: Plan) => [
  ...plan.mailboxes.map(({ account, provider }) => ({
    provider,
    current: account.password,
    userNames: [account.address, account.userName],
  })),
  ...plan.steps
    .filter(changesPassword)
    .filter(({ input }) => input.address === null)
    .map(({ input: { current, provider, login } }) => ({
      provider,
      current,
      userNames: [current.for, ...(login ? [login] : [])],
    })),
]

/** A customer's own words, which make a password easy to guess. Offices write a household's or a company's name in the same place: it is taken for both. */
export const ownWords = (
  userNames: readonly string[],
  { customerName, customerAddress, memberNumber }: SheetAccounts,
): OwnWords => ({
  names: customerName ? [customerName.value] : [],
  company: customerName?.value,
  address: customerAddress?.value,
  userNames: [...userNames, ...(memberNumber ? [memberNumber.value] : [])],
})

/**
 * What speaks against the new passwords of a plan (guessed from a dictionary or from the customer's own words, symbols the manual does not name), each
 * once. Warnings only: the rule has been kept already.
 */
export async function passwordWarnings(app: Pick<App, 'guess'>, planned: PlannedRun): Promise<readonly PasswordWarning[]> {
  const { plan, given } = planned.prepared
  const found = new Map<string, PasswordWarning>()
  for (const { current, userNames, provider } of subjectsOf(plan)) {
    const password = given(nextRef(current))
    // Two households of one provider: which paper is whose does not matter, a name of either is easily guessed.
    for (const paper of planned.papers.filter((one) => one.provider.id === provider)) {
      const rule = findChange(paper.provider, plan.realm)?.rule
      if (!password || !rule) continue
      const { warning } = await app.guess(password, ownWords(userNames, paper.sheet))
      const warnings = [...checkPassword(rule, password, nothingKnown).warnings, ...(warning ? [warning] : [])]
      for (const one of warnings) found.set(JSON.stringify(one), one)
    }
  }
  return [...found.values()]
}
