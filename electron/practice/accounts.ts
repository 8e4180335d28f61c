import { randomInt } from 'node:crypto'
import type { Realm } from '../../shared/base/secret.ts'
import type { Shown } from './events.ts'

/** One sign-in of the practice household that opens no mailbox: a member site's login, a contract number, a connection ID. */
export interface PracticeLogin {
  readonly userName: string
  readonly realms: readonly Realm[]
}

/** One mailbox of the practice household: what the member site and the paper say about it. Its password stands only in the store. */
export interface PracticeAccount {
  readonly kind: 'main' | 'extra'
  readonly userName: string
  readonly address: string
  /** What its password opens, where it is not the member site and the mailbox together. */
  readonly realms?: readonly Realm[]
  readonly personName: string
  readonly company: string
  readonly postal: string
  readonly course: string
  readonly memberNumber: string
  /** ISO day. */
  readonly registered: string
}

/** The one place where passwords live: member site and mail servers both ask here. Everything in memory. */
export interface AccountStore {
  readonly accounts: readonly PracticeAccount[]
  readonly logins: readonly PracticeLogin[]
  readonly find: (userName: string) => PracticeAccount | null
  /** The mailbox of an address, compared without case as mail servers do. */
  readonly findAddress: (address: string) => PracticeAccount | null
  /** What a password shown for this user name is. A name that opens nothing in the realm is unknown there. */
  readonly shown: (userName: string, password: string, realm: Realm) => Shown
  /** Was this password ever in force for the user name? */
  readonly everHad: (userName: string, password: string) => boolean
  /** Sets a new password: at the mail servers after `mailDelay` milliseconds, everywhere else after `siteDelay` (left out: at once). */
  readonly change: (userName: string, password: string, mailDelay: number, siteDelay?: number) => void
  /** For the sheet, the sample profile and tests. Throws for a user that does not exist. */
  readonly passwordOf: (userName: string) => string
}

const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'
const pick = (set: string): string => set[randomInt(set.length)]!

/** A password as a provider prints it on paper: ten letters and digits without look-alikes, at least two digits, a letter first. */
export function makePaperPassword(): string {
  const rest = Array.from({ length: 9 }, (_, i) => (i === 3 || i === 7 ? pick(digits) : pick(letters + digits)))
  return pick(letters) + rest.join('')
}

interface Spell {
  readonly password: string
  readonly mailFrom: number
  readonly siteFrom: number
}

/** A store in which every account starts with a fresh random password, or with the one given for its user name. */
export function makeAccountStore(
  accounts: readonly PracticeAccount[],
  now: () => number,
  given: Readonly<Record<string, string>> = {},
  logins: readonly PracticeLogin[] = [],
  makePassword: () => string = makePaperPassword,
): AccountStore {
  const names = [...logins, ...accounts].map((one) => one.userName)
  if (new Set(names).size !== names.length) throw new Error('two practice sign-ins have the same user name')
  const spells = new Map(names.map((name) => [name, [{ password: given[name] ?? makePassword(), mailFrom: 0, siteFrom: 0 }]]))
  const opens = (userName: string, realm: Realm): boolean => {
    const realms: readonly Realm[] = logins.find((one) => one.userName === userName)?.realms ??
      accounts.find((one) => one.userName === userName)?.realms ?? ['portal', 'mail']
    return realms.includes(realm)
  }
  const history = (userName: string): Spell[] => {
    const found = spells.get(userName)
    if (!found) throw new Error('no such practice account')
    return found
  }
  return {
    accounts,
    logins,
    find: (userName) => accounts.find((one) => one.userName === userName) ?? null,
    findAddress: (address) => accounts.find((one) => one.address.toLowerCase() === address.toLowerCase()) ?? null,
    shown(userName, password, realm) {
      const known = spells.get(userName)
      if (!known || !opens(userName, realm)) return 'unknown-user'
      const inForce = known.findLastIndex((spell) => (realm === 'mail' ? spell.mailFrom : spell.siteFrom) <= now())
      if (known[inForce]!.password === password) return 'current'
      const place = known.findLastIndex((spell) => spell.password === password)
      if (place < 0) return 'other'
      return place < inForce ? 'earlier' : 'not-yet'
    },
    everHad: (userName, password) => history(userName).some((spell) => spell.password === password),
    change(userName, password, mailDelay, siteDelay = 0) {
      history(userName).push({ password, mailFrom: now() + mailDelay, siteFrom: now() + siteDelay })
    },
    passwordOf: (userName) => history(userName).at(-1)!.password,
  }
}
