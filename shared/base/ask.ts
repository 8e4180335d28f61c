import type { Facts } from './problem.ts'
import type { StopSignal } from './stop.ts'
import { z } from './zod.ts'

/** Everything a person can be asked. The words stand in shared/words; machine names are part of the command line's contract. */
export const questionName = z.enum([
  'confirm-plan',
  'confirm-step',
  'close-thunderbird',
  'store-password',
  'primary-password',
  'two-factor-code',
  'sheet-doubt',
  'vault-passphrase',
  'try-again',
  'restore-anyway',
  'pdf-password',
  'remember-browser',
  'portal-value',
  'go-by-hand',
  'acted-by-hand',
  'reset-link',
  'choose-recovery',
  'user-name',
  'settle-difference',
  'password-replaced',
  'new-hosts',
  'fewer-guards',
  'trust-key',
  'replace-record',
])
export type QuestionName = z.infer<typeof questionName>

/**
 * A question to the person. `kind` tells how it is answered: yes/no, one of `choices`, a text, or a secret
 * (shown masked, never written down).
 */
export interface Question {
  readonly name: QuestionName
  readonly kind: 'yes-no' | 'choice' | 'text' | 'secret'
  readonly facts: Facts
  readonly choices?: readonly string[]
}

/** `null`: no answer came (end of input, the person went away). It counts as "no". */
export type Answer = boolean | string | null
/**
 * Puts a question to the person. `withdrawn`: aborted once nobody waits for the answer any more; the question goes then, and its answer is
 * null. Whoever asks people in passing (a terminal) need not heed it.
 */
export type Ask = (question: Question, withdrawn?: StopSignal) => Promise<Answer>
