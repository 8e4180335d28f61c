import type { Output } from '../ipc/contract.ts'
import type { Proof } from '../proof/proof.ts'

/**
 * How a kept password stands: `in-force`: it is the one to use · `before`: another one has taken its place · `not-yet`: it was never taken over ·
 * `unclear`: it may be either.
 */
export type PasswordStanding = 'in-force' | 'before' | 'not-yet' | 'unclear'

type Kept = Pick<Output<'revealPasswords'>['passwords'][number], 'for' | 'which'>

/**
 * Read off the proof, mailbox by mailbox: of two mailboxes one may be changed and the other not, and whoever writes down the wrong one is locked
 * out. A password the proof has no line for (it only signs in) is as it was.
 */
export function passwordStanding(proof: Proof, { for: whose, which }: Kept): PasswordStanding {
  const part =
    proof.mailboxes.find(({ address }) => address === whose) ?? proof.logins.find(({ login }) => login === whose) ?? null
  if (part === null) return which === 'old' ? 'in-force' : 'unclear'
  switch (part.portal) {
    case 'changed':
      return which === 'new' ? 'in-force' : 'before'
    case 'unchanged':
      return which === 'old' ? 'in-force' : 'not-yet'
    case 'unknown':
      return 'unclear'
    case 'skipped':
      // Changed by the person, as he said: what was seen is the sign-in that a finished run had.
      if (proof.outcome !== 'done') return 'unclear'
      return which === 'new' ? 'in-force' : 'before'
  }
}
