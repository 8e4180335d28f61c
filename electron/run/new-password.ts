import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Secret } from '../../shared/base/secret.ts'
import { checkPassword } from '../../shared/mail/check-password.ts'
import { enoughBytes, makePassword } from '../../shared/mail/make-password.ts'
import type { PasswordRule } from '../../shared/mail/password-rule.ts'

/** Where the new passwords of a run come from. */
export interface NewPasswords {
  /** Taken from the person instead of made. */
  readonly given: Secret | null
  /** The password was changed by hand: without a given one the sheet's own is in force. */
  readonly skipPortal: boolean
  readonly randomBytes: (count: number) => Uint8Array
}

const controlCharacter = /[\u0000-\u001f\u007f-\u009f]/

/** A password that could never have been typed is a misread one. */
export const hasControls = (secret: Secret): boolean => controlCharacter.test(secret.reveal())

function judged(given: Secret, rule: PasswordRule, known: { readonly old: Secret; readonly userName: string }): Result<Secret> {
  if (given.reveal() === known.old.reveal()) return fail('password-equals-old', 'after-person')
  const verdict = checkPassword(rule, given, { ...known, before: [] })
  return verdict.faults.length === 0
    ? ok(given)
    : fail('password-rule-broken', 'after-person', { reasons: verdict.faults.map((fault) => fault.code).join(', ') })
}

/**
 * The password that shall be in force: the given one, judged by the rule (null: nobody knows one), or a made one. What was changed by hand
 * already is in force, whatever the rule says.
 */
export function newPassword(
  rule: PasswordRule | null,
  how: NewPasswords,
  known: { readonly old: Secret; readonly userName: string },
): Result<Secret> {
  const { given } = how
  if (how.skipPortal && !given) return ok(known.old)
  if (given?.reveal() === '') return fail('password-empty', 'after-person')
  if (given && hasControls(given)) return fail('password-control-character', 'after-person', { what: 'new' })
  if (given && (how.skipPortal || !rule)) return ok(given)
  if (!rule) return ok(known.old)
  if (given) return judged(given, rule, known)
  const made = makePassword(rule, how.randomBytes(enoughBytes(rule)), { ...known, before: [] })
  if (!made) throw new Error('enough random bytes were not enough')
  return ok(made)
}
