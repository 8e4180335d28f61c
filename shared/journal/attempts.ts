import type { SignIn } from '../plan/evidence.ts'
import type { WrittenEntry } from './entry.ts'

/** A sign-in as the journals of all runs remember it. `at` in milliseconds since 1970. */
export interface SpentSignIn extends SignIn {
  readonly at: number
}

/** Refused (or unanswered) sign-ins a door endures within some hours before it may lock the mailbox: a provider fact. */
export interface SignInLimit {
  readonly most: number
  readonly hours: number
}

const key = (signIn: { host: string; user: string; which: string }): string =>
  `${signIn.host.toLowerCase()}\n${signIn.user}\n${signIn.which}`

/** The newest open sign-ins of a door are the ones the process itself has just seen the end of. */
function settled(open: readonly SpentSignIn[], known: readonly SignIn[]): SpentSignIn[] {
  const left = [...known]
  return open
    .toReversed()
    .map((signIn) => {
      const index = left.findLastIndex((one) => key(one) === key(signIn))
      return index < 0 ? signIn : { ...signIn, outcome: left.splice(index, 1)[0]!.outcome }
    })
    .toReversed()
}

/**
 * Sign-ins one run has sent. A sign-in that was intended but never got its ending (the machine died) counts as unanswered:
 * the server may well have seen it. `known`: outcomes this very process has seen, in order, which no ending has written down yet.
 */
export function signInsOf(entries: readonly WrittenEntry[], known: readonly SignIn[] = []): readonly SpentSignIn[] {
  const open: SpentSignIn[] = []
  const ended: SpentSignIn[] = []
  for (const entry of entries) {
    const at = Date.parse(entry.at)
    if (entry.kind === 'intended' && entry.act.kind === 'sign-in') open.push({ ...entry.act.signIn, outcome: 'unanswered', at })
    if (entry.kind !== 'looked' && entry.kind !== 'done' && entry.kind !== 'failed') continue
    for (const signIn of entry.evidence?.signIns ?? []) {
      const match = open.findIndex((intended) => key(intended) === key(signIn))
      if (match >= 0) open.splice(match, 1)
      ended.push({ ...signIn, at })
    }
  }
  return [...ended, ...settled(open, known)]
}

/**
 * May this door be tried now? Counts refused and unanswered sign-ins of this user at this host within the limit's hours, over
 * all runs. `later`: when (ms since 1970) the oldest of them has aged out.
 */
export function mayTry(
  spent: readonly SpentSignIn[],
  limit: SignInLimit,
  door: { readonly host: string; readonly user: string },
  now: number,
): { readonly may: true; readonly left: number } | { readonly may: false; readonly later: number } {
  const since = now - limit.hours * 3_600_000
  const counted = spent
    .filter((signIn) => ['refused', 'unanswered'].includes(signIn.outcome) && signIn.at > since)
    .filter((signIn) => signIn.host.toLowerCase() === door.host.toLowerCase() && signIn.user === door.user)
    .map((signIn) => signIn.at)
    .sort((a, b) => a - b)
  if (counted.length < limit.most) return { may: true, left: limit.most - counted.length }
  return { may: false, later: counted[counted.length - limit.most]! + limit.hours * 3_600_000 }
}
