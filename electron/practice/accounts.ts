import { randomInt } from 'node:crypto'
import type { Shown } from './events.ts'

/** One contract ID of the practice household: what the member site and the paper say about it. Its password stands only in the store. */
export interface PracticeAccount {
  readonly kind: 'main' | 'extra'
  readonly userName: string
  readonly address: string
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
  readonly find: (userName: string) => PracticeAccount | null
  /** The mailbox of an address, compared without case as mail servers do. */
  readonly findAddress: (address: string) => PracticeAccount | null
  readonly shown: (userName: string, password: string, realm: 'portal' | 'mail') => Shown
  /** Sets a new password: at the site at once, at the mail servers after `mailDelay` milliseconds. */
  readonly change: (userName: string, password: string, mailDelay: number) => void
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
}

/** A store in which every account starts with a fresh random password, or with the one given for its user name. */
export function makeAccountStore(
  accounts: readonly PracticeAccount[],
  now: () => number,
  given: Readonly<Record<string, string>> = {},
): AccountStore {
  const spells = new Map(
    accounts.map((one) => [one.userName, [{ password: given[one.userName] ?? makePaperPassword(), mailFrom: 0 }]]),
  )
  const history = (userName: string): Spell[] => {
    const found = spells.get(userName)
    if (!found) throw new Error('no such practice account')
    return found
  }
  return {
    accounts,
    find: (userName) => accounts.find((one) => one.userName === userName) ?? null,
    findAddress: (address) => accounts.find((one) => one.address.toLowerCase() === address.toLowerCase()) ?? null,
    shown(userName, password, realm) {
      const known = spells.get(userName)
      if (!known) return 'unknown-user'
      const inForce = realm === 'portal' ? known.length - 1 : known.findLastIndex((spell) => spell.mailFrom <= now())
      if (known[inForce]!.password === password) return 'current'
      const place = known.findLastIndex((spell) => spell.password === password)
      if (place < 0) return 'other'
      return place < inForce ? 'earlier' : 'not-yet'
    },
    change: (userName, password, mailDelay) => void history(userName).push({ password, mailFrom: now() + mailDelay }),
    passwordOf: (userName) => history(userName).at(-1)!.password,
  }
}
