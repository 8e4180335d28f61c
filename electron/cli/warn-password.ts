import { checkPassword, nothingKnown } from '../../shared/mail/check-password.ts'
import type { OwnWords } from '../../shared/mail/spell-words.ts'
import { nextRef } from '../../shared/plan/next-ref.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { changesPassword } from '../../shared/plan/step.ts'
import { findChange } from '../../shared/provider/find-change.ts'
import type { SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'
import { sayPasswordWarning } from '../../shared/words/say-password.ts'
import type { CommandContext } from './command-context.ts'
import type { PlannedRun } from '../road/prepare-plan.ts'

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

/** Offices write a household's or a company's name in the same place: it is taken for both. */
const ownWords = (userNames: readonly string[], { customerName, customerAddress, memberNumber }: SheetAccounts): OwnWords => ({
  names: customerName ? [customerName.value] : [],
  company: customerName?.value,
  address: customerAddress?.value,
  userNames: [...userNames, ...(memberNumber ? [memberNumber.value] : [])],
})

/**
 * Says what speaks against a password the person chose (guessed from a dictionary or from the customer's own words, symbols the manual
 * does not name). Warnings only: the rule has been kept already.
 */
export async function warnAboutPasswords(context: CommandContext, planned: PlannedRun): Promise<void> {
  const { app, output } = context
  const { plan, given } = planned.prepared
  const said = new Set<string>()
  for (const { current, userNames, provider } of subjectsOf(plan)) {
    const password = given(nextRef(current))
    // Two households of one provider: which paper is whose does not matter, a name of either is easily guessed.
    for (const paper of planned.papers.filter((one) => one.provider.id === provider)) {
      const rule = findChange(paper.provider, plan.realm)?.rule
      if (!password || !rule) continue
      const { warning } = await app.guess(password, ownWords(userNames, paper.sheet))
      const warnings = [...checkPassword(rule, password, nothingKnown).warnings, ...(warning ? [warning] : [])]
      for (const one of warnings) said.add(sayPasswordWarning(one, output.lang))
    }
  }
  for (const text of said) output.say(`※ ${text}`)
}
