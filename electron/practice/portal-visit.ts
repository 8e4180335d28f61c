import type { Realm } from '../../shared/base/secret.ts'
import type { AccountStore } from './accounts.ts'
import type { EventLog } from './events.ts'
import type { FaultBoard } from './faults.ts'
import { page, type Answer, type Portal, type PortalPage, type Visit } from './portal.ts'

/** What the member site needs around it: one store of passwords, one board of faults, one log. */
export interface Site {
  readonly portal: Portal
  readonly accounts: AccountStore
  readonly faults: FaultBoard
  readonly events: EventLog
  readonly now: () => number
}

/** Refused sign-ins at the member site before it locks a user name, and for how long (milliseconds). Practice values. */
export const lockAfter = { refusals: 5, lasting: 600_000 } as const

/** Counts refused sign-ins by user name; a success or the end of the lock starts anew. */
export interface LockCounter {
  readonly locked: (userName: string) => boolean
  readonly note: (userName: string, ok: boolean) => void
}

export function makeLockCounter(now: () => number): LockCounter {
  const counts = new Map<string, { count: number; last: number }>()
  const current = (userName: string): number => {
    const found = counts.get(userName)
    return found && now() - found.last < lockAfter.lasting ? found.count : 0
  }
  return {
    locked: (userName) => current(userName) >= lockAfter.refusals,
    note(userName, ok) {
      if (ok) counts.delete(userName)
      else counts.set(userName, { count: current(userName) + 1, last: now() })
    },
  }
}

function signIn(
  site: Site,
  locks: LockCounter,
  where: PortalPage,
  userName: string,
  password: string,
  realm: Realm,
): 'ok' | 'refused' | 'locked' {
  const shown = site.accounts.shown(userName, password, realm)
  const known = shown !== 'unknown-user'
  const spot = { page: where.name, user: userName }
  const decide = (): 'ok' | 'refused' | 'locked' => {
    if (site.faults.strike('locked', spot) || (known && locks.locked(userName))) return 'locked'
    return site.faults.strike('sign-in-refused', spot) || shown !== 'current' ? 'refused' : 'ok'
  }
  const outcome = decide()
  if (known && outcome !== 'locked') locks.note(userName, outcome === 'ok')
  const user = known ? userName : '(unknown)'
  site.events.add({ what: 'sign-in', door: 'portal', user, outcome, shown, mechanism: 'form', tls: false })
  return outcome
}

function commit(site: Site, visit: Pick<Visit, 'strike'>, userName: string, newPassword: string, done: string): Answer {
  if (visit.strike('error-without-effect')) return page(site.portal.trouble.error, 500)
  if (visit.strike('success-without-effect')) return page(done)
  if (visit.strike('cut-without-effect')) return { kind: 'cut' }
  const after = (name: 'mail-delayed' | 'portal-delayed'): number => {
    const delay = site.faults.strike(name, { user: userName })
    return delay ? (delay.seconds ?? 5) * 1000 : 0
  }
  site.accounts.change(userName, newPassword, after('mail-delayed'), after('portal-delayed'))
  site.events.add({ what: 'password-changed', user: userName })
  if (visit.strike('error-with-effect')) return page(site.portal.trouble.error, 500)
  if (visit.strike('cut-with-effect')) return { kind: 'cut' }
  return page(done)
}

/** One request, ready for a page: the signed-in person, the form, and the site's own decisions with their faults. */
export function makeVisit(
  site: Site,
  locks: LockCounter,
  where: PortalPage,
  user: string | null,
  form: ReadonlyMap<string, string>,
  query: ReadonlyMap<string, string>,
): Visit {
  const account = user === null ? null : site.accounts.find(user)
  const strike: Visit['strike'] = (name) => site.faults.strike(name, { page: where.name, user: user ?? undefined })
  return {
    form,
    account,
    user,
    query,
    now: site.now,
    accounts: site.accounts,
    strike,
    touch: (control, decoy) => site.events.add({ what: 'control', control, decoy }),
    signIn: (userName, password, realm = 'portal') => signIn(site, locks, where, userName, password, realm),
    commit(newPassword, done, whose = user ?? undefined) {
      if (whose === undefined) throw new Error('a commit needs somebody signed in')
      return commit(site, { strike }, whose, newPassword, done)
    },
  }
}
