import type { Again, ProblemCode } from '../base/problem.ts'

/** What a server's own refusal means for the customer. */
export interface Verdict {
  readonly code: ProblemCode
  readonly again: Again
}

/**
 * When the same thing may be tried again, by class. What only a person can mend waits for one; what the server itself
 * calls passing is for later. Nothing a server refused is ever `now`.
 */
export const againFor: Partial<Record<ProblemCode, Again>> = {
  temporary: 'later',
  busy: 'later',
  'slow-down': 'later',
  'in-use': 'later',
  refused: 'later',
  dns: 'later',
  offline: 'later',
  dropped: 'now',
  'server-silent': 'later',
  'timed-out': 'later',
}
const verdict = (code: ProblemCode): Verdict => ({ code, again: againFor[code] ?? 'after-person' })

// Words of servers that send no code. Read only where a code is missing or says too little: words are weaker than codes.
const wantsTls = /plain ?text|clear ?text|\bSSL\b|\bTLS\b|encrypt|STARTTLS|暗号/i
const expired = /expired?\b|must (?:be )?change|change your password|有効期限|期限切れ/i
const inUse =
  /mailbox (?:is )?(?:already )?(?:locked|in use|busy)|maildrop (?:is )?(?:already )?(?:locked|in use|busy)|\block busy\b|already locked|in use\b|another (?:session|pop3)/i
const tooOften = /too (?:many|often|frequent)|rate limit|throttl|slow down|login delay|minimum interval|回数/i
const passing =
  /tempor|try (?:again )?later|again in (?:a few|[0-9]+) (?:minute|second|hour)|system error|internal (?:server )?error|unavailable|maintenance|メンテナンス|しばらく/i
const blocked = /suspend|disabled?\b|deactivat|blocked|account (?:is |has been |temporarily )*locked|locked out|停止/i

// Dovecot says `[AUTH]`, and Postfix 535, to a way of signing in that it has switched off (seen): no word on the password.
const wrongWay =
  /(?:unsupported|unknown|invalid|disabled|not (?:supported|available|allowed)).{0,40}mechanism|mechanism.{0,40}(?:unsupported|unknown|invalid|disabled|not (?:supported|available|allowed))/i

/** Reads a refusal by its words alone: what it says beside "no", or null when it says nothing more. Under TLS, none can be missing. */
function byWords(text: string, secured: boolean): Verdict | null {
  if (wrongWay.test(text)) return verdict('mechanism-unsupported')
  if (!secured && wantsTls.test(text)) return verdict('needs-tls')
  if (expired.test(text)) return verdict('must-change-password')
  if (tooOften.test(text)) return verdict('slow-down')
  if (blocked.test(text)) return verdict('account-blocked')
  if (inUse.test(text)) return verdict('in-use')
  if (passing.test(text)) return verdict('temporary')
  return null
}

/** The response code in front of a POP3 text (`[SYS/TEMP] …`), upper case, or null (RFC 2449 §8, RFC 3206). */
export const pop3Code = (text: string): string | null => /^\s*\[([A-Za-z0-9/-]+)[^\]]*\]/.exec(text)?.[1]?.toUpperCase() ?? null

const afterAuth: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['needs-tls', 'must-change-password', 'mechanism-unsupported'])

/**
 * What `-ERR` to a sign-in means, from the text after it. "Refused" only for `[AUTH]` or where neither code nor words say
 * anything else. `[AUTH]` is also sent for a missing TLS, an expired password and a way of
 * signing in that is switched off (seen), so its words are read.
 */
export function judgePop3Refusal(text: string, secured: boolean): Verdict {
  const code = pop3Code(text)
  if (code === 'SYS/TEMP') return verdict('temporary')
  if (code === 'SYS/PERM') return verdict('account-blocked')
  if (code === 'IN-USE') return verdict('in-use')
  if (code === 'LOGIN-DELAY') return verdict('slow-down')
  const words = byWords(text, secured)
  if (code === 'AUTH') return words && afterAuth.has(words.code) ? words : verdict('sign-in-refused')
  return words ?? verdict('sign-in-refused')
}

const imapCodes: Readonly<Record<string, ProblemCode>> = {
  // RFC 5530 §3, and LIMIT of the same
  AUTHENTICATIONFAILED: 'sign-in-refused',
  AUTHORIZATIONFAILED: 'account-blocked',
  EXPIRED: 'must-change-password',
  PRIVACYREQUIRED: 'needs-tls',
  CONTACTADMIN: 'account-blocked',
  NOPERM: 'account-blocked',
  UNAVAILABLE: 'temporary',
  SERVERBUG: 'temporary',
  INUSE: 'in-use',
  LIMIT: 'slow-down',
  OVERQUOTA: 'temporary',
}

/** What `NO` or `BAD` to an IMAP sign-in means. `BAD` says the command was not understood: never a wrong password. */
export function judgeImapRefusal(status: 'NO' | 'BAD', code: string | null, text: string, secured: boolean): Verdict {
  const known = imapCodes[code?.toUpperCase() ?? '']
  const words = byWords(text, secured)
  if (known) return known === 'sign-in-refused' && words?.code === 'mechanism-unsupported' ? words : verdict(known)
  if (status === 'BAD') return words ?? verdict('mechanism-unsupported')
  return words ?? verdict('sign-in-refused')
}

const smtpCodes: Readonly<Record<number, ProblemCode>> = {
  // RFC 4954 §6 and RFC 5248; 525 account disabled, 530 and 538 encryption first, 432 and 534 another password is wanted
  421: 'slow-down',
  432: 'must-change-password',
  500: 'auth-not-offered',
  502: 'auth-not-offered',
  503: 'auth-not-offered',
  501: 'mechanism-unsupported',
  504: 'mechanism-unsupported',
  525: 'account-blocked',
  538: 'needs-tls',
}

/** What an SMTP reply to AUTH means, from its code, and from its words where servers use one code for several things. */
export function judgeSmtpRefusal(code: number, text: string, secured: boolean): Verdict {
  const known = smtpCodes[code]
  if (known) return verdict(known)
  const words = byWords(text, secured)
  if (code === 530) return wantsTls.test(text) ? verdict('needs-tls') : verdict('auth-not-offered')
  // 534 is "mechanism too weak" by the book (5.7.9) and "sign in by the web first" in practice
  if (code === 534)
    return /mechanism/i.test(text) && /weak/i.test(text) ? verdict('mechanism-unsupported') : verdict('must-change-password')
  if (code === 535) return words && words.code !== 'temporary' ? words : verdict('sign-in-refused')
  if (code >= 400 && code < 500)
    return words && (words.code === 'in-use' || words.code === 'slow-down') ? words : verdict('temporary')
  if (words) return words
  return /5\.7\.8|authenticat|password|credential|認証/i.test(text) ? verdict('sign-in-refused') : verdict('account-blocked')
}

/**
 * True when `-ERR` to `AUTH PLAIN` says the command itself was not understood, so that the password was not judged. False
 * when it may have been: then the password is not sent a second time.
 */
export function commandUnknown(text: string): boolean {
  if (pop3Code(text) !== null) return false
  if (
    /command|unknown|unrecogni[sz]ed|unimplemented|(?:not|un)[ -]?(?:supported|implemented|recogni[sz]ed)|syntax|mechanism|unsupported|protocol error/i.test(
      text,
    )
  )
    return true
  return !/auth|passw|log-?in|log-?on|sign|user|account|credential|denied|permi|invalid|incorrect|wrong|fail|mismatch|bad\b|認証|パスワード|ログイン/i.test(
    text,
  )
}
