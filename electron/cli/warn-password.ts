import { checkPassword, nothingKnown } from '../../shared/mail/check-password.ts'
import type { OwnWords } from '../../shared/mail/spell-words.ts'
import { nextRef } from '../../shared/plan/make-plan.ts'
import { findChange } from '../../shared/provider/find-change.ts'
import type { SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'
import { sayPasswordWarning } from '../../shared/words/say-password.ts'
import type { CommandContext } from './app.ts'
import type { PlannedRun } from './prepare-plan.ts'

type Account = PlannedRun['prepared']['plan']['mailboxes'][number]['account']

/** Offices write a household's or a company's name in the same place: it is taken for both. */
const ownWords = ({ address, userName }: Account, { customerName, customerAddress, memberNumber }: SheetAccounts): OwnWords => ({
  names: customerName ? [customerName.value] : [],
  company: customerName?.value,
  address: customerAddress?.value,
  userNames: [address, userName, ...(memberNumber ? [memberNumber.value] : [])],
})

/**
 * Says what speaks against a password the person chose (guessed from a dictionary or from the customer's own words, symbols the manual
 * does not name). Warnings only: the rule has been kept already.
 */
export async function warnAboutPasswords(context: CommandContext, planned: PlannedRun): Promise<void> {
  const { app, output } = context
  const { plan, given } = planned.prepared
  const rule = findChange(planned.provider, plan.realm)?.rule
  const said = new Set<string>()
  for (const { account } of plan.mailboxes) {
    const password = given(nextRef(account.password))
    if (!password || !rule) continue
    const { warning } = await app.guess(password, ownWords(account, planned.sheet))
    const warnings = [...checkPassword(rule, password, nothingKnown).warnings, ...(warning ? [warning] : [])]
    for (const one of warnings) said.add(sayPasswordWarning(one, output.lang))
  }
  for (const text of said) output.say(`※ ${text}`)
}
