import { z } from './zod.ts'

/**
 * Every failure the program expects, by code. The classes of mail servers are those of the measured fault table
 * (one class = one thing the customer can do about it). A code without a sentence in shared/words does not compile.
 */
export const problemCodes = [
  // the program itself
  'unexpected',
  'bad-usage',
  'cancelled',
  'timed-out',
  // files
  'file-missing',
  'file-unreadable',
  'file-not-writable',
  'file-is-link',
  'file-exists',
  'file-changed-since',
  'disk-full',
  'file-busy',
  // sheet
  'sheet-empty',
  'sheet-too-large',
  'sheet-kind-unknown',
  'sheet-not-recognised',
  'sheet-incomplete',
  'sheet-doubtful',
  'mailbox-not-on-sheet',
  'provider-unknown',
  'settings-contradict',
  'sheet-gone',
  'draft-gone',
  // provider packs
  'pack-unreadable',
  'pack-unsigned',
  'pack-signature-wrong',
  'pack-signer-unknown',
  'pack-id-reserved',
  'pack-invalid',
  'pack-recipe-unsafe',
  'pack-rule-unusable',
  'pack-address-refused',
  'pack-hosts-new',
  'pack-guards-fewer',
  'pack-signer-not-trusted',
  'pack-not-newer',
  'pack-not-installed',
  'pack-damaged',
  'recipe-gone',
  // new password
  'password-empty',
  'password-control-character',
  'password-rule-broken',
  'password-equals-old',
  'password-replaced',
  // vault, journal, runs
  'vault-unavailable',
  'vault-locked',
  'vault-damaged',
  'secret-missing',
  'run-busy',
  'run-unknown',
  'run-needed',
  'journal-damaged',
  'plan-declined',
  'step-declined',
  'question-unanswered',
  'attempts-spent',
  'nothing-to-undo',
  // portal
  'browser-missing',
  'browser-failed',
  'recipe-invalid',
  'portal-cannot-change',
  'portal-no-recovery',
  'portal-link-refused',
  'portal-reset-unknown',
  'portal-unreachable',
  'portal-sign-in-refused',
  'portal-locked',
  'portal-maintenance',
  'portal-session-expired',
  'portal-changed',
  'portal-ambiguous',
  'portal-differs',
  'portal-not-encrypted',
  'portal-rule-refused',
  'portal-old-password-refused',
  'portal-limit-reached',
  'portal-refused',
  'portal-outcome-unknown',
  'portal-no-effect',
  'guided-no-effect',
  // mail servers
  'endpoint-invalid',
  'offline',
  'dns',
  'refused',
  'dropped',
  'server-silent',
  'port-25-blocked',
  'wrong-port-or-security',
  'not-a-mail-server',
  'tls-expired',
  'tls-wrong-host',
  'tls-untrusted',
  'tls-too-old',
  'tls-stripped',
  'tls-failed',
  'needs-tls',
  'plaintext-not-allowed',
  'sign-in-refused',
  'must-change-password',
  'account-blocked',
  'in-use',
  'slow-down',
  'temporary',
  'busy',
  'auth-not-offered',
  'mechanism-unsupported',
  'message-refused',
  'message-not-arrived',
  'old-password-still-works',
  // mail programs
  'client-running',
  'client-other-user',
  'client-not-found',
  'client-unreadable',
  'client-not-writable',
  'client-account-missing',
  'client-account-ambiguous',
  'client-not-changeable',
  'client-primary-password',
  'client-no-key',
  'client-locked-setting',
  'client-read-back-differs',
  'client-setting-doubtful',
  'client-password-elsewhere',
  'client-server-shared',
  'client-managed',
  'client-passwords-forbidden',
] as const

export const problemCode = z.enum(problemCodes)
export type ProblemCode = z.infer<typeof problemCode>

/** When the same thing may be tried again: drives the runner. `after-person`: only once a person has acted or agreed. */
export const again = z.enum(['now', 'later', 'after-person', 'never'])
export type Again = z.infer<typeof again>

export const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type Facts = Readonly<z.infer<typeof facts>>

/** An expected failure as a value. `facts` help someone act (host, port, the server's own words) and never hold a secret. */
export const problem = z.strictObject({ code: problemCode, again, facts })
export type Problem = Readonly<z.infer<typeof problem>>
