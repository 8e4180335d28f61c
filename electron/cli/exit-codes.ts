import type { RunOutcome } from '../../shared/journal/run-outcome.ts'
import type { ProblemCode } from '../../shared/base/problem.ts'

/** The contract's exit codes. A process that is killed never looks like success. */
export const exitCodes = { done: 0, bug: 1, badInput: 2, stopped: 3, unfinished: 4, unknown: 5, interrupted: 130 } as const

export const exitOfRun = (outcome: RunOutcome): number => exitCodes[outcome]

const badInput: readonly ProblemCode[] = [
  'bad-usage',
  'file-missing',
  'file-unreadable',
  'sheet-empty',
  'sheet-too-large',
  'sheet-kind-unknown',
  'sheet-not-recognised',
  'sheet-incomplete',
  'mailbox-not-on-sheet',
  'provider-unknown',
  'password-empty',
  'password-control-character',
  'password-rule-broken',
  'password-equals-old',
  'endpoint-invalid',
  'pack-unreadable',
  'pack-unsigned',
  'pack-signature-wrong',
  'pack-id-reserved',
  'pack-invalid',
  'pack-recipe-unsafe',
  'pack-rule-unusable',
  'pack-address-refused',
  'pack-not-installed',
  'pack-signer-not-trusted',
  'run-unknown',
]

/** A problem met before a run existed: unreadable input (2), or a safe stop (3). */
export const exitOfProblem = (code: ProblemCode): number =>
  code === 'unexpected' ? exitCodes.bug : badInput.includes(code) ? exitCodes.badInput : exitCodes.stopped
