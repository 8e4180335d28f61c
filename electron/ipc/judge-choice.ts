import { Secret } from '../../shared/base/secret.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { checkPassword, nothingKnown, type PasswordVerdict } from '../../shared/mail/check-password.ts'
import type { PasswordRule } from '../../shared/mail/password-rule.ts'
import type { SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'
import type { App } from '../road/app.ts'
import { ownWords } from '../road/password-warnings.ts'

const namesIn = ({ mailboxes }: SheetAccounts): readonly string[] =>
  mailboxes.flatMap(({ address, userName }) => [...(address ? [address.value] : []), ...(userName ? [userName.value] : [])])

/** The verdict beside each mailbox of the papers: what one of them must not be, none of them can be. */
function verdicts(rule: PasswordRule, candidate: Secret, papers: readonly SheetAccounts[]): readonly PasswordVerdict[] {
  const known = papers.flatMap(({ mailboxes }) =>
    mailboxes.map(({ password, userName }) => ({ old: password?.value ?? null, userName: userName?.value ?? null, before: [] })),
  )
  return (known.length > 0 ? known : [nothingKnown]).map((one) => checkPassword(rule, candidate, one))
}

const each = <T extends { readonly code: string }>(lists: readonly (readonly T[])[]): readonly T[] => [
  ...new Map(lists.flat().map((one) => [one.code, one])).values(),
]

/** Judges a person's own choice by the rule, the papers at hand and a dictionary. `rule` null: nobody knows one. Nothing of it is kept. */
export async function judgeChoice(
  app: Pick<App, 'guess'>,
  rule: PasswordRule | null,
  value: string,
  papers: readonly SheetAccounts[],
): Promise<Output<'judgePassword'>> {
  const candidate = new Secret(value)
  const found = rule ? verdicts(rule, candidate, papers) : []
  const words = papers.map((paper) => ownWords(namesIn(paper), paper))
  const own = {
    names: words.flatMap(({ names = [] }) => names),
    userNames: words.flatMap(({ userNames = [] }) => userNames),
    company: words[0]?.company,
    address: words[0]?.address,
  }
  const guess = value === '' ? { score: 0, warning: null } : await app.guess(candidate, own)
  const faults = each(found.map((verdict) => verdict.faults))
  const warnings = [...each(found.map((verdict) => verdict.warnings)), ...(guess.warning ? [guess.warning] : [])]
  return {
    ok: faults.length === 0 && value !== '',
    faults: faults.map(({ code, facts }) => ({ code, facts })),
    warnings: warnings.map(({ code, facts }) => ({ code, facts })),
    score: guess.score,
  }
}
